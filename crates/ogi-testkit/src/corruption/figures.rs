//! Figures got wrong one by one, and what is computed from them.

use ogi_model::{CellId, Column, EqualityKind, Report, Row};
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use super::{Channel, count};

pub(super) fn of_any_value(
    report: &Report,
    cells: &[CellId],
    many: usize,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let most = cells.iter().map(|it| count(report, *it)).max().unwrap_or_default().max(9);
    let chosen: Vec<CellId> = cells.sample(rng, many).copied().collect();
    let mut changes = Vec::new();
    for cell in chosen {
        // One less than there are values, so that the right one is left out.
        let wrong = rng.random_range(0..most * 2);
        changes.push((cell, if wrong >= count(report, cell) { wrong + 1 } else { wrong }));
    }
    changes
}

pub(super) fn slips(
    report: &Report,
    cells: &[CellId],
    many: usize,
    channel: Channel,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let mut changes: Vec<(CellId, i64)> = Vec::new();
    while changes.len() < many.min(cells.len()) {
        let Some(cell) = channel.cell(report, cells, rng) else { return Vec::new() };
        if changes.iter().all(|it| it.0 != cell) {
            changes.push((cell, channel.wrong(count(report, cell), rng)));
        }
    }
    changes
}

/// Where a slip is carried to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    Row,
    Column,
    Corner,
}

/// A slip of a result row, and all that is computed from it.
pub(super) fn carried(
    report: &Report,
    into: &[Carried],
    channel: Channel,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let sums = report.equalities().filter(|it| it.kind() == EqualityKind::OutcomeSum);
    let leaves: Vec<CellId> = sums
        .filter(|it| it.total().column() != Column::Total)
        .flat_map(|it| it.parts().iter().map(|term| term.cell))
        .collect();
    let Some(leaf) = channel.cell(report, &leaves, rng) else { return Vec::new() };
    let wrong = channel.wrong(count(report, leaf), rng);
    let by = wrong - count(report, leaf);
    let mut changes = vec![(leaf, wrong)];
    for into in into {
        let cell = match into {
            Carried::Row => CellId::new(leaf.row(), Column::Total),
            Carried::Column => CellId::new(Row::Concluded, leaf.column()),
            Carried::Corner => CellId::new(Row::Concluded, Column::Total),
        };
        changes.push((cell, count(report, cell) + by));
    }
    changes
}
