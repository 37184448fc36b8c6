//! Which columns a cell of a table covers, when cells above reach down.

/// The most columns that are distinguished. The form has ten.
const MOST_COLUMNS: usize = 1_000;

/// The columns of a table, row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// For how many more rows each column is covered from above.
    covered: Vec<u32>,
    next: usize,
}

impl Grid {
    /// The column of the next cell of this row, from 1, and how many it covers. Spans are as written: 0 rows are all
    /// that follow in the group, and absurd ones are cut.
    pub(super) fn place(&mut self, columns: u32, rows: u32) -> (u32, u32) {
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
        (column as u32 + 1, (self.next - column) as u32)
    }

    /// A group of rows ends (`<thead>`): no cell reaches out of it.
    pub(super) fn end_group(&mut self) {
        self.covered.clear();
        self.next = 0;
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
        let mut grid = Grid::default();
        assert_eq!([grid.place(1, 2), grid.place(2, 1)], [(1, 1), (2, 2)]);
        grid.end_row();
        assert_eq!([grid.place(1, 1), grid.place(1, 1)], [(2, 1), (3, 1)]);
        grid.end_row();
        assert_eq!(grid.place(1, 1), (1, 1));
    }

    #[test]
    fn no_cell_reaches_out_of_its_group_of_rows() {
        let mut grid = Grid::default();
        assert_eq!(grid.place(1, 9), (1, 1));
        grid.end_row();
        assert_eq!(grid.place(1, 1), (2, 1));
        grid.end_row();
        grid.end_group();
        assert_eq!(grid.place(1, 1), (1, 1));
    }

    #[test]
    fn absurd_spans_are_cut() {
        let mut grid = Grid::default();
        assert_eq!(grid.place(u32::MAX, u32::MAX), (1, 1_000));
        assert_eq!(grid.place(0, 0), (1_001, 1));
        grid.end_row();
        assert_eq!(grid.place(5, 1), (1_001, 1));
    }
}
