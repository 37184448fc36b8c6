//! The rows of sheets as they are listed, for lists that are no form: a register, a roll.

use super::{Part, too_many_cells, worksheets};
use crate::{ImportError, Limits};

/// A sheet of a workbook, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRows {
    /// Its name.
    pub name: String,
    /// The rows that hold anything, from top to bottom.
    pub rows: Vec<SheetRow>,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// What its cells print, from column A on, as many in every row of a sheet; empty for a blank one, and for one that a
    /// merged cell covers. Days are `2025-03-04`.
    pub cells: Vec<String>,
}

/// The rows of the sheets of a workbook (.xlsx, .xls) that are shown. Rows and columns that are hidden are there too: a
/// list that somebody filtered is still the whole list.
///
/// ```
/// let error = ogi_import::rows(b"PK", &Default::default()).unwrap_err();
/// assert_eq!(error.kind(), "damaged");
/// ```
///
/// # Errors
/// [`ImportError`] if it is no workbook, damaged, or beyond a limit; blank cells between others count as cells.
pub fn rows(bytes: &[u8], limits: &Limits) -> Result<Vec<SheetRows>, ImportError> {
    let mut left = limits.cells;
    let sheets = worksheets(bytes, limits, Part::Whole)?;
    sheets
        .into_iter()
        .map(|it| it.into_rows(&mut left).ok_or_else(|| too_many_cells(limits)))
        .collect()
}
