#!/usr/bin/env bash
# Puts one thing that the build needs in its place, into .tools where it can. The Makefile calls this and keeps the versions.
#   install.sh rust-target | crate NAME VERSION PROGRAM TIME | npm | compare | python FOLDER NAME==VERSION ... | chromium | firefox | webkit
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s, once\n' "$*"; }
apt() { $([ "$(id -u)" = 0 ] || echo sudo) env DEBIAN_FRONTEND=noninteractive apt-get -qq "$@" >/dev/null; }
need() { # command, what to do about it
  command -v "$1" >/dev/null || { printf 'hourglass: %s is missing: %s\n' "$1" "$2" >&2; exit 1; }
}

case ${1:-} in
rust-target)
  need cargo "install Rust from https://rustup.rs"
  [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ] && exit
  need rustup "this Rust cannot compile for the browser; add its wasm32-unknown-unknown target, or install Rust from https://rustup.rs"
  say "adding Rust's target for the browser, a few seconds"
  rustup target add wasm32-unknown-unknown
  ;;
crate)
  need cargo "install Rust from https://rustup.rs"
  mkdir -p .tools/bin
  if [ "$("$4" --version 2>/dev/null)" = "$4 $3" ]; then
    say "taking this computer's own $4 $3"
    [ "$(command -v "$4")" -ef ".tools/bin/$4" ] || cp "$(command -v "$4")" .tools/bin/
  else
    say "building $2 $3, $5"
    # Tools that run for seconds: optimising them takes minutes and saves two seconds a build. Nor need they reach the network.
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=0 \
      cargo install --locked --no-default-features --root .tools --target-dir .tools/target "$2" --version "$3"
  fi
  rm -rf .tools/"$2"-*
  touch .tools/"$2-$3"
  ;;
npm)
  need node "install Node.js 20 or newer, from your system or https://nodejs.org"
  need npm "install it, from where Node.js came"
  say "fetching wasm-opt, esbuild, the static server and axe from npm, a few seconds"
  mkdir -p .tools/npm
  cp tools/package.json tools/package-lock.json .tools/npm/
  (cd .tools/npm && npm ci --no-audit --no-fund --loglevel=error)
  touch .tools/npm/installed
  ;;
compare)
  need npm "install it, from where Node.js came"
  say "fetching TensorFlow.js and ConvNetJS from npm, half a minute"
  mkdir -p .tools/compare
  cp tools/compare/package.json tools/compare/package-lock.json .tools/compare/
  (cd .tools/compare && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  ;;
python)
  need python3 "install Python 3, with its venv module"
  say "fetching ${*:3} from PyPI, a minute at most"
  trap 'rm -rf "$2"' ERR
  python3 -m venv "$2"
  "$2"/bin/pip install --quiet --disable-pip-version-check "${@:3}"
  ;;
chromium)
  command -v "${CHROMIUM:-chromium}" >/dev/null && command -v "${CHROMEDRIVER:-chromedriver}" >/dev/null && exit
  need apt-get "install Chromium and its chromedriver, or name them in CHROMIUM and CHROMEDRIVER"
  say "installing Chromium and its driver from the system's packages, a minute"
  apt update
  apt install -y --no-install-recommends chromium chromium-driver ||
    apt install -y --no-install-recommends chromium-browser chromium-chromedriver
  ;;
firefox)
  { command -v "${FIREFOX:-firefox-esr}" || command -v firefox; } >/dev/null && exit
  need apt-get "install Firefox, or name it in FIREFOX"
  say "installing Firefox from the system's packages, a minute"
  apt update
  apt install -y --no-install-recommends firefox-esr || apt install -y --no-install-recommends firefox
  ;;
webkit)
  command -v WebKitWebDriver >/dev/null && command -v Xvfb >/dev/null && exit
  need apt-get "install WebKitGTK's driver and Xvfb"
  say "installing WebKit from the system's packages, a minute"
  apt update
  apt install -y --no-install-recommends webkit2gtk-driver xvfb
  ;;
*)
  sed -n 3p "$0" >&2
  exit 2
  ;;
esac
