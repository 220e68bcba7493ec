//! A penalty acts on the running page, and the heatmap shows what the engine computes.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use hourglass::plot::{AXIS, AtomsFigure, HEAD, Heatmap, Order, Palette, Slot, Theme};
use hourglass::session::{Action, SampleOrder, UnitOrder};
use serde_json::json;

use crate::common::program::Program;
use crate::harness::{browse, figure};
use crate::learning::drag_slider;
use crate::page::Page;

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
    const LINK: &str = "#lesson=sparse&penalty=kl&code=sigmoid&rho=0.1&seed=2";
    const STEPS: u32 = 3;
    let mut program = Program::ready(LINK);
    for _ in 0..STEPS {
        program.act(Action::StepPressed);
        program.frames(2);
    }
    browse(async |page| {
        page.open(LINK).await?;
        for step in 1..=STEPS {
            page.press("Step").await?;
            page.until_step(|now| now >= f64::from(step)).await?;
        }
        page.settled_step().await?;
        for (units, samples) in [
            (UnitOrder::Number, SampleOrder::Class),
            (UnitOrder::Class, SampleOrder::Class),
            (UnitOrder::Mean, SampleOrder::Error),
        ] {
            program.act(Action::UnitsOrdered(units));
            program.act(Action::SamplesOrdered(samples));
            program.frames(2);
            order(page, "Units from the top", units as usize).await?;
            order(page, "Samples from the left", samples as usize).await?;
            must_show(page, &program).await?;
        }
        Ok(())
    })
    .await
}

async fn order(page: &Page<'_>, menu: &str, option: usize) -> Result<()> {
    let menu = page.named("select", menu).await?;
    let script = "const [menu, option] = arguments;
        menu.selectedIndex = option;
        menu.dispatchEvent(new Event('change', { bubbles: true }));
        return new Promise((resolve) => setTimeout(resolve, 300))";
    let arguments = vec![menu.to_json()?, json!(option)];
    page.driver.execute(script, arguments).await?;
    Ok(())
}

/// Every seventh cell of the page's heatmap is the program's activation, in the program's order.
async fn must_show(page: &Page<'_>, program: &Program) -> Result<()> {
    let picture = program
        .state
        .training
        .picture
        .as_ref()
        .context("no picture")?;
    ensure!(picture.snapshot.readouts.step == 3);
    let wanted = &picture.snapshot.heatmap;
    let (units, samples) = (wanted.rows(), wanted.columns);
    ensure!(units == 64 && samples > 200, "{units} × {samples}");
    let canvas = page.named("canvas", "Activations of 64 code units").await?;
    let script = "const [canvas] = arguments;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return [canvas.width, canvas.height, Array.from(data)]";
    let returned = page.driver.execute(script, vec![canvas.to_json()?]).await?;
    let (width, height, data): (usize, usize, Vec<i64>) = returned.convert()?;
    let cells = Heatmap {
        units,
        samples,
        size: [width, height - (HEAD + AXIS) as usize],
    };
    let ramp = &Palette::of(Theme::LIGHT).ramps.code;
    let largest = Heatmap::largest(&wanted.values);
    let order = Order {
        units: &program.state.ranking.units,
        samples: &program.state.ranking.samples,
    };
    let mut colours = std::collections::HashSet::new();
    for cell in (0..units * samples).step_by(7) {
        let (row, column) = (cell / samples, cell % samples);
        let [left, across] = cells.column(column);
        let [top, down] = cells.row(row);
        let (x, y) = (left + across / 2, HEAD as usize + top + down / 2);
        let at = 4 * (y * width + x);
        let expected = ramp.at(wanted.row(order.unit(row))[order.sample(column)].abs() / largest);
        for (channel, expected) in expected.into_iter().enumerate() {
            let shown = data[at + channel];
            ensure!(
                (shown - i64::from(expected)).abs() <= ROUNDING,
                "row {row}, column {column}: channel {channel} is {shown}, not {expected}"
            );
        }
        colours.insert(expected);
    }
    figure(&format!(
        "{} cells, {} colours",
        units * samples / 7,
        colours.len()
    ));
    ensure!(
        colours.len() > 20,
        "a heatmap of {} colours says nothing",
        colours.len()
    );
    Ok(())
}

/// Where few units are lit, the last picture of the sum is the reconstruction, pixel for pixel.
#[tokio::test]
async fn the_sum_that_is_drawn_ends_at_the_reconstruction() -> Result<()> {
    const LINK: &str = "#lesson=sparse&lambda=0.03&speed=fast";
    browse(async |page| {
        page.open(LINK).await?;
        page.press("Play").await?;
        let read = "const canvas = document.querySelector('canvas.atoms');
            if (!canvas) return null;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return [canvas.ariaLabel, canvas.clientWidth, canvas.clientHeight, canvas.width, Array.from(data)]";
        // The first sample with no more atoms than there is room for.
        page.until("a sum without a rest", async || {
            let value = page.js(read, json!([])).await?;
            let label = value[0].as_str().unwrap_or_default();
            let is_whole = label.ends_with("and 0 smaller") && label.contains("times the atom");
            Ok(is_whole.then_some(()))
        })
        .await?;
        page.press("Pause").await?;
        page.settled_step().await?;
        let value = page.js(read, json!([])).await?;
        let label = value[0].as_str().context("no sum")?;
        ensure!(label.ends_with("and 0 smaller"), "{label}");
        let number = |at: usize| value[at].as_f64().context("no number");
        let (width, height, pitch) = (number(1)?, number(2)?, number(3)?);
        let figure_of = AtomsFigure {
            size: [width as f32, height as f32],
            scale: (pitch / width) as f32,
            image: [8, 8],
        };
        let terms = label.matches("times the atom").count();
        ensure!(terms > 0, "{label}");
        let slots = figure_of.slots(terms);
        let data = value[4].as_array().context("no pixels")?;
        let colour = |slot: &Slot, row: usize, column: usize| -> Result<Vec<i64>> {
            let scale = f64::from(figure_of.scale);
            let at = |axis: usize, i: usize| {
                let pixel = slot.magnification.side(1);
                (f64::from(slot.corner[axis]) * scale).round() as usize + i * pixel + pixel / 2
            };
            let from = 4 * (at(1, row) * pitch as usize + at(0, column));
            (0..3).map(|c| data[from + c].as_i64().context("no pixel")).collect()
        };
        let last = slots.atoms.last().context("no atom")?[1];
        let mut differ = 0;
        for (row, column) in (0..64).map(|i| (i / 8, i % 8)) {
            let [a, b] = [colour(&last, row, column)?, colour(&slots.output, row, column)?];
            let apart = a.iter().zip(&b).map(|(a, b)| (a - b).abs()).max().unwrap_or(0);
            ensure!(apart <= ROUNDING, "row {row}, column {column}: {a:?} and {b:?}");
            differ += usize::from(colour(&slots.input, row, column)? != b);
        }
        ensure!(differ > 20, "the reconstruction is not the input");
        figure(&format!("{terms} atoms: {label}"));
        Ok(())
    })
    .await
}
