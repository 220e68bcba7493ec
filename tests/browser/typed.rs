//! Numbers typed in any usual way, and a word for what cannot be read.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const LEVEL: &str = "Corruption level";

async fn retype(field: &WebElement, text: &str) -> Result<()> {
    field.send_keys(Key::Control + "a").await?;
    field.send_keys(text.to_owned() + Key::Tab).await?;
    Ok(())
}

/// What the field of this name complains about, by the description that it names.
async fn complaint(page: &Page<'_>, name: &str) -> Result<String> {
    let script = "const field = document.querySelector(`input[aria-label='${arguments[0]}']`);
        return document.getElementById(field.getAttribute('aria-describedby'))?.innerText ?? ''";
    let said = page.js(script, json!([name])).await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_a_word() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0.4").await?;
        let name = format!("{LEVEL}, typed");
        let field = page.named("input", &name).await?;
        retype(&field, "0,25").await?;
        page.until_link(&["level=0.25"], &[]).await?;
        ensure!(complaint(page, &name).await?.is_empty());
        retype(&field, "much").await?;
        let said = page
            .until("a word", async || {
                let said = complaint(page, &name).await?;
                Ok((!said.is_empty()).then_some(said))
            })
            .await?;
        ensure!(said.contains("much"), "{said}");
        ensure!(field.value().await?.as_deref() == Some("0.25"));
        retype(&field, "7").await?;
        page.until_link(&["level=1"], &[]).await?;
        let said = complaint(page, &name).await?;
        ensure!(said.contains("from 0 to 1"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_the_field_shows_is_what_holds() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0.4&lr=0.003&k=8")
            .await?;
        for (name, typed, link, shown, word) in [
            (
                "Corruption level, typed",
                "0.255",
                "level=0.255",
                "0.255",
                "",
            ),
            (
                "Learning rate, typed",
                "0.00312",
                "lr=0.00312",
                "0.00312",
                "",
            ),
            (
                "Bottleneck size k, typed",
                "5.4",
                "k=5",
                "5",
                "5 is the nearest to 5.4",
            ),
        ] {
            let field = page.named("input", name).await?;
            retype(&field, typed).await?;
            page.until_link(&[link], &[]).await?;
            page.until(&format!("{name}: {word:?}"), async || {
                Ok((complaint(page, name).await? == word).then_some(()))
            })
            .await?;
            ensure!(field.value().await?.as_deref() == Some(shown), "{name}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_word_about_a_number_goes_with_the_number() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0.4").await?;
        let name = format!("{LEVEL}, typed");
        let field = page.named("input", &name).await?;
        retype(&field, "much").await?;
        page.until("a word", async || {
            Ok((!complaint(page, &name).await?.is_empty()).then_some(()))
        })
        .await?;
        ensure!(field.attr("aria-invalid").await?.as_deref() == Some("true"));
        page.slider(LEVEL).await?.send_keys(Key::Right + "").await?;
        page.until_link(&["level=0.41"], &[]).await?;
        page.until("no word", async || {
            Ok(complaint(page, &name).await?.is_empty().then_some(()))
        })
        .await?;
        ensure!(field.attr("aria-invalid").await?.as_deref() == Some("false"));
        // Nor does it come back with the value.
        page.slider(LEVEL).await?.send_keys(Key::Left + "").await?;
        page.until_link(&[], &["level=0.41"]).await?;
        let again = complaint(page, &name).await?;
        ensure!(again.is_empty(), "{again}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_number_takes_what_is_typed_or_says_why_not() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&k=3").await?;
        for (slider, typed, wanted, beyond, word) in [
            (
                "Bottleneck size k, typed",
                "5.4",
                "k=5",
                "900",
                "from 1 to 128",
            ),
            (
                "Learning rate, typed",
                "2e-2",
                "lr=0.02",
                "−1",
                "from 0.00001 to 1",
            ),
            (
                "Weight decay δ, typed",
                "0,01",
                "decay=0.01",
                "3",
                "from 0 to",
            ),
            ("Seed", "12", "seed=12", "1e12", "from 0 to 4294967295"),
        ] {
            let field = page.named("input", slider).await?;
            retype(&field, typed).await?;
            page.until_link(&[wanted], &[]).await?;
            for text in ["many", beyond] {
                retype(&field, text).await?;
                let word = if text == beyond { word } else { "many" };
                page.until(&format!("{slider}: {word}"), async || {
                    Ok(complaint(page, slider).await?.contains(word).then_some(()))
                })
                .await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_twins_control_is_its_own() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&k=8").await?;
        page.blur().await?;
        page.keys("w").await?;
        let menu = page.named("select", "Twin differs in").await?;
        for knob in ["act", "lr", "k"] {
            let option = menu.find(By::Css(format!("option[value={knob}]"))).await?;
            option.click().await?;
            let shared = "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
                return ids.filter((id, i) => ids.indexOf(id) !== i)";
            page.until("the twin's control", async || {
                let held = ".twin-knob :is([id$=\"-KNOB\"], [name$=\"KNOB\"])".replace("KNOB", knob);
                Ok(page.driver.find_all(By::Css(held)).await?.pop())
            })
            .await?;
            let shared = page.js(shared, json!([])).await?;
            ensure!(shared == json!([]), "{knob}: shared names {shared}");
        }
        let chosen = "return [...document.querySelectorAll('fieldset[aria-label=\"Hidden activation\"] input:checked')]
            .map((radio) => radio.value)";
        menu.find(By::Css("option[value=act]")).await?.click().await?;
        let other = page.driver.find(By::Css(".twin-knob input[value=tanh]")).await?;
        other.click().await?;
        page.until("an activation for each of the two", async || {
            let chosen = page.js(chosen, json!([])).await?;
            Ok((chosen == json!(["tanh", "relu"]) || chosen == json!(["relu", "tanh"])).then_some(()))
        })
        .await
    })
    .await
}
