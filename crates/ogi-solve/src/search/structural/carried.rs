//! A wrong figure that was added into all totals: too many cells to be searched for one by one.

use ogi_model::EqualityKind;

use super::super::Mechanism;
use super::super::problem::{Changes, Problem};
use super::StructuralSlip;
use crate::rank;

/// A cell of a result row, the totals of its row and column, and the total of these, all wrong by the same.
pub(super) fn find(problem: &Problem<'_>, found: &mut Vec<StructuralSlip>) {
    let rows = problem.grid.rows();
    for sum in problem.equalities().filter(|it| it.kind() == EqualityKind::OutcomeSum) {
        let (below, at) = match problem.grid.at(sum.total().index()) {
            Some((row, at)) if !problem.grid.is_last(row, at) => (&rows[row], at),
            _ => continue,
        };
        for part in sum.parts() {
            let Some((row, _)) = problem.grid.at(part.cell.index()) else { continue };
            let (Some(total), Some(corner)) = (rows[row].last(), below.last()) else { continue };
            let cells = [rows[row][at], *total, below[at], *corner];
            if problem.violated & !problem.touched(cells) != 0 {
                continue;
            }
            // Any violated row says by how much, since all four change by the same.
            let violated = &problem.rows[problem.violated.trailing_zeros() as usize];
            let times: i128 = cells.iter().map(|it| violated.coefficient(*it)).sum();
            if times == 0 || violated.value % times != 0 {
                continue;
            }
            let by = violated.value / times;
            let changes: Changes = cells.iter().map(|it| (*it, by)).collect();
            if problem.is_mended_by(&changes) {
                let share = rank::one_cell(problem, cells[0], by);
                found.push(StructuralSlip {
                    changes,
                    mechanism: Mechanism::CarriedIntoAllTotals,
                    share,
                });
            }
        }
    }
}
