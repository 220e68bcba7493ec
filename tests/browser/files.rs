//! The files of the data: each is loaded when it is chosen, and once.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::{browse, figure};
use crate::page::Page;

/// The data files that the page has asked for, in order.
fn asked(page: &Page<'_>) -> Vec<String> {
    let answers = page.server.answers().into_iter();
    let files = answers.map(|(file, _)| file);
    files.filter(|file| file.starts_with("data/")).collect()
}

#[tokio::test]
async fn a_first_visit_loads_its_own_lessons_file_alone() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        ensure!(asked(page) == ["data/digits.bin"], "{:?}", asked(page));
        Ok(())
    })
    .await?;
    browse(async |page| {
        page.open("#lesson=pca").await?;
        ensure!(asked(page).is_empty(), "{:?}", asked(page));
        Ok(())
    })
    .await
}

/// Everything that comes over the wire until lesson 1 learns, and some seconds more.
const FIRST_VISIT_BYTES: u64 = 737_300;

#[tokio::test]
async fn a_first_visit_comes_compressed_and_weighs_no_more_than_it_did() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        page.until_step(|step| step > 100.0).await?;
        let bytes = page.server.bytes();
        figure(&format!("a first visit: {bytes} bytes"));
        ensure!(
            bytes <= FIRST_VISIT_BYTES,
            "{bytes} bytes: {:?}",
            page.server.answers()
        );
        let whole = page.server.answers().len();
        ensure!(
            bytes > 400_000 && whole >= 10,
            "{bytes} bytes cannot be all of it"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_set_opens_by_its_thumbnail_and_loads_its_file_once() -> Result<()> {
    browse(async |page| {
        page.open("#data=line").await?;
        // The copy for a visit without a network fetches every file once more, after a while.
        page.js("hourglass.keepCopy = () => Promise.resolve()", json!([]))
            .await?;
        page.press("Step").await?;
        page.until_step(|step| step == 1.0).await?;
        for (name, key) in [
            ("MNIST", "mnist"),
            ("fashion", "fashion"),
            ("patches", "patches"),
            ("heartbeats", "ecg"),
            ("bars", "bars"),
            ("balls", "balls"),
            ("S curve", "scurve"),
            ("Swiss roll", "swissroll"),
            ("cross", "cross"),
            ("MNIST", "mnist"),
        ] {
            page.choose("Data set", name).await?;
            page.until_link(&[&format!("data={key}")], &[]).await?;
            page.until_step(|step| step == 0.0).await?;
            let alerts = page.notices("alert").await?;
            ensure!(alerts.is_empty(), "{name}: {alerts:?}");
            page.press("Step").await?;
            page.until_step(|step| step == 1.0).await?;
        }
        let wanted = ["mnist", "fashion", "patches", "ecg"].map(|key| format!("data/{key}.bin"));
        ensure!(asked(page) == wanted, "{:?}", asked(page));
        Ok(())
    })
    .await
}
