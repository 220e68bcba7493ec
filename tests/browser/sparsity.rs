//! A penalty acts on the running page, and the heatmap shows what the engine computes.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use hourglass::plot::{AXIS, Heatmap, Palette, Theme};
use hourglass::session::Action;
use serde_json::json;

use crate::common::program::Program;
use crate::harness::{browse, figure};
use crate::learning::drag_slider;

const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::test]
async fn a_larger_lambda_silences_units_without_a_restart() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=sparse&lambda=0&speed=fast&play=1")
            .await?;
        page.until_step(|step| step > 200.0).await?;
        let [step, before] = page.numbers(["Step", "Active units"]).await?;
        let begun = Instant::now();
        drag_slider(page, "L1 weight λ", -2.0).await?;
        let lower = page
            .until("fewer active units", async || {
                let active = page.number("Active units").await?;
                Ok((active < before - 0.02).then_some(active))
            })
            .await?;
        let took = begun.elapsed();
        figure(&format!(
            "λ 0 → 0.01: active units {before:.3} → {lower:.3} in {:.1} s",
            took.as_secs_f64()
        ));
        ensure!(took < PATIENCE, "it took {took:?}");
        ensure!(page.number("Step").await? > step, "Step went back");
        ensure!(!page.has_button("Bring it back").await?, "a new run began");
        page.until_link(&["lesson=sparse", "lambda=0.01"], &[])
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn kl_holds_the_code_at_sigmoid_and_says_so() -> Result<()> {
    browse(async |page| {
        page.open("#").await?;
        page.choose("Sparsity penalty", "KL").await?;
        page.until_link(&["penalty=kl", "code=sigmoid"], &[])
            .await?;
        ensure!(page.chosen("Code activation").await? == "sigmoid");
        let text = page
            .js(
                "return document.querySelector('.rail').innerText",
                json!([]),
            )
            .await?;
        let text = text.as_str().context("no text")?;
        ensure!(text.contains("the code is sigmoid"), "{text}");
        Ok(())
    })
    .await
}

/// How far a channel may be off: page and test round the same float once each.
const ROUNDING: i64 = 2;

#[tokio::test]
async fn the_heatmap_shows_the_engines_activations() -> Result<()> {
    const LINK: &str = "#lesson=sparse&penalty=kl&seed=2";
    const STEPS: u32 = 3;
    let mut program = Program::ready(LINK);
    for _ in 0..STEPS {
        program.act(Action::StepPressed);
        program.frames(2);
    }
    let picture = program
        .state
        .training
        .picture
        .as_ref()
        .context("no picture")?;
    ensure!(picture.snapshot.readouts.step == u64::from(STEPS));
    let wanted = &picture.snapshot.heatmap;
    let (units, samples) = (wanted.rows(), wanted.columns);
    ensure!(units == 64 && samples > 50, "{units} × {samples}");

    browse(async |page| {
        page.open(LINK).await?;
        for step in 1..=STEPS {
            page.press("Step").await?;
            page.until_step(|now| now >= f64::from(step)).await?;
        }
        page.settled_step().await?;
        let canvas = page.named("canvas", "Activations of 64 code units").await?;
        let script = "const [canvas] = arguments;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return [canvas.width, canvas.height, Array.from(data)]";
        let returned = page.driver.execute(script, vec![canvas.to_json()?]).await?;
        let (width, height, data): (usize, usize, Vec<i64>) = returned.convert()?;
        let height = height - AXIS as usize;
        let ramp = &Palette::of(Theme::Light).code_ramp;
        let largest = Heatmap::largest(&wanted.values);
        let mut colours = std::collections::HashSet::new();
        // Every seventh cell: all units and all samples, in every combination of neighbours.
        for cell in (0..units * samples).step_by(7) {
            let (unit, sample) = (cell / samples, cell % samples);
            let x = (2 * sample + 1) * width / (2 * samples);
            let y = (2 * unit + 1) * height / (2 * units);
            let at = 4 * (y * width + x);
            let expected = ramp.at(wanted.row(unit)[sample].abs() / largest);
            for (channel, expected) in expected.into_iter().enumerate() {
                let shown = data[at + channel];
                ensure!(
                    (shown - i64::from(expected)).abs() <= ROUNDING,
                    "unit {unit}, sample {sample}: channel {channel} is {shown}, not {expected}"
                );
            }
            colours.insert(expected);
        }
        figure(&format!("{} cells, {} colours", units * samples / 7, colours.len()));
        ensure!(colours.len() > 20, "a heatmap of {} colours says nothing", colours.len());
        Ok(())
    })
    .await
}
