//! The built page in a real browser, through WebDriver: what a visitor sees, reads and does.
//!
//! `make browser` builds the page and runs this. Chromium and chromedriver come from the PATH, or from
//! CHROMIUM and CHROMEDRIVER; the page from HOURGLASS_DIST, its twin for the terminal from
//! HOURGLASS_HEADLESS. Everything is found by its accessible name, so that a test that passes also says that
//! the name is there.

#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod boxes;
mod canvas;
#[path = "../native/common/mod.rs"]
mod common;
mod contrast;
mod controls;
mod engines;
mod everywhere;
mod harness;
mod memory;
mod page;
mod server;

mod comparison;
mod denoising;
mod desk;
mod doing;
mod doors;
mod editing;
mod files;
mod fingers;
mod frames;
mod hands;
mod help;
mod keyboard;
mod lab;
mod languages;
mod layout;
mod learning;
mod lent;
mod lessons;
mod links;
mod listening;
mod lost_trainer;
mod moving;
mod numbers;
mod offline;
mod own;
mod pictures;
mod pointing;
mod prepared;
mod printing;
mod privacy;
mod random_use;
mod resting;
mod scanning;
mod smoothness;
mod sparsity;
mod speed;
mod tabs;
mod taking_back;
mod time;
mod trouble;
mod typed;
mod uses;
mod waist;
