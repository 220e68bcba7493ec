//! Browsers that are lent to one test after another: a start costs more than most tests. Whoever borrows one finds a
//! new tab in it and nothing of the tests before, whose pages were of other origins; where a test fails, its browser
//! goes with it.

use std::net::TcpListener;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::WebDriver;

use crate::engines::{Driver, Engine};
use crate::harness::browse;

/// What WebDriver itself allows a script.
const SCRIPT_TIMEOUT: Duration = Duration::from_secs(30);

static AT_REST: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser and what drives it. The tests of one run ask for one engine only.
pub struct Browser {
    pub driver: WebDriver,
    pub running: Driver,
    /// The ports of the servers that it knows. While they are held, no later page is of an origin that it has seen.
    ports: Vec<TcpListener>,
}

impl Browser {
    /// One that rests, or else a new one.
    pub async fn borrow(engine: Engine) -> Result<Self> {
        let rested = at_rest().pop();
        match rested {
            Some(browser) => Ok(browser),
            None => Self::start(engine).await,
        }
    }

    async fn start(engine: Engine) -> Result<Self> {
        let running = Driver::start(engine).await?;
        // Every test has a runtime of its own, which a connection that is kept would not outlive.
        let client = reqwest::Client::builder()
            .pool_max_idle_per_host(0)
            .timeout(Duration::from_secs(180))
            .build()?;
        // Each session has a new profile, which goes with it.
        let driver = WebDriver::builder(running.address(), engine.capabilities()?)
            .client(client)
            .await
            .with_context(|| format!("{engine:?} did not start"))?;
        Ok(Self {
            driver,
            running,
            ports: Vec::new(),
        })
    }

    /// Gives it to the next, unless it cannot be cleared.
    pub async fn give_back(mut self, port: TcpListener) -> Result<()> {
        if self.clear().await.is_err() {
            return self.end().await;
        }
        self.ports.push(port);
        at_rest().push(self);
        Ok(())
    }

    pub async fn end(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// Leaves one tab, which is new.
    async fn clear(&self) -> Result<()> {
        let driver = &self.driver;
        let old = driver.windows().await?;
        let new = driver.new_tab().await?;
        for window in old {
            driver.switch_to_window(window).await?;
            driver.close_window().await?;
        }
        driver.switch_to_window(new).await?;
        Ok(driver.set_script_timeout(SCRIPT_TIMEOUT).await?)
    }
}

fn at_rest() -> MutexGuard<'static, Vec<Browser>> {
    AT_REST.lock().unwrap_or_else(PoisonError::into_inner)
}

#[tokio::test]
async fn who_borrows_a_browser_finds_nothing_of_the_one_before() -> Result<()> {
    browse(async |page| {
        page.open("#lesson=pca").await?;
        page.js("localStorage.setItem('left', 'behind')", json!([]))
            .await?;
        page.resize(390, 844, true).await?;
        page.driver.new_tab().await?;
        Ok(())
    })
    .await?;
    browse(async |page| {
        page.open("").await?;
        let windows = page.driver.windows().await?.len();
        ensure!(windows == 1, "{windows} windows");
        let kept = page.js("return localStorage.getItem('left')", json!([]));
        ensure!(kept.await?.is_null(), "the device remembers another test");
        let visible = page.js("return document.visibilityState", json!([]));
        ensure!(visible.await? == json!("visible"));
        Ok(())
    })
    .await
}
