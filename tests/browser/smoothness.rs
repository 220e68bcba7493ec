//! Training at full speed leaves the page free to move.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::time::sleep;

use crate::harness::{browse, figure};

/// ms.
const LONGEST_TASK: f64 = 100.0;

const HOLD_UP: &str = "setTimeout(() => {
    const from = performance.now();
    while (performance.now() < from + 150);
})";

async fn runs_smoothly(link: &'static str) -> Result<()> {
    browse(async |page| {
        page.open(link).await?;
        let begun = page.until_step(|step| step > 0.0).await?;
        // Loading and the first layout are over.
        sleep(Duration::from_secs(1)).await;
        let from = page.js("return performance.now()", json!([])).await?;
        let from = from.as_f64().context("no clock")?;
        sleep(Duration::from_secs(10)).await;
        let tasks: Vec<(f64, f64)> =
            serde_json::from_value(page.js("return seen.tasks", json!([])).await?)?;
        let while_training = tasks.iter().filter(|(start, _)| *start >= from);
        let (n, longest) = while_training.fold((0, 0.0_f64), |(n, longest), (_, ms)| {
            (n + 1, longest.max(*ms))
        });
        let taken = page.number("Step").await? - begun;
        figure(&format!(
            "{link}: longest task {longest:.0} ms, {n} over 50 ms, {:.0} steps per second",
            taken / 11.0
        ));
        ensure!(taken > 100.0, "only {taken} steps in eleven seconds");
        ensure!(
            longest <= LONGEST_TASK,
            "a task of {longest:.0} ms held the page up"
        );
        ensure!(page.notices("alert").await?.is_empty());
        page.must_have_no_errors().await?;

        // Silence counts for nothing unless a long task would have been heard.
        page.js(HOLD_UP, json!([])).await?;
        page.until("the long task of this test", async || {
            let longest = page.js(
                "return Math.max(...seen.tasks.map((task) => task[1]))",
                json!([]),
            );
            Ok((longest.await?.as_f64() > Some(LONGEST_TASK)).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn digits_at_full_speed_never_hold_the_page_up() -> Result<()> {
    runs_smoothly("#speed=fast&play=1").await
}

#[tokio::test]
async fn a_circle_at_full_speed_never_holds_the_page_up() -> Result<()> {
    runs_smoothly("#data=circle&k=1&hidden=32-32&act=tanh&speed=fast&play=1").await
}
