//! Slips that make many figures wrong at once: each is undone, and kept if everything then adds up.

mod carried;
mod exchanged;
mod shifted;
mod twice;

use super::Mechanism;
use super::problem::{Changes, Problem};

/// Changes that undo a slip.
#[derive(Clone, Debug)]
pub(crate) struct StructuralSlip {
    pub(crate) changes: Changes,
    pub(crate) mechanism: Mechanism,
    /// How likely the slip is there, of all places where it could be.
    pub(crate) share: f64,
}

/// Every slip that explains all, in table order.
pub(super) fn all(problem: &Problem<'_>) -> Vec<StructuralSlip> {
    let mut found = Vec::new();
    shifted::find(problem, &mut found);
    exchanged::rows(problem, &mut found);
    exchanged::columns(problem, &mut found);
    twice::find(problem, &mut found);
    carried::find(problem, &mut found);
    found
}

/// What the figures of a row are, if none is unknown.
fn printed(problem: &Problem<'_>, row: &[usize]) -> Option<Vec<i64>> {
    row.iter().map(|column| problem.printed(*column)).collect()
}

/// The changes that make these cells print these figures; those that do are left out.
fn changes(
    problem: &Problem<'_>,
    right: impl IntoIterator<Item = (usize, i64)>,
) -> Option<Changes> {
    let mut changes = Changes::new();
    for (column, right) in right {
        let change = i128::from(problem.printed(column)?) - i128::from(right);
        if change != 0 {
            changes.push((column, change));
        }
    }
    changes.sort_unstable();
    (!changes.is_empty()).then_some(changes)
}
