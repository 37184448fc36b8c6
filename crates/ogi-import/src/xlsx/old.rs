//! How large the sheets of an old workbook (.xls) say they are.
//!
//! The library makes each sheet a full table, from its first cell to its last: two cells far apart would take all
//! memory. So the records are walked before, and what they span is counted.

use core::mem;

use super::axis::Axis;
use super::damaged;
use super::hidden::Shown;
use crate::ImportError;

/// The most cells that all sheets may span, filled or not: some 100 MB.
const WIDEST: u64 = 1 << 21;

/// Sector numbers from here on are no sectors.
const RESERVED: u32 = 0xFFFF_FFFA;

/// Checks a workbook, and tells what is shown of each sheet.
pub(super) fn check(bytes: &[u8]) -> Result<Vec<Shown>, ImportError> {
    let container = Container::open(bytes).ok_or_else(|| damaged("it has no directory"))?;
    let Some(stream) = container.stream("Workbook").or_else(|| container.stream("Book")) else {
        return Err(damaged("it has no sheets, or is cut off"));
    };
    let mut sheets = Vec::new();
    for (kind, data) in Records(&stream) {
        match kind {
            // BoundSheet: where a sheet begins.
            0x0085 => sheets.extend(number::<4>(data, 0)),
            // EOF
            0x000A => break,
            _ => {}
        }
    }
    let mut spanned = 0_u64;
    let mut all = Vec::new();
    for sheet in sheets {
        let sheet = stream.get(sheet..).unwrap_or_default();
        spanned = spanned.saturating_add(span(sheet));
        if spanned > WIDEST {
            return Err(ImportError::Limit { what: "cells", limit: WIDEST });
        }
        all.push(shown(sheet));
    }
    Ok(all)
}

/// The rows and columns of a sheet that are not hidden.
fn shown(sheet: &[u8]) -> Shown {
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    let is_on = |data, at, bit| number::<2>(data, at).is_some_and(|it| it & bit != 0);
    let line = |data, at| number::<2>(data, at).map_or(0, |it| it as u32);
    for (kind, data) in Records(sheet) {
        match kind {
            // EOF
            0x000A => break,
            // Row: its number, and whether its height is none.
            0x0208 if is_on(data, 12, 0x20) => rows.push((line(data, 0), line(data, 0))),
            // ColInfo: first and last, and whether they are hidden.
            0x007D if is_on(data, 8, 0x01) => columns.push((line(data, 0), line(data, 2))),
            _ => {}
        }
    }
    Shown { rows: Axis::without(rows), columns: Axis::without(columns) }
}

/// How many cells a sheet spans, or says so.
fn span(sheet: &[u8]) -> u64 {
    let (mut rows, mut columns, mut declared) = (0, 0, 0_u64);
    for (kind, data) in Records(sheet) {
        match kind {
            // Dimensions: rows in two or, in the oldest files, one half as wide.
            0x0200 => {
                let wide = data.len() >= 14;
                let at = |i: usize| {
                    if wide { number::<4>(data, i * 4) } else { number::<2>(data, i * 2) }
                };
                let column = |i: usize| number::<2>(data, if wide { 8 + i * 2 } else { 4 + i * 2 });
                let length = |from: Option<usize>, to: Option<usize>| {
                    (to.unwrap_or(0) as u64 + 1).saturating_sub(from.unwrap_or(0) as u64)
                };
                let many = length(at(0), at(1)).saturating_mul(length(column(0), column(1)));
                declared = declared.max(many);
            }
            // Cells of all kinds: row and column first; a run of them ends with its last column.
            0x0006 | 0x00BD | 0x00D6 | 0x00FD | 0x0203 | 0x0204 | 0x0205 | 0x027E => {
                rows = rows.max(number::<2>(data, 0).unwrap_or(0) + 1);
                columns = columns.max(number::<2>(data, 2).unwrap_or(0) + 1);
                if kind == 0x00BD {
                    let run = data.len() / 6 + 1;
                    let last = number::<2>(data, data.len().saturating_sub(2)).unwrap_or(0);
                    columns = columns.max(last + 1).max(columns + run);
                }
            }
            _ => {}
        }
    }
    declared.max(rows as u64 * columns as u64)
}

/// The records of a stream: kind and data.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (number::<2>(self.0, 0)?, number::<2>(self.0, 2)?);
        let (record, rest) = mem::take(&mut self.0).split_at_checked(4 + length)?;
        self.0 = rest;
        Some((kind, &record[4..]))
    }
}

/// The compound file that holds the streams of an old office file.
struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match number::<2>(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self { bytes, sector, table: Vec::new(), directory: Vec::new() };
        let mut parts: Vec<u32> = words(bytes.get(76..512)?).collect();
        let mut more = number::<4>(bytes, 68)? as u32;
        // As many as there are sectors, or the chain goes in a circle.
        for _ in 0..bytes.len() / sector {
            let Some(list) = container.sector(more).filter(|_| more < RESERVED) else { break };
            parts.extend(words(list));
            more = parts.pop()?;
        }
        for part in parts.into_iter().filter(|it| *it < RESERVED) {
            let part = container.sector(part)?;
            container.table.extend(words(part));
            if container.table.len() > bytes.len() {
                return None;
            }
        }
        container.directory = container.chain(number::<4>(bytes, 48)? as u32);
        Some(container)
    }

    fn sector(&self, at: u32) -> Option<&'a [u8]> {
        let start = (at as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors from one on.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut at = first;
        while at < RESERVED && out.len() <= self.bytes.len() {
            let Some(sector) = self.sector(at) else { break };
            out.extend_from_slice(sector);
            at = self.table.get(at as usize).copied().unwrap_or(RESERVED);
        }
        out
    }

    fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        let entry = self.directory.chunks_exact(128).find(|it| it.starts_with(&name))?;
        let first = number::<4>(entry, 116)? as u32;
        let size = number::<4>(entry, 120)?;
        if size >= 4096 {
            // The last sector may be short, but not so short that the stream is cut off.
            return Some(self.chain(first)).filter(|it| it.len() >= size);
        }
        // Small streams lie in one that the first entry of the directory has, in sectors of 64 bytes.
        let all = self.chain(number::<4>(&self.directory, 116)? as u32);
        let table = self.chain(number::<4>(self.bytes, 60)? as u32);
        let mut out = Vec::new();
        let mut at = first;
        while at < RESERVED && out.len() < 4096 {
            let start = at as usize * 64;
            out.extend_from_slice(all.get(start..start + 64)?);
            at = number::<4>(&table, at as usize * 4).map_or(RESERVED, |it| it as u32);
        }
        Some(out)
    }
}

/// A number of so many bytes, the lowest first.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(N)?)?;
    Some(digits.iter().rev().fold(0, |n, b| n << 8 | usize::from(*b)))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
}
