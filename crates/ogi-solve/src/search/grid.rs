//! Which cells stand beside one another.

use ogi_model::CellId;

use crate::linear::Set;

/// The rows of cells of a part, from top to bottom.
#[derive(Debug)]
pub(crate) struct Grid {
    rows: Vec<Vec<usize>>,
    totals: Set,
}

impl Grid {
    /// Every row that has one of these columns, with all its cells: also those that no equality is left to speak of.
    pub(super) fn new(columns: &Set, totals: Set) -> Self {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut last = None;
        for cell in CellId::all() {
            if last != Some(cell.row()) {
                rows.push(Vec::with_capacity(7));
            }
            last = Some(cell.row());
            if let Some(row) = rows.last_mut() {
                row.push(cell.index());
            }
        }
        rows.retain(|row| row.iter().any(|it| columns.contains(*it)));
        Self { rows, totals }
    }

    /// The cells of each row, from left to right.
    pub(crate) fn rows(&self) -> &[Vec<usize>] {
        &self.rows
    }

    /// Whether a cell stands for others.
    pub(crate) const fn is_total(&self, column: usize) -> bool {
        self.totals.contains(column)
    }

    /// How many cells stand for others.
    pub(crate) fn totals(&self) -> usize {
        self.totals.len()
    }

    /// How many cells there are.
    pub(crate) fn cells(&self) -> usize {
        self.rows.iter().map(Vec::len).sum()
    }

    /// The cell above another, and the cell to its left.
    pub(crate) fn above_and_left(&self, column: usize) -> [Option<usize>; 2] {
        let Some((row, at)) = self.at(column) else { return [None; 2] };
        let above = row.checked_sub(1).filter(|it| self.are_alike(*it, row));
        [above.map(|it| self.rows[it][at]), at.checked_sub(1).map(|it| self.rows[row][it])]
    }

    /// The number of a cell's row, and its number in it.
    pub(crate) fn at(&self, column: usize) -> Option<(usize, usize)> {
        let row = self.rows.iter().rposition(|row| row[0] <= column)?;
        Some((row, self.rows[row].iter().position(|it| *it == column)?))
    }

    /// Whether a cell is the last of its row.
    pub(crate) fn is_last(&self, row: usize, at: usize) -> bool {
        at + 1 == self.rows[row].len()
    }

    /// Whether two rows have the same columns.
    pub(crate) fn are_alike(&self, one: usize, other: usize) -> bool {
        self.rows[one].len() == self.rows[other].len()
    }
}
