//! What a frame costs while everything moves, measured by the browser itself.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::harness::{browse, figure};
use crate::page::Page;

/// What is on the page, and its link, all at full speed.
const PICTURES: [(&str, &str); 3] = [
    (
        "network, code, PCA, gallery and error",
        "#hidden=32&k=8&speed=fast&play=1",
    ),
    (
        "128 × 500 activations and a dictionary",
        "#lesson=lab&data=mnist&hidden=none&k=128&code=relu&penalty=l1&lambda=0.001&panels=units&speed=fast&play=1",
    ),
    (
        "128 × 500 activations and a field",
        "#lesson=denoising&data=blobs&n=2500&noise=gaussian&level=0.2&hidden=none&k=128&code=relu&speed=fast&play=1",
    ),
];

/// Adds up what the main thread does for every frame, from the entries that the collector makes of
/// every animation callback and every message, microtasks included. The callbacks of one frame share
/// its time.
const WORK_PER_FRAME: &str = "
    const [from] = arguments;
    const entries = performance.getEntriesByType('measure').filter((e) => e.startTime >= from);
    const frames = [];
    for (const entry of entries) {
        const now = entry.name === 'frame' ? entry.detail : undefined;
        if (now !== undefined && frames.at(-1)?.[0] !== now) frames.push([now, 0]);
        if (frames.length > 0) frames.at(-1)[1] += entry.duration;
    }
    return frames;";

fn percentile(values: &mut [f64], part: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (part * (values.len() - 1) as f64).round() as usize;
    values.get(at).copied().unwrap_or_default()
}

/// How long the main thread has been busy with anything, in ms.
async fn busy_ms(page: &Page<'_>) -> Result<f64> {
    let cdp = page.driver.cdp();
    cdp.send_raw("Performance.enable", json!({})).await?;
    let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
    let all = metrics["metrics"].as_array().context("no metrics")?;
    let busy = all.iter().find(|metric| metric["name"] == "TaskDuration");
    let seconds = busy.and_then(|metric| metric["value"].as_f64());
    Ok(1000.0 * seconds.context("no duration")?)
}

#[tokio::test]
async fn every_view_at_full_speed_keeps_the_frame_rate() -> Result<()> {
    browse(async |page| {
        for (what, link) in PICTURES {
            keeps_the_frame_rate(page, what, link).await?;
        }
        Ok(())
    })
    .await
}

async fn keeps_the_frame_rate(page: &Page<'_>, what: &str, link: &str) -> Result<()> {
    page.open(link).await?;
    page.until_step(|step| step > 100.0).await?;
    sleep(Duration::from_secs(1)).await;
    let now = page
        .js(
            "performance.clearMeasures(); return performance.now()",
            json!([]),
        )
        .await?;
    let before = busy_ms(page).await?;
    sleep(Duration::from_secs(4)).await;
    let busy = busy_ms(page).await? - before;
    let frames: Vec<(f64, f64)> =
        serde_json::from_value(page.js(WORK_PER_FRAME, json!([now])).await?)?;
    let first = frames.first().context("no frame")?.0;
    let last = frames.last().context("no frame")?.0;
    let rate = 1000.0 * (frames.len() - 1) as f64 / (last - first);
    let mut work: Vec<f64> = frames.iter().map(|frame| frame.1).collect();
    let (half, p95) = (percentile(&mut work, 0.5), percentile(&mut work, 0.95));
    figure(&format!(
        "{what} at full speed: {rate:.1} frames per second, work of {half:.1} ms per frame (p95 {p95:.1}); \
             with layout and painting the main thread was busy {:.0} % of the time",
        100.0 * busy / (last - first)
    ));
    ensure!(
        frames.len() > 80,
        "only {} frames in four seconds",
        frames.len()
    );
    ensure!(page.number("Step").await? > 100.0);
    Ok(())
}

#[tokio::test]
async fn a_slider_shows_its_effect_at_once() -> Result<()> {
    browse(async |page| {
        for (what, link) in PICTURES {
            answers_a_slider(page, what, link).await?;
        }
        Ok(())
    })
    .await
}

async fn answers_a_slider(page: &Page<'_>, what: &str, link: &str) -> Result<()> {
    page.open(link).await?;
    page.until_step(|step| step > 100.0).await?;
    let script = "
            const title = document.querySelector('.title');
            window.answers = [];
            let asked = 0;
            document.querySelector(`input[type=range][aria-label='Bottleneck size k']`)
                .addEventListener('input', () => asked = performance.now());
            new MutationObserver(() => {
                const from = asked;
                if (from) requestAnimationFrame(() => window.answers.push(performance.now() - from));
                asked = 0;
            }).observe(title, { childList: true, characterData: true, subtree: true });";
    page.js(script, json!([])).await?;
    let slider = page.slider("Bottleneck size k").await?;
    slider.focus().await?;
    for i in 0..32 {
        let key = if (i / 8) % 2 == 0 {
            Key::Left
        } else {
            Key::Right
        };
        page.keys(key + "").await?;
        sleep(Duration::from_millis(60)).await;
    }
    let mut answers: Vec<f64> =
        serde_json::from_value(page.js("return window.answers", json!([])).await?)?;
    let (half, p95) = (
        percentile(&mut answers, 0.5),
        percentile(&mut answers, 0.95),
    );
    figure(&format!(
        "{what}: from the slider of k to the changed picture {half:.0} ms (p95 {p95:.0} ms, {} times)",
        answers.len()
    ));
    ensure!(
        answers.len() > 16,
        "only {} answers to 32 turns",
        answers.len()
    );
    Ok(())
}

/// Cumulative layout shift, from the browser's own entries.
#[tokio::test]
async fn nothing_jumps_after_the_page_has_loaded() -> Result<()> {
    browse(async |page| {
        for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
            page.resize(width, height, width < 500).await?;
            for link in ["", "#lesson=pca&play=1", "#lesson=undercomplete&play=1"] {
                page.open(link).await?;
                page.until_step(|step| step > 300.0).await?;
                let script = "return new Promise((resolve) => {
                    let sum = 0;
                    const moved = [];
                    new PerformanceObserver((list) => list.getEntries().forEach((e) => {
                        if (e.hadRecentInput) return;
                        sum += e.value;
                        moved.push(...e.sources.map((source) => source.node?.className || source.node?.nodeName));
                    }))
                        .observe({ type: 'layout-shift', buffered: true });
                    setTimeout(() => resolve([sum, moved.join(' ')]), 300);
                })";
                let (shift, moved): (f64, String) =
                    serde_json::from_value(page.js(script, json!([])).await?)?;
                figure(&format!("layout shift at {width} × {height}, \"{link}\": {shift:.4}"));
                ensure!(shift < 0.02, "{link} at {width} × {height} jumps by {shift}: {moved}");
            }
        }
        Ok(())
    })
    .await
}
