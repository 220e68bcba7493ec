//! The page at `#speed`: numbers for people and for programs.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::harness::{browse, figure};

#[tokio::test]
async fn speed_is_measured_and_told_to_programs_too() -> Result<()> {
    browse(async |page| {
        page.go("#speed").await?;
        let script = "return document.querySelector('#speed-result')?.textContent";
        let text = page
            .until("the result", async || {
                let text = page.js(script, json!([])).await?;
                Ok(text.as_str().map(str::to_owned))
            })
            .await?;
        let found: Vec<Value> = serde_json::from_str(&text)?;
        let layers: Vec<String> = found.iter().map(|of| of["layers"].to_string()).collect();
        ensure!(
            layers == ["[784,128,32,128,784]", "[64,32,8,32,64]", "[2,16,16,1,16,16,2]"],
            "{layers:?}"
        );
        for of in &found {
            let rate = of["samples_per_s"].as_f64().context("no rate")?;
            let gflops = of["gflops"].as_f64().context("no GFLOP/s")?;
            ensure!(rate > 100.0 && gflops > 0.0 && of["batch"] == 64, "{of}");
        }
        figure(&text);
        let shown = "return [...document.querySelectorAll('.speed output')].map((o) => o.textContent.replace(/\\D/g, ''))";
        let shown: Vec<String> = serde_json::from_value(page.js(shown, json!([])).await?)?;
        let rates: Vec<String> = found.iter().map(|of| of["samples_per_s"].to_string()).collect();
        ensure!(shown == rates, "{shown:?} {rates:?}");
        // The way back is the page itself.
        page.js("document.querySelector('.ways a').click()", json!([])).await?;
        page.until_step(|_| true).await?;
        Ok(())
    })
    .await
}
