//! Around an experiment: predictions, failures, and what the text brings into view.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

#[tokio::test]
async fn a_choice_is_kept_and_its_outcome_told() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        ensure!(!page.chosen_answer().await?.contains("your answer"));
        page.choose("Predict first", "Which digit it is").await?;
        page.until("the answer", async || {
            Ok(page
                .chosen_answer()
                .await?
                .contains("Which digit it is")
                .then_some(()))
        })
        .await?;
        let outcome = "return document.querySelector('.outcome').innerText.trim()";
        ensure!(
            page.js(outcome, json!([])).await? == json!(""),
            "told before it happened"
        );
        page.keys(Key::Escape + "").await?;
        page.press("Play").await?;
        page.until("the outcome", async || {
            let told = page.js(outcome, json!([])).await?;
            Ok(told
                .as_str()
                .is_some_and(|told| told.contains("Fine detail"))
                .then_some(()))
        })
        .await?;
        // Begun, the answer stands; reloaded, it is still there.
        let open = "return document.querySelectorAll('.options input:enabled').length";
        ensure!(page.js(open, json!([])).await? == json!(0));
        page.open("#lesson=intro").await?;
        page.until("the answer after a reload", async || {
            Ok(page
                .chosen_answer()
                .await?
                .contains("Which digit it is")
                .then_some(()))
        })
        .await
    })
    .await
}

impl Page<'_> {
    async fn chosen_answer(&self) -> Result<String> {
        let script =
            "return document.querySelector('.options label:has(:checked)')?.innerText ?? ''";
        let answer = self.js(script, json!([])).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }
}

#[tokio::test]
async fn a_line_drawn_into_the_empty_chart_is_overlaid() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=undercomplete").await?;
        let chart = page.named("canvas", "Error against k").await?;
        page.remember(&chart).await?;
        let bounds = chart.rect().await?;
        let at = |part: f64, height: f64| {
            let x = bounds.x + 60.0 + part * (bounds.width - 160.0);
            (x as i64, (bounds.y + height * bounds.height) as i64)
        };
        let (x, y) = at(0.0, 0.2);
        let mut chain = page.driver.action_chain().move_to(x, y).click_and_hold();
        for i in 1..=8 {
            let part = f64::from(i) / 8.0;
            let (x, y) = at(part, 0.2 + 0.5 * part);
            chain = chain.move_to(x, y);
        }
        chain.release().perform().await?;
        let guess = "return Number(document.querySelector('.sweep canvas').dataset.guess)";
        let points = page.js(guess, json!([])).await?;
        ensure!(points.as_f64() > Some(4.0), "{points} points");
        let drawn = page
            .until("the line", async || page.changed_area(&chart).await)
            .await?;
        ensure!(drawn[2] - drawn[0] > 0.5 * bounds.width, "{drawn:?}");
        let kept = page.kept_progress().await?;
        ensure!(kept.contains("line undercomplete 0 1:"), "{kept}");
        // While the network answers, the line stays.
        page.press("Sweep k").await?;
        page.until("a first size", async || {
            let swept = "return Number(document.querySelector('.sweep canvas').dataset.swept)";
            Ok((page.js(swept, json!([])).await?.as_f64() > Some(1.0)).then_some(()))
        })
        .await?;
        ensure!(page.js(guess, json!([])).await? == points);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_failure_is_one_press_away_and_mended_by_another() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        page.press("The mean image").await?;
        let status = async |wanted: &str| {
            let script = format!("return document.querySelector('.failing').dataset.{wanted}");
            Ok::<_, anyhow::Error>(
                (page.js(&script, json!([])).await? == json!("true")).then_some(()),
            )
        };
        page.until("the fault", async || status("shown").await)
            .await?;
        page.press("Fix it").await?;
        page.until("the mended run", async || status("mended").await)
            .await?;
        page.press("Back to the lesson").await?;
        page.until_link(&["v=1"], &["lr=", "opt="]).await?;
        Ok(())
    })
    .await
}

/// The network arrives a message later than the choice to look at it: it must be drawn all the same.
#[tokio::test]
async fn the_network_is_drawn_wherever_it_is_chosen() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=undercomplete").await?;
        page.choose("Figure", "Network").await?;
        page.until("a drawn network", async || {
            let script = "
                const canvas = document.querySelector('canvas.network');
                if (!canvas?.width || !canvas.height) return 0;
                const context = canvas.getContext('2d');
                const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
                return new Set(new Uint32Array(data.buffer)).size";
            let colours = page.js(script, json!([])).await?.as_u64();
            Ok(colours.filter(|&colours| colours > 100))
        })
        .await?;
        Ok(())
    })
    .await
}

/// The words stand below the pictures on a phone: what a word changes comes into view.
#[tokio::test]
async fn on_a_phone_a_word_brings_what_it_changes_into_view() -> Result<()> {
    browse(async |page| {
        page.resize(390, 844, true).await?;
        page.open("#lesson=undercomplete").await?;
        let press = "const deed = document.querySelector('.try .deed'); deed.scrollIntoView(); deed.click()";
        page.js(press, json!([])).await?;
        let top = "return document.querySelector('.panels').getBoundingClientRect().top";
        page.until("the sweep in view", async || {
            let top = page.js(top, json!([])).await?;
            Ok(top.as_f64().is_some_and(|top| (0.0..500.0).contains(&top)).then_some(()))
        })
        .await
    })
    .await
}
