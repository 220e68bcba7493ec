//! One sample is one sample everywhere, and any place of the code can be decoded.

use anyhow::{Result, bail, ensure};
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const CODE: &str = "arrow keys move the decoded point";
const PCA: &str = "principal components";
const GALLERY: &str = "held-out images";

/// A paused run on the digits, a step old.
async fn paused_digits(page: &Page<'_>) -> Result<()> {
    page.open("#k=2").await?;
    page.press("Step").await?;
    page.until_step(|step| step == 1.0).await?;
    Ok(())
}

/// Moves the pointer to a place of a canvas, in pixels from its middle; returns where that is in the window.
async fn point(page: &Page<'_>, canvas: &WebElement, x: i64, y: i64) -> Result<[f64; 2]> {
    let chain = page.driver.action_chain();
    chain
        .move_to_element_with_offset(canvas, x, y)
        .perform()
        .await?;
    let bounds = canvas.rect().await?;
    Ok([
        bounds.x + 0.5 * bounds.width + x as f64,
        bounds.y + 0.5 * bounds.height + y as f64,
    ])
}

/// Moves the pointer to where nothing listens.
async fn leave(page: &Page<'_>) -> Result<()> {
    let heading = page.driver.find(By::Css("h1")).await?;
    let chain = page.driver.action_chain();
    Ok(chain.move_to_element_center(&heading).perform().await?)
}

async fn decoded(page: &Page<'_>) -> Result<Option<WebElement>> {
    let found = page.driver.find_all(By::Css(".decoded canvas")).await?;
    Ok(found.into_iter().next())
}

#[tokio::test]
async fn pointing_at_the_code_decodes_the_place() -> Result<()> {
    browse(async |page| {
        paused_digits(page).await?;
        let code = page.named("canvas", CODE).await?;
        ensure!(decoded(page).await?.is_none());
        let mut last = String::new();
        for (x, y) in [(20, 10), (-60, -30), (60, 30)] {
            let at = point(page, &code, x, y).await?;
            let (image, pixels) = page
                .until("a new decoded image", async || {
                    let Some(image) = decoded(page).await? else {
                        return Ok(None);
                    };
                    let pixels = page.pixels(&image).await?;
                    Ok((pixels != last).then_some((image, pixels)))
                })
                .await?;
            last = pixels;
            // It stands beside the pointer, not under it.
            let image = image.rect().await?;
            let [left, top] = [image.x - at[0], image.y - at[1]];
            let (right, bottom) = (left + image.width, top + image.height);
            let beside = left.max(-right).max(top).max(-bottom);
            ensure!(
                (0.0..40.0).contains(&beside),
                "{image:?} for a pointer at {at:?}"
            );
        }
        leave(page).await?;
        page.until("no decoded image", async || {
            Ok(decoded(page).await?.is_none().then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn arrow_keys_move_the_decoded_place() -> Result<()> {
    browse(async |page| {
        paused_digits(page).await?;
        let code = page.named("canvas", CODE).await?;
        code.send_keys(Key::Right + "").await?;
        let image = page
            .until("a decoded image", async || decoded(page).await)
            .await?;
        let first = image.rect().await?.x;
        code.send_keys(Key::Right + Key::Right).await?;
        page.until("a decoded image further to the right", async || {
            Ok((image.rect().await?.x > first).then_some(()))
        })
        .await
    })
    .await
}

/// Hovers places of one scatter until a sample is marked there and in the other; the mark is at the pointer.
async fn marks_in_both(page: &Page<'_>, here: &str, there: &str) -> Result<()> {
    let (here, there) = (
        page.named("canvas", here).await?,
        page.named("canvas", there).await?,
    );
    let plain = page.pixels(&there).await?;
    page.remember(&here).await?;
    // Near the middle, where the samples are.
    for step in 0..60 {
        let [x, y] = point(page, &here, 7 * (step % 8) - 28, 7 * (step / 8) - 28).await?;
        if page.pixels(&there).await? == plain {
            continue;
        }
        let area = page.until("a mark at the pointer", async || {
            page.changed_area(&here).await
        });
        let [left, top, right, bottom] = area.await?;
        let is_near = x - 30.0 < right && left < x + 30.0 && y - 30.0 < bottom && top < y + 30.0;
        ensure!(
            is_near,
            "marked {left}, {top} … {right}, {bottom} for a pointer at {x}, {y}"
        );
        leave(page).await?;
        return page
            .until("scatters without marks", async || {
                let is_plain = page.changed_area(&here).await?.is_none()
                    && page.pixels(&there).await? == plain;
                Ok(is_plain.then_some(()))
            })
            .await;
    }
    bail!("no place marked a sample in the other scatter")
}

#[tokio::test]
async fn a_sample_hovered_in_the_code_is_marked_in_the_pca_too() -> Result<()> {
    browse(async |page| {
        paused_digits(page).await?;
        marks_in_both(page, CODE, PCA).await
    })
    .await
}

#[tokio::test]
async fn a_sample_hovered_in_the_pca_is_marked_in_the_code_too() -> Result<()> {
    browse(async |page| {
        paused_digits(page).await?;
        marks_in_both(page, PCA, CODE).await
    })
    .await
}

#[tokio::test]
async fn a_click_in_the_gallery_selects_the_sample_under_it() -> Result<()> {
    browse(async |page| {
        paused_digits(page).await?;
        let gallery = page.named("canvas", GALLERY).await?;
        let input = page.named("canvas", "input").await?;
        let first = page.pixels(&input).await?;
        page.remember(&gallery).await?;
        // Some column, but the first, which is shown anyway.
        let [x, _] = point(page, &gallery, 20, -20).await?;
        page.driver.action_chain().click().perform().await?;
        leave(page).await?;
        page.until("the sample in its own view", async || {
            Ok((page.pixels(&input).await? != first).then_some(()))
        })
        .await?;
        let area = page.until("its mark in the gallery", async || {
            page.changed_area(&gallery).await
        });
        let [left, _, right, _] = area.await?;
        ensure!(
            left <= x && x <= right,
            "clicked at {x}, marked {left} … {right}"
        );
        ensure!(
            right - left < 0.25 * gallery.rect().await?.width,
            "{left} … {right}"
        );

        page.blur().await?;
        page.keys(Key::Escape + "").await?;
        page.until("no mark", async || {
            Ok(page.changed_area(&gallery).await?.is_none().then_some(()))
        })
        .await
    })
    .await
}
