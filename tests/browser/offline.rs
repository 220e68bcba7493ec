//! Without a network: the copy that stays on the device, a newer version of it, and the page as one file.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use hourglass::lessons::Lesson;
use serde_json::json;

use crate::harness::{browse, dist, figure};
use crate::page::Page;
use crate::server::Fault;

/// Has the page keep its copy now and not in a while.
async fn keep(page: &Page<'_>) -> Result<()> {
    let keep = "hourglass.keepCopy().then(() => { window.isKept = true; })";
    page.js(keep, json!([])).await?;
    page.until("the copy", async || {
        let is_kept = page.js("return window.isKept === true", json!([])).await?;
        Ok((is_kept == json!(true)).then_some(()))
    })
    .await
}

#[tokio::test]
async fn after_one_visit_all_lessons_run_without_a_network() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        keep(page).await?;
        page.server.stop();
        for lesson in Lesson::ALL {
            page.go(&format!("#lesson={}&play=1", lesson.key())).await?;
            page.until_step(|step| step > 5.0).await?;
        }
        // Data that the visit did not need, and the desk.
        page.go("#data=mnist&play=1").await?;
        page.until_step(|step| step > 5.0).await?;
        page.press("Share").await?;
        page.until("the desk", async || {
            let is_there = page
                .js(
                    "return document.querySelector('dialog.desk[open]') !== null",
                    json!([]),
                )
                .await?;
            Ok((is_there == json!(true)).then_some(()))
        })
        .await?;
        Ok(())
    })
    .await
}

/// As from a network that answers for every host until its user has logged in.
#[tokio::test]
async fn a_file_that_came_as_another_is_not_kept() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        page.server.spoil("worker.js", Fault::Endless);
        let asked = page.server.answers();
        let is_worker = |(file, _): &(String, _)| file == "service-worker.js";
        ensure!(!asked.iter().any(is_worker), "the copy was made before");
        page.js("void hourglass.keepCopy()", json!([])).await?;
        let copies =
            "return navigator.serviceWorker.getRegistrations().then((copies) => copies.length)";
        page.until("the copy to be given up", async || {
            let is_asked = page.server.answers().iter().any(is_worker);
            let is_gone = page.js(copies, json!([])).await? == json!(0);
            Ok((is_asked && is_gone).then_some(()))
        })
        .await?;
        page.server.mend();
        page.open("#k=4&play=1").await?;
        page.until_step(|step| step > 100.0).await?;
        keep(page).await
    })
    .await
}

#[tokio::test]
async fn a_newer_version_is_offered_and_taken_when_the_visitor_says_so() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        keep(page).await?;
        page.open("#k=3").await?;
        keep(page).await?;
        let offer = "return !document.getElementById('newer').hidden";
        ensure!(page.js(offer, json!([])).await? == json!(false));
        page.server.renew();
        page.js("navigator.serviceWorker.getRegistration().then((copy) => copy.update())", json!([])).await?;
        page.until("the offer", async || Ok((page.js(offer, json!([])).await? == json!(true)).then_some(())))
            .await?;
        page.js("window.isOld = true; document.querySelector('#newer button').click()", json!([])).await?;
        page.until("the newer page", async || {
            let names = "const [done] = arguments; if (window.isOld) return done([]); caches.keys().then(done)";
            let names = page.driver.execute_async(names, vec![]).await;
            // Between the two pages there is none.
            let names = names.map(|names| names.json().to_string()).unwrap_or_default();
            Ok((names.contains("newer") && names.matches("hourglass").count() > 0).then_some(()))
        })
        .await?;
        page.until_step(|_| true).await?;
        ensure!(page.js(offer, json!([])).await? == json!(false));
        page.until_link(&["k=3"], &[]).await?;
        Ok(())
    })
    .await
}

/// By a double click: no server, no other file.
#[tokio::test]
async fn one_file_holds_the_page() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("hourglass-single-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("hourglass.html");
    let made = Command::new("node")
        .arg("tools/single.mjs")
        .arg(dist()?)
        .arg(&file)
        .output()?;
    ensure!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let size = std::fs::metadata(&file)?.len();
    figure(&format!("the page as one file: {size} bytes"));
    ensure!(size <= 3_000_000, "{size}");
    let outcome = browse(async |page| {
        let address = format!("file://{}", file.display());
        page.driver.goto(&address).await?;
        page.until_step(|step| step > 50.0).await?;
        let fonts = "return [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family)";
        let fonts = page.js(fonts, json!([])).await?.to_string();
        ensure!(fonts.contains("Hourglass Sans"), "its fonts: {fonts}");
        for lesson in Lesson::ALL {
            page.driver.goto("about:blank").await?;
            page.driver
                .goto(format!("{address}#lesson={}&play=1", lesson.key()))
                .await?;
            page.until_step(|step| step > 5.0).await?;
        }
        // What goes out is made in a thread of its own here too.
        page.press("Pause").await?;
        page.js(crate::desk::KEEP, json!([])).await?;
        crate::desk::open_door(page, "Export").await?;
        let run = crate::desk::saved(page, "The run").await?;
        ensure!(run["length"].as_f64().context("no file")? > 1000.0);
        Ok(())
    })
    .await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}
