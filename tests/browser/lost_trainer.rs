//! A trainer that dies, is stuck or does not start: it is said, and the run goes on.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::{browse, figure};
use crate::page::Page;
use crate::server::Fault;

/// The restart button works: training goes on, at or after the step that it names.
async fn restarts(page: &Page<'_>) -> Result<()> {
    let alert = page.until_alert().await?;
    let step = alert.split("Restart from step ").nth(1).unwrap_or_default();
    let step: f64 = step.trim().parse().with_context(|| alert.clone())?;
    let shown = async || -> Result<Vec<f64>> {
        let steps = "return seen.steps.map(([, step]) => step)";
        Ok(serde_json::from_value(page.js(steps, json!([])).await?)?)
    };
    let before = shown().await?.len();
    page.press("Restart from step").await?;
    page.until_no_alert().await?;
    let first = page
        .until("a step of the fresh trainer", async || {
            Ok(shown().await?.get(before).copied())
        })
        .await?;
    ensure!(
        (step..step + 480.0).contains(&first),
        "restarted from step {step}, the first that was shown is {first}"
    );
    page.until_step(|now| now > first + 200.0).await?;
    Ok(())
}

/// A clock of the screen that runs so many times as fast: after ten seconds of it, a trainer that says nothing is named.
async fn hurry(page: &Page<'_>) -> Result<()> {
    let hurry = "const animate = window.requestAnimationFrame.bind(window);
        window.requestAnimationFrame = (work) => animate((now) => work(5 * now))";
    page.before_scripts(hurry).await
}

/// Words that are no command make the trainer throw, like any mistake of its own would.
async fn kill(page: &Page<'_>) -> Result<()> {
    let words = "seen.workers.at(-1).postMessage('no command')";
    page.js(words, json!([])).await?;
    Ok(())
}

#[tokio::test]
async fn a_trainer_that_dies_is_replaced_without_losing_the_run() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.open("#k=4&play=1").await?;
        page.until_step(|step| step > 300.0).await?;
        kill(page).await?;
        let told = page.until_told("was started again from step").await?;
        ensure!(!told.contains("from step 0"), "the run is lost: {told:?}");
        let from = page.number("Step").await?;
        page.until_step(|step| step > from + 200.0).await?;
        // One that dies again so soon waits for the user.
        kill(page).await?;
        let alert = page.until_alert().await?;
        ensure!(alert.contains("Training stopped"), "{alert:?}");
        ensure!(!alert.contains("from step 0"), "the run is lost: {alert:?}");
        // The page is still there.
        page.choose("Hidden activation", "tanh").await?;
        page.until_link(&["act=tanh"], &[]).await?;
        restarts(page).await
    })
    .await
}

#[tokio::test]
async fn a_trainer_that_is_killed_in_silence_is_noticed() -> Result<()> {
    browse(async |page| {
        hurry(page).await?;
        page.open("#k=4&play=1").await?;
        page.until_step(|step| step > 600.0).await?;
        // As a device does that is short of memory: nobody is told.
        page.js("seen.workers.at(-1).terminate()", json!([]))
            .await?;
        let alert = page.until_alert().await?;
        ensure!(alert.contains("has not answered"), "{alert:?}");
        ensure!(!alert.contains("from step 0"), "the run is lost: {alert:?}");
        let pressed = Instant::now();
        restarts(page).await?;
        figure(&format!(
            "a trainer that was killed in silence: back, and 200 steps on, after {:.2} s",
            pressed.elapsed().as_secs_f64()
        ));
        Ok(())
    })
    .await
}

/// Small sets have room and MNIST has not: that is said, and the small ones go on.
#[tokio::test]
async fn a_trainer_without_memory_says_so_and_smaller_data_go_on() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil("worker_bg.wasm", Fault::Cramped);
        page.open("#data=line&play=1").await?;
        page.until_step(|step| step > 200.0).await?;
        page.choose("Data set", "MNIST").await?;
        let alert = page.until_alert().await?;
        ensure!(alert.contains("memory"), "{alert:?}");
        page.choose("Data set", "circle").await?;
        page.press("Restart from step").await?;
        page.until_no_alert().await?;
        page.until_step(|step| step > 200.0).await?;
        Ok(())
    })
    .await
}

/// With a faulty file the trainer does not start: that is said, and once the file is sound one press starts it.
async fn starts_late(file: &'static str, fault: Fault, says: &str) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        hurry(page).await?;
        page.server.spoil(file, fault);
        page.go("#play=1").await?;
        let alert = page.until_alert().await?;
        ensure!(alert.contains(says), "{alert:?}");
        page.choose("Data set", "circle").await?;
        page.until_link(&["data=circle"], &[]).await?;
        // Trying again in vain says so again.
        page.press("Restart from step").await?;
        page.until_alert().await?;
        page.server.mend();
        restarts(page).await
    })
    .await
}

#[tokio::test]
async fn a_trainer_without_its_script_is_reported_and_can_be_restarted() -> Result<()> {
    starts_late("worker.js", Fault::Missing, "Training stopped").await
}

#[tokio::test]
async fn a_trainer_without_its_program_is_reported_and_can_be_restarted() -> Result<()> {
    starts_late("worker_bg.wasm", Fault::Missing, "Training stopped").await
}

#[tokio::test]
async fn a_trainer_that_is_missing_is_reported_and_can_be_restarted() -> Result<()> {
    starts_late("trainer.js", Fault::Missing, "Training stopped").await
}

#[tokio::test]
async fn half_a_trainer_is_reported_and_can_be_restarted() -> Result<()> {
    starts_late("worker_bg.wasm", Fault::Torn, "Training stopped").await
}

#[tokio::test]
async fn a_trainer_that_is_stuck_is_noticed() -> Result<()> {
    starts_late("worker.js", Fault::Endless, "has not answered").await
}

#[tokio::test]
async fn a_trainer_of_another_version_is_named() -> Result<()> {
    starts_late("worker_bg.wasm", Fault::OfAnotherVersion, "another version").await
}
