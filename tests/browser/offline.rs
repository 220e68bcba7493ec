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

/// The folder may hold other things, which are none of the page's.
#[tokio::test]
async fn other_pages_of_the_folder_are_left_alone() -> Result<()> {
    browse(async |page| {
        // What has no icon of its own is asked for one.
        page.forgive_errors();
        page.open("").await?;
        keep(page).await?;
        let text = "return document.body.textContent.slice(0, 2000)";
        page.driver
            .goto(format!("{}data/README.md", page.server.address()))
            .await?;
        let found = page.js(text, json!([])).await?;
        ensure!(found.to_string().contains("digits.bin"), "{found}");
        page.driver
            .goto(format!("{}index.html#k=3", page.server.address()))
            .await?;
        page.until_step(|_| true).await?;
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
    is_offered_a_newer_version(false).await
}

/// The copy was made in this tab, which it did not serve so far.
#[tokio::test]
async fn a_newer_version_is_taken_during_a_first_visit_too() -> Result<()> {
    is_offered_a_newer_version(true).await
}

async fn is_offered_a_newer_version(is_first: bool) -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        keep(page).await?;
        if !is_first {
            page.open("#k=3").await?;
            keep(page).await?;
        }
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
        crate::desk::close_door(page).await?;
        // And a trainer is ended as elsewhere, be it a twin's or one that has died.
        page.press("Twin").await?;
        page.until("the twin", async || {
            let sides = page.js("return document.querySelectorAll('.sides .one').length", json!([]));
            Ok((sides.await? == json!(2)).then_some(()))
        })
        .await?;
        page.press("Twin").await?;
        page.must_have_no_errors().await?;
        page.forgive_errors();
        page.press("Play").await?;
        page.until_step(|step| step > 100.0).await?;
        page.js("seen.workers[0].postMessage('no command')", json!([])).await?;
        page.until_told("was started again from step").await?;
        let from = page.number("Step").await?;
        page.until_step(|step| step > from + 100.0).await?;
        Ok(())
    })
    .await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}
