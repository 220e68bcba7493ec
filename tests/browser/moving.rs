//! Points of the plane are dragged by pointer, by keys and by a finger; images are drawn.

use anyhow::{Result, ensure};
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const LINE: &str = "#lesson=pca&data=line";

async fn points(page: &Page<'_>) -> Result<WebElement> {
    page.named("canvas", "PCA's line").await
}

/// The note on how many points were moved.
async fn note(page: &Page<'_>) -> Result<String> {
    let note = page.driver.find(By::Css("p.moved")).await?;
    Ok(note.text().await?)
}

async fn until_note(page: &Page<'_>, wanted: &str) -> Result<()> {
    page.until(wanted, async || {
        Ok(note(page).await?.contains(wanted).then_some(()))
    })
    .await
}

/// The page's link, once it holds a moved point.
async fn until_moved(page: &Page<'_>) -> Result<String> {
    page.until("a link with a moved point", async || {
        let link = page.link().await?;
        Ok(link.contains("moved=").then_some(link))
    })
    .await
}

#[tokio::test]
async fn a_dragged_point_takes_pca_along() -> Result<()> {
    browse(async |page| {
        page.open(LINE).await?;
        let before = page.number("PCA error").await?;
        let canvas = points(page).await?;
        let bounds = canvas.rect().await?;
        let at = |x: f64, y: f64| {
            (
                (bounds.x + x * bounds.width) as i64,
                (bounds.y + y * bounds.height) as i64,
            )
        };
        let (from, to) = (at(0.5, 0.5), at(0.1, 0.05));
        let chain = page.driver.action_chain();
        chain
            .move_to(from.0, from.1)
            .click_and_hold()
            .move_to(at(0.3, 0.3).0, at(0.3, 0.3).1)
            .move_to(to.0, to.1)
            .release()
            .perform()
            .await?;
        until_note(page, "1 point moved").await?;
        page.until("another error of PCA", async || {
            Ok((page.number("PCA error").await? != before).then_some(()))
        })
        .await?;
        let link = until_moved(page).await?;
        ensure!(page.settled_step().await? == 0.0, "a drag is no training");
        // A press alone moves nothing, it selects.
        let chain = page.driver.action_chain();
        chain.move_to(from.0, from.1).click().perform().await?;
        ensure!(page.link().await? == link, "a click has moved a point");
        // The link opens the same.
        let moved = page.number("PCA error").await?;
        page.open(&link).await?;
        ensure!(page.number("PCA error").await? == moved);
        page.press("Put back").await?;
        until_note(page, "Drag any point").await?;
        page.until("the error of before", async || {
            Ok((page.number("PCA error").await? == before).then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn a_point_is_chosen_and_moved_by_keys() -> Result<()> {
    browse(async |page| {
        page.open(LINE).await?;
        let canvas = points(page).await?;
        canvas.focus().await?;
        page.keys(Key::Right).await?;
        page.keys(Key::Right).await?;
        ensure!(note(page).await?.starts_with("Drag any point"));
        for count in 1..=3 {
            let chain = page.driver.action_chain().key_down(Key::Shift);
            chain
                .send_keys(Key::Up)
                .key_up(Key::Shift)
                .perform()
                .await?;
            until_note(page, "1 point moved").await?;
            ensure!(note(page).await?.starts_with("1 point"), "{count}");
        }
        let link = until_moved(page).await?;
        ensure!(
            link.matches(':').count() == 2,
            "one point, two numbers: {link}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_drawing_is_rebuilt_ranked_and_shown_in_the_gallery() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=undercomplete&k=8").await?;
        page.choose("Figure", "Draw").await?;
        page.choose("What you draw on", "an empty sheet").await?;
        let says = async |wanted: &str| -> Result<Option<()>> {
            let by = By::Css("output[aria-label=strangeness]");
            let found = page.driver.find_all(by).await?;
            let Some(said) = found.into_iter().next() else {
                return Ok(None);
            };
            Ok(said.text().await?.contains(wanted).then_some(()))
        };
        page.until("an empty sheet", async || says("Nothing is drawn").await)
            .await?;
        let sheet = page.named("canvas", "An empty sheet").await?;
        let bounds = sheet.rect().await?;
        let side = bounds.width.min(bounds.height);
        let at = |x: f64, y: f64| ((bounds.x + x * side) as i64, (bounds.y + y * side) as i64);
        let (from, to) = (at(0.2, 0.2), at(0.8, 0.8));
        let chain = page.driver.action_chain();
        chain
            .move_to(from.0, from.1)
            .click_and_hold()
            .move_to(to.0, to.1)
            .release()
            .perform()
            .await?;
        page.until("how strange it is", async || says("held-out images").await)
            .await?;
        page.choose("Figure", "Samples").await?;
        page.until("the drawing in the gallery", async || {
            let key = page.driver.find(By::Css(".heading .key")).await?;
            Ok(key.text().await?.contains("your drawing").then_some(()))
        })
        .await?;
        Ok(())
    })
    .await
}
