//! Table three: every request ends in one result or is carried over.

use ogi_model::{CellId, EqualityKind, Report, Row, Sign, TableForm};
use rand::{Rng, RngExt as _};

use super::complete::leaves;
use super::count;

/// Random figures in the cells that are no total, such that no balance gives a negative total.
/// What was left from before is what last year's report left, if that is given.
pub(super) fn fill(
    report: &mut Report,
    form: &TableForm,
    requests: u32,
    last: Option<&Report>,
    rng: &mut impl Rng,
) {
    let leaves: Vec<_> = leaves(form).collect();
    let columns: Vec<_> = form
        .equalities()
        .iter()
        .filter(|it| it.kind() == EqualityKind::Balance)
        .filter_map(|balance| {
            let with = |sign| balance.parts().iter().filter(move |it| it.sign == sign);
            let incoming: Vec<_> = with(Sign::Plus).map(|it| it.cell).collect();
            let concluded = with(Sign::Minus).next()?.cell;
            let results = form
                .equalities()
                .iter()
                .find(|it| it.kind() == EqualityKind::OutcomeSum && it.total() == concluded)?;
            let results: Vec<_> = results.parts().iter().map(|it| it.cell).collect();
            incoming.iter().all(|cell| leaves.contains(cell)).then_some((incoming, results))
        })
        .collect();

    // Most applicants are people: the weight falls from the first column on.
    let who: Vec<u32> = (0..columns.len()).map(|i| if i == 0 { 30 } else { 4 }).collect();
    let rows = columns.iter().map(|(incoming, _)| incoming.len()).max().unwrap_or(0);
    for row in 0..rows {
        // The first row is what came in this year, the others what was left from before.
        let many = if row == 0 { requests } else { rng.random_range(0..=requests / 12 + 1) };
        let cells: Vec<_> =
            columns.iter().filter_map(|(incoming, _)| incoming.get(row).copied()).collect();
        distribute(report, &cells, &who, many, rng);
        for cell in cells.into_iter().filter(|it| it.row() == Row::CarriedIn) {
            if let Some(last) = last {
                report.set(cell, count(&last[CellId::new(Row::CarriedOut, cell.column())]));
            }
        }
    }

    // A few results take nearly all requests, most none; which ones differs from agency to agency.
    let results = columns.first().map_or(0, |(_, results)| results.len());
    let what: Vec<u32> = (0..results)
        .map(|row| if row == 0 { 900 } else { rng.random_range(0_u32..10).pow(3) })
        .collect();
    for (incoming, results) in &columns {
        let received: i64 = incoming.iter().map(|cell| count(&report[*cell])).sum();
        let received = u32::try_from(received).unwrap_or(0);
        let left = rng.random_range(0..=received / 10);
        distribute(report, results, &what, received - left, rng);
    }
}

/// Puts `many` requests into cells, each by chance; the weights say how likely.
fn distribute(
    report: &mut Report,
    cells: &[CellId],
    weights: &[u32],
    many: u32,
    rng: &mut impl Rng,
) {
    let whole: u32 = weights.iter().sum();
    let mut counts = vec![0_i64; cells.len()];
    for _ in 0..many {
        let mut at = rng.random_range(0..whole.max(1));
        let place = weights.iter().position(|weight| {
            let here = at < *weight;
            at = at.saturating_sub(*weight);
            here
        });
        if let Some(n) = place.and_then(|it| counts.get_mut(it)) {
            *n += 1;
        }
    }
    for (cell, n) in cells.iter().zip(counts) {
        report.set(*cell, n);
    }
}
