//! A weight by hand.

use anyhow::{Context, Result, bail};
use hourglass::protocol::{Event, Link, View};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::common;
use crate::harness::browse;
use crate::page::Page;
use crate::time::steps;

/// Presses places of the network until one is on a weight of the decoder; returns which.
/// The number in small figures after a letter.
fn index(name: &str) -> Option<u32> {
    let digits = name.chars().skip(1);
    let digits = digits.map(|c| {
        (u32::from(c))
            .checked_sub(0x2080)
            .filter(|&digit| digit < 10)
    });
    digits
        .map(|digit| Some(digit?.to_string()))
        .collect::<Option<String>>()?
        .parse()
        .ok()
}

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
        // Without hidden layers the code's units have weights to the outputs: h₂ to r₁₃.
        let ends: Vec<u32> = said
            .as_str()
            .unwrap_or_default()
            .split([' ', ':'])
            .filter(|word| word.starts_with(['h', 'r']))
            .filter_map(index)
            .collect();
        if let [from, to] = ends[..] {
            return Ok(Link {
                layer: 1,
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
        let before = common::snapshot(common::train(&mut engine, 2, view()));
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

/// The track under the hand stays as long as it is.
#[tokio::test]
async fn a_dragged_weight_does_not_run_away() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&hidden=none&k=4&seed=2").await?;
        steps(page, 1, 2).await?;
        press_a_weight(page).await?;
        let most = async || {
            page.js(
                "return Number(document.querySelector('.network-note input').max)",
                json!([]),
            )
            .await
        };
        let first = most().await?;
        for _ in 0..4 {
            let drag = "const slider = document.querySelector('.network-note input');
                slider.value = 0.9 * Number(slider.max);
                slider.dispatchEvent(new Event('input', { bubbles: true }));";
            page.js(drag, json!([])).await?;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        let last = most().await?;
        anyhow::ensure!(first == last, "{first} … {last}");
        Ok(())
    })
    .await
}
