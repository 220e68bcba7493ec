//! The page fits: no sideways scrolling on a phone, none at all on a projector.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const LINKS: [&str; 9] = [
    "#k=8",
    "#data=circle",
    "#lesson=sparse&penalty=kl",
    "#lesson=denoising",
    "#lesson=denoising&data=spiral&k=16",
    "#lesson=uses",
    "#data=swissroll&k=2",
    "#lesson=sparse&penalty=kl&lang=de",
    "#lesson=uses&lang=de",
];

/// Everything that scrolls sideways, by tag and class, with the pixels that it is too wide.
async fn sideways(page: &Page<'_>) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('*')]
        .filter((e) => e === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(e).overflowX))
        .filter((e) => e.scrollWidth > e.clientWidth)
        .map((e) => `${e.tagName}.${e.className}: ${e.scrollWidth - e.clientWidth} px`)";
    Ok(serde_json::from_value(page.js(script, json!([])).await?)?)
}

/// Phones, upright and on their side; 320 px are as little as the guidelines of the web ask for, and 683 × 384 is what
/// 1366 × 768 are, enlarged to 200 %.
const PHONES: [(u32, u32); 5] = [(390, 780), (360, 780), (320, 640), (844, 390), (683, 384)];

#[tokio::test]
async fn nothing_scrolls_sideways_on_a_phone_or_enlarged() -> Result<()> {
    browse(async |page| {
        for link in LINKS {
            page.resize(390, 780, true).await?;
            page.open(link).await?;
            let settings = match link.contains("lang=de") {
                true => "Einstellungen",
                false => "Lesson and settings",
            };
            for (width, height) in PHONES {
                page.resize(width, height, true).await?;
                let broad = sideways(page).await?;
                ensure!(broad.is_empty(), "{link} at {width} px: {broad:?}");
                page.press(settings).await?;
                let broad = sideways(page).await?;
                ensure!(
                    broad.is_empty(),
                    "{link} at {width} px with settings: {broad:?}"
                );
                page.keys(Key::Escape + "").await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_scrolls_at_1440_by_900() -> Result<()> {
    browse(async |page| {
        page.resize(1440, 900, false).await?;
        for link in LINKS {
            page.open(link).await?;
            let script = "return ['html', 'main'].map((name) => document.querySelector(name))
                .map((e) => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight])";
            let beyond = page.js(script, json!([])).await?;
            ensure!(
                beyond == json!([[0, 0], [0, 0]]),
                "{link} is too large by {beyond}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_a_threshold_gives_and_what_noise_leaves_are_large_enough_on_a_laptop() -> Result<()> {
    browse(async |page| {
        for (width, height) in [(1366, 768), (1280, 720), (1024, 768)] {
            page.resize(width, height, false).await?;
            page.open("#lesson=uses").await?;
            page.until("a table within its panel, and a curve beside it", async || {
                let script = "const uses = document.querySelector('.uses');
                    const curve = uses?.querySelector('canvas')?.getBoundingClientRect();
                    return curve && uses.querySelector('.counts')
                        ? [uses.scrollHeight - uses.clientHeight, uses.getBoundingClientRect().bottom - curve.bottom, curve.height] : [99, 0, 0]";
                let [beyond, below, tall]: [f64; 3] = serde_json::from_value(page.js(script, json!([])).await?)?;
                Ok((beyond <= 0.0 && below >= -1.0 && tall >= 60.0).then_some(()))
            })
            .await?;
            page.open("#lesson=denoising&scene=7").await?;
            page.until("images larger than their pixels", async || {
                let script = "const names = document.querySelector('.gallery.noisy .row-names > div');
                    return names?.getBoundingClientRect().height ?? 0";
                let pitch: f64 = serde_json::from_value(page.js(script, json!([])).await?)?;
                Ok((pitch >= 8.0 + 1.25 * 28.0).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

/// Options of radio groups that reach out of their group, where they would be cut off.
async fn cut_off(page: &Page<'_>) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('fieldset input[type=radio]')]
        .filter((radio) => {
            const [inside, group] = [radio, radio.closest('fieldset')].map((e) => e.getBoundingClientRect());
            return inside.left < group.left - 1 || inside.right > group.right + 1;
        })
        .map((radio) => radio.name + ' ' + radio.value)";
    Ok(serde_json::from_value(page.js(script, json!([])).await?)?)
}

#[tokio::test]
async fn no_option_is_cut_off() -> Result<()> {
    browse(async |page| {
        // A projector; a laptop, where the controls scroll; a phone.
        for (width, height) in [(1440, 900), (1366, 640), (360, 780)] {
            page.resize(width, height, width < 500).await?;
            page.open("#data=circle").await?;
            if width < 500 {
                page.press("Lesson and settings").await?;
            }
            let cut = cut_off(page).await?;
            ensure!(cut.is_empty(), "{width} × {height}: {cut:?}");
        }
        Ok(())
    })
    .await
}

/// Whatever is wrong with a step in slow motion on the screen, as sentences.
const SLOW: &str = "if (innerWidth !== arguments[0]) return ['another size'];
    const faults = [];
    const drawn = document.querySelector('canvas.network').getBoundingClientRect();
    if (drawn.height < 100) faults.push(`the network is ${drawn.height} px high`);
    for (const button of document.querySelectorAll('.stages button')) {
        const box = button.getBoundingClientRect();
        if (box.left < 0 || box.right > innerWidth) faults.push(`“${button.textContent}” is beyond the window`);
    }
    const note = document.querySelector('.stage-note');
    if (note.scrollHeight > note.clientHeight + 1) faults.push(`“${note.lastElementChild.textContent}” is cut off`);
    return faults";

/// Every stage of a step has its network, its numbers and its buttons.
#[tokio::test]
async fn slow_motion_fits_every_size() -> Result<()> {
    const SIZES: [(u32, u32); 5] = [
        (1440, 900),
        (1366, 768),
        (1024, 768),
        (390, 844),
        (844, 390),
    ];
    browse(async |page| {
        for language in ["en", "de"] {
            page.open(&format!("#lesson=denoising&lang={language}"))
                .await?;
            page.keys("s").await?;
            for at in 0..7 {
                let press = "document.querySelectorAll('.stages li button')[arguments[0]]?.click();
                    return document.querySelectorAll('.stages li button').length";
                page.until("seven stages", async || {
                    let there = page.js(press, json!([at])).await?;
                    Ok((there == json!(7)).then_some(()))
                })
                .await?;
                for (width, height) in SIZES {
                    page.resize(width, height, width < 500 || height < 500)
                        .await?;
                    let place = format!("{width} × {height}, {language}, stage {}", at + 1);
                    page.until_within(Duration::from_secs(5), &place, async || {
                        let faults = page.js(SLOW, json!([width])).await?;
                        Ok((faults == json!([])).then_some(()))
                    })
                    .await
                    .with_context(|| place.clone())?;
                }
            }
        }
        Ok(())
    })
    .await
}
