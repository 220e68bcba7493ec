//! What the trainer and the drawing spend their time on. `make bench` runs this on the computer and
//! as WebAssembly; it prints the least and the median of several runs.

#![allow(clippy::unwrap_used)]

mod measure;
mod showing;
mod training;
mod watched;

fn main() {
    training::training_steps();
    training::products();
    training::updates();
    watched::share();
    showing::pca();
    showing::findings();
    showing::snapshots();
    showing::drawing();
}
