//! A page that a teacher has prepared, and the place where it is prepared.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::desk::open_door;
use crate::harness::browse;

#[tokio::test]
async fn a_link_hides_fixes_asks_and_dresses_the_page() -> Result<()> {
    browse(async |page| {
        let link = "#q=%3Cb%3EWhy%3F%3C%2Fb%3E&v=1&lesson=lab&theme=dark&embed=1&hide=lr&lock=k,seed";
        page.open(link).await?;
        page.until_step(|_| true).await?;
        let seen = "const box = (selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
            return {
                question: document.querySelector('.asked')?.textContent, theme: document.documentElement.dataset.theme,
                header: getComputedStyle(document.querySelector('header')).visibility, stage: box('main') > 500,
                rate: document.querySelector('#knob-lr') !== null, fixed: document.querySelector('#knob-k').matches(':disabled'),
                free: document.querySelector('#knob-batch').matches(':disabled'), wide: document.documentElement.scrollWidth > innerWidth,
            }";
        let seen = page.js(seen, json!([])).await?;
        let wanted = json!({
            "question": "<b>Why?</b>", "theme": "dark", "header": "hidden", "stage": true,
            "rate": false, "fixed": true, "free": false, "wide": false,
        });
        ensure!(seen == wanted, "{seen}");
        page.until_link(&["lesson=lab", "theme=dark", "embed=1", "hide=lr", "lock=k,seed", "q=%3Cb%3EWhy%3F%3C%2Fb%3E"], &[]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_teacher_prepares_a_page_and_sees_it() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=sparse").await?;
        open_door(page, "Share").await?;
        let prepare = "const change = (field, value) => { field.value = value; field.dispatchEvent(new Event(field.tagName === 'TEXTAREA' ? 'input' : 'change', { bubbles: true })); };
            const set = (select, at) => { select.selectedIndex = at; select.dispatchEvent(new Event('change', { bubbles: true })); };
            document.querySelector('.for-a-class').open = true;
            change(document.querySelector('.question textarea'), 'Which units stay lit?');
            const controls = [...document.querySelectorAll('.accesses label')];
            const of = (name) => controls.find((label) => label.querySelector('span').textContent === name).querySelector('select');
            set(of('Seed'), 2);";
        page.js(prepare, json!([])).await?;
        page.js("const label = [...document.querySelectorAll('.accesses label')].find((label) => label.textContent.startsWith('Bottleneck'));
            const select = label.querySelector('select'); select.selectedIndex = 1; select.dispatchEvent(new Event('change', { bubbles: true }));", json!([])).await?;
        let link = page
            .until("the link", async || {
                let link = page.js("return document.querySelector('.copied input').value", json!([])).await?;
                let link = link.as_str().unwrap_or_default().to_owned();
                Ok(link.contains("lock=k").then_some(link))
            })
            .await?;
        ensure!(link.contains("#q=Which%20units%20stay%20lit%3F&v=1&lesson=sparse&hide=seed&lock=k"), "{link}");
        let shown = "const inside = document.querySelector('.peek-at iframe').contentDocument; return inside?.querySelector('.asked')?.textContent ?? ''";
        page.until("the page beside", async || {
            Ok((page.js(shown, json!([])).await? == json!("Which units stay lit?")).then_some(()))
        })
        .await
    })
    .await
}
