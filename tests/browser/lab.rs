//! The Lab: panels of the student's choice, and networks side by side.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use hourglass::protocol::{Event, View};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::common;
use crate::harness::{browse, figure};

#[tokio::test]
async fn panels_are_chosen_moved_and_kept_in_the_link() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab").await?;
        let order = "return [...document.querySelectorAll('.lab-panel .lab-buttons button:last-child')].map((hide) => hide.title)";
        let toggle = async |name: &str| -> Result<()> {
            let by = format!("//fieldset[@aria-label='Pictures']//label[.='{name}']");
            Ok(page.driver.find(By::XPath(by)).await?.click().await?)
        };
        toggle("Units").await?;
        page.until_link(&["panels=codes,units"], &[]).await?;
        page.press("Move Units to the front").await?;
        page.until_link(&["panels=units,codes"], &[]).await?;
        ensure!(page.js(order, json!([])).await? == json!(["Hide Units", "Hide Code"]));
        page.press("Hide Code").await?;
        let link = page.until_link(&["panels=units"], &["codes"]).await?;
        page.open(&link[link.find('#').context("no link")?..]).await?;
        ensure!(page.js(order, json!([])).await? == json!(["Hide Units"]));
        Ok(())
    })
    .await
}

/// Each of six networks has the error that its own link has after as many steps, and one goes on.
#[tokio::test]
async fn a_small_multiple_is_the_native_run_of_its_link() -> Result<()> {
    let mut engine = common::engine();
    common::start(&mut engine, "#lesson=lab&k=4");
    let trained = match common::train(&mut engine, 1000, View::default()) {
        Event::Snapshot { snapshot, .. } => snapshot,
        other => anyhow::bail!("{other:?}"),
    };
    browse(async |page| {
        page.open("#lesson=lab").await?;
        page.press("Six side by side").await?;
        let script = "return Number(document.querySelector('.tiles > section[aria-label$=\" 4\"]')?.dataset.step ?? 0)";
        page.until_within(Duration::from_secs(90), "1,000 steps at k = 4", async || {
            let step = page.js(script, json!([])).await?;
            Ok((step.as_f64() == Some(1000.0)).then_some(()))
        })
        .await?;
        let error = "return Number(document.querySelector('.tiles > section[aria-label$=\" 4\"] output').dataset.value)";
        let error = page.js(error, json!([])).await?.as_f64().context("no error")?;
        figure(&format!("k = 4: {error} on the page, {} natively", trained.readouts.heldout_mse));
        ensure!((error / trained.readouts.heldout_mse - 1.0).abs() < 1e-6);
        page.press("Go on with Bottleneck size k 4").await?;
        page.until_link(&["k=4"], &[]).await?;
        page.until_step(|step| step == 1000.0).await?;
        page.press("Play").await?;
        page.until_step(|step| step > 1010.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn several_networks_are_left_at_any_time() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&data=spiral").await?;
        page.press("Six side by side").await?;
        page.until("six tiles", async || {
            let tiles = page.driver.find_all(By::Css(".tiles > section")).await?;
            Ok((tiles.len() == 6).then_some(()))
        })
        .await?;
        page.press("Cancel").await?;
        page.until("one network", async || {
            let tiles = page.driver.find_all(By::Css(".multiples")).await?;
            Ok(tiles.is_empty().then_some(()))
        })
        .await
    })
    .await
}
