//! A page that a teacher has prepared, and the place where it is prepared.

use anyhow::{Context, Result, ensure};
use hourglass::handed::Handed;
use serde_json::json;

use crate::desk::open_door;
use crate::harness::{browse, figure};

#[tokio::test]
async fn a_link_hides_fixes_asks_and_dresses_the_page() -> Result<()> {
    browse(async |page| {
        let link = "#q=%3Cb%3EWhy%3F%3C%2Fb%3E&v=1&lesson=lab&theme=dark&embed=1&hide=lr&lock=k,seed";
        page.open(link).await?;
        page.until_step(|_| true).await?;
        let seen = "const box = (selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
            return {
                question: document.querySelector('.asked')?.textContent, theme: document.documentElement.dataset.theme,
                header: box('header'), top: document.querySelector('main').getBoundingClientRect().top, stage: box('main') > 500,
                rate: document.querySelector('#knob-lr') !== null, fixed: document.querySelector('#knob-k').matches(':disabled'),
                free: document.querySelector('#knob-batch').matches(':disabled'), wide: document.documentElement.scrollWidth > innerWidth,
            }";
        let seen = page.js(seen, json!([])).await?;
        let wanted = json!({
            "question": "<b>Why?</b>", "theme": "dark", "header": 0, "top": 0, "stage": true,
            "rate": false, "fixed": true, "free": false, "wide": false,
        });
        ensure!(seen == wanted, "{seen}");
        page.until_link(&["lesson=lab", "theme=dark", "embed=1", "hide=lr", "lock=k,seed", "q=%3Cb%3EWhy%3F%3C%2Fb%3E"], &[]).await?;
        Ok(())
    })
    .await
}

/// For a class that looks at it together: the question above all, and what is switched off is not in the link any more.
#[tokio::test]
async fn a_question_stands_on_the_projector_too() -> Result<()> {
    browse(async |page| {
        page.open("#q=Why%3F&v=1&present=1").await?;
        let seen = "return [document.documentElement.hasAttribute('data-presenting'),
            document.querySelector('.asked').getBoundingClientRect().height > 10]";
        ensure!(page.js(seen, json!([])).await? == json!([true, true]));
        page.until_link(&["present=1"], &[]).await?;
        page.press("Present").await?;
        page.until_link(&["q=Why%3F"], &["present=1"]).await?;
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
            set(of('Seed'), 2);
            const asked = [...document.querySelectorAll('.asked-for > label')];
            set(asked.find((label) => label.textContent.startsWith('Language')).querySelector('select'), 2);";
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
        ensure!(link.contains("#q=Which%20units%20stay%20lit%3F&v=1&lesson=sparse&lang=de&hide=seed&lock=k"), "{link}");
        let shown = "const inside = document.querySelector('.peek-at iframe').contentDocument; return [inside?.querySelector('.asked')?.textContent, inside?.documentElement.lang]";
        page.until("the page beside", async || {
            Ok((page.js(shown, json!([])).await? == json!(["Which units stay lit?", "de"])).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_class_of_thirty_lies_on_one_another() -> Result<()> {
    browse(async |page| {
        // What one student hands in.
        page.open("#lesson=intro&play=1").await?;
        page.until_step(|step| step > 200.0).await?;
        open_door(page, "Share").await?;
        let write = "document.querySelector('.hand-in').open = true;
            const input = document.querySelector('.hand-in .question input');
            input.value = '<i>Zoë</i>'; input.dispatchEvent(new Event('input', { bubbles: true }));";
        page.js(write, json!([])).await?;
        let code = page
            .until("the code", async || {
                let code = page.js("return document.querySelector('.hand-in .copied input')?.value", json!([])).await?;
                let code = code.as_str().unwrap_or_default().to_owned();
                let named = Handed::from_code(&code).is_some_and(|handed| handed.name == "<i>Zoë</i>");
                Ok(named.then_some(code))
            })
            .await?;
        let one = Handed::from_code(&code).context("no result")?;
        ensure!(one.link.contains("#v=1") && one.steps() > 200 && one.held_out() < 0.2, "{one:?}");

        // Thirty of them, and one that was cut.
        let class: Vec<String> = (0..29_u32)
            .map(|i| {
                let mut other = one.clone();
                other.name = format!("student {i}");
                for (_, error) in &mut other.curve {
                    *error *= 1.0 + i as f32 / 10.0;
                }
                if i == 12 {
                    let end = other.curve.len() - 1;
                    other.curve[end].1 /= 10.0;
                }
                other.code()
            })
            .collect();
        let pasted = format!("{}\n{code}\n{}", class.join("\n"), &code[..60]);
        let paste = "const area = document.querySelector('.class textarea');
            document.querySelector('.class').open = true;
            const from = performance.now();
            area.value = arguments[0]; area.dispatchEvent(new Event('input', { bubbles: true }));
            window.took = null;
            const look = () => document.querySelectorAll('.class tbody tr').length === 30 ? (window.took = performance.now() - from) : requestAnimationFrame(look);
            requestAnimationFrame(look);";
        page.js(paste, json!([pasted])).await?;
        let took = page
            .until("thirty results", async || Ok(page.js("return window.took", json!([])).await?.as_f64()))
            .await?;
        figure(&format!("a class of 30 codes lies on one another after {took:.0} ms"));
        let seen = "return [document.querySelector('.class .best th').textContent, document.querySelectorAll('.class polyline').length,
            document.querySelector('.class [role=status]').textContent, document.querySelector('.class i') === null]";
        let seen = page.js(seen, json!([])).await?;
        ensure!(seen[0] == "student 12" && seen[1] == 30 && seen[3] == true, "{seen}");
        ensure!(seen[2].as_str().is_some_and(|said| said.contains("30 results.") && said.contains("One code is damaged")), "{seen}");
        Ok(())
    })
    .await
}
