//! More wrong figures than are searched for together.
//!
//! Far apart, they do not hide one another: where all equalities of a figure are broken, and by the same, it is wrong by that.
//! Such figures are taken out one after another, and only what is left is searched. This is quick and finds the usual
//! case, but it is not complete.

use super::hitting::Hitting;
use super::problem::{Changes, Problem};
use crate::linear::{Row, Set};

/// Sets of figures whose change mends all rows, found piece by piece.
pub(super) fn find(problem: &Problem<'_>, most_left: usize, budget: &mut usize) -> Vec<Changes> {
    let mut rows = problem.rows.clone();
    let mut agreed = Changes::new();
    loop {
        let new = agreed_on(problem, &rows);
        if new.is_empty() {
            break;
        }
        for row in &mut rows {
            for (column, change) in &new {
                row.value -= row.coefficient(*column) * change;
            }
        }
        agreed.extend(new);
    }
    if agreed.is_empty() {
        return Vec::new();
    }
    let mut found = vec![Changes::new()];
    if rows.iter().any(|row| row.value != 0) {
        let mut left = |size| Hitting::beside(problem, &rows, size, budget).0;
        found = (1..=most_left).map(&mut left).find(|sets| !sets.is_empty()).unwrap_or_default();
    }
    let with_agreed = found.into_iter().filter_map(|mut changes| {
        changes.extend(&agreed);
        changes.sort_unstable();
        let is_set = changes.windows(2).all(|pair| pair[0].0 != pair[1].0);
        (is_set && problem.is_mended_by(&changes)).then_some(changes)
    });
    with_agreed.collect()
}

/// Columns all of whose rows are violated, and by the same change of it; none that has a row in common with another.
fn agreed_on(problem: &Problem<'_>, rows: &[Row]) -> Changes {
    let violated = rows.iter().filter(|row| row.value != 0);
    let columns = violated.fold(Set::default(), |all, row| all.union(row.support()));
    let agreed: Changes =
        columns.iter().filter_map(|column| Some((column, agreed_change(rows, column)?))).collect();
    let alone = |it: &&(usize, i128)| {
        let mut with = rows.iter().filter(|row| row.support().contains(it.0));
        with.all(|row| agreed.iter().filter(|it| row.support().contains(it.0)).count() == 1)
    };
    let is_count = |it: &&(usize, i128)| problem.right(it.0, it.1).is_some();
    agreed.iter().filter(alone).filter(is_count).copied().collect()
}

/// By how much a column is wrong, if all its rows say the same, and they are several.
fn agreed_change(rows: &[Row], column: usize) -> Option<i128> {
    let mut changes = rows.iter().filter(|row| row.support().contains(column)).map(|row| {
        let times = row.coefficient(column);
        (row.value != 0 && row.value % times == 0).then(|| row.value / times)
    });
    let first = changes.next()??;
    let mut others = changes.peekable();
    (others.peek().is_some() && others.all(|it| it == Some(first))).then_some(first)
}
