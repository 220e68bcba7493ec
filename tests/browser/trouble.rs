//! What goes wrong is said in a sentence, and one click sets it right.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::browse;
use crate::page::Page;
use crate::server::Fault;

#[tokio::test]
async fn a_diverged_run_is_set_right_with_one_click() -> Result<()> {
    browse(async |page| {
        page.go("#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=1&k=1&play=1")
            .await?;
        let alert = page.until_alert().await?;
        let step = alert.split("step ").nth(1).unwrap_or_default();
        ensure!(
            step.starts_with(|c: char| c.is_ascii_digit()),
            "no step in {alert:?}"
        );
        ensure!(
            alert.contains("learning rate of 1 "),
            "no learning rate in {alert:?}"
        );
        page.press("Continue from step").await?;
        page.until_no_alert().await?;
        let rate = 10_f64.powf(page.slider_value("Learning rate").await?);
        ensure!(rate < 1.0, "the learning rate is still {rate}");
        let from = page.number("Step").await?;
        page.until_step(|step| step > from + 500.0).await?;
        for name in ["Loss", "Training error", "Held-out error"] {
            let value = page.number(name).await?;
            ensure!(value.is_finite() && value < 10.0, "{name} is {value}");
        }
        ensure!(page.notices("alert").await?.is_empty(), "it diverged again");
        Ok(())
    })
    .await
}

/// The restart button works: training goes on, at or after the step that it names.
async fn restarts(page: &Page<'_>) -> Result<()> {
    let alert = page.until_alert().await?;
    let step = alert.split("Restart from step ").nth(1).unwrap_or_default();
    let step: f64 = step.trim().parse().with_context(|| alert.clone())?;
    page.press("Restart from step").await?;
    page.until_no_alert().await?;
    page.until_step(|now| now > step && now < step + 200.0)
        .await?;
    page.until_step(|now| now > step + 200.0).await?;
    Ok(())
}

#[tokio::test]
async fn a_trainer_that_dies_is_replaced_without_losing_the_run() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.open("#k=4&play=1").await?;
        page.until_step(|step| step > 300.0).await?;
        // Words that are no command make the trainer throw, like any mistake of its own would.
        page.js("seen.workers.at(-1).postMessage('no command')", json!([]))
            .await?;
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

/// A file of the trainer that does not arrive.
async fn survives_without(file: &'static str) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil(file, Fault::Missing);
        page.go("#play=1").await?;
        let alert = page.until_alert().await?;
        ensure!(alert.contains("Training stopped"), "{alert:?}");
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
    survives_without("worker.js").await
}

#[tokio::test]
async fn a_trainer_without_its_program_is_reported_and_can_be_restarted() -> Result<()> {
    survives_without("worker_bg.wasm").await
}

#[tokio::test]
async fn a_trainer_that_is_missing_is_reported_and_can_be_restarted() -> Result<()> {
    survives_without("trainer.js").await
}

/// The images do not arrive: the page says so, the point sets work, and once the file is sound so do the images.
async fn works_without_digits(fault: Fault) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil("data/digits.bin", fault);
        page.go("").await?;
        let alert = page.until_alert().await?;
        let sentence = alert.lines().next().unwrap_or_default();
        ensure!(sentence.trim_end().ends_with('.'), "no sentence: {alert:?}");

        page.choose("Data set", "circle").await?;
        page.until_no_alert().await?;
        page.press("Step").await?;
        page.until_step(|step| step >= 1.0).await?;

        page.choose("Data set", "digits").await?;
        page.until_alert().await?;
        page.server.mend();
        page.press("Try again").await?;
        page.until_no_alert().await?;
        page.named("canvas", "held-out images").await?;
        page.press("Step").await?;
        page.until_step(|step| step >= 1.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn missing_images_leave_the_point_sets_working() -> Result<()> {
    works_without_digits(Fault::Missing).await
}

#[tokio::test]
async fn damaged_images_leave_the_point_sets_working() -> Result<()> {
    works_without_digits(Fault::Torn).await
}
