//! What goes wrong is said in a sentence, and one click sets it right.

use std::cell::RefCell;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::desk::open_door;
use crate::harness::browse;
use crate::server::Fault;

#[tokio::test]
async fn a_diverged_run_is_set_right_with_one_click() -> Result<()> {
    browse(async |page| {
        page.go("#data=line&hidden=64-64-64&act=relu&opt=momentum&lr=1&k=1&play=1")
            .await?;
        let alert = page.until_alert().await?;
        let step = alert.split("step ").nth(1).unwrap_or_default();
        ensure!(
            step.starts_with(|c: char| c.is_ascii_digit()),
            "no step in {alert:?}"
        );
        ensure!(
            alert.contains("learning rate of 1 "),
            "no learning rate in {alert:?}"
        );
        page.press("Continue from step").await?;
        page.until_no_alert().await?;
        let rate = 10_f64.powf(page.slider_value("Learning rate").await?);
        ensure!(rate < 1.0, "the learning rate is still {rate}");
        let from = page.number("Step").await?;
        page.until_step(|step| step > from + 500.0).await?;
        for name in ["Loss", "Training error", "Held-out error"] {
            let value = page.number(name).await?;
            ensure!(value.is_finite() && value < 10.0, "{name} is {value}");
        }
        ensure!(page.notices("alert").await?.is_empty(), "it diverged again");
        Ok(())
    })
    .await
}

/// Where nothing may be kept, the page forgets and does the rest.
async fn works_without_storage(script: &str) -> Result<()> {
    browse(async |page| {
        page.before_scripts(script).await?;
        page.open("#data=line&play=1").await?;
        page.until_step(|step| step > 100.0).await?;
        let theme = "return document.documentElement.dataset.theme";
        let before = page.js(theme, json!([])).await?;
        page.press("Theme").await?;
        page.until("another theme", async || {
            Ok((page.js(theme, json!([])).await? != before).then_some(()))
        })
        .await?;
        page.choose("Predict first", "Fine detail").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_storage_the_page_works() -> Result<()> {
    works_without_storage(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });",
    )
    .await
}

#[tokio::test]
async fn with_a_full_storage_the_page_works() -> Result<()> {
    works_without_storage(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    )
    .await
}

/// What the device's graphics lost is painted again, also where nothing moves.
#[tokio::test]
async fn a_lost_picture_is_painted_again() -> Result<()> {
    browse(async |page| {
        page.open("#data=circle").await?;
        let ink = "window.painted ??= [...document.querySelectorAll('canvas')].filter((canvas) => canvas.width > 1);
        return painted.map((canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
                .reduce((sum, value) => sum + value, 0))";
        let last = RefCell::new(Vec::new());
        let before = page
            .until("pictures that stand still", async || {
                let sums: Vec<f64> = serde_json::from_value(page.js(ink, json!([])).await?)?;
                let is_settled = last.replace(sums.clone()) == sums;
                let are_there = sums.len() > 3 && sums.iter().all(|sum| *sum > 0.0);
                Ok((is_settled && are_there).then_some(sums))
            })
            .await?;
        let lose = "for (const canvas of painted) {
            canvas.getContext('2d').reset();
            canvas.dispatchEvent(new Event('contextrestored'));
        }";
        page.js(lose, json!([])).await?;
        page.until("the same pictures", async || {
            let sums: Vec<f64> = serde_json::from_value(page.js(ink, json!([])).await?)?;
            Ok((sums == before).then_some(()))
        })
        .await
    })
    .await
}

/// A machine that slept for longer than a trainer may be silent: nothing is said of it, and the run goes on.
#[tokio::test]
async fn after_a_sleep_the_run_goes_on_as_if_nothing_had_been() -> Result<()> {
    const NIGHT: Duration = Duration::from_secs(13);
    browse(async |page| {
        page.open("#data=circle&play=1").await?;
        let note = "window.told = [];
        new MutationObserver(() => {
            for (const notice of document.querySelectorAll('[role=alert]:not([hidden])')) told.push(notice.innerText);
        }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
        return performance.now()";
        let before = page.until_step(|step| step > 300.0).await?;
        let evening = page.js(note, json!([])).await?.as_f64().context("no clock")?;
        page.running.sleep(NIGHT).await?;
        let morning = page.js("return performance.now()", json!([])).await?;
        let slept = morning.as_f64().context("no clock")? - evening;
        ensure!(slept >= NIGHT.as_secs_f64() * 1e3, "it slept for {slept} ms only");
        page.until_step(|step| step > before + 600.0).await?;
        let told = page.js("return told", json!([])).await?;
        ensure!(told == json!([]), "{told}");
        Ok(())
    })
    .await
}

/// As where fingerprinting is resisted: the clock moves in steps of 100 ms.
#[tokio::test]
async fn with_a_coarse_clock_the_page_learns() -> Result<()> {
    browse(async |page| {
        let coarse = "const now = performance.now.bind(performance);
            performance.now = () => 100 * Math.floor(now() / 100);
            const animate = window.requestAnimationFrame.bind(window);
            window.requestAnimationFrame = (work) => animate((at) => work(100 * Math.floor(at / 100)));";
        page.before_scripts(coarse).await?;
        for link in ["#data=circle&play=1", "#lesson=denoising&speed=fast&play=1"] {
            page.open(link).await?;
            page.until_step(|step| step > 500.0).await?;
            let error = page.number("Held-out error").await?;
            ensure!(error.is_finite() && error < 1.0, "{link}: {error}");
        }
        Ok(())
    })
    .await
}

/// The images do not arrive: the page says so, the point sets work, and once the file is sound so do the images.
async fn works_without_digits(fault: Fault) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil("data/digits.bin", fault);
        page.go("").await?;
        let alert = page.until_alert().await?;
        let sentence = alert.lines().next().unwrap_or_default();
        ensure!(sentence.trim_end().ends_with('.'), "no sentence: {alert:?}");

        page.choose("Data set", "circle").await?;
        page.until_no_alert().await?;
        page.press("Step").await?;
        page.until_step(|step| step >= 1.0).await?;

        page.choose("Data set", "digits").await?;
        page.until_alert().await?;
        page.server.mend();
        page.press("Try again").await?;
        page.until_no_alert().await?;
        page.named("canvas", "held-out images").await?;
        page.press("Step").await?;
        page.until_step(|step| step >= 1.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn missing_images_leave_the_point_sets_working() -> Result<()> {
    works_without_digits(Fault::Missing).await
}

#[tokio::test]
async fn damaged_images_leave_the_point_sets_working() -> Result<()> {
    works_without_digits(Fault::Torn).await
}

/// What goes out and comes in does not arrive: that is said, and asked for again it opens.
async fn opens_late(file: &'static str, fault: Fault) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil(file, fault);
        page.open("#data=line&play=1").await?;
        page.press("Export").await?;
        page.until_told("could not be loaded").await?;
        page.press("Play").await?;
        let from = page.number("Step").await?;
        page.until_step(|step| step > from).await?;
        page.server.mend();
        open_door(page, "Export").await
    })
    .await
}

#[tokio::test]
async fn a_desk_without_its_script_opens_when_it_is_there() -> Result<()> {
    opens_late("desk.js", Fault::Missing).await
}

#[tokio::test]
async fn half_a_desk_opens_when_it_is_whole() -> Result<()> {
    opens_late("desk_bg.wasm", Fault::Torn).await
}
