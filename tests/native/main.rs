//! What must be true of any correct program, without a browser: a file per topic, and folders for the lessons'
//! promises (`claims`), the numbers of other programs (`reference`) and the house itself (`structure`).
//!
//! One program, so that it is compiled once and its tests share the machine's cores.

#![allow(clippy::unwrap_used)]

mod activations;
mod aloud;
mod analysis;
mod animation;
mod atoms;
mod autoencoder;
mod axes;
mod captions;
mod claims;
mod colours;
mod common;
mod comparison;
mod constraints;
mod corruption;
mod data;
mod data_files;
mod desk;
mod doing_lessons;
mod editing;
mod error_chart;
mod export;
mod faces;
mod field;
mod fuzz;
mod going_on;
mod gradients;
mod handed;
mod headless;
mod import;
mod keys;
mod lab;
mod languages;
mod lessons;
mod levels;
mod link;
mod link_random;
mod link_sent;
mod lost_trainer;
mod memory;
mod moving;
mod multiples;
mod network_plot;
mod network_view;
mod normals;
mod numbers;
mod objective;
mod paces;
mod pca;
mod plot;
mod prepared;
mod product;
mod program;
mod progress;
mod random_use;
mod real_data;
mod reference;
mod settings;
mod slices;
mod slow_motion;
mod spoil;
mod stage_controls;
mod structure;
mod tables;
mod time;
mod trade;
mod training;
mod trouble;
mod tuning;
mod uses;
mod views;
mod watched;
