//! Results as codes, and those of a class.

use hourglass::handed::{Handed, all_in};
use hourglass::protocol::Point;
use hourglass::random::{Purpose, stream, uniform};

/// A run that falls from one error to another.
fn points(steps: u64, from: f64, to: f64) -> Vec<Point> {
    let point = |step: u64| {
        let held_out = to + (from - to) * (-(step as f64) / 50.0).exp();
        Point {
            step,
            train: 0.9 * held_out,
            held_out,
            pca: 0.05,
            penalty: None,
        }
    };
    (0..=steps).step_by(3).map(point).collect()
}

fn handed(name: &str, to: f64) -> Handed {
    let mut handed = Handed::of(
        name,
        "#v=1&lesson=sparse&lambda=0.02",
        &points(3000, 0.4, to),
    )
    .unwrap();
    handed.answer = Some(1);
    handed.line = vec![(1, 0.1), (2, 0.05)];
    handed
}

#[test]
fn a_code_says_what_was_handed_in() {
    let result = handed("Zoë", 0.02);
    assert!(result.curve.len() <= 25, "{}", result.curve.len());
    assert_eq!((result.curve[0].0, result.steps()), (0, 3000));
    assert!((result.held_out() - 0.02).abs() < 1e-4);
    let code = result.code();
    // It goes into a picture that a phone reads.
    assert!(code.len() < 700, "{}", code.len());
    assert_eq!(Handed::from_code(&code), Some(result));
    assert_eq!(Handed::of("nobody", "#v=1", &points(0, 0.4, 0.1)), None);
}

#[test]
fn a_class_is_read_out_of_whatever_stands_about_the_codes() {
    let all: Vec<Handed> = (0..30)
        .map(|i| handed(&format!("student {i}"), 0.02 + f64::from(i) / 1000.0))
        .collect();
    let mail: String = all
        .iter()
        .enumerate()
        .map(|(i, handed)| format!("> {i}: “{}”,\r\nthanks!\t", handed.code()))
        .collect();
    let twice = format!("{mail}{mail}");
    assert_eq!(all_in(&twice), (all, Vec::new()));
}

/// Any letter changed or lost is noticed; nothing that is no code of ours is taken for one.
#[test]
fn damaged_codes_are_told_and_never_taken() {
    let code = handed("Zoë", 0.02).code();
    let mut rng = stream(1, Purpose::Data);
    for _ in 0..2000 {
        let at = 4 + uniform(&mut rng, 0.0, (code.len() - 4) as f64) as usize;
        let letter = (b'a' + uniform(&mut rng, 0.0, 26.0) as u8) as char;
        let mut damaged = code.clone();
        damaged.replace_range(at..=at, &letter.to_string());
        if damaged != code {
            let (known, told) = all_in(&damaged);
            // The last letter holds bits that say nothing.
            let is_same = known
                .first()
                .is_some_and(|known| *known == handed("Zoë", 0.02));
            assert!(
                known.is_empty() && told.len() == 1 || is_same && at + 1 == code.len(),
                "{at}"
            );
        }
        assert_eq!(all_in(&code[..at]).0, []);
    }
    assert_eq!(all_in("HG1- HG1-AAAA HG1-ééé").0, []);
}

/// Codes side by side, as a photo of some phones shows them: larger and smaller, grey on grey, with noise.
#[test]
fn codes_are_scanned_from_an_image() {
    let codes = [("Ada", 0.02), ("Grace", 0.03)].map(|(name, to)| handed(name, to).code());
    let (width, height) = (1400_usize, 700_usize);
    let mut levels = vec![190_u8; width * height];
    for (at, code) in codes.iter().enumerate() {
        let qr = qrcodegen::QrCode::encode_text(code, qrcodegen::QrCodeEcc::Medium).unwrap();
        let (pixels, left, top) = [(6, 60, 50), (5, 780, 90)][at];
        let side = qr.size() as usize;
        assert!(
            left + pixels * side < width && top + pixels * side < height,
            "{side}"
        );
        for y in 0..pixels * side {
            for x in 0..pixels * side {
                if qr.get_module((x / pixels) as i32, (y / pixels) as i32) {
                    levels[(top + y) * width + left + x] = 60;
                }
            }
        }
    }
    for (at, level) in levels.iter_mut().enumerate() {
        *level = level.saturating_add((at * 7919 % 23) as u8);
    }
    let mut found = hourglass::import::scanned(&levels, width);
    found.sort();
    let mut wanted = codes.to_vec();
    wanted.sort();
    assert_eq!(found, wanted);
    let (read, damaged) = all_in(&found.join("\n"));
    assert_eq!((read.len(), damaged.len()), (2, 0));
    assert!(hourglass::import::scanned(&[0; 10], 0).is_empty());
    assert!(hourglass::import::scanned(&[], 5).is_empty());
    assert!(hourglass::import::scanned(&[9; 12], 4).is_empty());
}

/// A code that leads away from the page is no result of it.
#[test]
fn a_link_to_elsewhere_is_damage() {
    for link in [
        "https://example.com/#v=1",
        "javascript:alert(1)",
        "//example.com",
    ] {
        let away = Handed::of("x", link, &points(300, 0.4, 0.1)).unwrap();
        assert_eq!(Handed::from_code(&away.code()), None, "{link}");
        assert_eq!(all_in(&away.code()).0, []);
    }
}
