//! On paper: the page as it stands, or a lesson's worksheet.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::desk::{close_door, open_door};
use crate::harness::browse;

/// The browser's own print has the page on it, also once the desk was there.
#[tokio::test]
async fn the_page_is_printed_where_no_sheet_is_made() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        open_door(page, "Export").await?;
        close_door(page).await?;
        let cdp = page.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.until("the page on paper", async || {
            let shown = "return matchMedia('print').matches && getComputedStyle(document.getElementById('page')).display !== 'none'
                && [...document.styleSheets].some((sheet) => sheet.href?.includes('desk.css'))";
            Ok((page.js(shown, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    })
    .await
}

/// On two pages, whatever the theme: what is printed is the sheet and nothing else.
#[tokio::test]
async fn a_lesson_is_printed_with_the_students_own() -> Result<()> {
    browse(async |page| {
        for lesson in ["intro", "pca", "undercomplete", "sparse", "denoising", "uses"] {
            page.open(&format!("#q=Why%3F&v=1&lesson={lesson}&theme=dark&play=1")).await?;
            page.until_step(|step| step > 100.0).await?;
            page.press("Pause").await?;
            page.js("document.querySelector('.predict input, .options input')?.click()", json!([])).await?;
            open_door(page, "Export").await?;
            // The sheet stays for a look.
            let keep = "window.print = () => { const sheet = document.querySelector('.worksheet').cloneNode(true); sheet.dataset.kept = ''; document.body.append(sheet); };
                [...document.querySelectorAll('.ware')].find((row) => row.querySelector('b').textContent === 'Worksheet').click();";
            page.js(keep, json!([])).await?;
            let sheet = page
                .until("the sheet", async || {
                    let text = page.js("return document.querySelector('[data-kept]')?.textContent", json!([])).await?;
                    Ok(text.as_str().map(str::to_owned))
                })
                .await?;
            ensure!(sheet.contains("Held-out error") && sheet.contains("Why?") && sheet.contains("What I found"), "{sheet}");
            let images = "return [...document.querySelectorAll('[data-kept] img')].map((image) => image.complete && image.naturalWidth > 100)";
            let images = page.js(images, json!([])).await?;
            ensure!(images.as_array().is_some_and(|images| !images.is_empty() && images.iter().all(|is| *is == true)), "{images}");
            close_door(page).await?;
            let pdf = page.driver.print_page(Default::default()).await?;
            let count = |what: &[u8]| pdf.windows(what.len()).filter(|part| *part == what).count();
            let pages = count(b"/Type /Page\n") + count(b"/Type /Page ") + count(b"/Type /Page/");
            ensure!(pages == 2, "{lesson}: {pages} pages");
        }
        Ok(())
    })
    .await
}
