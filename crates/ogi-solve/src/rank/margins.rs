//! What a cell may be expected to hold, going by the rest of its row and of its column.

use crate::search::Grid;

/// What a table prints in all, and in each column, totals left out.
#[derive(Clone, Debug)]
pub(crate) struct Margins {
    columns: Vec<f64>,
    all: f64,
}

impl Margins {
    /// Of what the cells of a part print; what is unknown is passed over.
    pub(crate) fn of(grid: &Grid, printed: impl Fn(usize) -> Option<i64>) -> Self {
        let mut columns = Vec::new();
        for row in grid.rows() {
            columns.resize(columns.len().max(row.len()), 0.0);
            for (at, cell) in row.iter().enumerate().filter(|it| !grid.is_total(*it.1)) {
                columns[at] += printed(*cell).unwrap_or(0) as f64;
            }
        }
        let all = columns.iter().sum();
        Self { columns, all }
    }

    /// What a cell holds on the average, if rows differ only in how much they hold. Neither what it prints itself nor
    /// the total of its row has a part in it. `None` where no other row is there to go by.
    pub(super) fn mean(
        &self,
        grid: &Grid,
        printed: impl Fn(usize) -> Option<i64>,
        cell: usize,
    ) -> Option<f64> {
        // A row that holds nothing else may hold a little here.
        const A_LITTLE: f64 = 0.5;
        let (row, at) = grid.at(cell)?;
        let leaves = grid.rows()[row].iter().filter(|it| !grid.is_total(**it));
        let (mut own, mut others) = (0.0, 0.0);
        for leaf in leaves {
            let here = printed(*leaf).unwrap_or(0) as f64;
            *(if *leaf == cell { &mut own } else { &mut others }) += here;
        }
        let column = self.columns[at] - own;
        let rest = self.all - own - others - column;
        (rest > 0.0).then(|| (others + A_LITTLE) * column / rest)
    }
}
