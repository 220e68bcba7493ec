//! Sixty files and more that are not as one would like them: each gives its data, or its error.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{incoming, told};

/// Five rows of two columns that vary, after what stands before them.
fn after(before: &str) -> String {
    format!("{before}1,2\n3,4\n5,7\n6,1\n8,3\n")
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn idx(kind: u8, sizes: &[u32], values: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, kind, sizes.len() as u8];
    bytes.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    bytes.extend(values);
    bytes
}

fn npy(header: &str, values: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x93NUMPY\x01\x00".to_vec();
    bytes.extend((header.len() as u16).to_le_bytes());
    bytes.extend(header.as_bytes());
    bytes.extend(values);
    bytes
}

fn f64s(values: impl IntoIterator<Item = f64>) -> Vec<u8> {
    values.into_iter().flat_map(f64::to_le_bytes).collect()
}

pub fn files() -> Vec<(&'static str, Vec<u8>)> {
    let two = "a,b\n1,2\n3,4\n5,7\n6,1\n8,3\n";
    let ramp: Vec<u8> = (0..6 * 784).map(|i| (i * 7 % 251) as u8).collect();
    let mut wide = (0..1_000_000)
        .map(|i| i.to_string())
        .collect::<Vec<_>>()
        .join(",");
    wide.push('\n');
    let mut all = vec![
        ("empty.csv", Vec::new()),
        ("spaces.csv", b" \n\n \t\n".to_vec()),
        ("only-a-header.csv", b"a,b,c\n".to_vec()),
        ("one-row.csv", b"a,b\n1,2\n".to_vec()),
        ("four-rows.csv", b"1,2\n3,4\n5,6\n7,9\n".to_vec()),
        ("one-column.csv", b"a\n1\n2\n3\n4\n5\n".to_vec()),
        ("plain.csv", two.into()),
        ("no-header.csv", after("").into()),
        ("bom.csv", format!("\u{feff}{two}").into()),
        ("crlf.csv", two.replace('\n', "\r\n").into()),
        ("old-mac.csv", two.replace('\n', "\r").into()),
        ("no-last-line-end.csv", two.trim_end().into()),
        ("blank-lines.csv", two.replace('\n', "\n\n").into()),
        ("utf16-le.csv", [vec![0xff, 0xfe], utf16(two, u16::to_le_bytes)].concat()),
        ("utf16-be.csv", [vec![0xfe, 0xff], utf16(two, u16::to_be_bytes)].concat()),
        ("utf16-without-mark.csv", utf16(two, u16::to_le_bytes)),
        ("latin-1.csv", b"Gr\xf6\xdfe,Gewicht\n1,2\n3,4\n5,7\n6,1\n8,3\n".to_vec()),
        ("semicolons.csv", b"a;b\n1,5;2,25\n3,5;4,0\n5,1;7,75\n6,2;1,5\n8,9;3,5\n".to_vec()),
        ("whole-and-semicolons.csv", b"1;2\n3;4\n5;7\n6;1\n8;3\n".to_vec()),
        ("tabs.tsv", two.replace(',', "\t").into()),
        ("bars.txt", two.replace(',', "|").into()),
        ("columns-of-spaces.txt", b"  1.0   2.0\n  3.5   4.0\n 10.0   7.0\n  6.0  -1.0\n  8.0   3.0\n".to_vec()),
        ("quoted.csv", b"\"a, long name\",b\n\"1\",2\n\"3\",4\n5,7\n6,1\n8,3\n".to_vec()),
        ("quoted-decimal-commas.csv", b"a,b\n\"1,5\",\"2,25\"\n\"3,5\",\"4,0\"\n\"5,1\",\"7,75\"\n\"6,2\",\"1,5\"\n\"8,9\",\"3,5\"\n".to_vec()),
        ("thousands.csv", b"a;b\n1.234,5;2\n3.100,0;4\n5.000,0;7\n12.345,6;1\n8,9;3\n".to_vec()),
        ("no-break-spaces.csv", "a;b\n1\u{a0}234;2\n3\u{202f}100;4\n5\u{2009}000;7\n12 345;1\n8;3\n".into()),
        ("real-minus.csv", "a,b\n−1,2\n3,−4\n5,7\n6,1\n8,3\n".into()),
        ("open-quote.csv", b"a,b\n1,2\n\"3,4\n5,7\n6,1\n8,3\n".to_vec()),
        ("ragged.csv", b"a,b,c\n1,2,3\n4,5\n6,7,8\n9,1,2\n3,4,5\n".to_vec()),
        ("a-cell-too-many.csv", b"a,b\n1,2\n3,4,5\n5,7\n6,1\n8,3\n".to_vec()),
        ("commas-at-the-end.csv", b"a,b,\n1,2,\n3,4,\n5,7,\n6,1,\n8,3,\n".to_vec()),
        ("nan.csv", b"a,b\n1,2\nNaN,4\n5,7\n6,1\n8,3\n9,9\n".to_vec()),
        ("gaps.csv", b"a,b,c\n1,2,\n3,,1\n5,7,2\n6,1,3\n8,3,4\n9,NA,5\n1,5,6\n2,2,7\n".to_vec()),
        ("mostly-gaps.csv", b"a,b,c\n1,2,\n3,1,\n5,7,\n6,1,3\n8,3,\n".to_vec()),
        ("infinity.csv", b"a,b\n1,2\n3,inf\n5,7\n6,1\n8,3\n".to_vec()),
        ("1e400.csv", b"a,b\n1,2\n3,4\n1e400,7\n6,1\n8,3\n".to_vec()),
        ("1e308.csv", b"a,b\n1e308,2\n-1e308,4\n1e308,7\n-1e308,1\n8,3\n".to_vec()),
        ("tiny.csv", b"a,b\n1e-300,2\n3e-300,4\n5e-300,7\n6e-300,1\n8e-300,3\n".to_vec()),
        ("near-1e8.csv", b"a,b\n100000000.01,2\n100000000.02,4\n100000000.03,7\n100000000.04,1\n100000000.05,3\n".to_vec()),
        ("dates.csv", b"day,a,b\n2024-01-01,1,2\n2024-01-02,3,4\n2024-01-03,5,7\n2024-01-04,6,1\n2024-01-05,8,3\n".to_vec()),
        ("a-date-among-numbers.csv", (0..20).fold("a,b\n".to_owned(), |text, i| match i {
            13 => text + "2024-01-02,4\n",
            _ => text + &format!("{i},{}\n", i * i),
        }).into()),
        ("only-words.csv", b"a,b\nx,y\nz,w\nu,v\nx,w\nz,y\n".to_vec()),
        ("same-names.csv", b"a,a,b\n1,2,3\n3,4,1\n5,7,2\n6,1,1\n8,3,4\n".to_vec()),
        ("header-again.csv", b"a,b\n1,2\n3,4\na,b\n5,7\n6,1\n8,3\n".to_vec()),
        ("numbers-as-header.csv", after("2019,2020\n").into()),
        ("constant-column.csv", b"a,b,c\n1,5,2\n3,5,4\n5,5,7\n6,5,1\n8,5,3\n".to_vec()),
        ("all-the-same.csv", b"a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n".to_vec()),
        ("copies.csv", b"a,b\n1,2\n1,2\n5,7\n6,1\n8,3\n1,2\n".to_vec()),
        ("markup.csv", b"<script>alert(1)</script>,<b>b</b>\n1,2\n3,4\n5,7\n6,1\n8,3\n".to_vec()),
        ("classes.csv", b"a,b,species\n1,2,cat\n3,4,dog\n5,7,cat\n6,1,dog\n8,3,cat\n9,2,dog\n".to_vec()),
        ("a-million-columns.csv", wide.into()),
        ("too-many-rows.csv", (0..30_000).fold(String::new(), |text, i| text + &format!("{i},{}\n", i % 97)).into()),
        ("too-large.csv", vec![b'1'; 200 << 20]),
        ("noise.csv", (0..5000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect()),
        ("picture.csv", [b"\x89PNG\r\n\x1a\n".to_vec(), vec![0; 40]].concat()),
        ("page.html", b"<!DOCTYPE html><html><body><p>Not found, sorry</p></body></html>".to_vec()),
        ("run.json", b"{\"kind\": \"hourglass run\", \"layout\": 1}".to_vec()),
        ("cut.zip", zipped(&[("a.csv", two.as_bytes())])[..40].to_vec()),
        ("table.zip", zipped(&[("inside/a.csv", two.as_bytes()), ("__MACOSX/._a.csv", b"junk")])),
        ("nothing.zip", zipped(&[("__MACOSX/._a.csv", b"junk")])),
        ("two-tables.zip", zipped(&[("a.csv", two.as_bytes()), ("b.csv", two.as_bytes())])),
        ("bomb.zip", zipped(&[("zeros.csv", &vec![b'0'; 150 << 20])])),
        ("bomb.gz", gzipped(&vec![b'0'; 150 << 20])),
        ("table.csv.gz", gzipped(two.as_bytes())),
        ("images.idx", idx(8, &[6, 28, 28], &ramp)),
        ("images.idx.gz", gzipped(&idx(8, &[6, 28, 28], &ramp))),
        ("cut.idx", idx(8, &[7, 28, 28], &ramp)),
        ("too-much.idx", idx(8, &[5, 28, 28], &ramp)),
        ("huge.idx", idx(8, &[u32::MAX, u32::MAX, u32::MAX], &ramp)),
        ("labels.idx", idx(8, &[6], &ramp[..6])),
        ("header.idx", vec![0, 0, 8, 3, 0, 0]),
        ("wrong-magic.idx", idx(7, &[6, 28, 28], &ramp)),
        ("rows.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (5, 3), }\n", &f64s((0..15).map(|i| f64::from(i * i))))),
        ("columns.npy", npy("{'descr': '<f8', 'fortran_order': True, 'shape': (5, 3), }\n", &f64s((0..15).map(|i| f64::from(i * i))))),
        ("cut.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (5, 3), }\n", &[0; 80])),
        ("huge.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (4000000000, 4000000000), }\n", &[0; 80])),
        ("words.npy", npy("{'descr': '<U4', 'fortran_order': False, 'shape': (5, 1), }\n", &[0; 80])),
        ("objects.npy", npy("{'descr': '|O', 'fortran_order': False, 'shape': (5, 2), }\n", &[0; 80])),
        ("no-header.npy", b"\x93NUMPY\x01\x00\xff\xff{".to_vec()),
        ("nan.npy", npy("{'descr': '<f8', 'fortran_order': False, 'shape': (5, 2), }\n", &f64s((0..10).map(|i| if i == 3 { f64::NAN } else { f64::from(i) })))),
    ];
    all.push((
        "arrays.npz",
        zipped(&[
            (
                "y.npy",
                &npy(
                    "{'descr': '<i8', 'fortran_order': False, 'shape': (6,), }\n",
                    &(0..6_i64)
                        .flat_map(|i| (i % 2).to_le_bytes())
                        .collect::<Vec<u8>>(),
                ),
            ),
            (
                "x.npy",
                &npy(
                    "{'descr': '|u1', 'fortran_order': False, 'shape': (6, 28, 28), }\n",
                    &ramp,
                ),
            ),
        ]),
    ));
    all
}

/// What each gives stands in a file, to be read by people too.
#[test]
fn sixty_hostile_files_give_their_data_or_their_error() {
    let told: Vec<String> = files()
        .into_iter()
        .map(|(name, bytes)| format!("{name}\n    {}\n", told(vec![incoming(name, bytes)])))
        .collect();
    assert!(told.len() >= 60);
    let expected: Vec<&str> = include_str!("hostile.txt").split_inclusive("\n").collect();
    let expected: Vec<String> = expected.chunks(2).map(<[&str]>::concat).collect();
    for (told, expected) in told.iter().zip(&expected) {
        assert!(told == expected, "{told}instead of\n{expected}");
    }
    assert!(told.len() == expected.len());
}

/// Cut at any place and with any byte changed, nothing panics, and what comes is sound.
#[test]
fn damaged_files_are_read_or_refused() {
    let mut random = 1_u32;
    let mut next = move |below: usize| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) as usize % below
    };
    for (name, bytes) in files() {
        if bytes.is_empty() || bytes.len() > 10_000 {
            continue;
        }
        for _ in 0..40 {
            let mut damaged = bytes.clone();
            let at = next(damaged.len());
            damaged[at] = next(256) as u8;
            told(vec![incoming(name, damaged)]);
            told(vec![incoming(name, &bytes[..next(bytes.len())])]);
        }
    }
}
