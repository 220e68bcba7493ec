//! Pictures that leave the page: their legend, and their way through the run.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::desk::{KEEP, close_door, open_door};
use crate::harness::{browse, figure};

/// A picture's way through the run, read back by the browser's own decoder; the page is where it was.
#[tokio::test]
async fn a_picture_is_animated_from_the_first_step_to_the_last() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=pca&data=line&play=1").await?;
        page.until_step(|step| step > 300.0).await?;
        page.js(KEEP, json!([])).await?;
        open_door(page, "Export").await?;
        let step = page.settled_step().await?;
        let press = "saved.length = 0; document.querySelector('.both .small + .small').click()";
        page.js(press, json!([])).await?;
        let file = page
            .until("the animation", async || {
                let file = page.js("return saved[0]", json!([])).await?;
                Ok((!file.is_null()).then_some(file))
            })
            .await?;
        ensure!(file["name"] == "picture-1-run.png", "{file}");
        let decode = "window.decoded = null;
            const read = async () => {
                const decoder = new ImageDecoder({ data: await blobs.png.arrayBuffer(), type: 'image/png' });
                await decoder.tracks.ready; await decoder.completed;
                const count = decoder.tracks.selectedTrack.frameCount;
                const frames = [];
                for (const frameIndex of [0, count - 1]) {
                    const { image } = await decoder.decode({ frameIndex });
                    const sheet = new OffscreenCanvas(image.displayWidth, image.displayHeight);
                    const pen = sheet.getContext('2d'); pen.drawImage(image, 0, 0);
                    frames.push([...pen.getImageData(0, 0, sheet.width, sheet.height).data]);
                }
                const apart = frames[0].filter((level, at) => Math.abs(level - frames[1][at]) > 40).length;
                return [count, decoder.tracks.selectedTrack.animated, apart];
            };
            read().then((found) => { window.decoded = found; }, (why) => { window.decoded = String(why); });";
        page.js(decode, json!([])).await?;
        let decoded = page
            .until("the frames", async || {
                let decoded = page.js("return window.decoded", json!([])).await?;
                Ok((!decoded.is_null()).then_some(decoded))
            })
            .await?;
        let count = decoded[0].as_f64().unwrap_or_default();
        ensure!((10.0..=60.0).contains(&count) && decoded[1] == true, "{decoded}");
        ensure!(decoded[2].as_f64() > Some(1000.0), "the first and the last are alike: {decoded}");
        figure(&format!("{count} frames in {} bytes", file["length"]));
        close_door(page).await?;
        ensure!(page.settled_step().await? == step, "the page looks back still");
        Ok(())
    })
    .await
}

/// A picture says what its lines are, as the page does beside it.
#[tokio::test]
async fn a_picture_takes_its_legend_along() -> Result<()> {
    browse(async |page| {
        for (link, wanted) in [
            (
                "#lesson=pca&data=line",
                [
                    "x input, held out bolder",
                    "r reconstruction",
                    ">error<",
                    "stroke-dasharray=\"5 4\"",
                ],
            ),
            (
                "#lesson=undercomplete",
                [">x<", ">r<", ">PCA<", "never trained on"],
            ),
        ] {
            page.open(link).await?;
            page.js(KEEP, json!([])).await?;
            open_door(page, "Export").await?;
            page.js("document.querySelector('.both .small').click()", json!([]))
                .await?;
            let drawn = page
                .until("the SVG", async || {
                    let text = page.js("return saved[0]?.text", json!([])).await?;
                    Ok(text.as_str().map(str::to_owned))
                })
                .await?;
            for part in wanted {
                ensure!(drawn.contains(part), "{link}: no {part}");
            }
            close_door(page).await?;
        }
        Ok(())
    })
    .await
}
