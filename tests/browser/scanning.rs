//! Results are scanned.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::desk::open_door;
use crate::harness::browse;

/// A student's code is held before a teacher's camera, which is a picture of the page's own code here.
#[tokio::test]
async fn a_result_is_scanned_by_the_camera() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=pca&data=line&play=1").await?;
        page.until_step(|step| step > 100.0).await?;
        open_door(page, "Share").await?;
        let unfold = "for (const part of document.querySelectorAll('.hand-in, .class')) part.open = true";
        page.js(unfold, json!([])).await?;
        let camera = "const code = document.querySelector('.hand-in .qr svg').cloneNode(true);
            code.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
            const image = new Image();
            image.src = 'data:image/svg+xml,' + encodeURIComponent(code.outerHTML);
            const sheet = document.createElement('canvas'); [sheet.width, sheet.height] = [1280, 960];
            const pen = sheet.getContext('2d');
            setInterval(() => { pen.fillStyle = '#888'; pen.fillRect(0, 0, 1280, 960); pen.drawImage(image, 340, 160, 640, 640); }, 100);
            window.streams = [];
            navigator.mediaDevices.getUserMedia = async (wanted) => {
                if (!wanted.video) throw new Error('no picture was asked for');
                streams.push(sheet.captureStream(10)); return streams[0];
            };";
        page.js(camera, json!([])).await?;
        page.press("Scan with the camera").await?;
        page.until("a result in the table", async || {
            let rows = "return document.querySelectorAll('.class tbody tr').length";
            Ok((page.js(rows, json!([])).await? == json!(1)).then_some(()))
        })
        .await?;
        // Seen again and again, it counts once; and the camera goes off with the button.
        tokio::time::sleep(std::time::Duration::from_millis(800)).await;
        let rows = "return document.querySelectorAll('.class tbody tr').length";
        ensure!(page.js(rows, json!([])).await? == json!(1));
        page.press("Stop scanning").await?;
        let is_off = "return streams.length === 1 && streams[0].getTracks().every((track) => track.readyState === 'ended')";
        page.until("a camera that is off", async || {
            Ok((page.js(is_off, json!([])).await? == json!(true)).then_some(()))
        })
        .await?;
        // A browser that refuses says why.
        let refuse = "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('Permission denied', 'NotAllowedError'); }";
        page.js(refuse, json!([])).await?;
        page.press("Scan with the camera").await?;
        page.until("why there is no camera", async || {
            let said = "return document.querySelector('.scan [role=alert]')?.textContent";
            let said = page.js(said, json!([])).await?;
            Ok(said.as_str().is_some_and(|said| said.contains("Permission denied")).then_some(()))
        })
        .await
    })
    .await
}
