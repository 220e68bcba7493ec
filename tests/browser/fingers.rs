//! What fingers do on pictures: a swipe scrolls and does nothing else, a tap chooses.

use std::time::Duration;

use anyhow::{Result, ensure};
use hourglass::lessons::Lesson;
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::harness::browse;
use crate::page::Page;

/// A phone with a network that has taken a step and waits.
async fn phone(page: &Page<'_>, link: &str) -> Result<()> {
    page.resize(390, 844, true).await?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 5 });
    let cdp = page.driver.cdp();
    cdp.send_raw("Emulation.setTouchEmulationEnabled", touch)
        .await?;
    page.open(link).await?;
    page.press("Step").await?;
    page.until_step(|step| step > 0.0).await?;
    Ok(())
}

/// Scrolls the middle of a picture to the middle of the screen and says where it is.
async fn centre(page: &Page<'_>, picture: &WebElement) -> Result<[f64; 2]> {
    let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = arguments[0].getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2]";
    let at = page
        .driver
        .execute(script, vec![picture.to_json()?])
        .await?;
    Ok(at.convert()?)
}

async fn scrolled(page: &Page<'_>) -> Result<f64> {
    let script =
        "return [...document.querySelectorAll('*')].reduce((sum, e) => sum + e.scrollTop, 0)";
    Ok(page.js(script, json!([])).await?.as_f64().unwrap_or(0.0))
}

/// One finger down on the screen, moved or up.
async fn touch(page: &Page<'_>, kind: &str, at: Option<[f64; 2]>) -> Result<()> {
    let points: Vec<Value> = at.iter().map(|[x, y]| json!({ "x": x, "y": y })).collect();
    let touch = json!({ "type": kind, "touchPoints": points });
    let cdp = page.driver.cdp();
    cdp.send_raw("Input.dispatchTouchEvent", touch).await?;
    Ok(())
}

/// One finger down and to another place, in steps as of a screen; it stays there.
async fn stroke(page: &Page<'_>, from: [f64; 2], by: [f64; 2]) -> Result<()> {
    let at = |part: f64| [from[0] + part * by[0], from[1] + part * by[1]];
    touch(page, "touchStart", Some(from)).await?;
    for step in 1..=10 {
        touch(page, "touchMove", Some(at(f64::from(step) / 10.0))).await?;
    }
    Ok(())
}

/// A stroke that lets go while it moves, so that the page rolls on.
async fn swipe(page: &Page<'_>, from: [f64; 2], by: [f64; 2]) -> Result<()> {
    stroke(page, from, by).await?;
    touch(page, "touchEnd", None).await
}

/// A stroke that comes to rest: nothing rolls on, which the browser would have the next touch stop instead of choose.
async fn drag(page: &Page<'_>, from: [f64; 2], by: [f64; 2]) -> Result<()> {
    stroke(page, from, by).await?;
    sleep(Duration::from_millis(200)).await;
    touch(page, "touchEnd", None).await
}

/// Down and up at once: a finger that rests asks for the browser's menu.
async fn tap(page: &Page<'_>, at: [f64; 2]) -> Result<()> {
    touch(page, "touchStart", Some(at)).await?;
    touch(page, "touchEnd", None).await
}

/// What a picture shows, once it stands still.
async fn settled(page: &Page<'_>, picture: &WebElement) -> Result<String> {
    page.until("a picture that stands still", async || {
        let before = page.pixels(picture).await?;
        sleep(Duration::from_millis(200)).await;
        Ok((page.pixels(picture).await? == before).then_some(before))
    })
    .await
}

#[tokio::test]
async fn a_swipe_over_a_picture_scrolls_and_does_nothing_else() -> Result<()> {
    browse(async |page| {
        // The network, points, the sweep, the heatmap, signals; under each the error and the code.
        for link in [
            "#lesson=intro",
            "#lesson=pca",
            "#lesson=undercomplete",
            "#lesson=sparse",
            "#data=ecg&k=2",
        ] {
            phone(page, link).await?;
            let by = By::Css(".stage canvas:not([aria-hidden]), .strip canvas");
            for picture in page.driver.find_all(by).await? {
                if !picture.is_displayed().await? {
                    continue;
                }
                let name = picture.attr("aria-label").await?.unwrap_or_default();
                centre(page, &picture).await?;
                let shown = settled(page, &picture).await?;
                // Sentences that came meanwhile have moved it, and on the network's waist lies a handle.
                let at = centre(page, &picture).await?;
                let before = scrolled(page).await?;
                let upwards = if at[1] > 500.0 || before > 200.0 {
                    1.0
                } else {
                    -1.0
                };
                swipe(page, at, [4.0, 160.0 * upwards]).await?;
                page.until(
                    &format!("{link}: a page that scrolls under {name}"),
                    async || {
                        let moved = (scrolled(page).await? - before).abs();
                        Ok((moved > 60.0).then_some(()))
                    },
                )
                .await?;
                ensure!(
                    settled(page, &picture).await? == shown,
                    "{link}: {name} took the swipe for its own"
                );
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tap_chooses_and_a_finger_along_the_error_looks_back() -> Result<()> {
    browse(async |page| {
        phone(page, "#k=2").await?;
        for _ in 0..20 {
            page.keys(".").await?;
        }
        page.until_step(|step| step == 21.0).await?;
        let chart = page.named("canvas", "Error over").await?;
        let [x, y] = centre(page, &chart).await?;
        drag(page, [x + 60.0, y], [-120.0, 3.0]).await?;
        page.until("an earlier step", async || {
            let now = chart.attr("aria-valuenow").await?;
            Ok(now.is_some_and(|step| step != "21").then_some(()))
        })
        .await?;
        let gallery = page.named("canvas", "held-out images").await?;
        let plain = settled(page, &gallery).await?;
        let [x, y] = centre(page, &gallery).await?;
        tap(page, [x + 30.0, y]).await?;
        page.until("the mark of the chosen sample", async || {
            Ok((page.pixels(&gallery).await? != plain).then_some(()))
        })
        .await
    })
    .await
}

/// A finger moves the point that it has chosen before, and no other: that would be a scroll.
#[tokio::test]
async fn a_finger_moves_the_point_that_it_has_chosen() -> Result<()> {
    browse(async |page| {
        phone(page, "#lesson=pca&data=line").await?;
        let canvas = page.named("canvas", "PCA's line").await?;
        let plain = settled(page, &canvas).await?;
        let at = centre(page, &canvas).await?;
        tap(page, at).await?;
        page.until("the mark of the chosen point", async || {
            Ok((page.pixels(&canvas).await? != plain).then_some(()))
        })
        .await?;
        let before = scrolled(page).await?;
        drag(page, at, [-60.0, -90.0]).await?;
        let note = page.driver.find(By::Css("p.moved")).await?;
        page.until("a moved point", async || {
            Ok(note.text().await?.contains("1 point moved").then_some(()))
        })
        .await?;
        ensure!(scrolled(page).await? == before, "the page has scrolled too");
        Ok(())
    })
    .await
}

/// Words of a sentence are as high as its lines.
#[tokio::test]
async fn every_target_is_as_large_as_a_finger() -> Result<()> {
    browse(async |page| {
        let script = "const open = (name) => document.querySelectorAll(name);
            open('details').forEach((details) => (details.open = true));
            const targets = [...open('button, input, select, summary, a[href]')];
            return targets.filter((target) => target.checkVisibility({ visibilityProperty: true }))
                .filter((target) => !target.closest('.prose'))
                .map((target) => [target, (target.closest('label') ?? target).getBoundingClientRect()])
                .filter(([_, { width, height }]) => Math.min(width, height) < 43.5)
                .map(([target, { width, height }]) => `${target.ariaLabel || target.textContent || target.className}: ${width} × ${height}`)";
        let must_have_none = async |place: &str| -> Result<()> {
            let small: Vec<String> = serde_json::from_value(page.js(script, json!([])).await?)?;
            ensure!(small.is_empty(), "{place}: {small:#?}");
            Ok(())
        };
        for lesson in Lesson::ALL {
            phone(page, &format!("#lesson={}", lesson.key())).await?;
            must_have_none(lesson.key()).await?;
            page.press("Lesson and settings").await?;
            must_have_none(lesson.key()).await?;
        }
        phone(page, "#lesson=intro").await?;
        page.press("Help").await?;
        must_have_none("help").await
    })
    .await
}

#[tokio::test]
async fn the_figure_is_in_sight_while_a_slider_of_the_settings_is_held() -> Result<()> {
    browse(async |page| {
        for (width, height) in [(390, 844), (844, 390)] {
            phone(page, "#lesson=undercomplete&data=spiral&k=1").await?;
            page.resize(width, height, true).await?;
            page.press("Lesson and settings").await?;
            let rests = "return document.querySelector('.rail').getAnimations().length === 0";
            page.until("the sheet at rest", async || {
                Ok((page.js(rests, json!([])).await? == json!(true)).then_some(()))
            })
            .await?;
            let slider = page.named("input", "Learning rate").await?;
            let at = centre(page, &slider).await?;
            let seen = "const figure = document.querySelector('.figures canvas').getBoundingClientRect();
                const top = Math.max(figure.top, 0), bottom = Math.min(figure.bottom, innerHeight);
                const free = [0.1, 0.5, 0.9].filter((part) => {
                    const y = top + part * (bottom - top);
                    return document.elementFromPoint(figure.left + figure.width / 2, y)?.matches('.figures *');
                });
                return [(bottom - top) / figure.height, free.length]";
            let before = page.slider_value("Learning rate").await?;
            stroke(page, at, [30.0, 0.0]).await?;
            let after = page.slider_value("Learning rate").await?;
            ensure!(after > before, "the slider did not follow: {before}, {after}");
            page.until("the figure", async || {
                let [part, free]: [f64; 2] = serde_json::from_value(page.js(seen, json!([])).await?)?;
                Ok((part > 0.5 && free >= 2.0).then_some(()))
            })
            .await?;
            touch(page, "touchEnd", None).await?;
            let is_back = "return document.querySelector('.rail').checkVisibility({ visibilityProperty: true })";
            page.until("the settings", async || {
                Ok((page.js(is_back, json!([])).await? == json!(true)).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_phone_that_is_turned_goes_on() -> Result<()> {
    browse(async |page| {
        phone(page, "#data=spiral&k=2&act=tanh").await?;
        page.press("Play").await?;
        let mut from = page.until_step(|step| step > 100.0).await?;
        for (width, height) in [(844, 390), (390, 844)] {
            page.resize(width, height, true).await?;
            from = page.until_step(|step| step > from + 100.0).await?;
            page.until_link(&["data=spiral", "k=2", "act=tanh"], &[])
                .await?;
        }
        Ok(())
    })
    .await
}
