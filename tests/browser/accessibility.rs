//! What axe-core finds fault with: nothing, in any lesson, theme and size.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use hourglass::lessons::Lesson;
use serde_json::json;

use crate::desk::{close_door, open_door, until_door};
use crate::harness::browse;
use crate::page::Page;

/// Its faults, one per element: the rule, the element, and what was measured.
const FAULTS: &str = "const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(
        ({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`))))
    .catch((error) => done([String(error)]))";

fn axe() -> Result<String> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: `make tools` fetches it", path.display()))
}

/// In both themes, each with where it was found.
async fn faults(page: &Page<'_>, place: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for theme in ["light", "dark"] {
        page.set_theme(theme).await?;
        let found = page.driver.execute_async(FAULTS, Vec::new()).await?;
        let found: Vec<String> = found.convert()?;
        let told = |fault| format!("{theme}, {place}: {fault}");
        faults.extend(found.into_iter().map(told));
    }
    Ok(faults)
}

async fn nobody_is_left_out(width: u32, height: u32) -> Result<()> {
    let axe = axe()?;
    browse(async |page| {
        page.resize(width, height, width < 500).await?;
        let mut all = Vec::new();
        for lesson in Lesson::ALL {
            page.go(&format!("#lesson={}", lesson.key())).await?;
            page.until_step(|_| true).await?;
            page.js(&axe, json!([])).await?;
            let place = format!("{width} × {height}, {}", lesson.key());
            all.extend(faults(page, &place).await?);
        }
        // What takes the stage or lies over it; pressed again, it goes.
        for name in ["Help", "Present", "Slow motion", "Twin"] {
            page.press(name).await?;
            all.extend(faults(page, &format!("{width} × {height}, {name}")).await?);
            page.press(name).await?;
        }
        for door in ["Share", "Export"] {
            open_door(page, door).await?;
            all.extend(faults(page, &format!("{width} × {height}, {door}")).await?);
            close_door(page).await?;
        }
        // On a phone its button is among the settings.
        page.js("document.querySelector('.own-data').click()", json!([]))
            .await?;
        until_door(page, "Your own data").await?;
        all.extend(faults(page, &format!("{width} × {height}, own data")).await?);
        close_door(page).await?;
        ensure!(all.is_empty(), "{}", all.join("\n"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn axe_finds_no_fault_on_a_laptop() -> Result<()> {
    nobody_is_left_out(1440, 900).await
}

#[tokio::test]
async fn axe_finds_no_fault_on_a_phone() -> Result<()> {
    nobody_is_left_out(390, 844).await
}
