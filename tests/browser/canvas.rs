//! What a canvas shows, and where it changes.

use anyhow::Result;
use thirtyfour::prelude::*;

use crate::page::Page;

impl Page<'_> {
    /// Keeps a canvas as it is now, for `changed_area`.
    pub async fn remember(&self, canvas: &WebElement) -> Result<()> {
        let script = "seen.before = PIXELS(arguments[0])".replace("PIXELS", PIXELS);
        self.driver.execute(script, vec![canvas.to_json()?]).await?;
        Ok(())
    }

    /// Where a canvas differs from what it was, in CSS pixels from the window's corner: left, top, right, bottom.
    pub async fn changed_area(&self, canvas: &WebElement) -> Result<Option<[f64; 4]>> {
        let script = CHANGED_AREA.replace("PIXELS", PIXELS);
        let returned = self.driver.execute(script, vec![canvas.to_json()?]).await?;
        Ok(returned.convert()?)
    }

    /// What a canvas shows, as text that two equal pictures share.
    pub async fn pixels(&self, canvas: &WebElement) -> Result<String> {
        let arguments = vec![canvas.to_json()?];
        let script = "return arguments[0].toDataURL()";
        Ok(self.driver.execute(script, arguments).await?.convert()?)
    }
}

const PIXELS: &str = "((canvas) =>
    canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height))";
const CHANGED_AREA: &str = "const [canvas] = arguments;
    const [before, after] = [seen.before.data, PIXELS(canvas).data];
    const [xs, ys] = [[], []];
    for (let i = 0; i < after.length; i += 4) {
        if ([0, 1, 2, 3].some((c) => before[i + c] !== after[i + c])) {
            xs.push(i / 4 % canvas.width);
            ys.push(Math.floor(i / 4 / canvas.width));
        }
    }
    if (!xs.length) return null;
    const least = (all) => all.reduce((a, b) => Math.min(a, b));
    const most = (all) => all.reduce((a, b) => Math.max(a, b)) + 1;
    const bounds = canvas.getBoundingClientRect();
    const scale = bounds.width / canvas.width;
    return [bounds.x + scale * least(xs), bounds.y + scale * least(ys),
        bounds.x + scale * most(xs), bounds.y + scale * most(ys)]";
