//! Workbooks, .xlsx and .xls.
//!
//! Sheets that are shown are read in order, each from top to bottom; hidden sheets, rows and columns are not read, for
//! nobody sees them in print. A cell that a merged one covers is none; a
//! blank one within the form is one. Each cell's place has the sheet's name and the cell's address, and the
//! number of the sheet as its table.

mod axis;
mod blocks;
mod merged;
mod old;
mod packed;
mod part_scan;
mod range;
mod rows;
mod sheet;
mod sound;
mod strings;
mod value;

use core::fmt;
use core::iter::repeat_with;
use std::io::Cursor;

use calamine::{
    Color, FillPattern, Reader as _, SheetType, SheetVisible, Style, Xls, XlsError, Xlsx, XlsxError,
};
use ogi_parse::Sheet;

pub(crate) use part_scan::Shown;
pub use rows::{SheetRow, SheetRows, rows};
pub(crate) use sheet::Worksheet;

use crate::guarded::guarded;
use crate::limits::go_on;
use crate::seen::Seen;
use crate::{ImportError, Limits, words};
use axis::Axis;
use range::Ranges;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let mut sheet = Sheet::within(limits);
    let mut cells = limits.cells;
    for worksheet in &worksheets(bytes, limits, Part::Shown)? {
        worksheet.put(&mut sheet, &mut cells).ok_or_else(|| too_many_cells(limits))?;
    }
    Ok(sheet)
}

/// Which rows and columns of a sheet are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Those that are shown.
    Shown,
    /// All of them: a list that is filtered is still the whole list.
    Whole,
}

impl Part {
    fn of(self, lines: Shown) -> Shown {
        match self {
            Self::Shown => lines,
            Self::Whole => Shown { rows: Axis::default(), columns: Axis::default(), ..lines },
        }
    }
}

fn worksheets(bytes: &[u8], limits: &Limits, part: Part) -> Result<Vec<Worksheet>, ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::Limit { what: words::BYTES, limit: limits.bytes as u64 });
    }
    let of_part = |lines: Vec<Shown>| lines.into_iter().map(|it| part.of(it)).collect();
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        let lines = of_part(old::check(bytes)?);
        guarded(words::WORKBOOK, || read_xls(bytes, lines, limits))
    } else {
        let packed = packed::check(bytes, limits)?;
        let lines = of_part(packed.sheets);
        guarded(words::WORKBOOK, || read_xlsx(&packed.bytes, lines, limits))
    }
}

/// Cell by cell: a table of all columns and rows, as the library can make it, would be as large as a sheet is.
fn read_xlsx(
    bytes: &[u8],
    lines: Vec<Shown>,
    limits: &Limits,
) -> Result<Vec<Worksheet>, ImportError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => ImportError::Encrypted,
        error => damaged(error),
    })?;
    let ranges = Ranges::of(workbook.defined_names());
    let mut sheets = Vec::new();
    let (mut left, mut bytes_left) = (limits.cells, limits.unpacked_bytes);
    let too_much_text =
        || ImportError::Limit { what: words::UNPACKED_BYTES, limit: limits.unpacked_bytes };
    for (number, name, mut lines) in shown(workbook.sheets_metadata(), lines) {
        let instead = core::mem::take(&mut lines.instead);
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        let mut sheet = Worksheet::new(number, name, merged, lines);
        let mut cells = workbook.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        let styles: Vec<Seen> = cells.styles().iter().map(seen).collect();
        let mut left_out = instead.clone();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
            go_on(limits)?;
            left = left.checked_sub(1).ok_or_else(|| too_many_cells(limits))?;
            let place = cell.get_position();
            left_out.remove(&place);
            if ranges.contain(&sheet.name, place) {
                let seen = styles.get(style).copied().unwrap_or_default();
                let text = match instead.get(&place) {
                    Some(instead) => instead.printed(seen),
                    None => value::seen(value::of_ref(cell.get_value()), seen),
                };
                // A text that is there once may be that of every cell.
                bytes_left = bytes_left.checked_sub(text.len() as u64).ok_or_else(too_much_text)?;
                sheet.push(place, text);
            }
        }
        for (place, instead) in left_out {
            if ranges.contain(&sheet.name, place) {
                sheet.push(place, instead.printed(Seen::Plainly));
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// How the cells of a style are seen.
fn seen(style: &Style) -> Seen {
    let format = style.number_format.as_ref().map_or("", |it| it.format_code.as_str());
    if format == ";;;" {
        Seen::Hidden
    } else if style.font.as_ref().is_some_and(|it| it.has_strikethrough()) {
        Seen::Struck
    } else if style.font.as_ref().and_then(|it| it.color).is_some_and(is_white)
        && !is_grounded(style)
    {
        Seen::White
    } else {
        Seen::Plainly
    }
}

const fn is_white(color: Color) -> bool {
    matches!(color, Color { red: 255, green: 255, blue: 255, .. })
}

/// Whether cells of a style have a ground that is not white.
fn is_grounded(style: &Style) -> bool {
    style.fill.as_ref().is_some_and(|it| {
        it.pattern != FillPattern::None && !it.foreground_color.is_some_and(is_white)
    })
}

fn read_xls(
    bytes: &[u8],
    lines: Vec<Shown>,
    limits: &Limits,
) -> Result<Vec<Worksheet>, ImportError> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ImportError::Encrypted,
        error => damaged(error),
    })?;
    let mut sheets = Vec::new();
    let mut left = limits.cells;
    for (number, name, mut lines) in shown(workbook.sheets_metadata(), lines) {
        let styles = core::mem::take(&mut lines.seen);
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (row, column) = range.start().unwrap_or_default();
        let mut sheet = Worksheet::new(number, name, merged, lines);
        for (r, c, value) in range.used_cells() {
            go_on(limits)?;
            left = left.checked_sub(1).ok_or_else(|| too_many_cells(limits))?;
            let place = (row + r as u32, column + c as u32);
            let text = value::of(value);
            let seen = styles.get(&place).copied().unwrap_or_default();
            sheet.push(place, value::seen(text, seen));
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// The sheets that are shown, with their numbers from 1 and what is shown of them; all of them if none is.
fn shown(sheets: &[calamine::Sheet], lines: Vec<Shown>) -> Vec<(u32, String, Shown)> {
    let visible = |it: &calamine::Sheet| it.visible == SheetVisible::Visible;
    let all_hidden = !sheets.iter().any(visible);
    let numbers = 1..;
    let lines = lines.into_iter().chain(repeat_with(Shown::default));
    numbers
        .zip(sheets)
        .zip(lines)
        // The others are charts and macros.
        .filter(|((_, it), _)| it.typ == SheetType::WorkSheet && (all_hidden || visible(it)))
        .map(|((number, it), lines)| (number, it.name.clone(), lines))
        .collect()
}

fn too_many_cells(limits: &Limits) -> ImportError {
    ImportError::Limit { what: words::CELLS, limit: limits.cells as u64 }
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: words::WORKBOOK, detail: detail.to_string() }
}
