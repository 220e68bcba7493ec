//! The waist of the hourglass is dragged where it is.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

/// Drags the upper handle by so many pixels, down where positive.
async fn drag(page: &Page<'_>, by: i64) -> Result<()> {
    let handle = page.driver.find(By::Css(".waist-handle")).await?;
    let bounds = handle.rect().await?;
    let (x, y) = (
        (bounds.x + 0.5 * bounds.width) as i64,
        (bounds.y + 0.5 * bounds.height) as i64,
    );
    let chain = page.driver.action_chain();
    let chain = chain.move_to(x, y).click_and_hold().move_to(x, y + by / 2);
    Ok(chain.move_to(x, y + by).release().perform().await?)
}

#[tokio::test]
async fn dragging_the_waist_widens_and_narrows_the_running_network() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro&play=1").await?;
        let begun = page.until_step(|step| step > 20.0).await?;
        drag(page, -48).await?;
        page.until_link(&["k=16"], &[]).await?;
        drag(page, 96).await?;
        page.until_link(&["k=4"], &[]).await?;
        ensure!(page.slider_value("Bottleneck size k").await? == 4.0);
        ensure!(page.number("Step").await? > begun, "the run began anew");
        // Let go, it stays where it is.
        page.js("scrollTo(0, 0)", json!([])).await?;
        let chain = page.driver.action_chain();
        chain.move_to(700, 500).perform().await?;
        ensure!(page.slider_value("Bottleneck size k").await? == 4.0);
        Ok(())
    })
    .await
}
