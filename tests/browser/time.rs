//! Back in time and on from there, one step in slow motion, two runs beside each other, a weight by hand.

use anyhow::{Context, Result, bail, ensure};
use hourglass::protocol::{Command, Event, Link, Snapshot, View};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::common;
use crate::harness::browse;
use crate::learning::drag_slider;
use crate::page::Page;

const READOUTS: [&str; 4] = ["Step", "Loss", "Training error", "Held-out error"];

fn snapshot(event: Option<Event>) -> Result<Snapshot> {
    match event {
        Some(Event::Snapshot { snapshot, .. }) => Ok(*snapshot),
        other => bail!("{other:?}"),
    }
}

async fn steps(page: &Page<'_>, from: u32, to: u32) -> Result<Vec<Vec<String>>> {
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
        let taken = snapshot(engine.handle(Command::Dissect { run: 1, view }))?;
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

/// Presses places of the network until one is on a weight of the decoder; returns which.
async fn press_a_weight(page: &Page<'_>) -> Result<Link> {
    let network = page.named("canvas", "The network").await?;
    let bounds = network.rect().await?;
    for height in [0.5, 0.45, 0.55, 0.4, 0.6, 0.35] {
        let x = (bounds.x + 0.75 * bounds.width) as i64;
        let y = (bounds.y + height * bounds.height) as i64;
        page.driver
            .action_chain()
            .move_to(x, y)
            .click()
            .perform()
            .await?;
        let said = "return document.querySelector('.network-note.weight')?.innerText ?? ''";
        let said = page.js(said, json!([])).await?;
        let numbers: Vec<u32> = said
            .as_str()
            .unwrap_or_default()
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|word| word.parse().ok())
            .take(3)
            .collect();
        if let [from, to, layer] = numbers[..] {
            return Ok(Link {
                layer: layer - 1,
                from: from - 1,
                to: to - 1,
            });
        }
    }
    bail!("no weight under the pointer")
}

#[tokio::test]
async fn an_edited_weight_moves_the_output_as_the_formula_says() -> Result<()> {
    const LINK: &str = "#lesson=lab&hidden=none&k=4&seed=2";
    browse(async |page| {
        page.open(LINK).await?;
        steps(page, 1, 2).await?;
        let link = press_a_weight(page).await?;
        ensure!(link.layer == 1, "{link:?}");
        let weight = page.number("Weight").await?;
        let slider = page.named("input", "Weight value").await?;
        slider.focus().await?;
        for _ in 0..30 {
            page.keys(Key::Right + "").await?;
        }
        let edited = page
            .until("the edited weight", async || {
                let now = page.number("Weight").await?;
                Ok(((now - weight).abs() > 0.2).then_some(now))
            })
            .await?;
        // The same edit by the formula: r_j moves by Δw · h_i, the others do not.
        let mut engine = common::engine();
        common::start(&mut engine, LINK);
        let first = "return Number(document.querySelector('canvas.network').dataset.sample)";
        let sample = page
            .js(first, json!([]))
            .await?
            .as_u64()
            .context("no sample")? as u32;
        let view = || View {
            sample: Some(sample),
            ..View::default()
        };
        let Event::Started { facts, .. } = common::start(&mut engine, LINK) else {
            bail!("no start");
        };
        let before = snapshot(Some(common::train(&mut engine, 2, view())))?;
        let seen = before.sample.context("no sample")?;
        let x = facts.x.row(sample as usize);
        let by_formula = |j: usize| {
            let h = seen.code.values[link.from as usize];
            let moved = if j == link.to as usize {
                (edited - weight) as f32 * h
            } else {
                0.0
            };
            seen.reconstruction.values[j] + moved
        };
        let squares = (0..x.len()).map(|j| f64::from(by_formula(j) - x[j]).powi(2));
        let wanted = squares.sum::<f64>() / x.len() as f64;
        let shown = "return Number(document.querySelector('.end.to .error').dataset.value)";
        page.until("the error that the formula says", async || {
            let shown = page
                .js(shown, json!([]))
                .await?
                .as_f64()
                .unwrap_or_default();
            Ok(((shown - wanted).abs() < 1e-5 * wanted.max(0.1)).then_some(()))
        })
        .await?;
        page.press("Put it back").await?;
        page.until("the old weight", async || {
            Ok(((page.number("Weight").await? - weight).abs() < 1e-6).then_some(()))
        })
        .await
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
