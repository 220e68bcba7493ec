//! Two tabs of the page in one browser.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

/// Opens a link in a second tab and goes there; returns the first.
async fn open_second(page: &Page<'_>, link: &str) -> Result<WindowHandle> {
    let first = page.driver.window().await?;
    let second = page.driver.new_tab().await?;
    page.driver.switch_to_window(second).await?;
    page.go(link).await?;
    page.until_step(|_| true).await?;
    Ok(first)
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        let first = open_second(page, "#lesson=pca").await?;
        page.choose("Predict first", "No, they tie").await?;
        page.driver.switch_to_window(first).await?;
        page.choose("Predict first", "Fine detail").await?;
        page.until("both answers", async || {
            let kept = page.kept_progress().await?;
            let both = kept.contains("choice intro 0 1") && kept.contains("choice pca 0 1");
            Ok(both.then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn what_another_tab_has_kept_unheard_stays() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        // As from a tab whose word never came, as to a page that slept: no event in this one.
        let other =
            "localStorage.setItem('hourglass.progress', 'choice pca 0 1\\ngoal sparse 0 0\\n')";
        page.js(other, json!([])).await?;
        page.choose("Predict first", "Fine detail").await?;
        let all = ["choice intro 0 1", "choice pca 0 1", "goal sparse 0 0"];
        page.until(&format!("{all:?}"), async || {
            let kept = page.kept_progress().await?;
            Ok(all.iter().all(|line| kept.contains(line)).then_some(()))
        })
        .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tabs_agree_on_theme_and_keys() -> Result<()> {
    browse(async |page| {
        page.set_theme("light").await?;
        page.open("#lesson=intro").await?;
        let first = open_second(page, "#lesson=intro").await?;
        page.keys("t").await?;
        let switch = page.character_switch().await?;
        switch.click().await?;
        page.driver.switch_to_window(first).await?;
        page.until("the dark theme here too", async || {
            let theme = page
                .js(
                    "return document.documentElement.dataset.theme ?? ''",
                    json!([]),
                )
                .await?;
            Ok((theme == "dark").then_some(()))
        })
        .await?;
        let switch = page.character_switch().await?;
        ensure!(
            !switch.is_selected().await?,
            "single keys are still on here"
        );
        Ok(())
    })
    .await
}
