//! A program's memory, taken from it: the section of its file that says how far it may grow.

use anyhow::{Context, Result, bail};

/// Pages of 64 KiB by which it may still grow.
const PAGES: u32 = 16;
const HEADER: usize = 8;
const MEMORY: u8 = 5;

/// The same program, whose memory cannot grow by more than a megabyte.
pub fn cramped(program: &[u8]) -> Result<Vec<u8>> {
    let mut at = HEADER;
    loop {
        let id = *program.get(at).context("no section of memory")?;
        let (length, start) = number(program, at + 1)?;
        let end = start + length as usize;
        if id == MEMORY {
            let limits = limits(&program[start..end])?;
            let section = [vec![MEMORY, limits.len() as u8], limits].concat();
            return Ok([&program[..at], &section, &program[end..]].concat());
        }
        at = end;
    }
}

/// One memory, from as much as it begins with on.
fn limits(section: &[u8]) -> Result<Vec<u8>> {
    let (count, at) = number(section, 0)?;
    if count != 1 {
        bail!("{count} memories");
    }
    let (least, _) = number(section, at + 1)?;
    let has_most = 1;
    Ok([vec![1, has_most], written(least), written(least + PAGES)].concat())
}

/// A number, seven bits to a byte, and where it ends.
fn number(bytes: &[u8], mut at: usize) -> Result<(u32, usize)> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(at).context("a number that is cut off")?;
        number |= u32::from(byte & 127) << shift;
        at += 1;
        if byte < 128 {
            return Ok((number, at));
        }
    }
    bail!("a number of too many bytes")
}

fn written(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 127 {
        bytes.push(number as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
