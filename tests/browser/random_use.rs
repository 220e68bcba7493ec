//! Anything in any order, on the page itself: it never stops, never is blank, shows no number that is none, and does not
//! grow. What fails is made as short as it can be.
//!
//! `HOURGLASS_ACTIONS=10000` does so many things, `HOURGLASS_SEED` others.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use serde_json::{Value, json};

use crate::harness::{browse, figure};
use crate::page::Page;

const USE: &str = include_str!("random_use.js");
/// How often each is done.
const KINDS: [(&str, usize); 10] = [
    ("press", 8),
    ("slide", 8),
    ("choose", 3),
    ("switch", 6),
    ("type", 2),
    ("key", 6),
    ("drag", 5),
    ("link", 1),
    ("back", 1),
    ("wait", 4),
];
const SIZES: [(u32, u32); 4] = [(1440, 900), (390, 844), (1024, 768), (844, 390)];
/// In one go, between which the page is resized and its memory read.
const BATCH: usize = 250;

fn of_environment(name: &str, otherwise: usize) -> usize {
    let set = std::env::var(name).ok().and_then(|text| text.parse().ok());
    set.unwrap_or(otherwise)
}

fn things(rng: &mut ChaCha8Rng, count: usize) -> Vec<Value> {
    let kinds: Vec<&str> = KINDS
        .iter()
        .flat_map(|(kind, times)| std::iter::repeat_n(*kind, *times))
        .collect();
    let mut number = || uniform(rng, 0.0, 1.0);
    let thing = |_| {
        let kind = kinds[(number() * kinds.len() as f64) as usize];
        json!([kind, number(), number()])
    };
    (0..count).map(thing).collect()
}

/// Does these; the first fault, with its place among them.
async fn done(page: &Page<'_>, things: &[Value]) -> Result<Option<(i64, String)>> {
    let found = page.driver.execute_async(USE, vec![json!(things)]).await?;
    Ok(found.convert()?)
}

/// Bytes in use once what nobody holds is gone: of scripts, and of the programs' memories.
async fn memory(page: &Page<'_>) -> Result<f64> {
    let cdp = page.driver.cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    usage["usedSize"].as_f64().context("no heap")
}

/// The shortest list that can be had by leaving things out, halves first, that still fails on a fresh page.
async fn shrunk(page: &Page<'_>, mut things: Vec<Value>) -> Result<Vec<Value>> {
    let begun = Instant::now();
    let mut part = things.len().div_ceil(2);
    while part > 0 && begun.elapsed() < Duration::from_secs(25) {
        let mut from = 0;
        while from < things.len() {
            let mut fewer = things.clone();
            fewer.drain(from..(from + part).min(things.len()));
            page.go("#").await?;
            page.until_step(|_| true).await?;
            if done(page, &fewer).await?.is_some() {
                things = fewer;
            } else {
                from += part;
            }
        }
        part /= 2;
    }
    Ok(things)
}

#[tokio::test]
#[ignore = "a search, not a check: `-- --ignored random_use::` looks for what nobody thought of"]
async fn anything_in_any_order_leaves_the_page_whole() -> Result<()> {
    browse(async |page| {
        let (count, seed) = (of_environment("HOURGLASS_ACTIONS", 1000), of_environment("HOURGLASS_SEED", 1));
        let mut rng = stream(seed as u32, Purpose::Split);
        page.driver.set_script_timeout(Duration::from_secs(170)).await?;
        page.forgive_errors();
        page.go("#").await?;
        page.until_step(|_| true).await?;
        let mut all = Vec::new();
        let mut first = None;
        let mut last = 0.0;
        for batch in 0..count.div_ceil(BATCH) {
            let (width, height) = SIZES[batch % SIZES.len()];
            page.resize(width, height, false).await?;
            let things = things(&mut rng, BATCH);
            all.extend(things.clone());
            if let Some((at, fault)) = done(page, &things).await? {
                let till = usize::try_from(at).map_or(all.len(), |at| all.len() - BATCH + at + 1);
                all.truncate(till);
                let short = shrunk(page, all).await?;
                bail!("{fault}, after {}", serde_json::to_string(&short)?);
            }
            // The same place each time, so that like is compared with like.
            page.js("location.hash = '#lesson=intro&lang=en'", json!([])).await?;
            page.until("the bare page", async || {
                let is = "return document.querySelector('.lessons [aria-current]')?.dataset.lesson === 'intro'";
                Ok((page.js(is, json!([])).await? == json!(true)).then_some(()))
            })
            .await?;
            last = memory(page).await?;
            // What is fetched and made once is there after the first ones.
            if batch == 1 {
                first = Some(last);
            }
        }
        let first = first.unwrap_or(last);
        figure(&format!(
            "{} things done: {:.1} MB in use at the end, {:.1} MB after the first {}",
            all.len(),
            last / 1e6,
            first / 1e6,
            2 * BATCH
        ));
        ensure!(last < 1.1 * first + 1e6, "{first} bytes grew to {last}");
        Ok(())
    })
    .await
}
