//! Workbooks, .xlsx and .xls.
//!
//! Sheets that are shown are read in order, each from top to bottom; hidden sheets, rows and columns are not read, for
//! nobody sees them in print. A cell that a merged one covers is none; a
//! blank one within the form is one. Each cell's place has the sheet's name and the cell's address, and the
//! number of the sheet as its table.

mod axis;
mod blocks;
mod hidden;
mod merged;
mod old;
mod packed;
mod range;
mod sheet;
mod sound;
mod value;

use core::fmt;
use core::iter::repeat_with;
use std::io::Cursor;
use std::panic::{UnwindSafe, catch_unwind};

use calamine::{Reader as _, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use ogi_parse::Sheet;

use crate::{ImportError, Limits};
use hidden::Shown;
use range::Ranges;
use sheet::Worksheet;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::Limit { what: "bytes", limit: limits.bytes as u64 });
    }
    let worksheets = if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        check_password(bytes)?;
        let lines = old::check(bytes)?;
        guarded(|| read_xls(bytes, lines, limits))?
    } else {
        let lines = packed::check(bytes, limits)?;
        guarded(|| read_xlsx(bytes, lines, limits))?
    };
    let mut sheet = Sheet::new();
    let mut cells = limits.cells;
    for worksheet in &worksheets {
        worksheet.put(&mut sheet, &mut cells).ok_or_else(|| too_many_cells(limits))?;
    }
    Ok(sheet)
}

/// The library for workbooks panics at some of what a damaged file says (a merged cell that ends before it begins,
/// with overflow checks on). Nobody's report is worth a batch: that is one more way to be damaged.
fn guarded<T>(
    read: impl FnOnce() -> Result<T, ImportError> + UnwindSafe,
) -> Result<T, ImportError> {
    catch_unwind(read).unwrap_or_else(|_| Err(damaged("it contradicts itself")))
}

/// Cell by cell: a table of all columns and rows, as the library can make it, would be as large as a sheet is.
fn read_xlsx(
    bytes: &[u8],
    lines: Vec<Shown>,
    limits: &Limits,
) -> Result<Vec<Worksheet>, ImportError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => PASSWORD,
        error => damaged(error),
    })?;
    let ranges = Ranges::of(workbook.defined_names());
    let mut sheets = Vec::new();
    let (mut left, mut bytes_left) = (limits.cells, limits.unpacked_bytes);
    let too_much_text =
        || ImportError::Limit { what: "unpacked bytes", limit: limits.unpacked_bytes };
    for (number, name, lines) in shown(workbook.sheets_metadata(), lines) {
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(damaged)?;
        let mut sheet = Worksheet::new(number, name, merged, lines);
        let mut cells = match workbook.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            // A sheet of charts.
            Err(XlsxError::WorksheetNotFound(_)) => continue,
            Err(error) => return Err(damaged(error)),
        };
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            left = left.checked_sub(1).ok_or_else(|| too_many_cells(limits))?;
            if ranges.contain(&sheet.name, cell.get_position()) {
                let text = value::of_ref(cell.get_value());
                // A text that is there once may be that of every cell.
                bytes_left = bytes_left.checked_sub(text.len() as u64).ok_or_else(too_much_text)?;
                sheet.push(cell.get_position(), text);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn read_xls(
    bytes: &[u8],
    lines: Vec<Shown>,
    limits: &Limits,
) -> Result<Vec<Worksheet>, ImportError> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => PASSWORD,
        error => damaged(error),
    })?;
    let mut sheets = Vec::new();
    let mut left = limits.cells;
    for (number, name, lines) in shown(workbook.sheets_metadata(), lines) {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let range = workbook.worksheet_range(&name).map_err(damaged)?;
        let (row, column) = range.start().unwrap_or_default();
        let mut sheet = Worksheet::new(number, name, merged, lines);
        for (r, c, value) in range.used_cells() {
            left = left.checked_sub(1).ok_or_else(|| too_many_cells(limits))?;
            sheet.push((row + r as u32, column + c as u32), value::of(value));
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A new workbook with a password is in an old container.
fn check_password(bytes: &[u8]) -> Result<(), ImportError> {
    // Names in these containers are in UTF-16.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|it| it == name) { Err(PASSWORD) } else { Ok(()) }
}

const PASSWORD: ImportError =
    ImportError::Unsupported { what: "a workbook with a password", advice: "save it without one" };

/// The sheets that are shown, with their numbers from 1 and what is shown of them; all of them if none is.
fn shown(sheets: &[calamine::Sheet], lines: Vec<Shown>) -> Vec<(u32, String, Shown)> {
    let visible = |it: &calamine::Sheet| it.visible == SheetVisible::Visible;
    let all_hidden = !sheets.iter().any(visible);
    let numbers = 1..;
    let lines = lines.into_iter().chain(repeat_with(Shown::default));
    numbers
        .zip(sheets)
        .zip(lines)
        .filter(|((_, it), _)| all_hidden || visible(it))
        .map(|((number, it), lines)| (number, it.name.clone(), lines))
        .collect()
}

fn too_many_cells(limits: &Limits) -> ImportError {
    ImportError::Limit { what: "cells", limit: limits.cells as u64 }
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: "workbook", detail: detail.to_string() }
}
