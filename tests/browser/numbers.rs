//! The same link gives the same numbers: twice in the browser, and in the terminal.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tokio::process::Command;

use crate::harness::{browse, figure, headless};

/// Steps with one press each, and the exact loss after each.
async fn losses(link: &str, steps: u32) -> Result<Vec<String>> {
    let mut losses = Vec::new();
    browse(async |page| {
        page.open(link).await?;
        for step in 1..=steps {
            page.press("Step").await?;
            let shown = page.until("the loss of the step", async || {
                let now = page.exact(&["Step", "Loss"]).await?.unwrap_or_default();
                Ok((now.first() == Some(&step.to_string())).then_some(now))
            });
            losses.extend(shown.await?.pop());
        }
        Ok(())
    })
    .await?;
    Ok(losses)
}

#[tokio::test]
async fn the_same_link_gives_the_same_losses_bit_for_bit() -> Result<()> {
    let link = "#k=4&seed=7";
    let (first, second) = (losses(link, 30).await?, losses(link, 30).await?);
    ensure!(
        first.len() == 30 && first.first() != first.last(),
        "{first:?}"
    );
    ensure!(first == second, "{first:?}\n{second:?}");
    Ok(())
}

/// The last line that the program for the terminal writes about a link.
async fn trained_in_the_terminal(link: &str, steps: u32) -> Result<Value> {
    let steps = steps.to_string();
    let output = Command::new(headless()?)
        .args([link, "--strict", "--steps", &steps, "--every", &steps])
        .output()
        .await?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{link}: {errors}");
    let text = String::from_utf8(output.stdout)?;
    Ok(serde_json::from_str(
        text.lines().last().context("no line")?,
    )?)
}

/// The readouts that are compared, and their names in the terminal.
const COMPARED: [(&str, &str); 4] = [
    ("Loss", "loss"),
    ("Training error", "train_mse"),
    ("Held-out error", "heldout_mse"),
    ("PCA error", "pca_mse"),
];
const STEPS: u32 = 100;

async fn the_terminal_agrees(link: &'static str) -> Result<()> {
    let terminal = trained_in_the_terminal(link, STEPS).await?;
    ensure!(terminal["step"] == STEPS, "{terminal}");
    browse(async |page| {
        page.open(link).await?;
        page.keys(".".repeat(STEPS as usize)).await?;
        page.until_step(|step| step >= f64::from(STEPS)).await?;
        ensure!(page.settled_step().await? == f64::from(STEPS));
        let shown = page.numbers(COMPARED.map(|(name, _)| name)).await?;
        let mut largest = 0.0_f64;
        for ((name, key), shown) in COMPARED.into_iter().zip(shown) {
            let expected = terminal[key].as_f64().context(key)?;
            let difference = ((shown - expected) / expected).abs();
            // Training is the same to the last bit; PCA is taken by a library that is not.
            let most = if key == "pca_mse" { 1e-3 } else { 0.0 };
            ensure!(
                difference <= most,
                "{name}: {shown} here, {expected} in the terminal"
            );
            largest = largest.max(difference);
        }
        figure(&format!(
            "{link} at step {STEPS}: largest relative difference {largest:.1e}"
        ));
        Ok(())
    })
    .await
}

/// Noise, exponentials and logarithms.
#[tokio::test]
async fn the_terminal_agrees_about_noise_and_sigmoids() -> Result<()> {
    the_terminal_agrees(
        "#hidden=none&k=20&code=sigmoid&penalty=kl&loss=bce&noise=gaussian&level=0.3",
    )
    .await
}

#[tokio::test]
async fn the_terminal_agrees_about_digits() -> Result<()> {
    the_terminal_agrees("#k=6&seed=3").await
}

#[tokio::test]
async fn the_terminal_agrees_about_a_circle() -> Result<()> {
    the_terminal_agrees("#data=circle&k=1&hidden=32-32&act=tanh&seed=5").await
}
