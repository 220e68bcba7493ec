//! A shared link, trained in the terminal: one JSON object per line.

#[cfg(not(target_arch = "wasm32"))]
mod arguments;
#[cfg(not(target_arch = "wasm32"))]
mod training;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let arguments = match arguments::arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("headless: {error}\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    let (link, complaints) = hourglass::link::read(&arguments.link);
    for complaint in &complaints {
        eprintln!("{complaint}");
    }
    if arguments.strict && !complaints.is_empty() {
        return ExitCode::from(2);
    }
    match training::run(&arguments, link) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// There is no terminal in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
