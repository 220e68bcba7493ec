//! The built page on a plain file server, in a folder below the root, as a lecturer would put it somewhere. It keeps
//! count of what was asked for, and can break on demand.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Router, serve};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use hourglass::protocol::VERSION;

use crate::memory::cramped;

const FOLDER: &str = "/courses/2026/hourglass";
/// Nothing from another host and nothing within the page, and a report here of every attempt.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; report-uri /violations";

/// What listens in the page for the tests.
pub const COLLECTOR: &str = include_str!("collector.js");

/// What can be wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// The server answers 404.
    Missing,
    /// Only the first half of it arrives.
    Torn,
    /// It is sent as plain text.
    Mistyped,
    /// It is a script that never ends.
    Endless,
    /// It is a program whose memory cannot grow by more than a megabyte.
    Cramped,
    /// It is a program of another version of the page.
    OfAnotherVersion,
}

#[derive(Default)]
struct Record {
    faults: Vec<(&'static str, Fault)>,
    /// Whether the policy is left off, and every other page may read the files.
    is_open: bool,
    /// Whether nothing is answered any more.
    is_down: bool,
    /// Whether the collector comes with the page.
    collects: bool,
    /// Whether the service worker is of a later version of the page.
    is_newer: bool,
    answers: Vec<(String, StatusCode)>,
    /// Bytes that went out, without headers.
    bytes: u64,
    violations: Vec<String>,
}

type Shared = Arc<Mutex<Record>>;

pub struct Server {
    address: String,
    port: std::net::TcpListener,
    record: Shared,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(dist: &Path, collects: bool) -> Result<Self> {
        let record = Shared::default();
        lock(&record).collects = collects;
        let files = Router::new()
            .nest_service(
                FOLDER,
                ServeDir::new(dist).precompressed_br().precompressed_gzip(),
            )
            .route("/violations", post(violated).with_state(record.clone()))
            .layer(from_fn_with_state(record.clone(), answer));
        let port = std::net::TcpListener::bind("127.0.0.1:0")?;
        port.set_nonblocking(true)?;
        let address = format!("http://{}{FOLDER}/", port.local_addr()?);
        let listener = TcpListener::from_std(port.try_clone()?)?;
        let task = tokio::spawn(async move {
            // It serves until the task is ended.
            let _ = serve(listener, files).await;
        });
        Ok(Self {
            address,
            port,
            record,
            task,
        })
    }

    /// The page's address, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// While this is held, the port is nobody's, even when the server has gone.
    pub fn hold_port(&self) -> Result<std::net::TcpListener> {
        Ok(self.port.try_clone()?)
    }

    /// From now on this file of the page, such as "data/digits.bin", is faulty.
    pub fn spoil(&self, file: &'static str, fault: Fault) {
        lock(&self.record).faults.push((file, fault));
    }

    /// All files are sound again.
    pub fn mend(&self) {
        lock(&self.record).faults.clear();
    }

    /// From now on there is no policy, and any page may read the files.
    pub fn open_to_all(&self) {
        lock(&self.record).is_open = true;
    }

    /// From now on there is no file at all.
    pub fn stop(&self) {
        lock(&self.record).is_down = true;
    }

    /// From now on the page is of a later version.
    pub fn renew(&self) {
        lock(&self.record).is_newer = true;
    }

    /// Everything that the policy stopped.
    pub fn violations(&self) -> Vec<String> {
        lock(&self.record).violations.clone()
    }

    /// The files that were asked for, from the page's folder on, and what the answer was.
    pub fn answers(&self) -> Vec<(String, StatusCode)> {
        lock(&self.record).answers.clone()
    }

    /// What all answers weighed, in bytes without headers.
    pub fn bytes(&self) -> u64 {
        lock(&self.record).bytes
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(record: &Shared) -> MutexGuard<'_, Record> {
    record.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn violated(State(record): State<Shared>, report: String) {
    lock(&record).violations.push(report);
}

async fn answer(State(record): State<Shared>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let file = path
        .strip_prefix(FOLDER)
        .map_or(path.as_str(), |file| file.trim_start_matches('/'))
        .to_owned();
    let (fault, is_open, is_newer, collects) = {
        let record = lock(&record);
        let fault = record.faults.iter().find(|(faulty, _)| *faulty == file);
        let fault = match record.is_down {
            true => Some(Fault::Missing),
            false => fault.map(|&(_, fault)| fault),
        };
        (fault, record.is_open, record.is_newer, record.collects)
    };
    if collects && file == "collector.js" {
        return ([(header::CONTENT_TYPE, "text/javascript")], COLLECTOR).into_response();
    }
    let is_renewed = is_newer && file == "service-worker.js";
    let is_listened_to = collects && matches!(file.as_str(), "" | "index.html");
    let is_rewritten = matches!(fault, Some(Fault::Cramped | Fault::OfAnotherVersion));
    if is_renewed || is_listened_to || is_rewritten {
        // Uncompressed, so that it can be changed.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let mut response = match fault {
        None => next.run(request).await,
        Some(Fault::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Fault::Torn) => torn(next.run(request).await).await,
        Some(Fault::Mistyped) => mistyped(next.run(request).await),
        Some(Fault::Endless) => {
            ([(header::CONTENT_TYPE, "text/javascript")], "for (;;);").into_response()
        }
        Some(Fault::Cramped) => rewritten(next.run(request).await, cramped).await,
        Some(Fault::OfAnotherVersion) => rewritten(next.run(request).await, renamed).await,
    };
    if is_renewed {
        let newer = ("VERSION = \"", "VERSION = \"newer ");
        response = changed(response, newer, "text/javascript").await;
    } else if is_listened_to {
        let listening = ("<head>", "<head><script src=\"collector.js\"></script>");
        response = changed(response, listening, "text/html").await;
    }
    let headers = response.headers_mut();
    // A file that was faulty is asked for again.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let (name, value) = match is_open {
        true => (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        false => (header::CONTENT_SECURITY_POLICY, POLICY),
    };
    headers.insert(name, HeaderValue::from_static(value));
    let length = response.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let mut record = lock(&record);
    record.bytes += length.unwrap_or(0);
    record.answers.push((file, response.status()));
    drop(record);
    response
}

/// The same text, but for one part of it.
async fn changed(response: Response, (from, to): (&str, &str), kind: &'static str) -> Response {
    match to_bytes(response.into_body(), usize::MAX).await {
        Ok(bytes) => {
            let text = String::from_utf8_lossy(&bytes).replace(from, to);
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// The same program, but for what `rewrite` does to it.
async fn rewritten(response: Response, rewrite: fn(&[u8]) -> Result<Vec<u8>>) -> Response {
    let program = to_bytes(response.into_body(), usize::MAX).await;
    match program
        .map_err(anyhow::Error::from)
        .and_then(|bytes| rewrite(&bytes))
    {
        Ok(program) => ([(header::CONTENT_TYPE, "application/wasm")], program).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Another build's name where this one's is.
fn renamed(program: &[u8]) -> Result<Vec<u8>> {
    let name = VERSION.as_bytes();
    let mut windows = program.windows(name.len());
    let at = windows.position(|window| window == name);
    let at = at.context("the program has no name")?;
    let mut renamed = program.to_vec();
    renamed[at..at + name.len()].fill(b'0');
    Ok(renamed)
}

fn mistyped(mut response: Response) -> Response {
    let plain = HeaderValue::from_static("text/plain");
    response.headers_mut().insert(header::CONTENT_TYPE, plain);
    response
}

/// The first half of an answer, as if it were the whole.
async fn torn(response: Response) -> Response {
    match to_bytes(response.into_body(), usize::MAX).await {
        Ok(bytes) => Body::from(bytes.slice(..bytes.len() / 2)).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
