//! How labels stand to the rows of figures beside them.
//!
//! `行政许可 1286` has its figure behind it, `1286 行政许可` before it; a PDF prints half of a long label below its row.

use std::cell::RefCell;

use super::labels::{LabelText, Labels};
use super::logs::log_sum;
use super::weights::relation;

/// How figures and labels stand: labels before their figures, or displaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Mode {
    Strict,
    Loose,
}

impl Mode {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Strict => Self::Loose,
            Self::Loose => Self::Strict,
        }
    }
}

/// Where a label stands when a row of figures is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    /// On the lines of the figures; whether it is the last before them in a drawn row.
    Beside { last: bool },
    /// Before them; whether it is the last before them.
    Before { last: bool },
    /// In a displaced stretch; whether it is the only one here and in full.
    Displaced { only: bool },
}

/// The costs of labels as they are passed.
pub(super) struct Relations<'a> {
    labels: &'a [LabelText],
    rows: usize,
    /// Costs that were asked for before, by label, stand, row before and row.
    known: RefCell<Vec<f32>>,
}

const STANDS: usize = 6;

impl<'a> Relations<'a> {
    pub(super) fn new(labels: &'a Labels, rows: usize) -> Self {
        Self { labels: &labels.all, rows, known: RefCell::default() }
    }

    /// The label at this index, if it stands before a figure.
    fn before(&self, index: usize, figure: usize) -> Option<&LabelText> {
        self.labels.get(index).filter(|it| it.before < figure)
    }

    /// What the labels from one on cost that stand before the end of figures `from..to`, when these are the row `row`
    /// behind the row `last`; and the first label behind.
    pub(super) fn passed(
        &self,
        first: usize,
        (from, to): (usize, usize),
        last: Option<usize>,
        row: usize,
        mode: Mode,
    ) -> (f64, usize) {
        let mut cost = 0.0;
        let mut index = first;
        while let Some(label) = self.before(index, to) {
            let beside = label.beside.is_some_and(|it| it.0 < to && it.1 >= from);
            let within = label.before > from || label.until > from;
            let next = self.labels.get(index + 1);
            let stand = if beside {
                Stand::Beside { last: label.is_drawn && next.is_none_or(|it| it.before > from) }
            } else if within {
                match mode {
                    Mode::Strict => Stand::Before { last: true },
                    Mode::Loose => Stand::Displaced { only: false },
                }
            } else {
                let is_last = next.is_none_or(|it| it.before > from || it.beside.is_some());
                match mode {
                    Mode::Strict => Stand::Before { last: is_last },
                    Mode::Loose => {
                        let first = index == 0 || self.labels[index - 1].until < label.before;
                        let full = label.costs.best().is_some_and(|it| it.1 < 0.5);
                        Stand::Displaced { only: is_last && first && full }
                    }
                }
            };
            cost += self.cost(index, stand, last, row);
            index += 1;
        }
        (cost, index)
    }

    /// What the labels from one on cost that stand behind the last row.
    pub(super) fn behind(&self, first: usize, last: Option<usize>) -> f64 {
        let stand = Stand::Displaced { only: false };
        (first..self.labels.len()).map(|it| self.cost(it, stand, last, self.rows)).sum()
    }

    fn cost(&self, index: usize, stand: Stand, last: Option<usize>, row: usize) -> f64 {
        let side = self.rows + 1;
        let stand_at = match stand {
            Stand::Beside { last } => usize::from(last),
            Stand::Before { last } => 2 + usize::from(last),
            Stand::Displaced { only } => 4 + usize::from(only),
        };
        let last_at = last.map_or(0, |it| it + 1);
        let at = ((index * STANDS + stand_at) * side + last_at) * side + row;
        let mut all = self.known.borrow_mut();
        if all.is_empty() {
            // Only a search asks.
            all.resize(self.labels.len() * STANDS * side * side, f32::NAN);
        }
        let known = all[at];
        if !known.is_nan() {
            return f64::from(known);
        }
        let cost = self.compute(index, stand, last, row);
        all[at] = cost as f32;
        cost
    }

    /// Relative to the label at its best.
    fn compute(&self, index: usize, stand: Stand, last: Option<usize>, row: usize) -> f64 {
        let costs = &self.labels[index].costs;
        let behind = |it: usize| last.is_none_or(|last| it > last);
        let of_row = |it: usize| match stand {
            Stand::Beside { .. } if it == row => relation::BESIDE_OWN,
            Stand::Beside { .. } => relation::BESIDE_OTHER,
            Stand::Before { last: true } if it == row => relation::BEFORE_OWN,
            Stand::Before { .. } if behind(it) && it <= row => relation::BEFORE_SKIPPED,
            Stand::Before { .. } => relation::BEFORE_OTHER,
            Stand::Displaced { .. } if it == row => relation::LOOSE_OWN,
            Stand::Displaced { .. } if Some(it) == last => relation::LOOSE_PREVIOUS,
            Stand::Displaced { .. } if behind(it) && it < row => relation::LOOSE_SKIPPED,
            Stand::Displaced { only } => {
                let base = if only { relation::LOOSE_ONLY } else { relation::LOOSE_FAR };
                let from_last = last.map_or(it + 1, |last| it.abs_diff(last));
                base + relation::LOOSE_EACH * it.abs_diff(row).min(from_last) as f64
            }
        };
        let none = if costs.none < 0.5 {
            relation::HEAD
        } else {
            match stand {
                // The label of a row as the form has it is nothing else: `行政处罚 | 603` below `行政许可 | 见附件`.
                Stand::Beside { last: true } if costs.best().is_some_and(|it| it.1 == 0.0) => {
                    relation::BESIDE_OTHER
                }
                Stand::Beside { .. } => relation::BESIDE_NONE,
                Stand::Before { .. } => relation::BEFORE_NONE,
                Stand::Displaced { .. } => relation::LOOSE_NONE,
            }
        };
        let terms = costs.rows.iter().map(|(it, cost)| -of_row(*it) - cost);
        -log_sum(terms.chain([-none - costs.none])) - costs.least()
    }
}
