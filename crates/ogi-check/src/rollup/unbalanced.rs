//! Sums of the form that do not hold where children are added up.

use ogi_model::{CellId, Equality, Report, Value};
use ogi_solve::{Broken, Evaluation, Expected, Figures, evaluate};

use super::Family;
use crate::rules::value_of_sum;

/// A sum of the form that does not hold where children are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Unbalanced {
    /// The total.
    pub cell: CellId,
    /// What the children's totals come to.
    pub sum: Value,
    /// What their parts come to.
    pub parts: Value,
    /// The children whose own report does not balance here, and by how much their total is above its parts.
    pub children: Vec<(String, Value)>,
}

pub(super) fn of(report: &Report, family: &Family<'_>) -> Vec<Unbalanced> {
    let found = report.equalities().filter_map(|equality| {
        let (sum, parts) = exactly_broken(equality, report)?;
        let children = family.members().iter().filter_map(|it| {
            let report = it.reports().first()?.report();
            let (sum, parts) = exactly_broken(equality, report)?;
            Some((it.name.clone(), value_of_sum(i128::from(sum) - parts)))
        });
        Some(Unbalanced {
            cell: equality.total(),
            sum: Value::Count(sum),
            parts: value_of_sum(parts),
            children: children.collect(),
        })
    });
    let mut all: Vec<_> = found.collect();
    all.sort_by_key(|it| it.cell);
    all
}

/// What total and parts are, where both are known and differ.
fn exactly_broken(equality: &Equality, figures: &impl Figures) -> Option<(i64, i128)> {
    match evaluate(equality, figures) {
        Evaluation::Broken(Broken {
            observed: Some(observed),
            expected: Expected::Exactly(parts),
        }) => Some((observed, parts)),
        _ => None,
    }
}
