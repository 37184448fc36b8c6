//! Rows or columns in each other's place.

use super::super::Mechanism;
use super::super::problem::Problem;
use super::{Undone, changes};
use crate::rank::weights::NEIGHBOURS;

/// Two rows in each other's place; a total and the row below it among them.
pub(super) fn rows(problem: &Problem<'_>, found: &mut Vec<Undone>) {
    exchanged(problem, problem.grid.rows(), Mechanism::RowsExchanged, found);
}

/// Two columns in each other's place.
pub(super) fn columns(problem: &Problem<'_>, found: &mut Vec<Undone>) {
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
    found: &mut Vec<Undone>,
) {
    let touched: Vec<u128> =
        lines.iter().map(|line| problem.touched(line.iter().copied())).collect();
    let neighbours = lines.len().saturating_sub(1) as f64;
    let others = neighbours * (lines.len() as f64 - 2.0) / 2.0;
    for one in 0..lines.len() {
        for other in one + 1..lines.len() {
            if problem.violated & !(touched[one] | touched[other]) != 0
                || lines[one].len() != lines[other].len()
            {
                continue;
            }
            let pairs = lines[one].iter().copied().zip(lines[other].iter().copied());
            let right: Option<Vec<(usize, i64)>> = pairs
                .flat_map(|(one, other)| [(one, other), (other, one)])
                .map(|(to, from)| Some((to, problem.printed(from)?)))
                .collect();
            let Some(changes) = right.and_then(|right| changes(problem, right)) else { continue };
            if problem.is_mended_by(&changes) {
                let share = if other == one + 1 {
                    NEIGHBOURS / neighbours
                } else {
                    (1.0 - NEIGHBOURS) / others
                };
                found.push(Undone { changes, mechanism, share });
            }
        }
    }
}
