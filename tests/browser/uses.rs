//! Lesson 6: the numbers on the page are the engine's, and its pictures answer pointer and keys.

use anyhow::{Context, Result, ensure};
use hourglass::session::Action;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::common::program::Program;
use crate::harness::browse;
use crate::page::Page;

/// The same link after so many single steps, without a browser.
fn natively(link: &str, steps: u32) -> Program {
    let mut program = Program::ready(link);
    program.load_assets();
    program.frames(3);
    for _ in 0..steps {
        program.act(Action::StepPressed);
        program.frames(2);
    }
    // Analyses are made now and then.
    program.frames(60);
    program
}

async fn step(page: &Page<'_>, steps: u32) -> Result<()> {
    for at in 1..=steps {
        page.press("Step").await?;
        page.until_step(|step| step == f64::from(at)).await?;
    }
    Ok(())
}

async fn reads(page: &Page<'_>, name: &str, wanted: &str) -> Result<()> {
    let what = format!("{name} {wanted}");
    let by = format!("output[aria-label=\"{name}\"]");
    page.until(&what, async || {
        let found = page.driver.find(By::Css(by.as_str())).await?;
        Ok((found.text().await? == wanted).then_some(()))
    })
    .await
}

#[tokio::test]
async fn counts_and_areas_are_the_engines() -> Result<()> {
    const LINK: &str = "#lesson=uses";
    let program = natively(LINK, 3);
    let snapshot = program
        .state
        .training
        .picture
        .as_ref()
        .context("no picture")?
        .snapshot
        .clone();
    let found = snapshot.uses.anomalies.as_ref().context("no anomalies")?;
    browse(async |page| {
        page.open(LINK).await?;
        step(page, 3).await?;
        reads(page, "found", &found.found.to_string()).await?;
        reads(page, "missed", &found.missed.to_string()).await?;
        reads(page, "false alarms", &found.false_alarms.to_string()).await?;
        reads(page, "passed", &found.passed.to_string()).await?;
        reads(
            page,
            "Area under the ROC curve",
            &format!("{:.3}", found.auc),
        )
        .await?;
        reads(page, "The same by PCA", &format!("{:.3}", found.pca_auc)).await
    })
    .await
}

#[tokio::test]
async fn a_threshold_is_dragged_and_found_again() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=uses").await?;
        let canvas = page.named("canvas", "Errors of").await?;
        let threshold = async || -> Result<f64> {
            let script = "return Number(document.querySelector('canvas.errors').dataset.threshold)";
            page.js(script, json!([])).await?.as_f64().context("none")
        };
        let first = threshold().await?;
        let bounds = canvas.rect().await?;
        let at = |part: f64| {
            let x = (bounds.x + part * bounds.width) as i64;
            (x, (bounds.y + 0.5 * bounds.height) as i64)
        };
        let chain = page.driver.action_chain();
        chain
            .move_to(at(0.3).0, at(0.3).1)
            .click_and_hold()
            .move_to(at(0.1).0, at(0.1).1)
            .release()
            .perform()
            .await?;
        let dragged = page
            .until("another threshold", async || {
                let now = threshold().await?;
                Ok((now < 0.9 * first).then_some(now))
            })
            .await?;
        // A lower threshold raises no fewer alarms; keys move it as the pointer does.
        let slider = page.driver.find(By::Id("threshold")).await?;
        slider.send_keys(Key::Right + Key::Right).await?;
        page.until("the slider's threshold", async || {
            Ok((threshold().await? > dragged).then_some(()))
        })
        .await?;
        let find = "//button[contains(., '95 %')]";
        page.driver.find(By::XPath(find)).await?.click().await?;
        page.until("the one that is found", async || {
            let now = threshold().await?;
            Ok(((now - first).abs() < 1e-6).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn precisions_and_neighbours_are_the_engines() -> Result<()> {
    const LINK: &str = "#lesson=uses&data=digits";
    let program = natively(LINK, 3);
    let picture = program
        .state
        .training
        .picture
        .as_ref()
        .context("no picture")?;
    let analyses = picture.snapshot.analyses.as_ref().context("no analyses")?;
    let near = picture
        .snapshot
        .uses
        .neighbours
        .as_ref()
        .context("no neighbours")?;
    let label = |sample: u32| picture.facts.labels[sample as usize];
    let hits: Vec<bool> = [&near.by_code, &near.by_pca, &near.by_features]
        .into_iter()
        .flatten()
        .map(|&sample| label(sample) == label(near.sample))
        .collect();
    browse(async |page| {
        page.open(LINK).await?;
        step(page, 3).await?;
        let names = ["by code", "by PCA", "by pixels"];
        let parts = [
            analyses.precision,
            analyses.pca_precision,
            analyses.feature_precision,
        ];
        for (name, part) in names.into_iter().zip(parts) {
            let part = part.context("no precision")?;
            reads(page, &format!("Precision {name}"), &format!("{part:.3}")).await?;
        }
        let script = "return [...document.querySelectorAll('.found figure')].map((found) => found.className === 'hit')";
        ensure!(page.js(script, json!([])).await? == json!(hits));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn fewer_bits_change_only_their_own_rows() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=uses&data=digits&hidden=128&k=8").await?;
        let canvas = page.named("canvas", "held-out images").await?;
        let script = "return parseFloat(document.querySelector('.row-names').style.gridAutoRows)";
        let pitch = page
            .js(script, json!([]))
            .await?
            .as_f64()
            .context("no rows")?;
        page.remember(&canvas).await?;
        let top = canvas.rect().await?.y;
        let slider = page.driver.find(By::Id("bits")).await?;
        slider.send_keys(Key::Home + "").await?;
        let changed = page
            .until("coarser images", async || page.changed_area(&canvas).await)
            .await?;
        ensure!(
            changed[1] >= top + 2.0 * pitch - 1.0,
            "x or r changed: {changed:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_grid_decodes_by_pointer_and_by_keys() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=uses&data=digits&seed=1").await?;
        let grid = page.named("canvas", "all over").await?;
        grid.send_keys(Key::Right + Key::Up).await?;
        let shown = "return document.querySelector('.code-grid figcaption')?.innerText ?? ''";
        let by_keys = page
            .until("the code of a place", async || {
                let text = page.js(shown, json!([])).await?;
                Ok(text
                    .as_str()
                    .filter(|text| text.contains('h'))
                    .map(str::to_owned))
            })
            .await?;
        let bounds = grid.rect().await?;
        let (x, y) = (bounds.x + 20.0, bounds.y + 20.0);
        page.driver
            .action_chain()
            .move_to(x as i64, y as i64)
            .perform()
            .await?;
        page.until("another place", async || {
            Ok((page.js(shown, json!([])).await? != json!(by_keys)).then_some(()))
        })
        .await
    })
    .await
}

/// Until more than paper is on a canvas.
async fn until_drawn(page: &Page<'_>, canvas: &str) -> Result<()> {
    page.until(canvas, async || {
        let shades = "const canvas = document.querySelector(arguments[0]);
            if (!canvas || canvas.width < 50) return 0;
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return new Set(data).size";
        let shades = page.js(shades, json!([canvas])).await?;
        Ok((shades.as_f64() > Some(4.0)).then_some(()))
    })
    .await
}

/// The panel begins while heartbeats are still on the stage, which no grid can show.
#[tokio::test]
async fn the_decoded_plane_is_drawn_after_heartbeats() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=uses").await?;
        page.choose("Experiment", "drawing from the code").await?;
        until_drawn(page, "canvas[aria-label^='Images decoded']").await
    })
    .await
}

/// The figure is chosen before its numbers are there: the same canvas takes them.
#[tokio::test]
async fn errors_are_drawn_when_they_are_chosen() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&data=ecg&panels=codes").await?;
        page.choose("Figure", "Errors").await?;
        until_drawn(page, "canvas.errors").await
    })
    .await
}
