//! Everything without a mouse.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const K: &str = "Bottleneck size k";

async fn until_playing(page: &Page<'_>, playing: bool) -> Result<()> {
    let name = if playing { "Pause" } else { "Play" };
    page.until(&format!("the button {name}"), async || {
        Ok(page.has_button(name).await?.then_some(()))
    })
    .await
}

#[tokio::test]
async fn space_plays_and_pauses() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        page.blur().await?;
        page.keys(" ").await?;
        until_playing(page, true).await?;
        page.until_step(|step| step > 0.0).await?;
        page.keys(" ").await?;
        until_playing(page, false).await?;
        // With the focus on the button itself it must not act twice.
        page.press("Play").await?;
        until_playing(page, true).await?;
        page.keys(" ").await?;
        until_playing(page, false).await?;
        let held = page.settled_step().await?;
        ensure!(page.settled_step().await? == held);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_full_stop_steps_and_brackets_turn_k() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        page.keys("..").await?;
        page.until_step(|step| step == 2.0).await?;
        let until_k = async |k: f64| {
            page.until(&format!("k {k}"), async || {
                Ok((page.slider_value(K).await? == k).then_some(()))
            })
            .await
        };
        page.keys("]]").await?;
        until_k(5.0).await?;
        page.keys("[").await?;
        until_k(4.0).await?;
        page.until_link(&["k=4"], &[]).await?;
        ensure!(
            page.settled_step().await? == 2.0,
            "a key of k took steps or began anew"
        );
        Ok(())
    })
    .await
}

/// Types over what a field holds, and goes on with Tab.
#[tokio::test]
async fn escape_closes_the_sheet_of_lesson_and_settings() -> Result<()> {
    browse(async |page| {
        page.resize(1024, 768, false).await?;
        page.open("#lesson=intro").await?;
        let is_open = async || -> Result<bool> {
            let script =
                "return getComputedStyle(document.querySelector('.side')).visibility === 'visible'";
            Ok(serde_json::from_value(page.js(script, json!([])).await?)?)
        };
        // WebKit's window takes its size a little later.
        page.until("no sheet yet", async || {
            Ok((!is_open().await?).then_some(()))
        })
        .await?;
        page.press("Lesson and settings").await?;
        page.until("a sheet", async || Ok(is_open().await?.then_some(())))
            .await?;
        page.keys(Key::Escape + "").await?;
        page.until("no sheet", async || Ok((!is_open().await?).then_some(())))
            .await?;
        Ok(())
    })
    .await
}

async fn retype(field: &WebElement, text: &str) -> Result<()> {
    field.send_keys(Key::Control + "a").await?;
    field.send_keys(text.to_owned() + Key::Tab).await?;
    Ok(())
}

#[tokio::test]
async fn a_number_can_be_typed() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        let field = page.named("input", "Bottleneck size k, typed").await?;
        retype(&field, "24").await?;
        page.until_link(&["k=24"], &[]).await?;
        ensure!(page.slider_value(K).await? == 24.0);
        ensure!(page.number("Step").await? == 0.0);
        // What is no number leaves everything as it was.
        retype(&field, "many").await?;
        page.until("the old number", async || {
            Ok((field.value().await?.as_deref() == Some("24")).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn tab_reaches_play_and_every_slider() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        let mut reached: Vec<String> = Vec::new();
        // The page has fewer stops than this.
        for _ in 0..120 {
            page.keys(Key::Tab + "").await?;
            let script = "return document.activeElement?.ariaLabel ?? ''";
            let name = page.js(script, json!([])).await?;
            reached.push(name.as_str().unwrap_or_default().to_owned());
            if name == "Play" {
                break;
            }
        }
        ensure!(
            reached.last().is_some_and(|name| name == "Play"),
            "{reached:?}"
        );
        for slider in [K, "Learning rate", "Batch size", "Layer 1 units"] {
            ensure!(
                reached.iter().any(|name| name == slider),
                "not {slider}: {reached:?}"
            );
        }
        page.keys(Key::Enter + "").await?;
        until_playing(page, true).await?;
        page.until_step(|step| step > 0.0).await?;
        Ok(())
    })
    .await
}
