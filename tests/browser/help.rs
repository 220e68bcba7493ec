//! Everything says in a sentence what it is.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::desk::until_door;
use crate::harness::browse;

const LINKS: [&str; 6] = [
    "#k=2",
    "#lesson=pca",
    "#lesson=undercomplete",
    "#lesson=sparse",
    "#lesson=denoising",
    "#lesson=uses",
];

/// Controls, readouts and pictures that are no part of anything that explains itself.
const SILENT: &str = "return [...document.querySelectorAll(
        'canvas[aria-label], input[type=range], .segments, .thumbnails, .transport button, output, math')]
    .filter((e) => e.getClientRects().length && !e.closest('[data-help]'))
    .map((e) => e.ariaLabel ?? e.closest('[aria-label]')?.ariaLabel ?? e.tagName)";

#[tokio::test]
async fn every_control_and_picture_explains_itself() -> Result<()> {
    browse(async |page| {
        for link in LINKS {
            page.open(link).await?;
            let silent = page.js(SILENT, json!([])).await?;
            ensure!(silent == json!([]), "{link}: {silent}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn help_says_what_the_pointer_and_the_focus_are_on() -> Result<()> {
    browse(async |page| {
        page.open("#k=2").await?;
        let bubble = async || {
            let said = page
                .js(
                    "return document.querySelector('.bubble')?.innerText ?? ''",
                    json!([]),
                )
                .await?;
            Ok::<_, anyhow::Error>(said.as_str().unwrap_or_default().to_owned())
        };
        let slider = page.slider("Bottleneck size k").await?;
        slider.scroll_into_view().await?;
        page.blur().await?;
        page.keys("?").await?;
        page.named("div", "Help").await?;
        let chain = page.driver.action_chain();
        chain.move_to_element_center(&slider).perform().await?;
        page.until("the slider's sentence", async || {
            Ok(bubble()
                .await?
                .starts_with("How many numbers the code has")
                .then_some(()))
        })
        .await?;
        let chart = page.named("canvas", "Error over").await?;
        chart.focus().await.context("focusing the chart")?;
        page.until("the chart's sentence", async || {
            Ok(bubble()
                .await?
                .starts_with("The error at every step")
                .then_some(()))
        })
        .await?;
        page.keys("?").await?;
        page.until("no help", async || {
            let open = page.driver.find_all(By::Css(".help")).await?;
            Ok(open.is_empty().then_some(()))
        })
        .await
    })
    .await
}

/// Where the frame is enlarged too.
#[tokio::test]
async fn a_bubble_stands_beside_what_it_is_about() -> Result<()> {
    browse(async |page| {
        for link in ["#lesson=pca", "#lesson=pca&present=1"] {
            page.open(link).await?;
            page.resize(1920, 1080, false).await?;
            let far = "const label = document.querySelector('.readout.pca .label');
                const { left, top } = label.getBoundingClientRect();
                const at = { bubbles: true, clientX: left, clientY: top };
                label.dispatchEvent(new MouseEvent('click', at));
                return [left, top]";
            let [left, top]: [f64; 2] = serde_json::from_value(page.js(far, json!([])).await?)?;
            let place = "const bubble = document.querySelector('.bubble');
                if (!bubble) return null;
                const { left, top, right, bottom } = bubble.getBoundingClientRect();
                return [left, top, innerWidth - right, innerHeight - bottom]";
            let [x, y, right, below] = page
                .until("a bubble", async || {
                    Ok(serde_json::from_value::<Option<[f64; 4]>>(
                        page.js(place, json!([])).await?,
                    )?)
                })
                .await?;
            let place = format!("{link}: {left}, {top} and {x}, {y}, {right}, {below}");
            ensure!(right >= 0.0 && below >= 0.0, "beyond the window: {place}");
            ensure!(
                (x - left).abs() < 400.0 && (y - top).abs() < 150.0,
                "{place}"
            );
            ensure!((x - left).abs() < 2.0 || right < 30.0, "{place}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_press_on_a_name_says_what_it_is() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=pca").await?;
        let bubble = "return document.querySelector('.bubble')?.innerText ?? ''";
        let press = "document.querySelector(arguments[0]).click()";
        for (name, word) in [(".readout.pca .label", "PCA"), (".stage h3", "code")] {
            page.js(press, json!([name])).await?;
            page.until(name, async || {
                let said = page.js(bubble, json!([])).await?;
                Ok(said
                    .as_str()
                    .is_some_and(|said| said.contains(word))
                    .then_some(()))
            })
            .await?;
        }
        // The next press takes it away, and a term of the lesson says what it means in its place.
        page.js(press, json!([".term-name"])).await?;
        page.until("the term's meaning", async || {
            let said = page
                .js(
                    "return document.querySelector('.meaning')?.innerText ?? ''",
                    json!([]),
                )
                .await?;
            Ok(said
                .as_str()
                .is_some_and(|said| said.contains("Principal"))
                .then_some(()))
        })
        .await?;
        ensure!(page.js(bubble, json!([])).await? == json!(""));
        Ok(())
    })
    .await
}

/// Where the header has no room for it, too.
#[tokio::test]
async fn about_the_data_is_reached_from_help_on_a_phone() -> Result<()> {
    browse(async |page| {
        page.resize(390, 844, true).await?;
        page.open("#k=2").await?;
        page.press("Help").await?;
        let about = page.driver.find(By::Css(".help .about-data")).await?;
        about.click().await?;
        until_door(page, "About the data").await?;
        let open = "return document.querySelector('.help') !== null";
        ensure!(
            page.js(open, json!([])).await? == json!(false),
            "help lies over it"
        );
        Ok(())
    })
    .await
}

/// It is heard when it comes, Escape closes it, and the focus is where it was opened.
#[tokio::test]
async fn help_takes_the_focus_and_gives_it_back() -> Result<()> {
    browse(async |page| {
        page.resize(844, 390, false).await?;
        page.open("").await?;
        page.keys("?").await?;
        let focus = "return document.activeElement.closest('.help') !== null";
        page.until("the focus in help", async || Ok((page.js(focus, json!([])).await? == json!(true)).then_some(()))).await?;
        let fits = "const box = document.querySelector('.help').getBoundingClientRect(); return box.bottom <= innerHeight";
        ensure!(page.js(fits, json!([])).await? == json!(true), "it goes on below the screen");
        page.keys(Key::Escape + "").await?;
        let back = "return document.querySelector('.help') === null && document.activeElement.classList.contains('help-button')";
        page.until("the focus on its button", async || Ok((page.js(back, json!([])).await? == json!(true)).then_some(()))).await
    })
    .await
}
