//! What a search says.

use ogi_model::{CellId, EqualityId};

use super::{Candidate, Mechanism, Problem};
use crate::rank::{self, Slip, weights};

/// What a search says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Localisation {
    /// What may have gone wrong, the likeliest first; ties in table order.
    pub explanations: Vec<Explanation>,
    /// Whether no explanation was missed: the budget did not end the search.
    pub exhaustive: bool,
    /// How many choices were tried.
    pub choices: usize,
}

/// What may have gone wrong: changes after which all equalities of a part hold.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// What kind of slip it is.
    pub mechanism: Mechanism,
    /// How likely it is, given what is printed, among all explanations of the same broken equalities.
    pub posterior: f64,
    /// What to change, in table order. None if an equality from elsewhere is what is wrong.
    pub edits: Vec<Edit>,
    /// The broken equalities of the form that it mends: all those of its part.
    pub mends: Vec<EqualityId>,
    /// The equalities from elsewhere that it gives up, by their numbers in the order in which they were added.
    pub gives_up: Vec<usize>,
    /// How many explanations arithmetic cannot distinguish from this one, itself included: those that change as few figures.
    pub class_size: usize,
}

/// A change of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Which.
    pub cell: CellId,
    /// The count that it prints (件); `None` if it does not apply.
    pub from: Option<i64>,
    /// The count that it should print (件).
    pub to: i64,
    /// How the one may have become the other.
    pub slip: Slip,
}

impl Localisation {
    /// The likeliest first. Posteriors that differ by no more than the ninth digit are a tie.
    pub(super) fn sort(&mut self) {
        let posterior = |it: &Explanation| (it.posterior * 1e9).round();
        self.explanations.sort_by(|one, other| {
            posterior(other).total_cmp(&posterior(one)).then_with(|| one.edits.cmp(&other.edits))
        });
    }
}

/// Adds the explanations of a part.
pub(super) fn add(
    problem: &Problem<'_>,
    candidates: Vec<Candidate>,
    piece_by_piece: bool,
    all: &mut Localisation,
) {
    let mut posteriors = posteriors(problem, &candidates);
    if piece_by_piece {
        posteriors.iter_mut().for_each(|it| *it *= weights::PIECE_BY_PIECE);
    }
    let class = |candidate: &Candidate| {
        let of_class = |it: &&Candidate| it.smallest && it.changes.len() == candidate.changes.len();
        if candidate.smallest { candidates.iter().filter(of_class).count() } else { 1 }
    };
    let mends = problem.broken();
    let explanations =
        candidates.iter().zip(posteriors).map(|(candidate, posterior)| Explanation {
            mechanism: candidate.mechanism,
            posterior,
            edits: candidate.changes.iter().filter_map(|it| edit(problem, *it)).collect(),
            mends: mends.clone(),
            gives_up: candidate
                .changes
                .iter()
                .filter_map(|(column, _)| column.checked_sub(CellId::COUNT))
                .collect(),
            class_size: class(candidate),
        });
    all.explanations.extend(explanations);
}

/// The share of each weight, less what is kept back because the weights may not be those of the real world.
fn posteriors(problem: &Problem<'_>, candidates: &[Candidate]) -> Vec<f64> {
    let sum: f64 = candidates.iter().map(|it| it.weight).sum();
    if sum <= 0.0 {
        return vec![0.0; candidates.len()];
    }
    let mut kept_back = 1.0;
    if problem.rows.len() == 1 {
        kept_back *= 1.0 - weights::UNSEEN;
    }
    if problem.takes_blanks_for_zero {
        kept_back *= weights::BLANK_IS_ZERO;
    }
    // Those that arithmetic cannot distinguish: the smallest, and slips of whole lines.
    let fewest = candidates.iter().filter(|it| it.smallest).map(|it| it.changes.len()).min();
    let rivals = |it: &Candidate| !it.smallest || Some(it.changes.len()) == fewest;
    let many = candidates.iter().filter(|it| rivals(it)).count();
    let evenly = if many > 1 { weights::UNFORESEEN } else { 0.0 };
    let posterior = |it: &Candidate| {
        let even = if rivals(it) { evenly / many as f64 } else { 0.0 };
        kept_back * ((1.0 - evenly) * it.weight / sum + even)
    };
    candidates.iter().map(posterior).collect()
}

fn edit(problem: &Problem<'_>, (column, change): (usize, i128)) -> Option<Edit> {
    let cell = CellId::all().nth(column)?;
    let from = match problem.system.figures[column] {
        crate::Figure::Known(count) => Some(count),
        _ => None,
    };
    let slip = rank::slip(problem, column, change).map_or(Slip::Other, |it| it.0);
    Some(Edit { cell, from, to: problem.right(column, change)?, slip })
}
