//! The page as a visitor has it: everything by its accessible name.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use tokio::time::sleep;

use crate::engines::{Driver, Engine};
use crate::server::{COLLECTOR, Server};

/// No wait of a working page comes near this, however slow the machine.
const PATIENCE: Duration = Duration::from_secs(60);
pub const OPEN_ALL_CONTROLS: &str =
    "document.querySelectorAll('details.others').forEach((others) => (others.open = true))";
const POLL: Duration = Duration::from_millis(40);

pub struct Page<'a> {
    pub driver: WebDriver,
    pub engine: Engine,
    pub server: &'a Server,
    pub running: &'a Driver,
    forgiven: std::cell::Cell<bool>,
}

impl<'a> Page<'a> {
    pub async fn new(
        driver: WebDriver,
        engine: Engine,
        server: &'a Server,
        running: &'a Driver,
    ) -> Result<Self> {
        let page = Self {
            driver,
            engine,
            server,
            running,
            forgiven: false.into(),
        };
        // To the others, the server sends it with the page.
        if engine == Engine::Chromium {
            page.before_scripts(COLLECTOR).await?;
        }
        page.resize(1440, 900, false).await?;
        Ok(page)
    }

    /// Runs a script in every document from now on, before the page's own.
    pub async fn before_scripts(&self, script: &str) -> Result<()> {
        let protocol = self.driver.cdp();
        let page = protocol.page();
        page.add_script_to_evaluate_on_new_document(script).await?;
        Ok(())
    }

    /// Opens a link, from `#` on, in a new document.
    pub async fn go(&self, link: &str) -> Result<()> {
        // Another fragment alone would not load the page again.
        self.driver.goto("about:blank").await?;
        let address = format!("{}{link}", self.server.address());
        self.driver.goto(address).await?;
        Ok(())
    }

    /// Opens a link, waits for the network to be set up and unfolds the controls that the lesson does not need.
    pub async fn open(&self, link: &str) -> Result<()> {
        self.go(link).await?;
        self.until_step(|_| true).await?;
        self.js(OPEN_ALL_CONTROLS, json!([])).await?;
        Ok(())
    }

    /// A test that breaks something on purpose foresees errors in the console.
    pub fn forgive_errors(&self) {
        self.forgiven.set(true);
    }

    pub async fn must_have_no_errors(&self) -> Result<()> {
        let mut told = Vec::new();
        if self.engine == Engine::Chromium {
            // It is read where errors are foreseen too: what is left in it would be the next test's.
            let log = self.driver.browser_log().await?;
            told.extend(log.into_iter().map(|entry| entry.message));
        }
        if self.forgiven.get() {
            return Ok(());
        }
        let stopped = self.server.violations();
        ensure!(stopped.is_empty(), "the policy stopped: {stopped:#?}");
        let caught = self.js("return seen.errors", json!([])).await?;
        ensure!(caught == json!([]), "the page caught errors: {caught}");
        ensure!(told.is_empty(), "the console holds errors: {told:#?}");
        Ok(())
    }

    /// What a script returns; its parameters are `arguments[0]` and so on.
    pub async fn js(&self, script: &str, arguments: Value) -> Result<Value> {
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        let returned = self.driver.execute(script, arguments).await;
        Ok(returned.with_context(|| script.to_owned())?.json().clone())
    }

    /// Asks until there is an answer.
    pub async fn until<T>(
        &self,
        what: &str,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        self.until_within(PATIENCE, what, ask).await
    }

    /// Asks until there is an answer, for so long at most.
    pub async fn until_within<T>(
        &self,
        patience: Duration,
        what: &str,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let begun = Instant::now();
        loop {
            if let Some(answer) = ask().await? {
                return Ok(answer);
            }
            if begun.elapsed() > patience {
                let shown = self.js("return document.body.innerText", json!([])).await?;
                let shown: Vec<_> = shown.as_str().unwrap_or_default().split('\n').collect();
                let link = self.link().await?;
                let errors = self.js("return window.seen?.errors", json!([])).await?;
                bail!(
                    "waited in vain for this: {what}\n{link} shows: {}\nerrors: {errors}",
                    shown.join(" ")
                );
            }
            sleep(POLL).await;
        }
    }

    /// The exact texts behind some readouts, all of one moment; `None` where one is missing or empty.
    pub async fn exact(&self, names: &[&str]) -> Result<Option<Vec<String>>> {
        let script = "return arguments[0].map((name) =>
            document.querySelector(`output[aria-label='${name}']`)?.dataset.value ?? null)";
        Ok(serde_json::from_value(self.js(script, json!([names])).await?).ok())
    }

    /// The numbers behind some readouts, all of one moment.
    pub async fn numbers<const N: usize>(&self, names: [&str; N]) -> Result<[f64; N]> {
        let texts = self.until("readouts", async || self.exact(&names).await);
        let mut numbers = [0.0; N];
        for (number, text) in numbers.iter_mut().zip(texts.await?) {
            *number = text.parse().with_context(|| text.clone())?;
        }
        Ok(numbers)
    }

    pub async fn number(&self, name: &str) -> Result<f64> {
        let [number] = self.numbers([name]).await?;
        Ok(number)
    }

    /// Waits for the Step readout to be as wished, and returns it.
    pub async fn until_step(&self, wished: impl Fn(f64) -> bool) -> Result<f64> {
        self.until("the Step readout", async || {
            let mut step = self.exact(&["Step"]).await?;
            if step.is_none() {
                step = self.exact(&["Schritt"]).await?;
            }
            let step = step.and_then(|texts| texts.first()?.parse().ok());
            Ok(step.filter(|&step| wished(step)))
        })
        .await
    }

    /// The step at which training stands still after Pause: the reply that was under way has arrived.
    pub async fn settled_step(&self) -> Result<f64> {
        self.until("a Step readout that stands still", async || {
            let before = self.number("Step").await?;
            self.pass_frames(20).await?;
            Ok((self.number("Step").await? == before).then_some(before))
        })
        .await
    }

    /// Waits until so many frames are painted: where that is slow, so is whatever is waited for.
    async fn pass_frames(&self, count: u32) -> Result<()> {
        let pass = "let [left, done] = arguments;
            const next = () => { if (left-- > 0) requestAnimationFrame(next); else done(null); };
            next();";
        self.driver.execute_async(pass, vec![json!(count)]).await?;
        Ok(())
    }

    /// The address from `#` on.
    pub async fn link(&self) -> Result<String> {
        let link = self.js("return location.hash", json!([])).await?;
        Ok(link.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for the address to hold all of these parts and none of those.
    pub async fn until_link(&self, parts: &[&str], none_of: &[&str]) -> Result<String> {
        self.until(
            &format!("an address with {parts:?}, not {none_of:?}"),
            async || {
                let link = self.link().await?;
                let pairs: Vec<_> = link.trim_start_matches('#').split('&').collect();
                let is_there = parts.iter().all(|part| pairs.contains(part))
                    && !none_of.iter().any(|part| link.contains(part));
                Ok(is_there.then_some(link))
            },
        )
        .await
    }

    /// What the device remembers of questions and goals.
    pub async fn kept_progress(&self) -> Result<String> {
        let script = "return localStorage.getItem('hourglass.progress') ?? ''";
        let kept = self.js(script, json!([])).await?;
        Ok(kept.as_str().unwrap_or_default().to_owned())
    }

    /// The texts of the notices of a role, "alert" or "status".
    pub async fn notices(&self, role: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(`.notice[role=${arguments[0]}]`)].map((n) => n.innerText)";
        Ok(serde_json::from_value(
            self.js(script, json!([role])).await?,
        )?)
    }

    /// Waits for an alert and returns its text.
    pub async fn until_alert(&self) -> Result<String> {
        self.until("an alert", async || Ok(self.notices("alert").await?.pop()))
            .await
    }

    /// A notice that is no alert, with these words.
    pub async fn until_told(&self, words: &str) -> Result<String> {
        self.until(words, async || {
            let told = self.notices("status").await?;
            Ok(told.into_iter().find(|told| told.contains(words)))
        })
        .await
    }

    pub async fn until_no_alert(&self) -> Result<()> {
        self.until("no alert", async || {
            Ok(self.notices("alert").await?.is_empty().then_some(()))
        })
        .await
    }

    /// Gives the page this many CSS pixels.
    pub async fn resize(&self, width: u32, height: u32, mobile: bool) -> Result<()> {
        if self.engine != Engine::Chromium {
            return self.resize_window(width, height).await;
        }
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile,
        });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// The whole window, so that as much is left for the page.
    async fn resize_window(&self, width: u32, height: u32) -> Result<()> {
        let sizes = "return [outerWidth, outerHeight, innerWidth, innerHeight]";
        // A window takes its size a little later, and no engine's becomes as narrow as a phone.
        for _ in 0..20 {
            let sizes = self.js(sizes, json!([])).await?;
            let [wide, high, inner @ ..]: [u32; 4] = serde_json::from_value(sizes)?;
            if inner == [width, height] {
                break;
            }
            let (wide, high) = (wide + width - inner[0], high + height - inner[1]);
            self.driver.set_window_rect(0, 0, wide, high).await?;
            sleep(POLL).await;
        }
        Ok(())
    }

    /// Makes the system's theme "light" or "dark".
    pub async fn set_theme(&self, theme: &str) -> Result<()> {
        self.set_media("prefers-color-scheme", theme).await
    }

    /// Makes what a style sheet may ask of the system so.
    pub async fn set_media(&self, feature: &str, value: &str) -> Result<()> {
        let media = json!({ "features": [{ "name": feature, "value": value }] });
        let cdp = self.driver.cdp();
        cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
        let asked = format!("return matchMedia('({feature}: {value})').matches");
        let is_so = self.js(&asked, json!([])).await?;
        ensure!(is_so == json!(true), "{feature} is not {value}");
        Ok(())
    }
}
