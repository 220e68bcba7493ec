//! What a run takes in memory stays what it is.

use allocation_counter::measure;
use hourglass::engine::Engine;
use hourglass::protocol::View;

use crate::common::{engine, snapshot, start, train};

/// So many requests of so many steps: 10⁵ steps in all.
const REQUESTS: usize = 1000;
const STEPS: u32 = 100;

/// The step that is reached.
fn go_on(engine: &mut Engine, requests: usize) -> u64 {
    let steps = (0..requests).map(|_| snapshot(train(engine, STEPS, View::default())).step);
    steps.last().unwrap_or(0)
}

/// Moments to go back to are kept, thinned out as the run goes on.
#[test]
fn memory_is_flat_over_a_hundred_thousand_steps() {
    let mut engine = engine();
    start(&mut engine, "#data=circle&n=20&hidden=4&k=1&batch=8");
    go_on(&mut engine, REQUESTS / 2);
    let mut reached = 0;
    let grown = measure(|| reached = go_on(&mut engine, REQUESTS / 2)).bytes_current;
    assert_eq!(reached, 100_000);
    println!("{grown} bytes more after the second half");
    assert!(grown < 50_000, "{grown} bytes");
}
