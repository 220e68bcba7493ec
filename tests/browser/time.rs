//! Back in time and on from there, what was at a step, and one step in slow motion.

use anyhow::{Context, Result, bail, ensure};
use hourglass::protocol::{Command, View};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::common;
use crate::harness::browse;
use crate::page::Page;

const READOUTS: [&str; 4] = ["Step", "Loss", "Training error", "Held-out error"];

/// Single steps, and the readouts after each.
pub async fn steps(page: &Page<'_>, from: u32, to: u32) -> Result<Vec<Vec<String>>> {
    let mut seen = Vec::new();
    for step in from..=to {
        page.press("Step").await?;
        page.until_step(|now| now == f64::from(step)).await?;
        seen.push(page.exact(&READOUTS).await?.context("no readouts")?);
    }
    Ok(seen)
}

#[tokio::test]
async fn scrubbing_back_shows_that_step_and_resuming_repeats_what_followed() -> Result<()> {
    browse(async |page| {
        page.open("#k=4&seed=5").await?;
        let recorded = steps(page, 1, 6).await?;
        let chart = page.named("canvas", "Error over").await?;
        chart.focus().await?;
        for _ in 0..4 {
            page.keys(Key::Left + "").await?;
        }
        page.until_step(|step| step == 2.0).await?;
        ensure!(page.exact(&READOUTS).await?.as_ref() == Some(&recorded[1]));
        // With the pointer, to the very beginning and to the end again.
        let bounds = chart.rect().await?;
        let y = (bounds.y + 0.5 * bounds.height) as i64;
        let x = bounds.x as i64;
        let right = (bounds.x + bounds.width) as i64;
        let chain = page
            .driver
            .action_chain()
            .move_to(x + 200, y)
            .click_and_hold();
        chain.move_to(x + 10, y).release().perform().await?;
        page.until_step(|step| step == 0.0).await?;
        let chain = page
            .driver
            .action_chain()
            .move_to(x + 10, y)
            .click_and_hold();
        chain
            .move_to(right - 140, y)
            .move_to(right - 20, y)
            .release()
            .perform()
            .await?;
        page.until_step(|step| step == 6.0).await?;
        ensure!(page.exact(&READOUTS).await?.as_ref() == Some(&recorded[5]));

        chart.focus().await?;
        for _ in 0..4 {
            page.keys(Key::Left + "").await?;
        }
        page.until_step(|step| step == 2.0).await?;
        page.press("Go on from here").await?;
        let again = steps(page, 3, 6).await?;
        ensure!(
            again == recorded[2..],
            "another way: {again:?} after {recorded:?}"
        );
        Ok(())
    })
    .await
}

/// The numbers of every stage are the engine's for that very step.
#[tokio::test]
async fn slow_motion_shows_the_engines_numbers() -> Result<()> {
    const LINK: &str = "#k=4&seed=7&penalty=l1&lambda=0.01";
    browse(async |page| {
        page.open(LINK).await?;
        steps(page, 1, 3).await?;
        page.press("Slow motion").await?;
        page.until_step(|step| step == 4.0).await?;
        page.press("Hold").await?;
        let stage = async |name: &str| {
            page.press(name).await?;
            page.until(name, async || {
                let script = "return document.querySelector('.stage-note').dataset.stage";
                Ok((page.js(script, json!([])).await? == json!(name)).then_some(()))
            })
            .await
        };
        let mut engine = common::engine();
        common::start(&mut engine, LINK);
        common::train(&mut engine, 3, View::default());
        let view = View::default();
        let event = engine.handle(Command::Dissect { run: 1, view });
        let taken = common::snapshot(event.context("no step")?);
        let parts = taken.dissection.context("no dissection")?;
        let largest = |all: &[hourglass::protocol::Matrix]| {
            let values = all.iter().flat_map(|matrix| &matrix.values);
            f64::from(values.fold(0.0_f32, |most, v| most.max(v.abs())))
        };
        let wanted: [(&str, &[(&str, f64)]); 4] = [
            (
                "batch",
                &[("Samples in the batch", parts.batch.len() as f64)],
            ),
            (
                "error",
                &[
                    ("Error of this sample", parts.sample_error),
                    ("Batch loss", parts.loss),
                    ("Batch penalty", parts.penalty),
                ],
            ),
            (
                "backward",
                &[("Largest shown gradient", largest(&parts.gradients))],
            ),
            (
                "update",
                &[("Largest shown change", largest(&parts.updates))],
            ),
        ];
        for (name, numbers) in wanted {
            stage(name).await?;
            for (label, number) in numbers {
                let shown = page.number(label).await?;
                ensure!(
                    (shown - number).abs() <= 1e-5 * number.abs(),
                    "{name}, {label}: {shown}, not {number}"
                );
            }
        }
        page.press("Leave").await?;
        ensure!(page.number("Step").await? == 4.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn pointing_at_the_chart_tells_the_errors_of_that_step() -> Result<()> {
    browse(async |page| {
        page.open("#k=4&seed=5").await?;
        let recorded = steps(page, 1, 6).await?;
        let chart = page.named("canvas", "Error over").await?;
        let bounds = chart.rect().await?;
        let y = (bounds.y + 0.5 * bounds.height) as i64;
        let mut told = 0;
        for part in [0.2, 0.3, 0.4] {
            let x = (bounds.x + part * bounds.width) as i64;
            page.driver.action_chain().move_to(x, y).perform().await?;
            let numbers = page.until("what the chart says", async || {
                let script = "return document.querySelector('.error-chart figcaption').innerText";
                let said = page.js(script, json!([])).await?;
                let words = said
                    .as_str()
                    .unwrap_or_default()
                    .split([' ', ':', ',', '\n']);
                let numbers: Vec<f64> = words.filter_map(|word| word.parse().ok()).collect();
                Ok((numbers.len() == 3).then_some(numbers))
            });
            let numbers = numbers.await?;
            let [step, held_out, training] = numbers[..] else {
                bail!("{numbers:?}");
            };
            if step > 0.0 {
                let then: Vec<f64> = recorded[step as usize - 1]
                    .iter()
                    .map(|text| text.parse())
                    .collect::<Result<_, _>>()?;
                ensure!(
                    (then[2] - training).abs() < 6e-5,
                    "{numbers:?}, not {then:?}"
                );
                ensure!(
                    (then[3] - held_out).abs() < 6e-5,
                    "{numbers:?}, not {then:?}"
                );
                told += 1;
            }
        }
        ensure!(told >= 2, "only {told} steps were told");
        Ok(())
    })
    .await
}
