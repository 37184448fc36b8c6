//! One row a line, cells separated by tabs.

use super::lines::Line;
use super::rows::Rows;
use crate::sheet::Columns;

/// A line with a tab between its cells. A tab at its start is an empty cell.
pub(super) fn line(rows: &mut Rows<'_>, line: &Line) {
    rows.draw();
    let mut at = line.start;
    for (i, cell) in rows.source()[line.start..line.end].split('\t').enumerate() {
        rows.cell(at..at + cell.len(), Columns::Order(i as u16));
        at += cell.len() + 1;
    }
    rows.end_row();
}
