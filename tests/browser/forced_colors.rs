//! Contrast themes of the system: what is chosen, current or pressed is seen, and sliders have a track and a thumb.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::browse;
use crate::page::Page;

async fn contrast_theme(page: &Page<'_>) -> Result<()> {
    let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
    let cdp = page.driver.cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", features).await?;
    let active = "return matchMedia('(forced-colors: active)').matches";
    ensure!(
        page.js(active, json!([])).await? == json!(true),
        "no contrast theme"
    );
    Ok(())
}

/// Each mark of a choice, and whether its look differs from that of what is not chosen.
const CHOICES: &str = r#"
    const look = (element) => {
        const style = getComputedStyle(element);
        const image = style.backgroundImage;
        const line = style.outlineStyle === "none" ? "" : style.outlineColor + style.outlineWidth;
        return [style.backgroundColor, image, style.borderBottomColor, line].join();
    };
    const shown = (element) => element.getClientRects().length > 0;
    const compare = (name, chosen, others) => [...document.querySelectorAll(chosen)].filter(shown).map((one) => {
        const scope = one.closest("fieldset, [role=radiogroup], nav, .transport, header, .stages") ?? document;
        const other = [...scope.querySelectorAll(others)].find((other) => shown(other) && !other.matches(chosen));
        return [name, one.textContent.trim(), !other || look(one) !== look(other)];
    });
    return [
        ...compare("segment", ".segments input:checked + span", ".segments input:not(:checked) + span"),
        ...compare("answer", ".options input:checked", ".options input:not(:checked)"),
        ...compare("lesson", ".lessons [aria-current]", ".lessons button:not([aria-current])"),
        ...compare("pressed", ".transport [aria-pressed=true]", ".transport [aria-pressed=false]"),
    ]"#;

#[tokio::test]
async fn choices_are_seen_in_a_contrast_theme() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        contrast_theme(page).await?;
        page.choose("Predict first", "Fine detail").await?;
        page.blur().await?;
        page.keys("w").await?;
        page.until("the marks of all choices, seen", async || {
            let marks: Vec<(String, String, bool)> =
                serde_json::from_value(page.js(CHOICES, json!([])).await?)?;
            let kinds = ["segment", "answer", "lesson", "pressed"];
            let has_all = kinds
                .iter()
                .all(|kind| marks.iter().any(|(name, ..)| name == kind));
            let are_seen = marks.iter().all(|&(.., is_seen)| is_seen);
            Ok((has_all && are_seen).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn sliders_are_seen_in_a_contrast_theme() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab").await?;
        contrast_theme(page).await?;
        let slider = page.slider("Bottleneck size k").await?;
        // The row of pixels through its middle, as seen: how many differ from the first, which is the paper.
        let script = "
            const [shot, done] = arguments;
            const image = new Image();
            image.onload = () => {
                const canvas = document.createElement('canvas');
                [canvas.width, canvas.height] = [image.width, image.height];
                const pen = canvas.getContext('2d');
                pen.drawImage(image, 0, 0);
                const seen = (y) => {
                    const row = pen.getImageData(0, y, image.width, 1).data;
                    const paper = pen.getImageData(0, 0, 1, 1).data;
                    let seen = 0;
                    for (let x = 0; x < image.width; x += 1) {
                        const off = [0, 1, 2].reduce((sum, i) => sum + Math.abs(row[4 * x + i] - paper[i]), 0);
                        if (off > 120) seen += 1;
                    }
                    return seen;
                };
                const middle = Math.round(image.height / 2);
                done([image.width, seen(middle), seen(middle - 5)]);
            };
            image.src = 'data:image/png;base64,' + shot;";
        let shot = slider.screenshot_as_png_base64().await?;
        let found = page.driver.execute_async(script, vec![json!(shot)]).await?;
        let [width, track, thumb]: [f64; 3] = found.convert()?;
        ensure!(track > 0.8 * width, "a track of {track} in {width} pixels");
        ensure!((6.0..24.0).contains(&thumb), "a thumb {thumb} pixels wide");
        Ok(())
    })
    .await
}
