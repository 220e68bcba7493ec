//! A tab and a server of its own for every test.

use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::engines::Engine;
use crate::lent::Browser;
use crate::page::Page;
use crate::server::Server;

/// Runs a test on a fresh server and a browser that holds nothing of the test before, however that ended.
/// A test that passes fails all the same where the browser's console holds an error that it did not foresee.
pub async fn browse(test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    let engine = Engine::chosen()?;
    let server = Server::start(&dist()?, engine != Engine::Chromium).await?;
    let browser = Browser::borrow(engine).await?;
    let driver = browser.driver.clone();
    let test = async {
        let page = Page::new(driver, engine, &server, &browser.running).await?;
        test(&page).await?;
        page.must_have_no_errors().await
    };
    match test.await {
        Ok(()) => browser.give_back(server.hold_port()?).await,
        Err(error) => {
            // What went wrong first is what is told.
            let _ = browser.end().await;
            Err(error)
        }
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
