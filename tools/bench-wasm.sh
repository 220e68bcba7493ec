#!/usr/bin/env bash
# Runs benches/core as WebAssembly, in Node, the way the page's trainer is built.
set -euo pipefail
target=${CARGO_TARGET_DIR:-target}
cargo bench --quiet --bench core --target wasm32-unknown-unknown --no-run
program=$(ls -t "$target"/wasm32-unknown-unknown/release/deps/core-*.wasm | head -n 1)
out=$target/bench-wasm
wasm-bindgen --target nodejs --out-dir "$out" --out-name core "$program"
wasm-opt -O3 "$out/core_bg.wasm" -o "$out/core_bg.wasm"
node "$out/core.js"
