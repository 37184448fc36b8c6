//! Workbooks: every sheet that is shown, with its hidden rows and columns.

use csv::StringRecord;
use ogi_import::Limits;

use super::{Record, Sheet};
use crate::TallyError;

/// Reads the sheets of a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, TallyError> {
    let sheets = ogi_import::rows(bytes, limits)?.into_iter().map(|sheet| {
        let rows = sheet.rows.into_iter();
        let rows = rows.map(|it| Record { line: it.number, cells: StringRecord::from(it.cells) });
        Sheet { name: Some(sheet.name), rows: rows.collect() }
    });
    Ok(sheets.collect())
}
