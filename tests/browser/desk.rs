//! The desk: the page as a link, the run as files, and a run back from a file.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::harness::{browse, figure};
use crate::page::Page;

/// Keeps what the page would save instead of saving it.
pub const KEEP: &str = r"
    window.saved = [];
    const make = URL.createObjectURL;
    let last;
    URL.createObjectURL = (blob) => make.call(URL, last = blob);
    HTMLAnchorElement.prototype.click = function () {
        const file = { name: this.download };
        last.arrayBuffer().then((buffer) => {
            const bytes = new Uint8Array(buffer);
            file.start = new TextDecoder().decode(bytes.slice(0, 2));
            file.length = bytes.length;
            if (file.name.endsWith('.png')) file.size = [16, 20].map((at) => new DataView(buffer).getInt32(at));
            window.blobs = { ...window.blobs, [file.name.split('.').pop()]: last };
            if (/\.(json|csv|svg)$/.test(file.name)) file.text = new TextDecoder().decode(bytes);
            window.saved.push(file);
        });
    };";

pub async fn open_door(page: &Page<'_>, name: &str) -> Result<()> {
    page.press(name).await?;
    until_door(page, name).await
}

pub async fn until_door(page: &Page<'_>, name: &str) -> Result<()> {
    page.until("the desk", async || {
        let heading = "return document.querySelector('dialog.desk[open] h2')?.textContent";
        let heading = page.js(heading, json!([])).await?;
        // What opens more says so with an ellipsis.
        Ok((heading == name.trim_end_matches(" …")).then_some(()))
    })
    .await
}

pub async fn close_door(page: &Page<'_>) -> Result<()> {
    page.keys(Key::Escape + "").await?;
    page.until("the page alone", async || {
        let is_there = "return document.querySelector('dialog.desk') !== null";
        Ok((page.js(is_there, json!([])).await? == json!(false)).then_some(()))
    })
    .await
}

/// What is saved when a row of the desk is pressed.
pub async fn saved(page: &Page<'_>, row: &str) -> Result<Value> {
    let press = "saved.length = 0; const rows = [...document.querySelectorAll('.ware')];
        rows.find((row) => row.querySelector('b').textContent === arguments[0]).click()";
    page.js(press, json!([row])).await?;
    page.until(row, async || {
        let file = page.js("return saved[0]", json!([])).await?;
        let is_busy = page
            .js("return document.querySelector('.ware').disabled", json!([]))
            .await?;
        Ok((!file.is_null() && is_busy == json!(false)).then_some(file))
    })
    .await
}

/// Chooses a file of this text to bring a run back from.
pub async fn bring(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    let choose = "const input = document.querySelector('.bring input');
        const files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0]));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.js(choose, json!([name, text])).await?;
    Ok(())
}

#[tokio::test]
async fn a_dialog_has_the_keys_while_it_is_open() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=sparse").await?;
        open_door(page, "Share").await?;
        // The theme, the second lesson, the next picture.
        let look =
            "return [document.documentElement.outerHTML.match(/<html[^>]*>/)[0], location.hash]";
        let before = page.js(look, json!([])).await?;
        page.keys("t2j").await?;
        sleep(Duration::from_millis(300)).await;
        ensure!(
            page.js(look, json!([])).await? == before,
            "the page behind has heard"
        );
        close_door(page).await?;
        page.keys("2").await?;
        page.until_link(&["lesson=pca"], &[]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_run_goes_out_as_files_and_comes_back() -> Result<()> {
    browse(async |page| {
        page.open("#k=5&seed=3&play=1").await?;
        page.until_step(|step| step > 100.0).await?;
        page.js(KEEP, json!([])).await?;
        open_door(page, "Export").await?;
        let file = saved(page, "The run").await?;
        ensure!(file["name"] == "hourglass-run.json", "{}", file["name"]);
        let text = file["text"].as_str().context("no text")?.to_owned();
        let run: Value = serde_json::from_str(&text)?;
        let step = run["step"].as_f64().context("no step")?;
        ensure!(step > 100.0 && run["settings"]["k"] == "5", "{step}");
        ensure!(run["readouts"]["step"] == run["step"]);
        ensure!(
            run["link"]
                .as_str()
                .is_some_and(|link| link.contains("#v=1") && link.contains("k=5"))
        );
        for (row, name, start) in [
            ("The weights", "hourglass.safetensors", None),
            ("PyTorch program", "hourglass_torch.zip", Some("PK")),
            ("Keras program", "hourglass_keras.zip", Some("PK")),
            ("Jupyter notebook", "hourglass.zip", Some("PK")),
            ("Data, weights, codes", "hourglass.npz", Some("PK")),
            ("Error curves", "curves.csv", Some("st")),
            ("Readouts", "readouts.csv", Some("na")),
            ("Codes of all samples", "codes.csv", Some("sa")),
            ("Units × samples", "heatmap.csv", Some("un")),
            ("Encoder, ONNX", "encoder.onnx", None),
            ("Decoder, ONNX", "decoder.onnx", None),
        ] {
            let file = saved(page, row).await?;
            ensure!(file["name"] == name, "{row}: {}", file["name"]);
            ensure!(
                start.is_none_or(|start| file["start"] == start),
                "{row}: {}",
                file["start"]
            );
            ensure!(file["length"].as_f64() > Some(100.0), "{row}");
        }
        // A picture at twice its size, with room for its title and the link.
        let first = "const canvas = document.querySelectorAll('main canvas')[0];
            return [canvas.clientWidth, canvas.clientHeight, devicePixelRatio]";
        let before = page.js(first, json!([])).await?;
        let title = "return document.querySelector('.ware.picture b').textContent";
        let title = page.js(title, json!([])).await?;
        let file = saved(page, title.as_str().context("no picture")?).await?;
        ensure!(file["name"] == "picture-1.png" && file["length"].as_f64() > Some(2000.0));
        let width = before[0].as_f64().context("no canvas")?.max(420.0) + 40.0;
        ensure!(
            file["size"][0].as_f64() == Some(2.0 * width),
            "{} {width}",
            file["size"]
        );
        ensure!(page.js(first, json!([])).await? == before);
        // The same as SVG: drawn by the browser, it is the PNG but for the letters' own shapes.
        page.js("saved.length = 0; document.querySelector('.both .small').click()", json!([])).await?;
        let file = page
            .until("the SVG", async || {
                let file = page.js("return saved[0]", json!([])).await?;
                Ok((!file.is_null()).then_some(file))
            })
            .await?;
        let drawn = file["text"].as_str().context("no SVG")?;
        ensure!(file["name"] == "picture-1.svg" && drawn.contains("<path") && drawn.contains("#v=1&amp;"), "{drawn}");
        ensure!(page.js(first, json!([])).await? == before);
        let compare = "window.difference = null;
            const load = (blob) => new Promise((found, failed) => { const reader = new FileReader(); reader.onload = () => {
                const image = new Image(); image.onload = () => found(image); image.onerror = () => failed('no image'); image.src = reader.result; }; reader.readAsDataURL(blob); });
            Promise.all([load(blobs.png), load(new Blob([blobs.svg], { type: 'image/svg+xml' }))]).then((images) => {
                const [a, b] = images.map((image) => {
                    const sheet = document.createElement('canvas'); [sheet.width, sheet.height] = [images[0].naturalWidth, images[0].naturalHeight];
                    const pen = sheet.getContext('2d'); pen.drawImage(image, 0, 0, sheet.width, sheet.height);
                    return pen.getImageData(0, 0, sheet.width, sheet.height).data;
                });
                const mean = (of) => { let sum = 0; for (let i = 0; i < a.length; i++) sum += of(i); return sum / a.length; };
                const paper = a[0];
                window.difference = [mean((i) => Math.abs(a[i] - b[i])), mean((i) => i % 4 === 3 ? 0 : Math.abs(a[i] - paper))];
            }, (why) => { window.difference = [255, String(why)]; });";
        page.js(compare, json!([])).await?;
        let difference = page
            .until("the difference", async || {
                let difference = page.js("return window.difference", json!([])).await?;
                Ok((!difference.is_null()).then_some(difference))
            })
            .await?;
        // The picture itself is several times as far from blank paper.
        let [apart, inked] = [0, 1].map(|at| difference[at].as_f64().unwrap_or(f64::NAN));
        figure(&format!("SVG and PNG differ by {apart:.2} of 255 on average, PNG and paper by {inked:.2}"));
        ensure!(apart < 2.5 && inked > 2.0 * apart, "{difference}");
        // What is no run is told so, and loses nothing.
        bring(page, "notes.json", "{\"kind\": \"shopping list\"}").await?;
        let why = page
            .until("why it is none", async || {
                let why = "return document.querySelector('.desk [role=alert]')?.textContent";
                let why = page.js(why, json!([])).await?;
                Ok(why.as_str().map(str::to_owned))
            })
            .await?;
        ensure!(why.contains("notes.json"), "{why}");
        close_door(page).await?;
        page.until_link(&["k=5"], &[]).await?;

        // Another network, and back.
        page.open("#k=2").await?;
        open_door(page, "Export").await?;
        bring(page, "hourglass-run.json", &text).await?;
        page.until_link(&["k=5", "seed=3"], &[]).await?;
        page.until_step(|now| now == step).await?;
        let [error] = page.numbers(["Held-out error"]).await?;
        let wanted = run["readouts"]["heldout_mse"]
            .as_f64()
            .context("no error")?;
        ensure!((error - wanted).abs() < 1e-4, "{error} {wanted}");
        page.press("Step").await?;
        page.until_step(|now| now == step + 1.0).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_page_is_shared_as_it_stands() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=sparse&lambda=0.02").await?;
        open_door(page, "Share").await?;
        let fields =
            "return [...document.querySelectorAll('.copied input')].map((field) => field.value)";
        let fields: Vec<String> = serde_json::from_value(page.js(fields, json!([])).await?)?;
        let [link, frame] = fields.as_slice() else {
            anyhow::bail!("{fields:?}");
        };
        ensure!(
            link.starts_with("http") && link.ends_with("#v=1&lesson=sparse&lambda=0.02"),
            "{link}"
        );
        ensure!(
            frame.contains(&link.replace('&', "&amp;")) && frame.starts_with("<iframe "),
            "{frame}"
        );
        let modules = "return document.querySelector('.qr path').getAttribute('d').length";
        ensure!(page.js(modules, json!([])).await?.as_f64() > Some(1000.0));
        Ok(())
    })
    .await
}
