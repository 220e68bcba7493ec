//! What axe-core finds fault with: nothing, in any lesson, theme and size.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use hourglass::lessons::Lesson;
use serde_json::json;

use crate::harness::browse;

/// Its faults, one per element: the rule, the element, and what was measured.
const FAULTS: &str = "const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations.flatMap(
        ({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`))))
    .catch((error) => done([String(error)]))";

async fn nobody_is_left_out(width: u32, height: u32) -> Result<()> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/npm/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&path)
        .with_context(|| format!("{} is missing: `make tools` fetches it", path.display()))?;
    browse(async |page| {
        page.resize(width, height, width < 500).await?;
        let mut faults = Vec::new();
        for lesson in Lesson::ALL {
            page.go(&format!("#lesson={}", lesson.key())).await?;
            page.until_step(|_| true).await?;
            page.js(&axe, json!([])).await?;
            for theme in ["light", "dark"] {
                page.set_theme(theme).await?;
                let found = page.driver.execute_async(FAULTS, Vec::new()).await?;
                let found: Vec<String> = found.convert()?;
                let place = format!("{width} × {height}, {theme}, {}", lesson.key());
                faults.extend(found.into_iter().map(|fault| format!("{place}: {fault}")));
            }
        }
        ensure!(faults.is_empty(), "{}", faults.join("\n"));
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
