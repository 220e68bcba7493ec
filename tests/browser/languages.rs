//! The page in another language: asked for by a link, by the browser or by hand; and English where its words do not come.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::desk::{close_door, open_door, until_door};
use crate::harness::browse;
use crate::page::Page;
use crate::server::Fault;

async fn until_language(page: &Page<'_>, key: &str) -> Result<()> {
    page.until(key, async || {
        let is = "return document.documentElement.lang === arguments[0]
            && document.querySelector('.language select')?.value === arguments[0]";
        Ok((page.js(is, json!([key])).await? == json!(true)).then_some(()))
    })
    .await
}

async fn choose(page: &Page<'_>, key: &str) -> Result<()> {
    let choose = "const list = document.querySelector('.language select');
        list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.js(choose, json!([key])).await?;
    until_language(page, key).await
}

async fn text(page: &Page<'_>, selector: &str) -> Result<String> {
    let text = "return document.querySelector(arguments[0])?.innerText ?? ''";
    let text: Value = page.js(text, json!([selector])).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_link_brings_its_language_and_the_hand_another_while_the_run_goes_on() -> Result<()> {
    browse(async |page| {
        page.go("#k=8&seed=3&lang=de&play=1").await?;
        until_language(page, "de").await?;
        page.until_step(|step| step > 50.0).await?;
        let lesson = text(page, ".side h2").await?;
        ensure!(lesson == "Was ist ein Autoencoder?", "{lesson}");
        let numbers = text(page, ".strip").await?;
        ensure!(
            numbers.contains("Testfehler") && numbers.contains("0,"),
            "{numbers}"
        );
        ensure!(!numbers.contains("Held-out"), "{numbers}");

        // By hand: nothing is lost, and the link asks for nothing any more.
        let before = page.number("Schritt").await?;
        choose(page, "en").await?;
        let after = page.until_step(|step| step > 0.0).await?;
        ensure!(after >= before, "step {after} after {before}");
        let lesson = text(page, ".side h2").await?;
        ensure!(lesson == "What is an autoencoder?", "{lesson}");
        page.until_link(&["seed=3"], &["lang="]).await?;

        // It is remembered, and a link goes before; who chose with the keys stands where they stood.
        page.js(
            "document.querySelector('.language select').focus()",
            json!([]),
        )
        .await?;
        choose(page, "de").await?;
        page.until("the focus on the list", async || {
            let is = "return document.activeElement === document.querySelector('.language select')";
            Ok((page.js(is, json!([])).await? == json!(true)).then_some(()))
        })
        .await?;
        page.go("#k=8").await?;
        until_language(page, "de").await?;
        page.go("#k=8&lang=en").await?;
        until_language(page, "en").await?;
        Ok(())
    })
    .await
}

const COUNT_THREADS: &str = "window.threads = 0; window.Worker = class extends Worker {
    constructor(...how) { super(...how); threads += 1; }
}";

/// A twin and six side by side have trainers of their own, which another language does not begin anew.
#[tokio::test]
async fn networks_beside_the_run_go_on_in_another_language() -> Result<()> {
    browse(async |page| {
        page.before_scripts(COUNT_THREADS).await?;
        let threads = async || page.js("return threads", json!([])).await;
        for (button, beside, count) in [("Twin", ".sides .one", 2), ("Six side by side", ".tiles > section", 7)] {
            page.open("#lesson=lab&k=8&seed=3").await?;
            page.press(button).await?;
            if count == 2 {
                page.press("Play").await?;
            }
            let steps = format!(
                "return [...document.querySelectorAll('{beside}')].map((one) => Number(one.dataset.step))"
            );
            let read = async || -> Result<Vec<f64>> {
                Ok(serde_json::from_value(page.js(&steps, json!([])).await?)?)
            };
            page.until("a twin's steps, or those of one of the six", async || {
                let steps = read().await?;
                let beside = if count == 2 { steps.get(1) } else { steps.first() };
                Ok(beside.filter(|step| **step > 20.0).map(|_| ()))
            })
            .await?;
            ensure!(threads().await? == json!(count), "{:?}", threads().await?);
            let before = read().await?;
            choose(page, "de").await?;
            page.until("their pictures", async || {
                Ok((read().await?.len() == before.len()).then_some(()))
            })
            .await?;
            let after = read().await?;
            let go_on = before.iter().zip(&after).all(|(before, after)| after >= before);
            ensure!(go_on, "{before:?} {after:?}");
            ensure!(threads().await? == json!(count), "others were started");
            choose(page, "en").await?;
        }
        Ok(())
    })
    .await
}

/// The desk is a program of its own, and its thread another: both speak as the page does.
#[tokio::test]
async fn what_goes_out_and_comes_in_is_in_the_pages_language() -> Result<()> {
    browse(async |page| {
        page.go("#lang=de").await?;
        page.until_step(|_| true).await?;
        open_door(page, "Teilen").await?;
        ensure!(
            text(page, "dialog.desk")
                .await?
                .contains("Nichts wird versendet"),
            "not German"
        );
        close_door(page).await?;
        page.js("document.querySelector('.own-data').click()", json!([]))
            .await?;
        until_door(page, "Deine eigenen Daten").await?;
        let choose = "const input = document.querySelector('dialog.desk input[type=file]');
            const files = new DataTransfer();
            files.items.add(new File(['a,b\\n1,2\\n'], 'kurz.csv'));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));";
        page.js(choose, json!([])).await?;
        page.until("an error in German", async || {
            let said = text(page, "dialog.desk").await?;
            Ok(said.contains("kurz.csv").then_some(said))
                .map(|said| said.filter(|said| said.contains("erwartet")))
        })
        .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_measures_in_its_language_too() -> Result<()> {
    browse(async |page| {
        page.go("#lang=de").await?;
        page.until_step(|_| true).await?;
        choose(page, "de").await?;
        page.go("#speed").await?;
        page.until("a heading in German", async || {
            let heading = text(page, "h1, h2").await?;
            Ok(heading.contains("Gerät").then_some(()))
        })
        .await
    })
    .await
}

async fn stays_english(fault: Fault) -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.spoil("words/de.txt", fault);
        page.go("#k=8&lang=de").await?;
        page.until_step(|_| true).await?;
        let lesson = text(page, ".side h2").await?;
        ensure!(lesson == "What is an autoencoder?", "{lesson}");
        ensure!(
            text(page, ".strip").await?.contains("Held-out error"),
            "half German"
        );
        if fault == Fault::Missing {
            page.until("what is missing", async || {
                let said = text(page, "main").await?;
                Ok(said
                    .contains("The words in Deutsch did not come")
                    .then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_its_words_the_page_is_english_and_says_so() -> Result<()> {
    stays_english(Fault::Missing).await
}

#[tokio::test]
async fn half_of_its_words_are_not_spoken() -> Result<()> {
    stays_english(Fault::Torn).await
}
