//! Rows or columns in each other's place.

use super::super::Mechanism;
use super::super::problem::Problem;
use super::{StructuralSlip, changes, printed};
use crate::rank::weights::NEIGHBOURS;

/// Two rows in each other's place; a total and the row below it among them.
pub(super) fn rows(problem: &Problem<'_>, found: &mut Vec<StructuralSlip>) {
    exchanged(problem, problem.grid.rows(), Mechanism::RowsExchanged, found);
}

/// Two columns in each other's place.
pub(super) fn columns(problem: &Problem<'_>, found: &mut Vec<StructuralSlip>) {
    let rows = problem.grid.rows();
    let wide = rows.first().map_or(0, Vec::len);
    if rows.len() < 2 || rows.iter().any(|row| row.len() != wide) {
        return;
    }
    let columns: Vec<Vec<usize>> =
        (0..wide).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    exchanged(problem, &columns, Mechanism::ColumnsExchanged, found);
}

fn exchanged(
    problem: &Problem<'_>,
    lines: &[Vec<usize>],
    mechanism: Mechanism,
    found: &mut Vec<StructuralSlip>,
) {
    let figures: Vec<Option<Vec<i64>>> = lines.iter().map(|line| printed(problem, line)).collect();
    let touched: Vec<u128> =
        lines.iter().map(|line| problem.touched(line.iter().copied())).collect();
    let neighbours = lines.len().saturating_sub(1) as f64;
    let others = neighbours * (lines.len() as f64 - 2.0) / 2.0;
    for one in 0..lines.len() {
        for other in one + 1..lines.len() {
            let (Some(ours), Some(theirs)) = (&figures[one], &figures[other]) else { continue };
            if problem.violated & !(touched[one] | touched[other]) != 0
                || ours.len() != theirs.len()
                || !mends_first(problem, lines, &figures, one, other)
            {
                continue;
            }
            let ours = lines[one].iter().copied().zip(theirs.iter().copied());
            let theirs = lines[other].iter().copied().zip(figures[one].iter().flatten().copied());
            let Some(changes) = changes(problem, ours.chain(theirs)) else { continue };
            if problem.is_mended_by(&changes) {
                let share = if other == one + 1 {
                    NEIGHBOURS / neighbours
                } else {
                    (1.0 - NEIGHBOURS) / others
                };
                found.push(StructuralSlip { changes, mechanism, share });
            }
        }
    }
}

/// Whether two lines in each other's place would mend the first violated row: a quick look, since most do not.
fn mends_first(
    problem: &Problem<'_>,
    lines: &[Vec<usize>],
    figures: &[Option<Vec<i64>>],
    one: usize,
    other: usize,
) -> bool {
    let row = &problem.rows[problem.violated.trailing_zeros() as usize];
    let columns = lines[one].iter().zip(&lines[other]);
    let printed = figures[one].iter().flatten().zip(figures[other].iter().flatten());
    let sum: i128 = columns
        .zip(printed)
        .map(|((ours, theirs), (our_figure, their_figure))| {
            let times = row.coefficient(*ours) - row.coefficient(*theirs);
            times * (i128::from(*our_figure) - i128::from(*their_figure))
        })
        .sum();
    sum == row.value
}
