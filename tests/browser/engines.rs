//! The browsers' engines, each by its own WebDriver.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::Capabilities;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

const CHROMIUM_FLAGS: [&str; 9] = [
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

/// Where Debian keeps WebKit's bare browser, below the folder of the machine's libraries.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The one that HOURGLASS_BROWSER names, or else Chromium.
    pub fn chosen() -> Result<Self> {
        match env::var("HOURGLASS_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => bail!("HOURGLASS_BROWSER is chromium, firefox or webkit, not {other}"),
        }
    }

    pub fn capabilities(self) -> Result<Capabilities> {
        match self {
            Self::Chromium => {
                let mut chromium = DesiredCapabilities::chrome();
                chromium.set_binary(&program("CHROMIUM", "chromium")?.to_string_lossy())?;
                for flag in CHROMIUM_FLAGS {
                    chromium.add_arg(flag)?;
                }
                chromium.set_browser_log_level(LoggingPrefsLogLevel::Severe)?;
                Ok(chromium.into())
            }
            Self::Firefox => {
                let mut firefox = Capabilities::new();
                // Debian has the one, Ubuntu the other.
                let binary =
                    program("FIREFOX", "firefox-esr").or_else(|_| program("FIREFOX", "firefox"))?;
                firefox.set("browserName", "firefox")?;
                firefox.set(
                    "moz:firefoxOptions",
                    json!({ "binary": binary, "args": ["-headless", "--width=1440", "--height=990"] }),
                )?;
                Ok(firefox)
            }
            Self::WebKit => {
                let mut webkit = Capabilities::new();
                let options = json!({ "binary": mini_browser()?, "args": ["--automation"] });
                webkit.set("webkitgtk:browserOptions", options)?;
                Ok(webkit)
            }
        }
    }
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

fn mini_browser() -> Result<PathBuf> {
    let folders = Path::new("/usr/lib").read_dir()?.flatten();
    let found = folders
        .map(|folder| folder.path().join(MINI_BROWSER))
        .find(|path| path.is_file());
    found.context("WebKit's MiniBrowser is missing: install webkit2gtk-driver")
}

/// A program that speaks WebDriver on a port of its own, and what it needs; all die with this value.
pub struct Driver {
    processes: Vec<Child>,
    port: u16,
}

impl Driver {
    pub async fn start(engine: Engine) -> Result<Self> {
        let mut driver = Self {
            processes: Vec::new(),
            port: 0,
        };
        let mut command = match engine {
            Engine::Chromium => kept(&program("CHROMEDRIVER", "chromedriver")?),
            Engine::Firefox => kept(&program("GECKODRIVER", "geckodriver")?),
            Engine::WebKit => {
                let display = driver.start_screen()?;
                let mut command = kept(&program("WEBKITDRIVER", "WebKitWebDriver")?);
                command
                    .env("DISPLAY", display)
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                // It takes none by itself, as the others do; theirs nobody can take before them.
                driver.port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
                command
            }
        };
        let mut process = command
            .arg(format!("--port={}", driver.port))
            .stdout(match engine {
                Engine::WebKit => Stdio::null(),
                Engine::Chromium | Engine::Firefox => Stdio::piped(),
            })
            .spawn()
            .with_context(|| format!("the driver of {engine:?} did not start"))?;
        let said = process.stdout.take();
        driver.processes.push(process);
        match said {
            Some(said) => driver.port = port_said(said)?,
            None => driver.until_it_listens().await?,
        }
        Ok(driver)
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Neither the browser nor its driver runs for so long, as on a machine that is asleep.
    pub async fn sleep(&self, time: Duration) -> Result<()> {
        let driver = self.processes.last().context("no driver")?;
        // Every shell knows the word; the program of that name is not on every machine.
        let signal = |name: &str| {
            let word = format!("kill -s {name} -- -{}", driver.id());
            let sent = Command::new("sh").args(["-c", &word]).status()?;
            ensure!(sent.success(), "{name} did not reach the browser");
            Ok(())
        };
        signal("STOP")?;
        tokio::time::sleep(time).await;
        signal("CONT")
    }

    async fn until_it_listens(&self) -> Result<()> {
        for _ in 0..200 {
            if std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the browser's driver does not listen")
    }

    /// A screen that nobody sees, for a browser that needs one; the name of its display.
    fn start_screen(&mut self) -> Result<String> {
        let mut screen = kept(&program("XVFB", "Xvfb")?)
            .args(["-displayfd", "1", "-screen", "0", "1800x1300x24"])
            .stdout(Stdio::piped())
            .spawn()
            .context("Xvfb did not start")?;
        let said = screen.stdout.take().map(BufReader::new);
        self.processes.push(screen);
        let mut number = String::new();
        said.context("Xvfb says nothing")?.read_line(&mut number)?;
        Ok(format!(":{}", number.trim()))
    }
}

/// Runs a program and ends it with all that it started, and what they left on the disk, when nobody holds its input
/// any more: however this process ends, no browser stays behind.
const KEEPER: &str = r#"export TMPDIR="$(mktemp -d)"
    "$@" < /dev/null & exec > /dev/null
    trap : TERM; read -r _; kill -s TERM 0; wait
    until rm -rf "$TMPDIR"; do sleep 0.1; done"#;

/// A program in the hands of its keeper, which takes its arguments. It and its browser are of one group.
fn kept(program: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", KEEPER, "keeper"]).arg(program);
    command.stdin(Stdio::piped()).stderr(Stdio::null());
    command.process_group(0);
    command
}

/// The port that a driver says it listens on. What it says later is read too, so that it never waits to be heard.
fn port_said(said: ChildStdout) -> Result<u16> {
    let mut lines = BufReader::new(said).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let listens = line.contains("successfully on port") || line.contains("Listening on");
        let digits = line.trim_end_matches('.').rsplit([' ', ':']).next()?;
        listens.then(|| digits.parse().ok())?
    });
    std::thread::spawn(move || lines.for_each(drop));
    port.context("the browser's driver ended before it listened")
}

impl Drop for Driver {
    fn drop(&mut self) {
        // What was started last goes first. To wait is to let go of what a keeper listens to.
        for process in self.processes.iter_mut().rev() {
            let _ = process.wait();
        }
    }
}
