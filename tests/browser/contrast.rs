//! Contrast themes of the system: what is chosen, current or pressed is seen, and sliders have a track and a thumb. And
//! more contrast, where it is asked for, on the page and in its pictures.

use anyhow::{Result, ensure};
use hourglass::plot::{Palette, Theme};
use serde_json::json;

use crate::harness::browse;
use crate::page::Page;

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
        page.set_media("forced-colors", "active").await?;
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
        page.set_media("forced-colors", "active").await?;
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

/// What is painted in exactly these colours, in pixels of all pictures, and the paper behind them.
async fn painted(page: &Page<'_>, colours: &[[u8; 3]]) -> Result<(Vec<usize>, String)> {
    let script = "
        const [colours] = arguments;
        const counts = colours.map(() => 0);
        for (const canvas of document.querySelectorAll('canvas')) {
            if (!canvas.width || !canvas.height) continue;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            for (let at = 0; at < data.length; at += 4)
                colours.forEach((colour, i) => {
                    if (data[at + 3] === 255 && colour.every((part, c) => data[at + c] === part)) counts[i] += 1;
                });
        }
        return [counts, getComputedStyle(document.body).backgroundColor]";
    Ok(serde_json::from_value(
        page.js(script, json!([colours])).await?,
    )?)
}

#[tokio::test]
async fn page_and_pictures_have_more_contrast_where_it_is_asked_for() -> Result<()> {
    browse(async |page| {
        page.set_theme("light").await?;
        page.open("#lesson=pca&play=1").await?;
        page.until_step(|step| step > 200.0).await?;
        let themes = [Theme::LIGHT, Theme::LIGHT.with_more_contrast()];
        let colours = themes.map(Palette::of).map(|p| [p.pca, p.error]);
        let (usual, more) = (colours[0], colours[1]);
        let is_painted = |counts: &[usize]| counts.iter().all(|&pixels| pixels > 0);
        page.until("pictures", async || {
            let (counts, paper) = painted(page, &usual).await?;
            Ok((is_painted(&counts) && paper == "rgb(252, 251, 248)").then_some(()))
        })
        .await?;
        page.set_media("prefers-contrast", "more").await?;
        page.until("more contrast", async || {
            let (counts, paper) = painted(page, &more).await?;
            Ok((is_painted(&counts) && paper == "rgb(255, 255, 255)").then_some(()))
        })
        .await?;
        // Some are painted a little later than others.
        page.until("no picture as it was", async || {
            let (counts, _) = painted(page, &usual).await?;
            Ok((counts == [0, 0]).then_some(()))
        })
        .await
    })
    .await
}
