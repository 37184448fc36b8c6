//! A wrong figure that was added into all totals: too many cells to be searched for one by one.

use super::super::Mechanism;
use super::super::problem::{Changes, Problem};
use super::Undone;
use crate::rank;

/// A cell, the totals of its row and column, and the total of these, all wrong by the same.
pub(super) fn find(problem: &Problem<'_>, found: &mut Vec<Undone>) {
    let rows = problem.grid.rows();
    let Some(concluded) =
        rows.iter().position(|row| row.iter().all(|it| problem.grid.is_total(*it)))
    else {
        return;
    };
    let below = &rows[concluded];
    for row in rows.iter().filter(|row| *row != below) {
        if row.len() != below.len() {
            continue;
        }
        let last = row.len() - 1;
        for column in 0..last {
            let cells = [row[column], row[last], below[column], below[last]];
            let touched = problem.touched(cells);
            if problem.violated & !touched != 0 {
                continue;
            }
            // Any violated row says by how much, since all four change by the same.
            let violated = &problem.rows[problem.violated.trailing_zeros() as usize];
            let times: i128 = cells.iter().map(|it| violated.coefficient(*it)).sum();
            if times == 0 || violated.value % times != 0 {
                continue;
            }
            let by = violated.value / times;
            let mut changes: Changes = cells.iter().map(|it| (*it, by)).collect();
            changes.sort_unstable();
            if problem.is_mended_by(&changes) {
                let share = rank::one_cell(problem, row[column], by);
                found.push(Undone { changes, mechanism: Mechanism::CarriedIntoAllTotals, share });
            }
        }
    }
}
