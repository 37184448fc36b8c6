//! What stands at each position of a table, covered ones too.

use crate::sheet::{Table, TableCell};

/// A position of a table.
#[derive(Clone, Copy)]
pub(super) enum Position<'t> {
    /// A cell begins here.
    Cell(&'t TableCell),
    /// A cell covers it that begins further left.
    Beside,
    /// A cell covers it that begins further up in the same column; it is so many columns wide.
    Below(usize),
}

/// The positions of a table, row by row.
pub(super) fn positions(table: &Table) -> Vec<Vec<Position<'_>>> {
    let mut all = vec![vec![Position::Beside; table.width + table.beyond]; table.rows.len()];
    for it in table.placed() {
        let width = it.cell.column_span;
        for (down, row) in all.iter_mut().skip(it.row).take(it.cell.row_span).enumerate() {
            if let Some(first) = row.get_mut(it.column) {
                *first = if down == 0 { Position::Cell(it.cell) } else { Position::Below(width) };
            }
        }
    }
    all
}
