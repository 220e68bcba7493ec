//! A browser of its own for every test.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{ChromeCapabilities, DesiredCapabilities, WebDriver, WebDriverRunError};

use crate::page::Page;
use crate::server::Server;

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,900",
];

/// Runs a test on a fresh server, a fresh chromedriver and a fresh profile, and ends them all however the test ends.
/// A test that passes fails all the same where the browser's console holds an error that it did not foresee.
pub async fn browse(test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let server = Server::start(&dist()?).await?;
    let chromedriver = Chromedriver::start()?;
    // chromedriver makes a new profile folder for each session, and removes it.
    let driver = WebDriver::builder(chromedriver.address(), capabilities()?)
        .request_timeout(Duration::from_secs(180))
        .await
        .context("Chromium did not start")?;
    let outcome = driver
        .run_and_quit(async |driver| {
            let page = Page::new(driver, &server).await?;
            test(&page).await?;
            page.must_have_no_errors().await
        })
        .await;
    match outcome {
        Ok(()) => Ok(()),
        Err(WebDriverRunError::Body(error)) => Err(error),
        Err(error) => Err(anyhow!("{error}")),
    }
}

/// Prints a measured figure even where the test passes and its output is swallowed.
pub fn figure(text: &str) {
    let _ = writeln!(std::io::stderr(), "\n  {text}");
}

/// The folder of the built page.
pub fn dist() -> Result<PathBuf> {
    let folder = env::var_os("HOURGLASS_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    );
    if !folder.join("index.html").is_file() {
        bail!(
            "there is no built page in {}: `make build` makes it",
            folder.display()
        );
    }
    Ok(folder)
}

/// The program that trains a link in the terminal.
pub fn headless() -> Result<PathBuf> {
    let cargos = option_env!("CARGO_BIN_EXE_headless").map(OsString::from);
    env::var_os("HOURGLASS_HEADLESS")
        .or(cargos)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
        .context("the program for the terminal is missing: `cargo build --release --bin headless` makes it, HOURGLASS_HEADLESS names it")
}

/// A program by its variable, or else by its name on the PATH.
fn program(variable: &str, name: &str) -> Result<PathBuf> {
    let wanted = env::var_os(variable).unwrap_or_else(|| name.into());
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders)
        .map(|folder| folder.join(&wanted))
        .find(|path| path.is_file())
        .with_context(|| {
            format!(
                "{} is missing: install it, or name it in {variable}",
                wanted.display()
            )
        })
}

fn capabilities() -> Result<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&program("CHROMIUM", "chromium")?.to_string_lossy())?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::Severe)?;
    Ok(capabilities)
}

/// A chromedriver on a port of its own choice; it dies with this value.
struct Chromedriver {
    process: Child,
    port: u16,
    /// Kept open: a closed one would kill the driver at its next word.
    _said: BufReader<ChildStdout>,
}

impl Chromedriver {
    fn start() -> Result<Self> {
        let mut process = Command::new(program("CHROMEDRIVER", "chromedriver")?)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver did not start")?;
        let said = process.stdout.take().map(BufReader::new);
        let mut said = said.context("chromedriver says nothing")?;
        let port = announced_port(&mut said);
        let mut driver = Self {
            process,
            port: 0,
            _said: said,
        };
        driver.port = port?;
        Ok(driver)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port in "ChromeDriver was started successfully on port 40001."
fn announced_port(said: &mut impl BufRead) -> Result<u16> {
    let mut line = String::new();
    while said.read_line(&mut line)? > 0 {
        // Before it, one line repeats the port that was asked for, which is 0.
        let port = line.trim_end_matches(['.', '\n']).rsplit("on port ").next();
        match port.and_then(|port| port.parse().ok()) {
            None | Some(0) => {}
            Some(port) => return Ok(port),
        }
        line.clear();
    }
    bail!("chromedriver ended before it named its port")
}
