//! Corruption: what the network sees changes, what it should make of it never does.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

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
            page.js(names, json!([])).await? == json!(5),
            "clean, noisy, denoised, trained without noise, errors"
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

/// A hand spoils one image: that image and what becomes of it change, the clean one does not.
#[tokio::test]
async fn a_scribble_by_pointer_and_by_keys_is_answered_at_once() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&noise=saltpepper&level=0.3")
            .await?;
        let named = async |name: &str| page.named("canvas", name).await;
        let (clean, drawn) = (named("clean").await?, named("The sample to spoil").await?);
        let repaired = named("repaired").await?;
        let before = [
            page.pixels(&clean).await?,
            page.pixels(&drawn).await?,
            page.pixels(&repaired).await?,
        ];
        let bounds = drawn.rect().await?;
        let side = bounds.width.min(bounds.height);
        let at = |part: f64| {
            (
                (bounds.x + part * side) as i64,
                (bounds.y + 0.5 * side) as i64,
            )
        };
        let chain = page.driver.action_chain().move_to(at(0.1).0, at(0.1).1);
        chain
            .click_and_hold()
            .move_to(at(0.5).0, at(0.5).1)
            .move_to(at(0.9).0, at(0.9).1)
            .release()
            .perform()
            .await?;
        page.until("an answer to the stroke", async || {
            let now = page.pixels(&repaired).await?;
            Ok((now != before[2]).then_some(()))
        })
        .await?;
        let spoilt = page.pixels(&drawn).await?;
        ensure!(spoilt != before[1], "nothing was drawn");
        ensure!(
            page.pixels(&clean).await? == before[0],
            "the clean image changed"
        );
        // Back again, and by keys.
        page.press("Put it back").await?;
        page.until("the whole image", async || {
            Ok((page.pixels(&drawn).await? == before[1]).then_some(()))
        })
        .await?;
        drawn.send_keys(Key::Up + Key::Enter).await?;
        page.blur().await?;
        page.until("a pixel by the keys", async || {
            Ok((page.pixels(&drawn).await? != before[1]).then_some(()))
        })
        .await
    })
    .await
}

/// A press on the plane drops a particle, which leaves a trail.
#[tokio::test]
async fn a_press_on_the_plane_drops_a_particle() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&data=blobs").await?;
        let plane = page.named("canvas", "points").await?;
        page.until("a drawn plane", async || {
            let is_drawn = page.js(
                "return document.querySelector('canvas.points').width > 0",
                json!([]),
            );
            Ok((is_drawn.await? == json!(true)).then_some(()))
        })
        .await?;
        page.remember(&plane).await?;
        let bounds = plane.rect().await?;
        let (x, y) = (
            bounds.x + 0.5 * bounds.width,
            bounds.y + 0.5 * bounds.height,
        );
        page.driver
            .action_chain()
            .move_to(x as i64, y as i64)
            .click()
            .perform()
            .await?;
        page.until("a particle", async || page.changed_area(&plane).await)
            .await?;
        // It goes on by itself, although nothing is trained.
        page.remember(&plane).await?;
        let soon = Duration::from_secs(10);
        page.until_within(soon, "a trail that grows", async || {
            page.changed_area(&plane).await
        })
        .await?;
        ensure!(page.has_button("Clear them").await?);
        let angle = page
            .named("output", "Angle to the score")
            .await?
            .text()
            .await?;
        let angle: f64 = angle.trim_end_matches('°').parse()?;
        ensure!((0.0..=180.0).contains(&angle), "{angle}");
        Ok(())
    })
    .await
}
