//! How something is timed and told.

use std::hint::black_box;

use hourglass::random::{Purpose, stream, uniform};
use ndarray::Array2;

#[cfg(not(target_arch = "wasm32"))]
pub fn now_ms() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGUN.elapsed().as_secs_f64() * 1000.0
}

#[cfg(target_arch = "wasm32")]
pub fn now_ms() -> f64 {
    use wasm_bindgen::JsCast;
    let global = js_sys::global();
    let clock = js_sys::Reflect::get(&global, &"performance".into()).unwrap();
    clock.unchecked_into::<web_sys::Performance>().now()
}

pub fn say(line: &str) {
    #[cfg(target_arch = "wasm32")]
    web_sys::console::log_1(&line.into());
    #[cfg(not(target_arch = "wasm32"))]
    println!("{line}");
}

/// Times `work`; `per` says of how many of `what` one call consists.
pub fn measure<T>(name: &str, calls: usize, (per, what): (f64, &str), mut work: impl FnMut() -> T) {
    black_box(work());
    let mut times: Vec<f64> = (0..calls)
        .map(|_| {
            let begun = now_ms();
            black_box(work());
            now_ms() - begun
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (least, median) = (times[0], times[times.len() / 2]);
    let rate = 1000.0 * per / least;
    say(&format!(
        "{name:<44} {least:9.3} ms  median {median:9.3}  {rate:12.0} {what}/s"
    ));
}

pub fn noise(n: usize, d: usize) -> Array2<f32> {
    let mut rng = stream(0, Purpose::Data);
    Array2::from_shape_simple_fn((n, d), || uniform(&mut rng, 0.0, 1.0) as f32)
}
