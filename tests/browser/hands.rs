//! What hands do: sliders to their ends, numbers typed in any usual way, keys that can be turned off, two tabs, fingers.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::harness::browse;
use crate::page::Page;

const LEVEL: &str = "Corruption level";

#[tokio::test]
async fn a_decimal_slider_reaches_its_end_and_stops_at_round_numbers() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=denoising&level=0").await?;
        let slider = page.slider(LEVEL).await?;
        for _ in 0..30 {
            slider.send_keys(Key::Right + "").await?;
        }
        page.until_link(&["level=0.3"], &[]).await?;
        slider.send_keys(Key::End + "").await?;
        page.until_link(&["level=1"], &[]).await?;
        slider.send_keys(Key::Home + "").await?;
        page.until_link(&["level=0"], &[]).await?;
        Ok(())
    })
    .await
}

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

#[tokio::test]
async fn single_keys_are_turned_off_and_stay_so() -> Result<()> {
    browse(async |page| {
        page.open("#k=3").await?;
        page.press("Help").await?;
        let switch = page
            .driver
            .find(By::Css(".help input[type=checkbox]"))
            .await?;
        switch.click().await?;
        page.press("Close help").await?;
        page.open("#k=3").await?;
        page.blur().await?;
        page.keys("]]").await?;
        // The arrows still act: once they have, the brackets before them have had their time.
        page.keys(Key::Right + "").await?;
        page.until("the selected sample", async || {
            let script = "return document.querySelector('canvas.network')?.dataset.sample ?? null";
            Ok(page
                .js(script, json!([]))
                .await?
                .as_str()
                .map(str::to_owned))
        })
        .await?;
        ensure!(page.slider_value("Bottleneck size k").await? == 3.0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_digit_typed_on_a_slider_chooses_no_lesson() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro&k=3").await?;
        let slider = page.slider("Bottleneck size k").await?;
        slider.send_keys("5").await?;
        slider.send_keys(Key::Right + "").await?;
        let link = page.until_link(&["k=4"], &[]).await?;
        ensure!(!link.contains("lesson="), "{link}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_tabs_do_not_overwrite_each_other() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second).await?;
        page.go("#lesson=pca").await?;
        page.until_step(|_| true).await?;
        page.choose("Predict first", "No, they tie").await?;
        page.driver.switch_to_window(first).await?;
        page.choose("Predict first", "Fine detail").await?;
        page.until("both answers", async || {
            let kept = page
                .js(
                    "return localStorage.getItem('hourglass.progress')",
                    json!([]),
                )
                .await?;
            let kept = kept.as_str().unwrap_or_default();
            let both = kept.contains("choice intro 0 1") && kept.contains("choice pca 0 1");
            Ok(both.then_some(()))
        })
        .await
    })
    .await
}

#[tokio::test]
async fn what_another_tab_has_kept_unheard_stays() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        // As from a tab whose word never came, as to a page that slept: no event in this one.
        let other =
            "localStorage.setItem('hourglass.progress', 'choice pca 0 1\\ngoal sparse 0 0\\n')";
        page.js(other, json!([])).await?;
        page.choose("Predict first", "Fine detail").await?;
        let all = ["choice intro 0 1", "choice pca 0 1", "goal sparse 0 0"];
        page.until(&format!("{all:?}"), async || {
            let kept = "return localStorage.getItem('hourglass.progress')";
            let kept = page.js(kept, json!([])).await?;
            let kept = kept.as_str().unwrap_or_default();
            Ok(all.iter().all(|line| kept.contains(line)).then_some(()))
        })
        .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tabs_agree_on_theme_and_keys() -> Result<()> {
    browse(async |page| {
        page.set_theme("light").await?;
        page.open("#lesson=intro").await?;
        let first = page.driver.window().await?;
        let second = page.driver.new_tab().await?;
        page.driver.switch_to_window(second).await?;
        page.go("#lesson=intro").await?;
        page.until_step(|_| true).await?;
        page.keys("t").await?;
        page.press("Help").await?;
        let switch = page
            .driver
            .find(By::Css(".help input[type=checkbox]"))
            .await?;
        switch.click().await?;
        page.driver.switch_to_window(first).await?;
        page.until("the dark theme here too", async || {
            let theme = page
                .js(
                    "return document.documentElement.dataset.theme ?? ''",
                    json!([]),
                )
                .await?;
            Ok((theme == "dark").then_some(()))
        })
        .await?;
        page.press("Help").await?;
        let switch = page
            .driver
            .find(By::Css(".help input[type=checkbox]"))
            .await?;
        ensure!(
            !switch.is_selected().await?,
            "single keys are still on here"
        );
        Ok(())
    })
    .await
}

/// What a canvas of the hourglass has in device pixels per CSS pixel.
async fn density(page: &Page<'_>) -> Result<f64> {
    let script = "const canvas = document.querySelector('canvas.network');
        return canvas.width / canvas.clientWidth";
    Ok(page.js(script, json!([])).await?.as_f64().unwrap_or(0.0))
}

#[tokio::test]
async fn canvases_follow_a_change_of_pixel_density() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=intro").await?;
        for wanted in [1.0, 2.0, 1.0] {
            let metrics = json!({ "width": 1440, "height": 900, "deviceScaleFactor": wanted, "mobile": false });
            let cdp = page.driver.cdp();
            cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
            page.until(&format!("{wanted} device pixels per pixel"), async || {
                Ok(((density(page).await? - wanted).abs() < 0.02).then_some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_fingers_zoom_and_a_swipe_on_a_picture_scrolls() -> Result<()> {
    browse(async |page| {
        page.resize(390, 844, true).await?;
        for lesson in ["intro", "pca", "undercomplete", "sparse", "denoising", "uses"] {
            page.open(&format!("#lesson={lesson}")).await?;
            let script = "return [...document.querySelectorAll('canvas')]
                .map((canvas) => [canvas.className, getComputedStyle(canvas).touchAction])
                .filter(([, action]) => action !== 'auto' && !(action.includes('pan-y') && action.includes('pinch-zoom')))";
            let deaf = page.js(script, json!([])).await?;
            ensure!(deaf == json!([]), "{lesson}: {deaf}");
        }
        Ok(())
    })
    .await
}
