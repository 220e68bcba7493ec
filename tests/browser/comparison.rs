//! Two runs beside each other: one that is pinned, or a twin.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::common;
use crate::harness::browse;
use crate::learning::drag_slider;

#[tokio::test]
async fn a_pinned_run_stays_and_says_what_differs() -> Result<()> {
    browse(async |page| {
        page.open("#k=8&play=1").await?;
        page.until_step(|step| step > 100.0).await?;
        page.press("Pin run").await?;
        drag_slider(page, "Bottleneck size k", 2.0).await?;
        let said = "return document.querySelector('.pinned').innerText";
        page.until("what differs", async || {
            let said = page.js(said, json!([])).await?;
            Ok(said
                .as_str()
                .is_some_and(|text| text.contains("k 8 → 2"))
                .then_some(()))
        })
        .await?;
        let title = "return document.querySelector('.title').innerText";
        let is_titled = async |wanted: &str| {
            let title = page.js(title, json!([])).await?;
            Ok::<_, anyhow::Error>(
                title
                    .as_str()
                    .is_some_and(|t| t.contains(wanted))
                    .then_some(()),
            )
        };
        page.blur().await?;
        page.keys("a").await?;
        page.until("the pinned pictures", async || is_titled("8 numbers").await)
            .await?;
        page.keys("a").await?;
        page.until("this run's pictures", async || is_titled("2 numbers").await)
            .await
    })
    .await
}

/// The twin is the network that a link with that one setting would train.
#[tokio::test]
async fn twins_differ_in_one_setting_alone() -> Result<()> {
    browse(async |page| {
        page.open("#k=8&seed=3").await?;
        page.press("Twin").await?;
        let sides = "return [...document.querySelectorAll('.sides .one')].map((side) =>
            [side.dataset.step, side.querySelector('output').dataset.value])";
        let read = async || -> Result<Option<Vec<(String, String)>>> {
            let read: Vec<(String, String)> =
                serde_json::from_value(page.js(sides, json!([])).await?)?;
            Ok((read.len() == 2).then_some(read))
        };
        page.until("two networks", read).await?;
        page.press("Play").await?;
        page.until_step(|step| step > 100.0).await?;
        page.until("a hundred steps of the twin", async || {
            let read = read().await?;
            Ok(read.filter(|read| read[1].0.parse::<u32>().is_ok_and(|step| step > 100)))
        })
        .await?;
        page.press("Pause").await?;
        page.settled_step().await?;
        let standing = page
            .until("twins that stand still", async || {
                let before = read().await?;
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
                let after = read().await?;
                Ok((before == after).then_some(after).flatten())
            })
            .await?;
        for (link, (step, error)) in ["#k=8&seed=3", "#k=4&seed=3"].into_iter().zip(standing) {
            let native = common::last_readouts(link, step.parse()?);
            let shown: f64 = error.parse()?;
            let off = (shown - native.heldout_mse).abs() / native.heldout_mse;
            ensure!(
                off < 1e-3,
                "{link} at step {step}: {shown}, not {}",
                native.heldout_mse
            );
        }
        Ok(())
    })
    .await
}
