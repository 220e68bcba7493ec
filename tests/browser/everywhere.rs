//! What a lesson cannot do without, in every engine.

use anyhow::{Result, ensure};
use hourglass::lessons::Lesson;
use thirtyfour::prelude::*;

use crate::harness::browse;

#[tokio::test]
async fn every_lesson_opens_trains_and_answers_a_slider() -> Result<()> {
    browse(async |page| {
        for lesson in Lesson::ALL {
            let link = format!("#lesson={}&speed=normal", lesson.key());
            page.open(&link).await?;
            let untrained = page.number("Training error").await?;
            page.press("Play").await?;
            let step = page.until_step(|step| step > 30.0).await?;
            let trained = page.number("Training error").await?;
            ensure!(
                trained < untrained,
                "{link}: {untrained} before, {trained} after {step} steps"
            );

            let before = page.number("Step").await?;
            let slider = page.named("input", "Bottleneck size k").await?;
            let k = page.slider_value("Bottleneck size k").await?;
            let key = if k > 1.0 { Key::Left } else { Key::Right };
            slider.send_keys(key + "").await?;
            page.until("another k in the link", async || {
                let now = page.slider_value("Bottleneck size k").await?;
                let link = page.link().await?;
                let is_said = link.contains(&format!("k={now}"));
                Ok((now != k && is_said).then_some(()))
            })
            .await?;
            // The run goes on with the weights it has.
            page.until_step(|step| step > before + 20.0).await?;
        }
        Ok(())
    })
    .await
}
