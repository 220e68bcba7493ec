//! The trainer's thread.

fn main() {
    #[cfg(target_arch = "wasm32")]
    hourglass::worker::serve();
}
