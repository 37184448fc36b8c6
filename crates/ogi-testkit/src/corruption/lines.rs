//! Figures in the wrong cell.

use ogi_model::{CellId, Column, Report, Row};
use rand::seq::IndexedRandom as _;
use rand::{Rng, RngExt as _};

use super::{Channel, count};

/// A value that stands in another cell, where 0 is right.
pub(super) fn moved(
    report: &Report,
    cells: &[CellId],
    to: impl Fn(CellId) -> Option<CellId>,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let pairs: Vec<(CellId, CellId)> = cells
        .iter()
        .filter(|it| count(report, **it) != 0)
        .filter_map(|it| Some((*it, to(*it)?)))
        .filter(|(_, to)| count(report, *to) == 0)
        .collect();
    let Some((from, to)) = pairs.choose(rng) else { return Vec::new() };
    vec![(*from, 0), (*to, count(report, *from))]
}

/// The figure of a result row in the next row as well, where another is right, and added into the total of that row.
pub(super) fn copied(
    report: &Report,
    cells: &[CellId],
    to: impl Fn(CellId) -> Option<CellId>,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let is_result = |it: &CellId| {
        let row = it.row().form_row();
        row.group.is_some() && row.sum.is_none() && it.column() != Column::Total
    };
    let pairs: Vec<(CellId, CellId)> = cells
        .iter()
        .filter(|it| is_result(it) && count(report, **it) != 0)
        .filter_map(|it| Some((*it, to(*it).filter(is_result)?)))
        .filter(|(from, to)| count(report, *from) != count(report, *to))
        .collect();
    let Some((from, to)) = pairs.choose(rng) else { return Vec::new() };
    let copy = count(report, *from);
    let total = CellId::new(to.row(), Column::Total);
    vec![(*to, copy), (total, count(report, total) + copy - count(report, *to))]
}

/// The cells of a row or column, in order.
fn line<K: PartialEq>(cells: &[CellId], key: impl Fn(CellId) -> K, of: &K) -> Vec<CellId> {
    cells.iter().copied().filter(|it| key(*it) == *of).collect()
}

/// A row that slipped to one side from a cell on.
pub(super) fn shifted(
    report: &Report,
    cells: &[CellId],
    channel: Channel,
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let mut ways = Vec::new();
    for row in rows(cells) {
        let row = line(cells, CellId::row, &row);
        let right: Vec<i64> = row.iter().map(|it| count(report, *it)).collect();
        for from in 0..row.len() - 1 {
            for to_the_right in [true, false] {
                let mut wrong = right.clone();
                // People leave a cell empty, machines read one twice.
                let gap = match channel {
                    Channel::People => 0,
                    Channel::Machines if to_the_right => right[from],
                    Channel::Machines => right[right.len() - 1],
                };
                if to_the_right {
                    wrong.insert(from, gap);
                    wrong.pop();
                } else {
                    wrong.remove(from);
                    wrong.push(gap);
                }
                let changes: Vec<(CellId, i64)> = row
                    .iter()
                    .copied()
                    .zip(wrong)
                    .filter(|(cell, to)| count(report, *cell) != *to)
                    .collect();
                if changes.len() >= 3 {
                    ways.push(changes);
                }
            }
        }
    }
    if ways.is_empty() { Vec::new() } else { ways.swap_remove(rng.random_range(0..ways.len())) }
}

fn rows(cells: &[CellId]) -> Vec<Row> {
    let mut rows: Vec<Row> = cells.iter().map(|it| it.row()).collect();
    rows.dedup();
    rows
}

/// A row that is not all zeros, in place of the one below it, which is another.
pub(super) fn printed_twice(
    report: &Report,
    cells: &[CellId],
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let rows: Vec<Vec<CellId>> =
        rows(cells).iter().map(|row| line(cells, CellId::row, row)).collect();
    let pairs: Vec<Vec<(CellId, i64)>> = rows
        .windows(2)
        .filter(|pair| pair[0].iter().any(|it| count(report, *it) != 0))
        .map(|pair| {
            let both = pair[0].iter().zip(&pair[1]);
            both.map(|(above, below)| (*below, count(report, *above)))
                .filter(|(below, to)| count(report, *below) != *to)
                .collect()
        })
        .filter(|changes: &Vec<_>| !changes.is_empty())
        .collect();
    pairs.choose(rng).cloned().unwrap_or_default()
}

/// Two neighbouring rows, not the same, in each other's place.
pub(super) fn rows_exchanged(
    report: &Report,
    cells: &[CellId],
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let lines = rows(cells).iter().map(|row| line(cells, CellId::row, row)).collect();
    exchanged(report, lines, rng)
}

/// Two neighbouring columns, not the same, in each other's place.
pub(super) fn columns_exchanged(
    report: &Report,
    cells: &[CellId],
    rng: &mut impl Rng,
) -> Vec<(CellId, i64)> {
    let mut columns: Vec<Column> = cells.iter().map(|it| it.column()).collect();
    columns.sort_unstable();
    columns.dedup();
    let lines = columns.iter().map(|column| line(cells, CellId::column, column)).collect();
    exchanged(report, lines, rng)
}

fn exchanged(report: &Report, lines: Vec<Vec<CellId>>, rng: &mut impl Rng) -> Vec<(CellId, i64)> {
    let pairs: Vec<Vec<(CellId, i64)>> = lines
        .windows(2)
        .map(|pair| {
            let both = pair[0].iter().zip(&pair[1]);
            both.flat_map(|(one, other)| {
                [(*one, count(report, *other)), (*other, count(report, *one))]
            })
            .filter(|(cell, to)| count(report, *cell) != *to)
            .collect()
        })
        .filter(|changes: &Vec<_>| !changes.is_empty())
        .collect();
    pairs.choose(rng).cloned().unwrap_or_default()
}
