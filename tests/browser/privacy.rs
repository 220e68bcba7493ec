//! No other host, no cookie.

use anyhow::{Result, ensure};
use axum::http::StatusCode;
use serde_json::json;

use crate::harness::browse;

#[tokio::test]
async fn nothing_is_asked_of_another_host_and_no_cookie_is_set() -> Result<()> {
    browse(async |page| {
        page.open("#play=1").await?;
        page.until_step(|step| step > 50.0).await?;
        page.choose("Data set", "spiral").await?;
        page.until_link(&["data=spiral"], &[]).await?;
        page.until_step(|step| step > 50.0).await?;

        // The policy covers the trainer too, whose requests are in no list of the page's.
        let tried = page.server.violations();
        ensure!(tried.is_empty(), "{tried:?}");

        let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let asked: Vec<String> = serde_json::from_value(page.js(script, json!([])).await?)?;
        let ours = page.server.address();
        let strange: Vec<_> = asked
            .iter()
            .filter(|address| !address.starts_with(ours) && !address.starts_with("data:"))
            .collect();
        ensure!(
            asked.iter().any(|address| address.ends_with(".wasm")),
            "{asked:?}"
        );
        ensure!(
            strange.is_empty(),
            "outside the page's own folder: {strange:?}"
        );

        ensure!(
            page.driver.get_all_cookies().await?.is_empty(),
            "there are cookies"
        );
        // What the student has reached is remembered on the device, and nothing else is.
        let script = "return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
            .filter((key) => key !== 'hourglass.progress')";
        let kept = page.js(script, json!([])).await?;
        ensure!(kept == json!([]), "{kept} are stored in the browser");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_file_that_is_asked_for_is_there() -> Result<()> {
    browse(async |page| {
        page.open("#play=1").await?;
        page.until_step(|step| step > 10.0).await?;
        let answers = page.server.answers();
        ensure!(
            answers.iter().any(|(file, _)| file == "data/digits.bin"),
            "{answers:?}"
        );
        let missing: Vec<_> = answers
            .iter()
            .filter(|(_, status)| *status != StatusCode::OK)
            .collect();
        ensure!(missing.is_empty(), "{missing:?}");
        Ok(())
    })
    .await
}
