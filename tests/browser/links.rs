//! Every state of the page is a link, and any link is a state of the page.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;

const K: &str = "Bottleneck size k";

#[tokio::test]
async fn a_broken_link_is_reported_in_one_line_and_set_right() -> Result<()> {
    browse(async |page| {
        page.open("#data=unicorns&k=9000&colour=red").await?;
        let notices = page.notices("status").await?;
        ensure!(notices.len() == 1, "not one notice but {notices:?}");
        ensure!(notices[0].contains("unicorns"), "{notices:?}");
        let script = "const text = document.querySelector('.notice[role=status] span');
            const [line] = text.getClientRects();
            return [text.getClientRects().length, line.height, text.scrollWidth - text.clientWidth]";
        let shape = page.js(script, json!([])).await?;
        let [rows, height, hidden]: [f64; 3] = serde_json::from_value(shape)?;
        ensure!(rows == 1.0 && height < 32.0, "it takes more than one line: {height} px");
        ensure!(hidden <= 0.0, "{hidden} px of the line are cut off");

        ensure!(page.chosen("Data set").await? == "digits");
        ensure!(page.slider_value(K).await? == 128.0);
        let link = page.until_link(&["k=128"], &["unicorns", "9000", "colour"]).await?;

        page.press("Dismiss").await?;
        page.until("no notice", async || {
            Ok(page.notices("status").await?.is_empty().then_some(()))
        })
        .await?;

        page.open(&link).await?;
        ensure!(page.notices("status").await?.is_empty(), "{link} is still no valid link");
        ensure!(page.slider_value(K).await? == 128.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn back_and_forward_go_through_the_settings() -> Result<()> {
    browse(async |page| {
        page.open("#k=2").await?;
        page.until_link(&["v=1", "k=2"], &[]).await?;
        page.press("Step").await?;
        page.until_step(|step| step == 1.0).await?;
        page.slider(K)
            .await?
            .send_keys(Key::Right + Key::Right + Key::Right)
            .await?;
        page.until_link(&["k=5"], &["act="]).await?;
        page.choose("Hidden activation", "tanh").await?;
        page.until_link(&["k=5", "act=tanh"], &[]).await?;

        let is_shown = async |link: &[&str], none_of: &[&str], k: f64, act: &str| -> Result<()> {
            page.until_link(link, none_of).await?;
            page.until(&format!("k {k} and {act} in the controls"), async || {
                let now = (
                    page.slider_value(K).await?,
                    page.chosen("Hidden activation").await?,
                );
                Ok((now == (k, act.to_owned())).then_some(()))
            })
            .await
        };
        page.driver.back().await?;
        is_shown(&["k=5"], &["act="], 5.0, "ReLU").await?;
        page.driver.back().await?;
        is_shown(&["k=2"], &["act="], 2.0, "ReLU").await?;
        page.driver.forward().await?;
        is_shown(&["k=5"], &["act="], 5.0, "ReLU").await?;
        page.driver.forward().await?;
        is_shown(&["k=5", "act=tanh"], &[], 5.0, "tanh").await?;
        // None of this began a new run.
        ensure!(page.number("Step").await? == 1.0);
        Ok(())
    })
    .await
}

/// A link put into the bar of the open page does all that it does in a new one.
#[tokio::test]
async fn a_link_in_the_bar_of_the_open_page_is_followed_whole() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        let go = "location.hash = '#lesson=uses&scene=3&theme=dark&present=1'";
        page.js(go, json!([])).await?;
        page.until("bits, dark and for a projector", async || {
            let is = "const root = document.documentElement;
                return root.dataset.theme === 'dark' && root.hasAttribute('data-presenting')
                    && !!document.querySelector('.gallery.quantised') && !!document.querySelector('[data-rates]')";
            Ok((page.js(is, json!([])).await? == json!(true)).then_some(()))
        })
        .await
    })
    .await
}

/// A link that is put into the bar just when the page would write its own there is followed.
#[tokio::test]
async fn a_link_in_the_bar_is_not_written_over() -> Result<()> {
    browse(async |page| {
        page.open("#k=2").await?;
        page.until_link(&["v=1", "k=2"], &[]).await?;
        for k in [9, 10, 11] {
            page.slider(K).await?.send_keys(Key::Right + "").await?;
            let go = "const begun = performance.now();
                while (performance.now() - begun < 400) {}
                location.hash = `#lesson=lab&data=circle&hidden=${arguments[0]}`";
            page.js(go, json!([k])).await?;
            page.until_link(&["lesson=lab", &format!("hidden={k}")], &[])
                .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_drag_is_one_entry_of_the_browsers_history() -> Result<()> {
    browse(async |page| {
        page.open("#k=2").await?;
        page.until_link(&["v=1", "k=2"], &[]).await?;
        let entries = page.js("return history.length", json!([])).await?;
        let slider = page.slider(K).await?;
        slider
            .send_keys(Key::Right + Key::Right + Key::Right + Key::Right)
            .await?;
        page.until_link(&["k=6"], &[]).await?;
        let after = page.js("return history.length", json!([])).await?;
        ensure!(
            after.as_u64() == entries.as_u64().map(|n| n + 1),
            "{entries} → {after}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_link_that_went_through_mail_opens() -> Result<()> {
    browse(async |page| {
        for link in [
            "#data%3Dcircle%26k%3D1%26hidden%3D32-32",
            "#data=circle&amp;k=1",
            "#data=circle&k=1).",
        ] {
            page.open(link).await?;
            page.until_link(&["data=circle", "k=1"], &[]).await?;
            let complaints = page.notices("status").await?;
            ensure!(complaints.is_empty(), "{link}: {complaints:?}");
        }
        Ok(())
    })
    .await
}
