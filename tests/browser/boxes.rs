//! In every lesson, experiment, panel and figure, on every size of screen and in both themes: no text is cut off, lies
//! over another or hangs out of its box, no control is covered, and what the experiment is about can be dragged without
//! scrolling.

use std::time::Duration;

use anyhow::{Result, ensure};
use hourglass::lessons::Lesson;
use hourglass::words::Language;
use serde_json::json;

use crate::harness::browse;

const BOXES: &str = include_str!("boxes.js");
const WALK: &str = include_str!("walk.js");

/// What is looked at in a size: geometry is the same in both themes, and panels that fit the smaller laptop fit
/// the larger one.
#[derive(Clone, Copy)]
enum Extent {
    ExperimentsInBothThemes,
    EveryPanel,
    Experiments(Language),
}

async fn everything_fits(sizes: &[(u32, u32)], extent: Extent) -> Result<()> {
    browse(async |page| {
        let patience = Duration::from_secs(120);
        page.driver.set_script_timeout(patience).await?;
        let mut faults = Vec::new();
        for lesson in Lesson::ALL {
            let language = match extent {
                Extent::Experiments(language) => language,
                _ => Language::English,
            };
            let (is_whole, in_both) = match extent {
                Extent::ExperimentsInBothThemes => (false, true),
                Extent::EveryPanel => (true, false),
                Extent::Experiments(_) => (false, false),
            };
            for (at, &(width, height)) in sizes.iter().enumerate() {
                page.resize(width, height, width < 500 || height < 500)
                    .await?;
                if at == 0 {
                    page.go(&format!("#lesson={}&lang={}", lesson.key(), language.key()))
                        .await?;
                    page.until_step(|_| true).await?;
                }
                let given = vec![json!(BOXES), json!(is_whole), json!(in_both)];
                let found = page.driver.execute_async(WALK, given).await?;
                let found: Vec<String> = found.convert()?;
                let place = format!("{width} × {height}, {}", lesson.key());
                faults.extend(found.into_iter().map(|fault| format!("{place}, {fault}")));
            }
        }
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn everything_fits_a_large_laptop() -> Result<()> {
    everything_fits(&[(1440, 900)], Extent::ExperimentsInBothThemes).await
}

#[tokio::test]
async fn everything_fits_the_commonest_laptop() -> Result<()> {
    everything_fits(&[(1366, 768)], Extent::EveryPanel).await
}

#[tokio::test]
async fn everything_fits_a_tablet() -> Result<()> {
    everything_fits(&[(1024, 768)], Extent::EveryPanel).await
}

#[tokio::test]
async fn everything_fits_a_phone() -> Result<()> {
    everything_fits(&[(390, 844)], Extent::EveryPanel).await
}

/// Words are a third longer.
#[tokio::test]
async fn german_fits_every_size() -> Result<()> {
    const SIZES: [(u32, u32); 7] = [
        (1440, 900),
        (1366, 650),
        (1024, 768),
        (810, 1080),
        (390, 844),
        (844, 390),
        (320, 640),
    ];
    everything_fits(&SIZES, Extent::Experiments(Language::German)).await
}
