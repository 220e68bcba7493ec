# Hourglass: `make run` shows the page, `make test` checks everything, `make help` lists the rest.
# What it takes to build is installed once, into .tools/, at the versions named here and in tools/package-lock.json.

TRUNK := 0.21.14
# The same in Cargo.toml and Trunk.toml.
WASM_BINDGEN := 0.2.129
GECKODRIVER := 0.37.1
CARGO_DENY := 0.20.2
FONT_TOOLS := fonttools==4.68.0 brotli==1.2.1
DATA_TOOLS := numpy==2.4.6 pillow==13.0.0 zopfli==0.4.3
PORT ?= 8080

export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/npm/node_modules/.bin:$(PATH)
# It would silently replace the SIMD that .cargo/config.toml asks for.
unexport RUSTFLAGS

target := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
originals = $(or $(ORIGINALS),$(error say where the original files are: make $@ ORIGINALS=folder))
say = @printf '== %s\n'
in_browser = HOURGLASS_DIST=$(CURDIR)/dist cargo test --quiet --test browser --
# Tests that measure time.
alone := frames::every_view frames::a_slider smoothness:: learning::a_step_is_taken
# What Firefox must do in `make test`. WebKit does it in three runs of four only: the compiler for WebAssembly of WebKitGTK 2.50
# on x86 lets a loop over five things come to a sixth now and then, with or without SIMD. What every engine does in `make
# browsers`; the rest needs Chromium's protocol, or has not been seen to pass there.
core := everywhere:: keyboard:: numbers::
everywhere := everywhere:: comparison:: editing:: help:: keyboard:: lab:: moving:: numbers:: prepared:: privacy:: sparsity:: speed::
in_firefox := $(everywhere) doing:: lessons:: links:: own:: pointing::

# What the page is made of, folders too: theirs is the time at which a file came or went.
sources := Makefile index.html Trunk.toml Cargo.toml Cargo.lock build.rs tools/style.sh tools/finish.mjs tools/names.mjs tools/alike.mjs tools/minify.mjs tools/minified.mjs tools/digest.mjs tools/offline.mjs tools/compress.mjs $(shell find .cargo src static)
# As new as what is in dist/. If another build took its place, or none is there, the page is built again.
built := $(target)/page-in-dist

.PHONY: run build single programs test format lint unit browser browsers firefox webkit audit bench compare opening data reference mnist fonts tools clean help rust-target chromium missing
.NOTPARALLEL:
.DEFAULT_GOAL := help

run: build .tools/npm/installed ## show the page on this computer, at PORT (8080)
	@node tools/serve.mjs .tools/npm dist $(PORT)

build: $(built) ## build the page into dist/

$(built): $(sources) $(or $(wildcard dist/index.html),missing) | rust-target
	$(say) "building the page"
	@# Side by side: alone, either leaves a core idle at times.
	@$(MAKE) --no-print-directory tools & $(MAKE) --no-print-directory programs; made=$$?; wait $$! && exit $$made
	@$(if $(NO_COLOR),NO_COLOR=true) trunk build --release --offline # Trunk refuses NO_COLOR=1
	@touch $@

single: build ## the page as one file that opens without a server: target/hourglass.html
	@node tools/single.mjs dist $(target)/hourglass.html

programs: rust-target
	@cargo fetch --quiet --locked
	@# Side by side too: Trunk would link one after the other.
	@cargo build --release --offline --target wasm32-unknown-unknown --bin worker & \
		cargo build --profile page --offline --target wasm32-unknown-unknown --bin app --bin desk; made=$$?; wait $$! && exit $$made

test: format lint unit browser ## check everything, the cheap things first

format: rust-target ## check the layout of the source
	$(say) "checking the layout of the source"
	@cargo fmt --check

lint: rust-target ## let clippy read everything, for this computer and for the browser
	$(say) "clippy, for this computer"
	@cargo clippy --quiet --all-targets -- -D warnings
	@cargo clippy --quiet --test browser -- -D warnings
	$(say) "clippy, for the browser"
	@cargo clippy --quiet --target wasm32-unknown-unknown --lib --bins -- -D warnings

unit: rust-target ## run the tests that need no browser
	$(say) "tests"
	@cargo test --quiet

browser: build chromium .tools/npm/installed .tools/geckodriver-$(GECKODRIVER) firefox ## run the built page's tests in real browsers
	$(say) "tests in the browser"
	@$(in_browser) --test-threads=2 $(patsubst %,--skip %,$(alone))
	$(say) "tests in the browser that take the machine's time, one by one"
	@$(in_browser) --test-threads=1 $(alone)
	$(say) "the core of them in Firefox"
	@HOURGLASS_BROWSER=firefox $(in_browser) --test-threads=2 $(core)

browsers: build .tools/npm/installed .tools/geckodriver-$(GECKODRIVER) firefox webkit ## run many of them in Firefox and WebKit
	$(say) "tests in Firefox"
	@HOURGLASS_BROWSER=firefox $(in_browser) --test-threads=2 $(in_firefox)
	$(say) "tests in WebKit"
	@HOURGLASS_BROWSER=webkit $(in_browser) --test-threads=1 $(everywhere)

audit: .tools/cargo-deny-$(CARGO_DENY) .tools/npm/installed ## check licences, sources and known faults of what others wrote
	@tools/audit.sh

bench: tools ## measure the training step, the analyses and the drawing
	$(say) "on this computer"
	@cargo bench --quiet --bench core
	$(say) "as WebAssembly, in Node"
	@tools/bench-wasm.sh

compare: build chromium .tools/npm/installed .tools/compare ## train the same networks with other libraries too, in the same browser
	@node tools/compare/compare.mjs .tools/npm .tools/compare dist

opening: build chromium .tools/npm/installed ## measure how long the page takes to open, and what comes over the wire
	@node tools/opening.mjs .tools/npm dist

data: .tools/python-data ## make static/data again from the original files in ORIGINALS
	@.tools/python-data/bin/python -B tools/data $(originals) static/data

reference: .tools/python-reference ## make tests/native/reference/results.json again with JAX and scikit-learn
	@REFERENCE_INPUTS=$(target)/reference cargo test --quiet --test native -- --ignored reference::
	@.tools/python-reference/bin/python -B tests/native/reference/reference.py $(target)/reference tests/native/reference/results.json

mnist: ## hold PCA to the known errors on the original MNIST files in ORIGINALS
	@MNIST=$(abspath $(originals))/mnist cargo test --quiet --test native -- --ignored --nocapture pca::

fonts: .tools/python-fonts ## make static/fonts again from the originals on npm
	@.tools/python-fonts/bin/python tools/fonts.py

tools: rust-target .tools/trunk-$(TRUNK) .tools/wasm-bindgen-cli-$(WASM_BINDGEN) .tools/npm/installed ## install what the build needs, into .tools/
	@rm -rf .tools/target

clean: ## remove what was built; the tools stay
	@cargo clean
	@rm -rf dist

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Each of these does nothing when the thing is there.

rust-target:
	@tools/install.sh rust-target

chromium:
	@tools/install.sh chromium

.tools/trunk-$(TRUNK):
	@tools/install.sh crate trunk $(TRUNK) trunk "4 to 8 minutes"

.tools/wasm-bindgen-cli-$(WASM_BINDGEN):
	@tools/install.sh crate wasm-bindgen-cli $(WASM_BINDGEN) wasm-bindgen "1 to 4 minutes"

.tools/geckodriver-$(GECKODRIVER):
	@tools/install.sh crate geckodriver $(GECKODRIVER) geckodriver "2 minutes"

.tools/cargo-deny-$(CARGO_DENY):
	@tools/install.sh crate cargo-deny $(CARGO_DENY) cargo-deny "3 to 6 minutes"

firefox webkit:
	@tools/install.sh $@

.tools/npm/installed: tools/package.json tools/package-lock.json
	@tools/install.sh npm

.tools/compare: tools/compare/package.json tools/compare/package-lock.json
	@tools/install.sh compare
	@touch $@

.tools/python-fonts:
	@tools/install.sh python $@ $(FONT_TOOLS)

.tools/python-data:
	@tools/install.sh python $@ $(DATA_TOOLS)

.tools/python-reference:
	@tools/install.sh python $@ -r tests/native/reference/requirements.txt
