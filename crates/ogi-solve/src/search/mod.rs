//! Which figures are wrong: the search for explanations.

mod explanation;
mod grid;
mod hitting;
mod mechanism;
mod problem;
mod several;
mod structural;

pub use explanation::{Edit, Explanation, Localisation};
pub(crate) use grid::Grid;
pub use mechanism::Mechanism;
use problem::Unknowns;
pub(crate) use problem::{Changes, Problem};
pub(crate) use structural::StructuralSlip;

use crate::{System, rank};
use hitting::Hitting;

/// How much is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most figures that an explanation may change, each for itself.
    pub cells: usize,
    /// How many choices may be tried in all, in each part of a report that is tied together by equalities.
    pub choices: usize,
}

/// Three figures; many more choices than three wrong figures in a complete table three ever need.
impl Default for Budget {
    fn default() -> Self {
        Self { cells: 3, choices: 20_000 }
    }
}

/// Where one explanation has this share of the weight, larger ones are not looked for.
const CLEAR: f64 = 0.9;

/// An explanation and what it weighs.
#[derive(Debug)]
struct Candidate {
    changes: Changes,
    mechanism: Mechanism,
    weight: f64,
    /// Whether the search for smallest sets found it, and not only the undoing of a slip.
    smallest: bool,
}

impl System {
    /// Looks for what may have gone wrong where equalities are broken, and says how likely each explanation is.
    ///
    /// The search is exact and complete: every set of up to three figures that mends all broken equalities of a part,
    /// and of which none can be left out, is found, smaller sets first; larger ones are looked for only while they could
    /// outweigh those found. Slips that concern a whole row or column are looked for where no single figure explains
    /// all. Where nothing is broken, nothing is searched.
    ///
    /// Where no set of up to three will do, figures whose equalities all say the same of them are taken out first, and
    /// what is left is searched: that finds more wrong figures if they are far apart, and is not exhaustive.
    ///
    /// What is unknown may be any count. Only where an equality is broken whatever they are, blanks are taken for 0;
    /// that is not exhaustive.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Edition, TableForm, Report, Row, TableId};
    /// use ogi_solve::{Budget, Mechanism, System};
    ///
    /// let zeros = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
    /// let mut report = zeros
    ///     .fold(Report::builder(Edition::E2021).agency("示例市").year(2025), |it, cell| it.set(cell, 0))
    ///     .build()?;
    /// let reconsideration = |column| CellId::new(Row::Reconsideration, column);
    /// report.set(reconsideration(Column::Upheld), 10);
    /// report.set(reconsideration(Column::Corrected), 1);
    ///
    /// let localisation = System::of_report(&report).localise(Budget::default());
    /// assert!(localisation.exhaustive);
    /// let likeliest = &localisation.explanations[0];
    /// assert_eq!(likeliest.mechanism, Mechanism::TotalLeftZero);
    /// assert_eq!((likeliest.edits[0].cell, likeliest.edits[0].to), (reconsideration(Column::Total), 11));
    /// // One equality alone cannot be certain.
    /// assert!(likeliest.posterior > 0.9 && likeliest.posterior < 0.99);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn localise(&self, budget: Budget) -> Localisation {
        let mut all = Localisation { explanations: Vec::new(), exhaustive: true, choices: 0 };
        if self.rows.iter().all(|row| row.value == 0) {
            return all;
        }
        for part in self.parts(true) {
            if part.iter().all(|at| self.rows[*at].value == 0) {
                continue;
            }
            let problem = Problem::new(self, &part, Unknowns::Any);
            all.exhaustive &= problem.is_some();
            match problem {
                Some(problem) if problem.violated != 0 => search(&problem, budget, &mut all),
                Some(problem) if !problem.broken().is_empty() => {
                    // No counts in the place of the unknown ones will do, and which figure is wrong by how much
                    // depends on them: stated for the likeliest, and not claimed to be all.
                    all.exhaustive = false;
                    let zeros = Problem::new(self, &part, Unknowns::Zero);
                    zeros.iter().for_each(|zeros| search(zeros, budget, &mut all));
                }
                _ => {}
            }
        }
        all.sort();
        all
    }
}

fn search(problem: &Problem<'_>, budget: Budget, all: &mut Localisation) {
    let mut left = budget.choices;
    let mut candidates: Vec<Candidate> = Vec::new();
    for size in 1..=budget.cells {
        let sum: f64 = candidates.iter().map(|it| it.weight).sum();
        let heaviest = candidates.iter().map(|it| it.weight).fold(0.0, f64::max);
        let is_enough = heaviest > CLEAR * sum || heaviest >= rank::worth_searching(problem, size);
        // Slips of whole lines do not stand in for two figures, but for three.
        let counts = size > 2 || candidates.iter().any(|it| it.smallest);
        if heaviest > 0.0 && is_enough && counts {
            break;
        }
        let (sets, exhaustive) = Hitting::sets(problem, size, &mut left);
        all.exhaustive &= exhaustive;
        if size == 1 && sets.is_empty() {
            candidates.extend(structural::all(problem).into_iter().map(|undone| Candidate {
                weight: rank::undone(&undone),
                mechanism: undone.mechanism,
                changes: undone.changes,
                smallest: false,
            }));
        }
        candidates.extend(sets.into_iter().map(|changes| {
            let (mechanism, weight) = rank::few_cells(problem, &changes);
            Candidate { changes, mechanism, weight, smallest: true }
        }));
    }
    let mut piece_by_piece = false;
    if candidates.is_empty() {
        // Found without a search of all sets of their size, so others may be missed.
        let found = several::find(problem, budget.cells, &mut left);
        all.exhaustive &= found.is_empty();
        piece_by_piece = !found.is_empty();
        candidates.extend(found.into_iter().map(|changes| {
            let (mechanism, weight) = rank::few_cells(problem, &changes);
            Candidate { changes, mechanism, weight, smallest: false }
        }));
    }
    all.choices += budget.choices - left;
    explanation::add(problem, merged(candidates), piece_by_piece, all);
}

/// Explanations by the same changes are one: their weights add up.
fn merged(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|one, other| {
        one.changes.cmp(&other.changes).then(other.weight.total_cmp(&one.weight))
    });
    candidates.dedup_by(|next, kept| {
        let same = next.changes == kept.changes;
        if same {
            kept.weight += next.weight;
            kept.smallest |= next.smallest;
        }
        same
    });
    candidates
}
