//! For who listens instead of looking: a sentence, a tone, and tables that are read.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::Key;

use crate::desk::open_door;
use crate::harness::browse;

/// Keeps what every voice is told: its pitch in hertz, then its loudness.
const LISTEN: &str = "window.heard = [];
    const glide = AudioParam.prototype.setTargetAtTime;
    AudioParam.prototype.setTargetAtTime = function (value, ...when) {
        heard.push(value);
        return glide.call(this, value, ...when);
    };";

#[tokio::test]
async fn a_run_is_heard_while_it_learns() -> Result<()> {
    browse(async |page| {
        page.before_scripts(LISTEN).await?;
        page.open("#play=1").await?;
        page.keys("m").await?;
        let heard = page
            .until("tones", async || {
                let heard = page.js("return heard", json!([])).await?;
                let heard: Vec<f64> = serde_json::from_value(heard)?;
                Ok((heard.len() >= 80).then_some(heard))
            })
            .await?;
        let pitches: Vec<f64> = heard.chunks_exact(4).map(|told| told[0]).collect();
        let falls = pitches.first() > pitches.last();
        ensure!(falls, "the error falls and the tone does not: {pitches:?}");
        let are_fifths = heard.chunks_exact(4).all(|told| told[2] == 1.5 * told[0]);
        ensure!(are_fifths, "no fifths: {heard:?}");

        page.keys("m").await?;
        page.until("silence", async || {
            let last = page.js("return heard.slice(-2)", json!([])).await?;
            Ok((last == json!([0, 0])).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn what_is_said_is_what_the_readouts_show() -> Result<()> {
    browse(async |page| {
        page.open("#play=1").await?;
        page.until_step(|step| step > 300.0).await?;
        page.press("Pause").await?;
        let step = page.settled_step().await?;
        let error = page.number("Held-out error").await?;
        let said = "return document.querySelector('p.unseen[role=status]').textContent";
        page.until("the sentence of the step that it is held at", async || {
            let said = page.js(said, json!([])).await?;
            let said = said.as_str().context("nothing is said")?;
            let begins = format!("Step {step}: held-out error {error:.4}");
            Ok(said.starts_with(&begins).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_table_behind_the_pictures_is_read_and_copied() -> Result<()> {
    browse(async |page| {
        page.open("#play=1").await?;
        page.until_step(|step| step > 300.0).await?;
        open_door(page, "Export").await?;
        page.press("Read here").await?;
        let table = "const rows = [...document.querySelectorAll('.rows tr')];
            return rows.map((row) => [...row.cells].map((cell) => cell.textContent))";
        let rows = page
            .until("a table", async || {
                let rows: Vec<Vec<String>> =
                    serde_json::from_value(page.js(table, json!([])).await?)?;
                Ok((rows.len() > 3).then_some(rows))
            })
            .await?;
        let (head, body) = rows.split_first().context("no head")?;
        ensure!(head[0] == "step", "{head:?}");
        for row in body {
            let numbers = row.iter().filter(|cell| cell.parse::<f64>().is_ok());
            ensure!(row.len() == head.len() && numbers.count() > 1, "{row:?}");
        }
        page.js("document.querySelector('.rows .small').click()", json!([]))
            .await?;
        page.until("a word about the copy", async || {
            let said = "return document.querySelector('.rows [role=status]').textContent";
            let said = page.js(said, json!([])).await?;
            Ok(said
                .as_str()
                .filter(|said| !said.is_empty())
                .map(str::to_owned))
        })
        .await?;
        Ok(())
    })
    .await
}

/// Units and weights are reached by keys, and what they are is said: one thing at a time, and not again while it learns.
#[tokio::test]
async fn what_the_keys_reach_in_the_network_is_said() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&hidden=none&k=4").await?;
        page.named("canvas", "The network").await?.focus().await?;
        let said = "return document.querySelector('.hourglass .unseen[role=status]').textContent";
        for (key, begins) in [
            (Key::Right, "h₁: activation "),
            (Key::Down, "h₂: activation "),
            (Key::Enter, "weight from x"),
            (Key::Escape, ""),
        ] {
            page.keys(key + "").await?;
            page.until(begins, async || {
                let said = page.js(said, json!([])).await?;
                let said = said.as_str().context("nothing is said")?;
                let last = said.rsplit(' ').next().unwrap_or_default();
                let has_number = last.contains(|letter: char| letter.is_ascii_digit());
                Ok((said.starts_with(begins) && has_number != begins.is_empty()).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

/// A slider has one name; what it is at is its value.
#[tokio::test]
async fn sliders_of_pictures_say_what_they_are_at() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=uses&scene=4&play=1").await?;
        page.until_step(|step| step > 50.0).await?;
        page.press("Pause").await?;
        page.choose("Figure", "Walk").await?;
        let values = "return [...document.querySelectorAll('.end-choice canvas')].map((end) => end.ariaValueText)";
        let ends = page
            .until("both ends", async || {
                let ends: Vec<String> = serde_json::from_value(page.js(values, json!([])).await?)?;
                Ok((ends.len() == 2).then_some(ends))
            })
            .await?;
        let are_told = ends.iter().all(|end| end.starts_with("a") && end.ends_with(", held out"));
        ensure!(are_told, "{ends:?}");
        let chart = "const chart = document.querySelector('.error-chart canvas');
            return [chart.ariaLabel, chart.ariaDescription.startsWith('Error over ')]";
        let chart = page.js(chart, json!([])).await?;
        ensure!(chart == json!(["Error over training", true]), "{chart}");
        Ok(())
    })
    .await
}
