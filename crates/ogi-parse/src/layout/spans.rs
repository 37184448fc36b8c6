//! Which columns a cell covers where merged cells are written once, with their spans.

use crate::sheet::Columns;

/// More columns or rows than any table of the form has.
const MOST: usize = 1000;

/// The columns that cells from rows above still cover.
#[derive(Default)]
pub(super) struct Spans {
    /// For each column, how many more rows it is covered in, this one included.
    covered: Vec<usize>,
    /// The first column that may be free.
    at: usize,
}

impl Spans {
    /// A row begins.
    pub(super) fn next_row(&mut self) {
        self.covered.iter_mut().for_each(|it| *it = it.saturating_sub(1));
        self.at = 0;
    }

    /// The columns of the next cell.
    pub(super) fn place(&mut self, columns: usize, rows: usize) -> Columns {
        let (columns, rows) = (columns.clamp(1, MOST), rows.clamp(1, MOST));
        while self.covered.get(self.at).is_some_and(|it| *it > 0) {
            self.at += 1;
        }
        let first = self.at.min(MOST);
        let last = (first + columns).min(MOST);
        if self.covered.len() < last {
            self.covered.resize(last, 0);
        }
        self.covered[first..last].fill(rows);
        self.at = last;
        Columns::exact(first as u32, columns as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_beside_merged_ones() {
        let mut spans = Spans::default();
        spans.next_row();
        assert_eq!(spans.place(3, 2), Columns::exact(0, 3));
        assert_eq!(spans.place(7, 1), Columns::exact(3, 7));
        spans.next_row();
        assert_eq!(spans.place(1, 1), Columns::exact(3, 1));
        spans.next_row();
        assert_eq!(spans.place(1, 1), Columns::exact(0, 1));
    }
}
