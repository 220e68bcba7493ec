//! What hands do: sliders to their ends, keys that can be turned off, fingers.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

#[tokio::test]
async fn a_decimal_slider_reaches_its_end_and_stops_at_round_numbers() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0").await?;
        let slider = page.slider("Corruption level").await?;
        for _ in 0..30 {
            slider.send_keys(Key::Right + "").await?;
        }
        page.until_link(&["level=0.3"], &[]).await?;
        slider.send_keys(Key::End + "").await?;
        page.until_link(&["level=1"], &[]).await?;
        slider.send_keys(Key::Home + "").await?;
        page.until_link(&["level=0"], &[]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn single_keys_are_turned_off_and_stay_so() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        let switch = page.character_switch().await?;
        switch.click().await?;
        page.press("Close help").await?;
        page.open("#k=3").await?;
        page.blur().await?;
        page.keys("]]").await?;
        // The arrows still act: once they have, the brackets before them have had their time.
        page.keys(Key::Right + "").await?;
        page.until("the selected sample", async || {
            let script = "return document.querySelector('canvas.network')?.dataset.sample ?? null";
            Ok(page
                .js(script, json!([]))
                .await?
                .as_str()
                .map(str::to_owned))
        })
        .await?;
        ensure!(page.slider_value("Bottleneck size k").await? == 3.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_digit_typed_on_a_slider_chooses_no_lesson() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro&k=3").await?;
        let slider = page.slider("Bottleneck size k").await?;
        slider.send_keys("5").await?;
        slider.send_keys(Key::Right + "").await?;
        let link = page.until_link(&["k=4"], &[]).await?;
        ensure!(!link.contains("lesson="), "{link}");
        Ok(())
    })
    .await
}

/// What a canvas of the hourglass has in device pixels per CSS pixel.
async fn density(page: &Page<'_>) -> Result<f64> {
    let script = "const canvas = document.querySelector('canvas.network');
        return canvas.width / canvas.clientWidth";
    Ok(page.js(script, json!([])).await?.as_f64().unwrap_or(0.0))
}

#[tokio::test]
async fn canvases_follow_a_change_of_pixel_density() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        for wanted in [1.0, 2.0, 1.0] {
            let metrics = json!({ "width": 1440, "height": 900, "deviceScaleFactor": wanted, "mobile": false });
            let cdp = page.driver.cdp();
            cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
            page.until(&format!("{wanted} device pixels per pixel"), async || {
                Ok(((density(page).await? - wanted).abs() < 0.02).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_fingers_zoom_and_a_swipe_on_a_picture_scrolls() -> Result<()> {
    browse(async |page| {
        page.resize(390, 844, true).await?;
        for lesson in ["intro", "pca", "undercomplete", "sparse", "denoising", "uses"] {
            page.open(&format!("#lesson={lesson}")).await?;
            let script = "return [...document.querySelectorAll('canvas')]
                .map((canvas) => [canvas.className, getComputedStyle(canvas).touchAction])
                .filter(([, action]) => action !== 'auto' && !(action.includes('pan-y') && action.includes('pinch-zoom')))";
            let deaf = page.js(script, json!([])).await?;
            ensure!(deaf == json!([]), "{lesson}: {deaf}");
        }
        Ok(())
    })
    .await
}
