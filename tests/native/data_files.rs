//! Files of samples: read as they were written, and an error where they were not.

use crate::common::file;
use hourglass::data::{FileFault, read_file};
use hourglass::protocol::Failure;
use hourglass::random::{Purpose, stream, uniform};
use hourglass::session::explain;
use hourglass::settings::{DataSet, Settings};
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;

/// The checksum of the stream catches it, or the format does.
#[test]
fn a_damaged_file_is_an_error_and_no_panic() {
    for (path, cases) in [
        ("data/digits.bin", 400),
        ("data/fashion.bin", 100),
        ("data/ecg.bin", 100),
    ] {
        let whole = file(path);
        let mut rng = stream(1, Purpose::Data);
        for _ in 0..cases {
            let at = uniform(&mut rng, 0.0, whole.len() as f64) as usize;
            assert!(read_file(&whole[..at]).is_err(), "{path}: {at} bytes");
            let mut damaged = whole.to_vec();
            damaged[at] ^= uniform(&mut rng, 1.0, 256.0) as u8;
            assert!(read_file(&damaged).is_err(), "{path}: byte {at}");
        }
    }
}

/// Contents that a stream carries unharmed, but that are not what was written: an error, or samples
/// that fit each other.
#[test]
fn changed_contents_are_an_error_or_whole_samples() {
    for (path, cases) in [("data/digits.bin", 300), ("data/fashion.bin", 40)] {
        let whole = decompress_to_vec_zlib(file(path)).unwrap();
        let mut rng = stream(2, Purpose::Data);
        let mut errors = 0;
        for case in 0..cases {
            let mut changed = whole.clone();
            // The header, the labels, anything, the end.
            let reach = [21, 2000, whole.len(), 0][case % 4];
            if reach > 0 {
                let at = uniform(&mut rng, 0.0, reach as f64) as usize;
                changed[at] ^= uniform(&mut rng, 1.0, 256.0) as u8;
            } else {
                changed.truncate(uniform(&mut rng, 0.0, whole.len() as f64) as usize);
            }
            match read_file(&stored(&changed)) {
                Err(_) => errors += 1,
                Ok(samples) => {
                    let wanted = (samples.labels.len(), samples.width * samples.height);
                    assert_eq!(samples.x.dim(), wanted);
                    assert!(samples.labels.iter().all(|&label| label < changed[7]));
                }
            }
        }
        println!("{path}: {errors} of {cases} are errors");
        assert!(errors > cases / 3 && errors < cases);
    }
}

/// Contents as a file carries them.
fn stored(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec_zlib(bytes, 0)
}

/// Two samples of 3 × 1, the second filtered as its levels' differences.
fn small() -> Vec<u8> {
    let mut bytes = b"HGI2".to_vec();
    bytes.extend([3, 1, 10, 2]);
    bytes.extend(2_u32.to_le_bytes());
    bytes.extend((-1.0_f32).to_le_bytes());
    bytes.extend(1.0_f32.to_le_bytes());
    bytes.extend([1, 0, 1, 5, 0, 0, 0, 10, 1]);
    bytes
}

#[test]
fn levels_are_what_their_neighbours_predict_and_the_rest() {
    let file = read_file(&stored(&small())).unwrap();
    assert_eq!(file.labels, [0, 1]);
    let wanted = [[0.0, 0.0, 0.0], [-1.0, 1.0, -1.0]];
    for (row, wanted) in file.x.rows().into_iter().zip(wanted) {
        assert!(
            row.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-6),
            "{row}"
        );
    }
}

/// Three samples of 2 × 1: levels 3 8, 5 8 and 2 9, of classes 1, 0 and 1.
#[test]
fn levels_stand_in_the_order_of_class_and_neighbours() {
    let mut bytes = b"HGI2".to_vec();
    bytes.extend([2, 1, 10, 2]);
    bytes.extend(3_u32.to_le_bytes());
    bytes.extend(0.0_f32.to_le_bytes());
    bytes.extend(10.0_f32.to_le_bytes());
    // The first pixels by class alone; the second ones of class 1 by what is to their left.
    bytes.extend([2, 1, 0, 1, 5, 3, 2, 8, 9, 8]);
    let file = read_file(&stored(&bytes)).unwrap();
    let wanted = [[3.0, 8.0], [5.0, 8.0], [2.0, 9.0]];
    assert_eq!(file.x, ndarray::arr2(&wanted));
}

#[test]
fn a_file_of_another_make_is_an_error_and_no_panic() {
    let whole = small();
    for length in 0..whole.len() {
        assert!(read_file(&stored(&whole[..length])).is_err(), "{length}");
    }
    for (at, byte) in [
        (0, b'X'),
        (6, 0),
        (7, 1),
        (8, 9),
        (20, 7),
        (11, 255),
        (4, 200),
    ] {
        let mut other = whole.clone();
        other[at] = byte;
        assert!(read_file(&stored(&other)).is_err(), "byte {at}");
    }
    let record = hourglass::data::record(DataSet::Digits);
    let wrong = record.dataset(&Settings::preset(), Some(&stored(&whole)));
    assert_eq!(wrong.unwrap_err(), FileFault::WrongSize);
    let missing = record.dataset(&Settings::preset(), None);
    assert_eq!(missing.unwrap_err(), FileFault::NotLoaded);
    let sentence = explain(Failure::File(FileFault::NotLoaded), DataSet::Digits);
    assert!(sentence.contains("digits.bin"), "{sentence}");
}
