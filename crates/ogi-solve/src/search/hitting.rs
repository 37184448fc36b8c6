//! Every smallest set of cells whose change mends all rows (Reiter's hitting sets, with the rows that a choice implies
//! made when they are needed).
//!
//! Of the cells of a violated row at least one is wrong. Each is tried: its column is taken out of the rows, which
//! leaves what must hold whatever its figure is. When every such row holds, the choice explains all. So no set is
//! missed, and what the cells should be follows, because all sets searched have independent columns.

use super::problem::{Changes, Problem};
use crate::linear::{Row, Set, eliminate};

/// A search for sets of one size.
#[derive(Debug)]
pub(super) struct Hitting<'p> {
    problem: &'p Problem<'p>,
    /// How many choices may still be tried.
    budget: usize,
    /// Whether the budget, or the room for numbers, ended the search.
    pub(super) exhausted: bool,
    chosen: Vec<(usize, Row)>,
    found: Vec<Changes>,
}

impl<'p> Hitting<'p> {
    /// Every set of so many cells, none of which can be left out; in table order. `budget` is how many choices may be
    /// tried, and afterwards how many are left.
    pub(super) fn sets(
        problem: &'p Problem<'p>,
        size: usize,
        budget: &mut usize,
    ) -> (Vec<Changes>, bool) {
        Self::beside(problem, &problem.rows, size, budget)
    }

    /// The same for what is left of the rows when other figures are changed.
    pub(super) fn beside(
        problem: &'p Problem<'p>,
        rows: &[Row],
        size: usize,
        budget: &mut usize,
    ) -> (Vec<Changes>, bool) {
        let mut search = Self {
            problem,
            budget: *budget,
            exhausted: false,
            chosen: Vec::with_capacity(size),
            found: Vec::new(),
        };
        let mut levels: Vec<Vec<Row>> = vec![Vec::with_capacity(problem.rows.len()); size - 1];
        search.descend(rows, Set::default(), &mut levels);
        *budget = search.budget;
        search.found.sort();
        (search.found, !search.exhausted)
    }

    /// `given_up` are columns whose sets were all found before.
    fn descend(&mut self, rows: &[Row], mut given_up: Set, levels: &mut [Vec<Row>]) {
        let Some((next, deeper)) = levels.split_first_mut() else {
            return self.last(rows, &given_up);
        };
        let choices = rows
            .iter()
            .filter(|row| row.value != 0)
            .map(|row| row.support().without(&given_up))
            .min_by_key(Set::len);
        for column in choices.unwrap_or_default().iter() {
            if self.budget == 0 {
                self.exhausted = true;
                return;
            }
            self.budget -= 1;
            next.clear();
            next.extend_from_slice(rows);
            match eliminate(next, column) {
                Ok(Some(pivot)) => {
                    self.chosen.push((column, pivot));
                    self.descend(next, given_up, deeper);
                    self.chosen.pop();
                }
                Ok(None) => {}
                Err(_) => self.exhausted = true,
            }
            given_up.insert(column);
        }
    }

    /// One cell must mend all that is left: it is in every violated row, and in no other.
    fn last(&mut self, rows: &[Row], given_up: &Set) {
        let mut choices: Option<Set> = None;
        let mut sound = *given_up;
        for row in rows {
            if row.value == 0 {
                sound = sound.union(row.support());
            } else {
                choices =
                    Some(choices.map_or(*row.support(), |all| all.intersection(row.support())));
            }
        }
        for column in choices.unwrap_or_default().without(&sound).iter() {
            if let Some(changes) = self.solved(rows, column)
                && self.problem.leaves_counts(&changes)
            {
                self.found.push(changes);
            }
        }
    }

    /// The changes of all chosen columns and a last one, if they are whole and none is needless.
    fn solved(&self, rows: &[Row], last: usize) -> Option<Changes> {
        let mut violated = rows.iter().filter(|row| row.value != 0);
        let first = violated.next()?;
        let change = divide(first.value, first.coefficient(last))?;
        if !violated.all(|row| row.coefficient(last) * change == row.value) {
            return None;
        }
        let mut changes = vec![(last, change)];
        for (column, pivot) in self.chosen.iter().rev() {
            let others: i128 =
                changes.iter().map(|(other, change)| pivot.coefficient(*other) * change).sum();
            let change = divide(pivot.value - others, pivot.coefficient(*column))?;
            changes.push((*column, change));
        }
        changes.sort_unstable();
        changes.iter().all(|it| it.1 != 0).then_some(changes)
    }
}

fn divide(value: i128, by: i128) -> Option<i128> {
    (by != 0 && value % by == 0).then(|| value / by)
}
