//! The user's own data: brought as files, drawn, kept, and what is no data.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::desk::{close_door, open_door};
use crate::harness::browse;
use crate::page::Page;

/// Three classes of flowers, as a European spreadsheet writes them.
fn flowers() -> String {
    let mut text = "length;width;petal;sepal;species\n".to_owned();
    for i in 0..60_u32 {
        let class = i % 3;
        let stray = |by: u32| f64::from((i * by) % 17) / 20.0;
        let of = [
            5.0 + stray(3),
            3.0 - stray(5),
            1.5 + 2.0 * f64::from(class) + stray(7),
            0.2 + f64::from(class) + stray(11),
        ];
        let cells: Vec<String> = of
            .iter()
            .map(|x| format!("{x:.2}").replace('.', ","))
            .collect();
        text += &format!(
            "{};{}\n",
            cells.join(";"),
            ["setosa", "versicolor", "virginica"][class as usize]
        );
    }
    text
}

/// Chooses a file of these bytes.
pub async fn choose(page: &Page<'_>, name: &str, text: &str) -> Result<()> {
    let choose = "const input = document.querySelector('.files input');
        const files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0]));
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));";
    page.js(choose, json!([name, text])).await?;
    Ok(())
}

async fn text_of(page: &Page<'_>, selector: &str) -> Result<String> {
    page.until(selector, async || {
        let text = page
            .js(
                "return document.querySelector(arguments[0])?.textContent",
                json!([selector]),
            )
            .await?;
        Ok(text.as_str().map(str::to_owned))
    })
    .await
}

pub async fn click(page: &Page<'_>, selector: &str) -> Result<()> {
    page.until(selector, async || {
        let press = "const button = document.querySelector(arguments[0]); if (!button || button.disabled) return false; button.click(); return true";
        Ok((page.js(press, json!([selector])).await? == json!(true)).then_some(()))
    })
    .await
}

#[tokio::test]
async fn a_table_is_looked_at_trained_on_kept_and_forgotten() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab&play=1").await?;
        page.until_step(|step| step > 20.0).await?;
        open_door(page, "Your own data …").await?;
        // What is wrong is said, and the run goes on.
        choose(
            page,
            "notes.csv",
            "a,b\n1,2\n3,x\n5,1\n6,6\n7,2\n8,1\n9,1\n1,1\n2,5\n3,5\n4,5\n",
        )
        .await?;
        let why = text_of(page, ".files .failed").await?;
        ensure!(
            why == "notes.csv, line 3, column “b”: expected a number, found “x”.",
            "{why}"
        );
        let [before] = page.numbers(["Step"]).await?;
        page.until_step(|step| step > before).await?;

        choose(page, "flowers.csv", &flowers()).await?;
        let look = text_of(page, ".look ul").await?;
        ensure!(
            look.contains("60 rows of 4 numbers.")
                && look.contains("3 classes, from “species”.")
                && look.contains("decimal commas"),
            "{look}"
        );
        click(page, ".desk > .check input").await?;
        click(page, ".look .take").await?;
        page.until_link(&["lesson=lab", "data=own"], &[]).await?;
        page.until_step(|step| step > 300.0).await?;
        let [held_out, pca] = page.numbers(["Held-out error", "PCA error"]).await?;
        ensure!(held_out < 0.7 && pca > 0.0, "{held_out} {pca}");

        // Another set and back, by its tile; the network that it replaced can be brought back.
        let choose_set =
            "document.querySelector(`.data-picker input[value=${arguments[0]}]`).click()";
        page.js(choose_set, json!(["circle"])).await?;
        page.until_link(&["data=circle"], &[]).await?;
        page.js(choose_set, json!(["own"])).await?;
        page.until_link(&["data=own"], &[]).await?;
        page.until_step(|step| step > 10.0).await?;

        // It is there after the page was left, and forgotten when told so.
        page.open("#lesson=lab&data=own").await?;
        let said = text_of(page, ".notices .text").await?;
        ensure!(said.contains("somebody's own data"), "{said}");
        open_door(page, "Your own data …").await?;
        let kept = text_of(page, ".kept li b").await?;
        ensure!(kept == "flowers", "{kept}");
        click(page, ".kept li .ware").await?;
        page.until_link(&["data=own"], &[]).await?;
        open_door(page, "Your own data …").await?;
        click(page, ".kept li .small").await?;
        page.until("nothing kept", async || {
            let is_there = page
                .js("return document.querySelector('.kept') !== null", json!([]))
                .await?;
            Ok((is_there == json!(false)).then_some(()))
        })
        .await?;
        close_door(page).await
    })
    .await
}

/// A run on own data goes out with its data, and comes back on a page that has none.
#[tokio::test]
async fn a_run_on_own_data_is_shared_as_a_file() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab").await?;
        open_door(page, "Your own data …").await?;
        choose(page, "flowers.csv", &flowers()).await?;
        click(page, ".look .take").await?;
        page.until_step(|step| step > 50.0).await?;
        page.press("Pause").await?;
        // A link has the settings and no samples: who opens it is told whose they are.
        open_door(page, "Share").await?;
        let link = page.until("a link to share", async || {
            let link = "return document.querySelector('.copied input')?.value";
            Ok(page.js(link, json!([])).await?.as_str().map(str::to_owned))
        });
        let link = link.await?;
        ensure!(link.contains("data=own"), "{link}");
        close_door(page).await?;
        page.js(crate::desk::KEEP, json!([])).await?;
        open_door(page, "Export").await?;
        let file = crate::desk::saved(page, "The run").await?;
        let text = file["text"].as_str().unwrap_or_default().to_owned();
        let run: serde_json::Value = serde_json::from_str(&text)?;
        ensure!(run["own"]["classes"][1] == "versicolor" && run["settings"]["data"] == "own");
        close_door(page).await?;
        page.open("#k=3").await?;
        open_door(page, "Export").await?;
        crate::desk::bring(page, "hourglass-run.json", &text).await?;
        page.until_link(&["data=own"], &[]).await?;
        page.until_step(|step| Some(step) == run["step"].as_f64())
            .await?;
        page.press("Step").await?;
        page.until_step(|step| Some(step - 1.0) == run["step"].as_f64())
            .await?;
        Ok(())
    })
    .await
}

/// What is typed is read after a pause; what is wrong in it can be put right where it stands.
#[tokio::test]
async fn a_table_is_typed_and_put_right() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab").await?;
        open_door(page, "Your own data …").await?;
        let write = async |text: &str| {
            let write = "const box = document.querySelector('.files .paste');
                box.value = arguments[0];
                box.dispatchEvent(new InputEvent('input', { bubbles: true }))";
            page.js(write, json!([text])).await
        };
        click(page, ".files .paste").await?;
        write("a,b\n1,2\n3,x\n5,1\n6,6\n7,2\n8,1\n9,1\n1,1\n2,5\n3,5\n4,5\n").await?;
        let why = text_of(page, ".files .failed").await?;
        ensure!(why.contains("line 3, column “b”"), "{why}");
        write("a,b\n1,2\n3,4\n5,1\n6,6\n7,2\n8,1\n9,1\n1,1\n2,5\n3,5\n4,5\n").await?;
        let look = text_of(page, ".look ul").await?;
        ensure!(look.contains("11 rows of 2 numbers."), "{look}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn points_are_drawn_with_keys_and_pictures_decoded() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=lab").await?;
        open_door(page, "Your own data …").await?;
        click(page, ".desk > .ways label:nth-child(2) input").await?;
        let keys = "const sheet = document.querySelector('.sheet');
            const press = (key) => sheet.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            for (let i = 0; i < 8; i++) { press('ArrowRight'); press(' '); press('ArrowUp'); }
            press('Backspace');";
        text_of(page, ".drawn [role=status]").await?;
        page.js(keys, json!([])).await?;
        page.until("points", async || {
            let said = text_of(page, ".drawn [role=status]").await?;
            Ok((said == "28 points").then_some(()))
        })
        .await?;
        click(page, ".drawn .take").await?;
        page.until_link(&["data=own", "k=1"], &[]).await?;
        page.until_step(|step| step > 20.0).await?;

        // Twelve pictures, a bar at another place in each, drawn and written by the browser itself.
        open_door(page, "Your own data …").await?;
        let pictures = "const done = arguments[arguments.length - 1];
            const input = document.querySelector('.files input'), files = new DataTransfer();
            const draw = (i) => new Promise((found) => {
                const canvas = document.createElement('canvas'); canvas.width = canvas.height = 40;
                const pen = canvas.getContext('2d');
                pen.fillStyle = '#fff'; pen.fillRect(0, 0, 40, 40); pen.fillStyle = '#000'; pen.fillRect(3 * i, 4, 5, 30);
                canvas.toBlob(found, i % 2 ? 'image/png' : 'image/webp');
            });
            (async () => {
                for (let i = 0; i < 12; i++) files.items.add(new File([await draw(i)], `bar-${i}.png`));
                files.items.add(new File(['no picture'], 'readme.txt'));
                input.files = files.files;
                input.dispatchEvent(new Event('change', { bubbles: true }));
            })();";
        page.js(pictures, json!([])).await?;
        let look = text_of(page, ".look").await?;
        ensure!(look.contains("12 pictures, in grey, within 28 × 28 pixels.") && look.contains("readme.txt") && look.contains("dark becomes ink"), "{look}");
        click(page, ".look .take").await?;
        page.until_step(|step| step > 5.0).await?;
        Ok(())
    })
    .await
}

/// A preview takes the page's theme, and leaves it.
#[tokio::test]
async fn a_preview_is_of_the_pages_theme() -> Result<()> {
    browse(async |page| {
        page.set_media("prefers-color-scheme", "light").await?;
        page.open("#v=1&theme=dark").await?;
        open_door(page, "Your own data …").await?;
        choose(page, "flowers.csv", &flowers()).await?;
        text_of(page, ".look").await?;
        let theme = "return document.documentElement.dataset.theme";
        ensure!(page.js(theme, json!([])).await? == json!("dark"));
        Ok(())
    })
    .await
}

/// What is asked for later counts, however long what was asked for before takes; an option keeps the focus.
#[tokio::test]
async fn the_last_file_is_the_one_that_is_looked_at() -> Result<()> {
    browse(async |page| {
        page.open("").await?;
        open_door(page, "Your own data …").await?;
        // The first file is read last.
        let late = "const read = File.prototype.arrayBuffer;
            File.prototype.arrayBuffer = async function () {
                if (this.name === 'late.csv') await new Promise((resolve) => setTimeout(resolve, 1500));
                return read.call(this);
            }";
        page.js(late, json!([])).await?;
        choose(page, "late.csv", "a,b\n1,2\n3,4\n5,7\n").await?;
        choose(page, "flowers.csv", &flowers()).await?;
        text_of(page, ".look h3").await?;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let title = text_of(page, ".look h3").await?;
        ensure!(title.contains("flowers"), "{title}");
        let kept = "const option = [...document.querySelectorAll('.look .choices input')].at(-1);
            window.option = option;
            option.focus();
            option.click()";
        page.js(kept, json!([])).await?;
        page.until("the answer", async || {
            let is_idle = "return document.querySelector('.look .take:enabled') !== null";
            Ok((page.js(is_idle, json!([])).await? == json!(true)).then_some(()))
        })
        .await?;
        let is_kept = "return document.activeElement === option && option.isConnected";
        ensure!(page.js(is_kept, json!([])).await? == json!(true));
        Ok(())
    })
    .await
}
