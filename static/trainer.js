// Starts the trainer's thread. The page names this file with its own build in the query string, and so on down to the
// program: a cache may be stale for a name, but never serves one build's trainer to another build's page. Where a page may
// start no worker from its own host, it says in `hourglass` where everything is.
const { base, build } = self.hourglass ?? { base: './', build: self.location.search };
importScripts(`${base}worker.js${build}`);
// A trainer that cannot start is an error of the worker, so that the page hears of it.
wasm_bindgen({ module_or_path: `${base}worker_bg.wasm${build}` }).catch(reportError);
