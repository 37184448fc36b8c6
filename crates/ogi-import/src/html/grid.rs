//! Which column a cell of a table is in, when cells above reach down.

/// The most columns that are told apart. The form has ten.
const MOST_COLUMNS: usize = 1_000;

/// The columns of a table, row by row.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// For how many more rows each column is covered from above.
    covered: Vec<u32>,
    next: usize,
}

impl Columns {
    /// The column of the next cell of this row, from 1. Spans are as written: 0 rows are all that follow, and
    /// absurd ones are cut.
    pub(super) fn place(&mut self, columns: u32, rows: u32) -> u32 {
        while self.covered.get(self.next).is_some_and(|it| *it > 0) {
            self.next += 1;
        }
        let column = self.next;
        let end = (column + (columns as usize).clamp(1, MOST_COLUMNS)).min(MOST_COLUMNS);
        if self.covered.len() < end {
            self.covered.resize(end, 0);
        }
        let rows = if rows == 0 { u32::MAX } else { rows };
        for covered in self.covered.iter_mut().take(end).skip(column) {
            *covered = (*covered).max(rows);
        }
        self.next = end.max(column + 1);
        column as u32 + 1
    }

    /// The row ends.
    pub(super) fn end_row(&mut self) {
        for covered in &mut self.covered {
            *covered = covered.saturating_sub(u32::from(*covered < u32::MAX));
        }
        self.next = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_above_push_cells_aside() {
        let mut columns = Columns::default();
        assert_eq!([columns.place(1, 2), columns.place(2, 1)], [1, 2]);
        columns.end_row();
        assert_eq!([columns.place(1, 1), columns.place(1, 1)], [2, 3]);
        columns.end_row();
        assert_eq!(columns.place(1, 1), 1);
    }

    #[test]
    fn absurd_spans_are_cut() {
        let mut columns = Columns::default();
        assert_eq!(columns.place(u32::MAX, u32::MAX), 1);
        assert_eq!(columns.place(0, 0), 1_001);
        columns.end_row();
        assert_eq!(columns.place(5, 1), 1_001);
    }
}
