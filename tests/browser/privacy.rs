//! No other host, no cookie.

use anyhow::{Result, ensure};
use axum::http::StatusCode;
use serde_json::json;

use crate::desk::{bring, open_door};
use crate::harness::browse;
use crate::own::{choose, click};

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

/// What a link, a file or a result brings is text, wherever it is shown.
#[tokio::test]
async fn markup_from_outside_stays_text() -> Result<()> {
    browse(async |page| {
        const MARKUP: &str = "<img src=x onerror=window.hit=1>";
        let shown = "return document.body.innerText.includes(arguments[0])";
        let until_shown = async |place: &str| {
            page.until(place, async || {
                Ok((page.js(shown, json!([MARKUP])).await? == json!(true)).then_some(()))
            })
            .await
        };
        // A question, and a complaint about a key that there is not.
        page.open(&format!("#q={MARKUP}&{MARKUP}=1")).await?;
        until_shown("the question").await?;

        // Names of columns, of classes and of the file itself.
        page.open("#lesson=lab").await?;
        open_door(page, "Your own data …").await?;
        let rows = (0..40).map(|i| format!("{i},{},{MARKUP} {}\n", i * i % 17, i % 2));
        let table = format!("{MARKUP},b,kind\n{}", rows.collect::<String>());
        choose(page, &format!("{MARKUP}.csv"), &table).await?;
        until_shown("the table").await?;
        click(page, ".look .take").await?;
        page.until_link(&["data=own"], &[]).await?;
        page.press("Step").await?;
        page.until_step(|step| step >= 1.0).await?;

        // A file of a run, and a result.
        open_door(page, "Export").await?;
        bring(page, &format!("{MARKUP}.json"), MARKUP).await?;
        page.until("a refusal", async || {
            let said = "return document.querySelector('dialog .failed')?.textContent";
            let said = page.js(said, json!([])).await?;
            Ok(said.as_str().map(str::to_owned))
        })
        .await?;

        let hit = page.js("return window.hit ?? null", json!([])).await?;
        ensure!(hit.is_null(), "markup became a part of the page");
        let images = page.js(
            "return document.querySelectorAll('img[src=x]').length",
            json!([]),
        );
        ensure!(
            images.await? == json!(0),
            "markup became a part of the page"
        );
        ensure!(
            page.server.violations().is_empty(),
            "the policy had to stop it"
        );
        Ok(())
    })
    .await
}
