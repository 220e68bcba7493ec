//! What a battery pays for: nothing while nobody looks, and nothing while nothing changes.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::time::sleep;

use crate::harness::browse;

const A_WHILE: Duration = Duration::from_secs(3);

#[tokio::test]
async fn a_page_that_nobody_sees_does_not_train() -> Result<()> {
    browse(async |page| {
        page.open("#data=circle&play=1").await?;
        page.until_step(|step| step > 500.0).await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second).await?;
        sleep(A_WHILE).await;
        page.driver.switch_to_window(first).await?;
        let step = page.number("Step").await?;
        page.until_step(|now| now > step + 500.0).await?;
        let steps = page.js("return seen.steps", json!([])).await?;
        let steps: Vec<(f64, f64)> = serde_json::from_value(steps)?;
        // (milliseconds, training steps) from one step that is shown to the next.
        let mut spans: Vec<_> = steps
            .windows(2)
            .map(|pair| (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1))
            .collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (unseen_ms, unseen_steps) = spans.pop().context("no steps")?;
        let usual_steps = spans.iter().map(|span| span.1).fold(0.0, f64::max);
        ensure!(unseen_ms >= 0.9 * A_WHILE.as_secs_f64() * 1e3, "hidden for {unseen_ms} ms only");
        ensure!(
            unseen_steps <= 2.0 * usual_steps,
            "{unseen_steps} steps in {unseen_ms} ms that nobody saw; {usual_steps} at most otherwise"
        );
        Ok(())
    })
    .await
}

/// Counts what is painted on any canvas and said to any trainer.
const COUNT: &str = "
    window.work = 0;
    const counted = (prototype, name) => {
        const own = prototype[name];
        prototype[name] = function (...given) { window.work += 1; return own.apply(this, given); };
    };
    for (const name of ['clearRect', 'fillRect', 'fill', 'stroke', 'fillText', 'putImageData', 'drawImage'])
        counted(CanvasRenderingContext2D.prototype, name);
    counted(Worker.prototype, 'postMessage');";

#[tokio::test]
async fn a_page_on_which_nothing_changes_does_nothing() -> Result<()> {
    browse(async |page| {
        page.before_scripts(COUNT).await?;
        for lesson in hourglass::lessons::Lesson::ALL {
            page.open(&format!("#lesson={}&play=1", lesson.key()))
                .await?;
            page.until_step(|step| step > 20.0).await?;
            page.press("Pause").await?;
            page.settled_step().await?;
            let work =
                async || Ok::<_, anyhow::Error>(page.js("return window.work", json!([])).await?);
            ensure!(work().await?.as_f64() > Some(50.0), "nothing is counted");
            // Whatever is on its way when training stops comes to its end: analyses, a sentence, a picture that fades.
            let what = format!("rest in {}", lesson.key());
            page.until_within(3 * A_WHILE, &what, async || {
                let before = work().await?;
                sleep(A_WHILE / 2).await;
                Ok((work().await? == before).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}
