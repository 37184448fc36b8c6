//! A row that was printed in place of its neighbour as well.

use super::super::Mechanism;
use super::super::problem::{Changes, Problem};
use super::{StructuralSlip, printed};

/// Two neighbouring rows that print the same: what the one or the other should print follows from the columns.
pub(super) fn find(problem: &Problem<'_>, found: &mut Vec<StructuralSlip>) {
    let rows = problem.grid.rows();
    let share = 1.0 / (2 * rows.len().max(2) - 2) as f64;
    for (one, other) in rows.iter().zip(rows.iter().skip(1)) {
        let figures = printed(problem, one);
        if figures.is_none()
            || figures != printed(problem, other)
            || figures.iter().flatten().all(|it| *it == 0)
        {
            continue;
        }
        for wrong in [other, one] {
            let changes = by_columns(problem, wrong);
            if let Some(changes) = changes.filter(|it| problem.is_mended_by(it)) {
                found.push(StructuralSlip {
                    changes,
                    mechanism: Mechanism::RowPrintedTwice,
                    share,
                });
            }
        }
    }
}

/// What each cell of a row must change by for the sums down its column.
fn by_columns(problem: &Problem<'_>, cells: &[usize]) -> Option<Changes> {
    let mut changes = Changes::new();
    for column in cells {
        let among = |row: &&crate::linear::Row| {
            cells.iter().all(|it| it == column || row.coefficient(*it) == 0)
        };
        let row = problem.rows.iter().filter(|row| row.coefficient(*column) != 0).find(among)?;
        let by = row.coefficient(*column);
        if row.value % by != 0 {
            return None;
        }
        if row.value != 0 {
            changes.push((*column, row.value / by));
        }
    }
    (!changes.is_empty()).then_some(changes)
}
