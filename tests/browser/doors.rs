//! The page opens where teachers open it, or says in a sentence what is missing and what to do.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::harness::browse;
use crate::page::Page;
use crate::server::Fault;

/// Waits at most three seconds for the sentence that says what is missing.
async fn sentence(page: &Page<'_>) -> Result<String> {
    let script = "const trouble = document.getElementById('trouble');
        return trouble && !trouble.hidden ? trouble.innerText : null";
    for _ in 0..30 {
        if let Some(said) = page.js(script, json!([])).await?.as_str() {
            return Ok(said.to_owned());
        }
        sleep(Duration::from_millis(100)).await;
    }
    let shown = page.js("return document.body.innerText", json!([])).await?;
    anyhow::bail!("nothing was said within three seconds; the page shows {shown}")
}

/// The page is styled, and bears its name.
async fn must_not_be_white(page: &Page<'_>) -> Result<()> {
    let script = "return [getComputedStyle(document.body).fontFamily, document.body.innerText]";
    let [family, text]: [String; 2] = serde_json::from_value(page.js(script, json!([])).await?)?;
    ensure!(family.contains("Hourglass Sans"), "unstyled: {family}");
    ensure!(text.contains("Hourglass"), "{text}");
    Ok(())
}

/// A document in which a script has run before the page's own.
async fn go_after(page: &Page<'_>, script: &str) -> Result<()> {
    let cdp = page.driver.cdp();
    cdp.page()
        .add_script_to_evaluate_on_new_document(script)
        .await?;
    page.go("").await
}

#[tokio::test]
async fn the_page_learns_under_a_strict_policy() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&play=1").await?;
        page.until_step(|step| step > 50.0).await?;
        page.press("Help").await?;
        page.press("Close help").await?;
        // Whatever the policy stops fails every test at its end; that it is there at all is seen here.
        let inline = "const style = document.createElement('p');
            style.setAttribute('style', 'color: red'); document.body.append(style);
            const is_red = getComputedStyle(style).color === 'rgb(255, 0, 0)'; style.remove(); return is_red";
        page.forgive_errors();
        ensure!(page.js(inline, json!([])).await? == json!(false));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_so() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        go_after(page, "delete window.WebAssembly").await?;
        let said = sentence(page).await?;
        ensure!(said.contains("WebAssembly"), "{said}");
        must_not_be_white(page).await
    })
    .await
}

#[tokio::test]
async fn a_browser_without_simd_is_told_so() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        // It refuses what has vectors, as an old one does.
        go_after(page, "WebAssembly.validate = () => false").await?;
        let said = sentence(page).await?;
        ensure!(said.contains("SIMD"), "{said}");
        must_not_be_white(page).await
    })
    .await
}

/// The built page's file whose name ends so.
async fn file(page: &Page<'_>, end: &str) -> Result<&'static str> {
    page.go("").await?;
    page.until_step(|_| true).await?;
    let answers = page.server.answers().into_iter();
    let found = answers
        .map(|(file, _)| file)
        .find(|file| file.starts_with("app-") && file.ends_with(end) && !file.is_empty());
    // Faults are named for as long as the tests run.
    Ok(Box::leak(found.unwrap_or_default().into_boxed_str()))
}

#[tokio::test]
async fn a_missing_program_is_said_to_be_missing() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        for (end, fault) in [
            (".wasm", Fault::Missing),
            (".js", Fault::Missing),
            (".js", Fault::Mistyped),
        ] {
            page.server.mend();
            let file = file(page, end).await?;
            page.server.spoil(file, fault);
            page.go("").await?;
            let said = sentence(page).await?;
            ensure!(said.contains("could not be loaded"), "{end}: {said}");
            must_not_be_white(page).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_program_that_is_sent_as_another_type_runs_all_the_same() -> Result<()> {
    browse(async |page| {
        // The browser warns of it.
        page.forgive_errors();
        let file = file(page, ".wasm").await?;
        page.server.spoil(file, Fault::Mistyped);
        page.open("#play=1").await?;
        page.until_step(|step| step > 10.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_page_that_is_opened_as_a_file_says_how_to_serve_it() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        let dist = crate::harness::dist()?;
        let address = format!("file://{}/index.html", dist.canonicalize()?.display());
        page.driver.goto(address).await?;
        let said = sentence(page).await?;
        ensure!(said.contains("http.server"), "{said}");
        must_not_be_white(page).await
    })
    .await
}

#[tokio::test]
async fn the_page_learns_in_a_sandboxed_frame() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.server.open_to_all();
        page.driver.goto("about:blank").await?;
        // The frame is within a page of the same server, for about:blank may frame nothing in some browsers.
        page.driver
            .goto(format!("{}data/README.md", page.server.address()))
            .await?;
        let script = "document.body.innerHTML = '';
            const frame = document.createElement('iframe');
            frame.sandbox = 'allow-scripts'; frame.width = 1200; frame.height = 800;
            frame.src = arguments[0] + '#play=1'; document.body.append(frame)";
        page.js(script, json!([page.server.address()])).await?;
        let frame = page.driver.find(By::Css("iframe")).await?;
        frame.enter_frame().await?;
        must_not_be_white(page).await?;
        page.until_step(|step| step > 10.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_pixels_come_from_the_page_itself() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        // A program that never comes.
        go_after(
            page,
            "WebAssembly.validate = () => { throw new Error('stop') }",
        )
        .await?;
        let script = "return ['header .brand', '.side', '.stage', '.strip']
            .map((part) => document.querySelector(part)?.getBoundingClientRect())
            .map((box) => box ? [box.left, box.top, box.width, box.height].map(Math.round) : null)";
        let frame = page.js(script, json!([])).await?;
        ensure!(!frame.to_string().contains("null"), "{frame}");
        ensure!(
            frame[1][2] == json!(312) && frame[3][3] == json!(178),
            "{frame}"
        );
        must_not_be_white(page).await
    })
    .await
}

/// What a browser's translator does: every text node, now and later, gives way to a <font> element.
const TRANSLATOR: &str = "
    const wrap = (text) => {
        if (!text.data.trim() || text.parentElement.closest('font, script, style, [translate=no]')) return;
        const [outer, inner] = [0, 0].map(() => document.createElement('font'));
        inner.textContent = text.data; outer.append(inner);
        text.parentNode.replaceChild(outer, text);
    };
    const all = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const texts = []; while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(wrap);
    };
    all(document.body);
    new MutationObserver((records) => records.forEach(({ target, addedNodes, type }) =>
        type === 'characterData' ? target.parentNode && wrap(target)
            : addedNodes.forEach((node) => node.nodeType === 3 ? node.isConnected && wrap(node) : node.nodeName !== 'FONT' && all(node))
    )).observe(document.body, { childList: true, subtree: true, characterData: true })";

#[tokio::test]
async fn the_browsers_own_translation_leaves_the_page_alive() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro&play=1").await?;
        page.js(TRANSLATOR, json!([])).await?;
        // What is seen goes on with what is true.
        let agree = "const step = document.querySelector(`output[aria-label='Step']`);
            return [Number(step.innerText), Number(step.dataset.value)]";
        let begun = page.number("Step").await?;
        page.until("a visible Step that goes on", async || {
            let [seen, is]: [f64; 2] = serde_json::from_value(page.js(agree, json!([])).await?)?;
            Ok((seen == is && seen > begun + 50.0).then_some(()))
        })
        .await?;
        for lesson in ["Sparse", "Denoising", "Undercomplete", "What is an autoencoder?"] {
            page.js(
                "[...document.querySelectorAll('.lessons button')].find((b) => b.textContent.includes(arguments[0])).click()",
                json!([lesson]),
            )
            .await?;
            page.until(&format!("the words of {lesson}"), async || {
                let shown = page.js("return document.querySelector('.lesson h2').innerText", json!([])).await?;
                Ok((shown == json!(lesson)).then_some(()))
            })
            .await?;
            for panel in ["Units", "Uses", "Sweep", "Code"] {
                let script = "[...document.querySelectorAll('[aria-label=Pictures] label')]
                    .find((label) => label.textContent.trim() === arguments[0])?.querySelector('input').click()";
                page.js(script, json!([panel])).await?;
            }
        }
        page.js("document.querySelector('.transport .play').click()", json!([])).await?;
        page.until_step(|step| step > 20.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_program_that_has_stopped_says_so() -> Result<()> {
    browse(async |page| {
        page.forgive_errors();
        page.open("#lesson=lab").await?;
        // What an extension that rewrites the page can do to it: the program's next element has no place.
        let script = "Node.prototype.insertBefore = () => { throw new DOMException('no place', 'NotFoundError') };
            location.hash = '#lesson=denoising'";
        page.js(script, json!([])).await?;
        let said = sentence(page).await?;
        ensure!(said.contains("stopped") && said.contains("Reload"), "{said}");
        page.go("#lesson=denoising&play=1").await?;
        page.js("location.reload()", json!([])).await?;
        page.until_step(|step| step > 10.0).await?;
        Ok(())
    })
    .await
}
