//! Anything in any order, on the page itself: it never stops, never is blank, shows no number that is none, and does not
//! grow. What fails is made as short as it can be.
//!
//! `HOURGLASS_ACTIONS=10000` does so many things, `HOURGLASS_SEED` others.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use hourglass::random::{ChaCha8Rng, Purpose, stream, uniform};
use serde_json::{Value, json};

use crate::desk::{close_door, open_door};
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
/// Bytes that the page's programs may take: twice the 32 MB that were seen with the largest data.
const MOST_OF_PROGRAMS: f64 = 64e6;

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

/// Keeps hold of every program's memory, to ask how large it is.
const MEMORIES: &str = "window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const begin = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await begin.apply(WebAssembly, given);
            const { memory } = (made.instance ?? made).exports;
            if (memory) memories.push(memory);
            return made;
        };
    }";

/// Bytes in use once what nobody holds is gone: of scripts, and of the page's programs. What these have taken
/// they keep, so that it is the most that they ever needed.
async fn memory(page: &Page<'_>) -> Result<[f64; 2]> {
    // What the tests themselves took down goes first.
    let programs = "performance.clearMeasures();
        for (const list of [seen.tasks, seen.steps]) list.length = 0;
        return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)";
    let programs = page.js(programs, json!([])).await?;
    let cdp = page.driver.cdp();
    cdp.send_raw("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let scripts = usage["usedSize"].as_f64().context("no heap")?;
    Ok([scripts, programs.as_f64().context("no program")?])
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
        page.before_scripts(MEMORIES).await?;
        page.go("#").await?;
        page.until_step(|_| true).await?;
        // What is fetched and made once.
        open_door(page, "Export").await?;
        close_door(page).await?;
        let mut all = Vec::new();
        let mut used = Vec::new();
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
            // The same place each time, so that like is compared with like; a link that stands in the bar already, because
            // the page has not written its own yet, would lead nowhere.
            let home = "for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
                location.hash = `#lesson=intro&lang=en&seed=${arguments[0]}`";
            page.js(home, json!([batch])).await?;
            page.until("the bare page", async || {
                let is = "return document.querySelector('.lessons [aria-current]')?.dataset.lesson === 'intro'";
                Ok((page.js(is, json!([])).await? == json!(true)).then_some(()))
            })
            .await?;
            let now = memory(page).await?;
            used.push(now);
            if all.len().is_multiple_of(1000) {
                figure(&format!("{} things done: MB of scripts and programs: {:.2?}", all.len(), now.map(|bytes| bytes / 1e6)));
            }
        }
        // The first ones load what lessons need; a program never gives back what its largest data took.
        if let ([_, [first, _], ..], [.., [last, programs]]) = (&used[..], &used[..]) {
            ensure!(*last < 1.1 * first + 1e5 && *programs < MOST_OF_PROGRAMS, "it grew: {used:?}");
        }
        Ok(())
    })
    .await
}
