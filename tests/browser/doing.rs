//! Lessons in a student's hands: done when what their text says has been done.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

/// A sweep takes 34,000 steps, beside another test.
const LEARNING: Duration = Duration::from_secs(400);
/// The words of "Try this" that are buttons.
const DEEDS: &str =
    "return [...document.querySelectorAll('.try .deed')].map((deed) => deed.innerText)";
/// The titles of the lesson's experiments.
const SCENES: &str =
    "return [...document.querySelectorAll('.scenes label')].map((scene) => scene.innerText.trim())";

async fn texts(page: &Page<'_>, script: &str) -> Result<Vec<String>> {
    Ok(serde_json::from_value(page.js(script, json!([])).await?)?)
}

async fn is_done(page: &Page<'_>) -> Result<bool> {
    let script = "return document.querySelector('.goals')?.dataset.done === 'true'";
    Ok(page.js(script, json!([])).await? == json!(true))
}

async fn goals_reached(page: &Page<'_>) -> Result<u64> {
    let script = "return document.querySelectorAll('.goals .reached').length";
    let reached = page.js(script, json!([])).await?;
    reached.as_u64().context("no number of goals")
}

/// Does what the text of an experiment of lessons 4 to 6 says, in order, whether a word leads to a goal or
/// not; `then` is what no button does.
async fn do_all(page: &Page<'_>, then: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
    const LOOKS: Duration = Duration::from_secs(5);
    for deed in texts(page, DEEDS).await? {
        let before = goals_reached(page).await?;
        press_deed(page, &deed).await?;
        let begun = std::time::Instant::now();
        while goals_reached(page).await? == before && begun.elapsed() < LOOKS {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    then().await?;
    page.until_within(LEARNING, "all goals of the experiment", async || {
        Ok(is_done(page).await?.then_some(()))
    })
    .await
}

/// Presses on a canvas at a place, in parts of its size.
async fn press_on(page: &Page<'_>, canvas: &str, [x, y]: [f64; 2]) -> Result<()> {
    let canvas = page.driver.find(By::Css(canvas)).await?;
    let bounds = canvas.rect().await?;
    let at = [bounds.x + x * bounds.width, bounds.y + y * bounds.height].map(|at| at as i64);
    let chain = page.driver.action_chain().move_to(at[0], at[1]);
    Ok(chain.click().perform().await?)
}

/// What the text of an experiment asks for and no button does.
async fn rest_of(page: &Page<'_>, scene: &str) -> Result<()> {
    match scene {
        "natural images" => press_on(page, "canvas.dictionary", [0.1, 0.1]).await,
        "spoil it yourself" => {
            let canvas = page.driver.find(By::Css("canvas.drawable-image")).await?;
            let bounds = canvas.rect().await?;
            let side = bounds.width.min(bounds.height);
            let at = |part: f64| {
                let x = (bounds.x + part * side) as i64;
                (x, (bounds.y + 0.45 * side) as i64)
            };
            let chain = page.driver.action_chain().move_to(at(0.05).0, at(0.05).1);
            let chain = chain.click_and_hold().move_to(at(0.95).0, at(0.95).1);
            Ok(chain.release().perform().await?)
        }
        "the score" => {
            for place in [[0.2, 0.3], [0.5, 0.4], [0.8, 0.6]] {
                press_on(page, "canvas.points", place).await?;
            }
            Ok(())
        }
        "missing pixels" => crate::learning::drag_slider(page, "Corruption level", 0.9).await,
        "heartbeats" => press_on(page, "canvas.errors", [0.8, 0.5]).await,
        "drawing from the code" => {
            press_on(page, ".end-choice:nth-child(2) canvas", [0.55, 0.5]).await?;
            press_on(page, ".code-grid canvas[tabindex]", [0.5, 0.5]).await
        }
        _ => Ok(()),
    }
}

/// Presses the words of "Try this" one after another, each when the one before has led to a goal.
async fn follow(page: &Page<'_>) -> Result<()> {
    for deed in texts(page, DEEDS).await? {
        // These lead away from what the goals are about.
        if deed == "the digits" || deed == "500 points" {
            continue;
        }
        let before = goals_reached(page).await?;
        press_deed(page, &deed).await?;
        // It only keeps what is there.
        if deed == "pin it" {
            continue;
        }
        let what = format!("a goal by “{deed}”");
        page.until_within(LEARNING, &what, async || {
            let is_reached = goals_reached(page).await? > before || is_done(page).await?;
            Ok(is_reached.then_some(()))
        })
        .await?;
    }
    page.until("all goals of the experiment", async || {
        Ok(is_done(page).await?.then_some(()))
    })
    .await
}

/// Presses the word of this text.
async fn press_deed(page: &Page<'_>, text: &str) -> Result<()> {
    let by = format!("//div[@class='try']//button[.='{text}']");
    let word = page.driver.find(By::XPath(by)).await?;
    Ok(word.click().await?)
}

async fn runs_to_done(lesson: &'static str) -> Result<()> {
    browse(async |page| {
        let link = format!("#lesson={lesson}");
        page.open(&link).await?;
        let ticked = format!("nav [data-lesson={lesson}] .done");
        let tick = async || {
            Ok::<bool, anyhow::Error>(
                !page
                    .driver
                    .find_all(By::Css(ticked.as_str()))
                    .await?
                    .is_empty(),
            )
        };
        ensure!(!tick().await?, "done before it began");
        for scene in texts(page, SCENES).await? {
            page.choose("Experiment", &scene).await?;
            page.until_step(|step| step == 0.0).await?;
            let followed = match lesson {
                "sparse" | "denoising" | "uses" => {
                    do_all(page, async || rest_of(page, &scene).await).await
                }
                _ => follow(page).await,
            };
            followed.with_context(|| format!("{lesson}: {scene}"))?;
        }
        page.until("the tick", async || Ok(tick().await?.then_some(())))
            .await?;
        // The device remembers.
        page.open(&link).await?;
        page.until("the tick again", async || Ok(tick().await?.then_some(())))
            .await
    })
    .await
}

#[tokio::test]
async fn lesson_1_runs_to_done() -> Result<()> {
    runs_to_done("intro").await
}

#[tokio::test]
async fn lesson_2_runs_to_done() -> Result<()> {
    runs_to_done("pca").await
}

#[tokio::test]
async fn lesson_3_runs_to_done() -> Result<()> {
    runs_to_done("undercomplete").await
}

#[tokio::test]
async fn lesson_4_runs_to_done() -> Result<()> {
    runs_to_done("sparse").await
}

#[tokio::test]
async fn lesson_5_runs_to_done() -> Result<()> {
    runs_to_done("denoising").await
}

#[tokio::test]
async fn lesson_6_runs_to_done() -> Result<()> {
    runs_to_done("uses").await
}
