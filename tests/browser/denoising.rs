//! Corruption: what the network sees changes, what it should make of it never does.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::{browse, figure};
use crate::learning::drag_slider;

#[tokio::test]
async fn a_higher_level_changes_the_noisy_row_and_never_the_clean_one() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0.1").await?;
        let canvas = page.named("canvas", "held-out images").await?;
        let script = "return parseFloat(document.querySelector('.row-names').style.gridAutoRows)";
        let pitch = page
            .js(script, json!([]))
            .await?
            .as_f64()
            .context("no rows")?;
        let names = "return document.querySelector('.row-names').children.length";
        ensure!(
            page.js(names, json!([])).await? == json!(4),
            "clean, noisy, denoised, trained without noise"
        );
        page.remember(&canvas).await?;
        drag_slider(page, "Corruption level", 0.6).await?;
        page.until_link(&["level=0.6"], &[]).await?;
        let top = canvas.rect().await?.y;
        let changed = page
            .until("another picture", async || page.changed_area(&canvas).await)
            .await?;
        figure(&format!(
            "level 0.1 → 0.6: changed from {:.0} px below the top on; rows are {pitch} px",
            changed[1] - top
        ));
        ensure!(
            changed[1] >= top + pitch,
            "the clean row changed: {changed:?}"
        );
        ensure!(
            changed[1] < top + 1.5 * pitch,
            "the noisy row did not change: {changed:?}"
        );
        ensure!(page.number("Step").await? == 0.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn learning_to_denoise_shows_its_gain() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&speed=fast&play=1").await?;
        page.until("a gain over 3 dB", async || {
            let gain = page.number("Denoising gain").await?;
            Ok((gain > 3.0).then_some(()))
        })
        .await
    })
    .await
}
