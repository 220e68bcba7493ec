//! A run that was replaced can be brought back.

use anyhow::{Result, ensure};

use crate::harness::browse;
use crate::page::Page;

const K: &str = "Bottleneck size k";
const EVERYTHING: [&str; 4] = ["Step", "Loss", "Training error", "Held-out error"];

/// A run of some steps, paused; what its readouts say exactly.
async fn paused_run(page: &Page<'_>) -> Result<Option<Vec<String>>> {
    page.open("#k=3&seed=2&play=1").await?;
    page.until_step(|step| step > 30.0).await?;
    page.press("Pause").await?;
    page.settled_step().await?;
    page.exact(&EVERYTHING).await
}

async fn brings_back(page: &Page<'_>, before: Option<Vec<String>>) -> Result<()> {
    page.press("Bring it back").await?;
    let until = page.until("the former numbers", async || {
        let now = page.exact(&EVERYTHING).await?;
        Ok((now == before).then_some(()))
    });
    until.await?;
    ensure!(page.chosen("Data set").await? == "digits");
    ensure!(page.slider_value(K).await? == 3.0);
    page.until_link(&["k=3", "seed=2"], &["data="]).await?;
    ensure!(
        !page.has_button("Bring it back").await?,
        "there is nothing left to bring back"
    );
    let step = page.number("Step").await?;
    page.press("Step").await?;
    page.until_step(|now| now == step + 1.0).await?;
    Ok(())
}

#[tokio::test]
async fn a_reset_can_be_taken_back() -> Result<()> {
    browse(async |page| {
        let before = paused_run(page).await?;
        page.press("Reset").await?;
        page.until_step(|step| step == 0.0).await?;
        brings_back(page, before).await
    })
    .await
}

#[tokio::test]
async fn another_data_set_can_be_taken_back() -> Result<()> {
    browse(async |page| {
        let before = paused_run(page).await?;
        page.choose("Data set", "moons").await?;
        page.until_step(|step| step == 0.0).await?;
        page.until_link(&["data=moons"], &[]).await?;
        page.press("Step").await?;
        page.until_step(|step| step == 1.0).await?;
        brings_back(page, before).await
    })
    .await
}
