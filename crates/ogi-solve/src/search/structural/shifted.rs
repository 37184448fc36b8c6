//! A row whose figures stand one cell too far left or right.

use super::super::Mechanism;
use super::super::problem::Problem;
use super::{StructuralSlip, changes, printed};
use crate::rank::weights::LEFT_EMPTY;

/// From some cell on, figures stand one cell too far right, and the last was lost; or too far left, and the one before
/// them was lost. The one that was lost follows from its row.
pub(super) fn find(problem: &Problem<'_>, found: &mut Vec<StructuralSlip>) {
    let rows = problem.grid.rows();
    let places = rows.iter().map(|row| 2 * (row.len() - 1)).sum::<usize>() as f64;
    for row in rows.iter().filter(|row| {
        problem.violated & !problem.touched(row.iter().copied()) == 0
            && row.len() > 2
            && row.last().is_some_and(|total| problem.grid.is_total(*total))
    }) {
        let Some(figures) = printed(problem, row) else { continue };
        let last = row.len() - 1;
        for from in 0..last {
            for right in [shifted_right(&figures, from), shifted_left(&figures, from)] {
                let Some((right, emptied)) = right else { continue };
                let cells = row.iter().copied().zip(right);
                let Some(changes) = changes(problem, cells) else { continue };
                if problem.is_mended_by(&changes) {
                    let empty = if emptied == 0 { LEFT_EMPTY } else { 1.0 - LEFT_EMPTY };
                    let share = empty / places;
                    let mechanism = Mechanism::RowShifted;
                    found.push(StructuralSlip { changes, mechanism, share });
                }
            }
        }
    }
}

/// Figures that belong one cell to the left, from a cell on; the total was lost. Also what stands in the cell that is
/// too many.
fn shifted_right(figures: &[i64], from: usize) -> Option<(Vec<i64>, i64)> {
    let mut right = figures.to_vec();
    let emptied = right.remove(from);
    let total = right.iter().try_fold(0_i64, |sum, it| sum.checked_add(*it))?;
    right.push(total);
    Some((right, emptied))
}

/// Figures that belong one cell to the right, from a cell on; the one in front of them was lost.
fn shifted_left(figures: &[i64], from: usize) -> Option<(Vec<i64>, i64)> {
    let mut right = figures.to_vec();
    let emptied = right.pop()?;
    let total = *right.last()?;
    let parts = right[..right.len() - 1].iter().try_fold(0_i64, |sum, it| sum.checked_add(*it))?;
    right.insert(from, total.checked_sub(parts)?);
    Some((right, emptied))
}
