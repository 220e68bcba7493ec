//! An animated picture, read back by a library that knows the format.

use std::io::Cursor;

use hourglass::export::animation;

const SIZE: [u32; 2] = [5, 3];

/// A still picture in one colour, as a browser would write it: in several pieces, with a chunk that nobody needs.
fn still(level: u8, [width, height]: [u32; 2]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .add_text_chunk("Software".to_owned(), "a browser".to_owned())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    let pixels = vec![level; (4 * width * height) as usize];
    writer.write_image_data(&pixels).unwrap();
    drop(writer);
    bytes
}

#[test]
fn an_animation_shows_its_frames_in_turn_and_for_their_time() {
    let levels = [10_u8, 200, 90];
    let delays = [90_u16, 40, 1800];
    let frames: Vec<_> = levels
        .iter()
        .zip(delays)
        .map(|(&level, ms)| (still(level, SIZE), ms))
        .collect();
    let bytes = animation(&frames).unwrap();
    let mut reader = png::Decoder::new(Cursor::new(&bytes)).read_info().unwrap();
    let control = *reader.info().animation_control().unwrap();
    assert_eq!((control.num_frames, control.num_plays), (3, 0));
    for (level, ms) in levels.into_iter().zip(delays) {
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let shown = reader.next_frame(&mut pixels).unwrap();
        assert_eq!([shown.width, shown.height], SIZE);
        assert!(pixels.iter().all(|&pixel| pixel == level), "{level}");
        let frame = reader.info().frame_control().unwrap();
        assert_eq!((frame.delay_num, frame.delay_den), (ms, 1000));
    }
    // A program that knows no animation shows the first.
    let still_one = png::Decoder::new(Cursor::new(still(10, SIZE)));
    assert_eq!(still_one.read_info().unwrap().info().width, SIZE[0]);
}

#[test]
fn what_is_no_series_of_equal_pictures_is_refused() {
    let whole = still(7, SIZE);
    assert!(animation(&[]).is_none());
    assert!(animation(&[(whole.clone(), 1), (still(7, [5, 4]), 1)]).is_none());
    for length in 0..whole.len() {
        let cut = whole[..length].to_vec();
        if let Some(bytes) = animation(&[(cut, 1)]) {
            // Whole chunks are missing at the end, and no more.
            assert!(bytes.len() < whole.len() + 100, "{length}");
        }
        let mut changed = whole.clone();
        changed[length] ^= 0xff;
        let _ = animation(&[(whole.clone(), 1), (changed, 1)]);
    }
}
