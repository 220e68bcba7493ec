//! An animated PNG made of still ones (PNG specification, third edition, 11.3.6: acTL, fcTL and fdAT).

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A chunk: its kind and its data.
type Chunk<'a> = (&'a [u8], &'a [u8]);

/// All frames one after another, again and again, each for so many milliseconds. Every frame is a whole PNG file, and
/// all are of one size and kind; `None` where they are not.
pub fn animation(frames: &[(Vec<u8>, u16)]) -> Option<Vec<u8>> {
    let files = frames.iter().map(|(file, _)| chunks(file));
    let files = files.collect::<Option<Vec<_>>>()?;
    let (_, head) = *files
        .first()?
        .first()
        .filter(|(kind, _)| *kind == b"IHDR")?;
    let mut out = SIGNATURE.to_vec();
    put(&mut out, b"IHDR", &[head]);
    let count = u32::try_from(files.len()).ok()?;
    put(&mut out, b"acTL", &[&count.to_be_bytes(), &[0; 4]]);
    let mut sequence = 0_u32;
    let mut next = || {
        sequence += 1;
        (sequence - 1).to_be_bytes()
    };
    for (at, (chunks, (_, ms))) in files.iter().zip(frames).enumerate() {
        if chunks.first() != Some(&(b"IHDR", head)) {
            return None;
        }
        let control = [
            &next()[..],
            // The whole picture, from its corner.
            head.get(..8)?,
            &[0; 8],
            &ms.to_be_bytes(),
            &1000_u16.to_be_bytes(),
            // It stays, and the next takes its place.
            &[0, 0],
        ];
        put(&mut out, b"fcTL", &control);
        for (_, data) in chunks.iter().filter(|(kind, _)| *kind == b"IDAT") {
            match at {
                0 => put(&mut out, b"IDAT", &[data]),
                _ => put(&mut out, b"fdAT", &[&next(), data]),
            }
        }
    }
    put(&mut out, b"IEND", &[]);
    Some(out)
}

/// The chunks of a PNG file, in order; their checksums are not looked at.
fn chunks(file: &[u8]) -> Option<Vec<Chunk<'_>>> {
    let mut rest = file.strip_prefix(SIGNATURE)?;
    let mut chunks = Vec::new();
    while let Some((head, more)) = rest.split_at_checked(8) {
        let length = u32::from_be_bytes(head[..4].try_into().ok()?) as usize;
        let (data, more) = more.split_at_checked(length)?;
        chunks.push((&head[4..], data));
        rest = more.get(4..)?;
    }
    rest.is_empty().then_some(chunks)
}

fn put(out: &mut Vec<u8>, kind: &[u8; 4], parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.extend((length as u32).to_be_bytes());
    let begin = out.len();
    out.extend(kind);
    for part in parts {
        out.extend(*part);
    }
    let sum = crc32fast::hash(&out[begin..]);
    out.extend(sum.to_be_bytes());
}
