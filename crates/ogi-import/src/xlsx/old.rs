//! How large the sheets of an old workbook (.xls) say they are.
//!
//! The library makes each sheet a full table, from its first cell to its last: two cells far apart would take all
//! memory. So the records are walked before, and what they span is counted.

use core::mem;
use std::collections::BTreeMap;

use super::axis::Axis;
use super::damaged;
use super::part_scan::Shown;
use crate::archive::number;
use crate::compound::Compound;
use crate::seen::Seen;
use crate::{ImportError, words};

/// The most cells that all sheets may span, filled or not: some 100 MB.
const WIDEST: u64 = 1 << 21;

/// Records of one cell: formula, label, number, truth and the like, with row, column and format first.
const CELLS: [usize; 7] = [0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];

/// The formats of cells.
#[derive(Default)]
struct Formats {
    /// How text in each font is seen.
    fonts: Vec<Seen>,
    /// The font of each format, and whether its cells have a ground that is not white.
    cells: Vec<(usize, bool)>,
}

/// White in the palette, and of its first eight colors.
const WHITE: [usize; 2] = [9, 1];
/// The color of a window, which is white.
const WINDOW: usize = 65;

impl Formats {
    /// How cells of a format are seen.
    fn seen(&self, format: Option<usize>) -> Seen {
        let Some((font, is_grounded)) = format.and_then(|it| self.cells.get(it)).copied() else {
            return Seen::Plainly;
        };
        // There is no font 4.
        let font = font - usize::from(font > 4);
        let seen = self.fonts.get(font).copied().unwrap_or_default();
        if seen == Seen::White && is_grounded { Seen::Plainly } else { seen }
    }
}

/// Checks a workbook, and states what is shown of each sheet.
pub(super) fn check(bytes: &[u8]) -> Result<Vec<Shown>, ImportError> {
    let compound = Compound::open(bytes).ok_or_else(|| damaged("it has no directory"))?;
    let Some(stream) = compound.stream("Workbook").or_else(|| compound.stream("Book")) else {
        return Err(damaged("it has no sheets, or is cut off"));
    };
    let (mut sheets, mut formats) = (Vec::new(), Formats::default());
    for (kind, data) in Records(&stream) {
        match kind {
            // FilePass: all that follows is encrypted.
            0x002F => return Err(ImportError::Encrypted),
            0x0031 => formats.fonts.push(font(data)),
            // XF, the format of cells: its font, and what fills it.
            0x00E0 => formats.cells.push((number::<2>(data, 0).unwrap_or(0), is_ground(data))),
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
            return Err(ImportError::Limit { what: words::CELLS, limit: WIDEST });
        }
        all.push(shown(sheet, &formats));
    }
    Ok(all)
}

/// How text in a font is seen: crossed out, or white.
fn font(data: &[u8]) -> Seen {
    if number::<2>(data, 2).is_some_and(|it| it & 0x08 != 0) {
        Seen::Struck
    } else if number::<2>(data, 4).is_some_and(|it| WHITE.contains(&it)) {
        Seen::White
    } else {
        Seen::Plainly
    }
}

/// Whether a format fills its cells with a pattern that is not white.
fn is_ground(data: &[u8]) -> bool {
    let pattern = number::<4>(data, 14).map_or(0, |it| it >> 26);
    let color = number::<2>(data, 18).map_or(0, |it| it & 0x7F);
    pattern != 0 && !WHITE.contains(&color) && color != WINDOW
}

/// The rows and columns of a sheet that are not hidden.
fn shown(sheet: &[u8], formats: &Formats) -> Shown {
    let (mut rows, mut columns, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    let mut see = |at: (u32, u32), format| match formats.seen(format) {
        Seen::Plainly => {}
        other => drop(seen.insert(at, other)),
    };
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
            // MulRk: a run of numbers, each with its format.
            0x00BD => {
                for (column, at) in
                    (line(data, 2)..).zip((4..data.len().saturating_sub(2)).step_by(6))
                {
                    see((line(data, 0), column), number::<2>(data, at));
                }
            }
            kind if CELLS.contains(&kind) => {
                see((line(data, 0), line(data, 2)), number::<2>(data, 4));
            }
            _ => {}
        }
    }
    let (rows, columns) = (Axis::without(rows), Axis::without(columns));
    Shown { rows, columns, seen, ..Shown::default() }
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
                let [first, last] = [at(0), at(1)].map(|it| it.unwrap_or(0) as u64);
                // The library makes room for as many as that, and of rows that end before they begin for all there
                // can be; of columns that do so it takes those from the first.
                let rows = (last + 1).checked_sub(first).unwrap_or(u64::from(u32::MAX));
                let [first, last] = [column(0), column(1)].map(|it| it.unwrap_or(0) as u64);
                let from_first = first > 0xFF || last < first;
                let columns = last + 1 - if from_first { 0 } else { first };
                declared = declared.max(rows.saturating_mul(columns));
            }
            // Row and column first; a run of numbers ends with its last column.
            kind if CELLS.contains(&kind) || kind == 0x00BD => {
                rows = rows.max(number::<2>(data, 0).unwrap_or(0) + 1);
                let first = number::<2>(data, 2).unwrap_or(0);
                columns = columns.max(first + 1);
                if kind == 0x00BD {
                    let run = data.len() / 6;
                    let last = number::<2>(data, data.len().saturating_sub(2)).unwrap_or(0);
                    columns = columns.max(last + 1).max(first + run);
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
