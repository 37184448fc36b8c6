//! What a text may be in a template: its cost as the label of every row, and as anything else. Nobody decides here.
//!
//! `其他` may be a row of table three, a head of it, or a word of a sentence.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::letters::Letters;
use super::template::Template;
use super::weights::label;
use super::wording::{self, Wordings};

/// The costs of a text.
#[derive(Clone, Debug)]
pub(super) struct Costs {
    /// Of the rows that it may be the label of, by their position in the template.
    pub(super) rows: Vec<(usize, f64)>,
    /// As a head, or as no label at all.
    pub(super) none: f64,
    /// Whether it is no head either.
    pub(super) is_unknown: bool,
    /// As the label of a row that only other editions have.
    pub(super) alien: f64,
    best: Option<(usize, f64)>,
}

impl Costs {
    fn new(rows: Vec<(usize, f64)>, none: f64, is_unknown: bool, alien: f64) -> Self {
        let best = rows.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        Self { rows, none, is_unknown, alien, best }
    }

    /// The cheapest row, if there is one.
    pub(super) const fn best(&self) -> Option<(usize, f64)> {
        self.best
    }

    /// The cost as whatever is cheapest.
    pub(super) fn least(&self) -> f64 {
        self.best().map_or(self.none, |it| it.1.min(self.none))
    }

    /// Whether it is the label of a row that only other editions have, and of none of this one.
    pub(super) fn is_alien(&self) -> bool {
        let own = self.best().map_or(f64::INFINITY, |it| it.1);
        self.alien < self.none.min(label::ALIEN) && self.alien + label::EDGE <= own
    }

    pub(super) fn of_row(&self, row: usize) -> Option<f64> {
        self.rows.iter().find(|it| it.0 == row).map(|it| it.1)
    }
}

/// The most texts that are scored: more than any report has, its portal with it. Those behind are no labels.
const MOST_TEXTS: usize = 20_000;

/// Scores texts against a template; each text once.
#[derive(Debug)]
pub(super) struct Scores {
    pub(super) template: &'static Template,
    wordings: Rc<Wordings>,
    /// The wordings of each row, by their positions among those of the table.
    rows: Vec<Vec<usize>>,
    heads: Vec<usize>,
    aliens: Vec<usize>,
    known: RefCell<FxHashMap<Letters, Rc<Costs>>>,
}

impl Scores {
    /// The scores of the templates of a table.
    pub(super) fn of_table(templates: &'static [Template]) -> Vec<Self> {
        let mut wordings = Wordings::default();
        let mut positions = |all: &[Letters]| -> Vec<usize> {
            all.iter().map(|it| wordings.position(it)).collect()
        };
        let of: Vec<_> = templates
            .iter()
            .map(|it| {
                let rows: Vec<_> = it.rows.iter().map(|row| positions(&row.wordings)).collect();
                (it, rows, positions(&it.heads), positions(&it.aliens))
            })
            .collect();
        let wordings = Rc::new(wordings);
        let scores = |(template, rows, heads, aliens)| {
            let wordings = Rc::clone(&wordings);
            Self { template, wordings, rows, heads, aliens, known: RefCell::default() }
        };
        of.into_iter().map(scores).collect()
    }

    pub(super) fn of(&self, letters: &[u16]) -> Rc<Costs> {
        if let Some(known) = self.known.borrow().get(letters) {
            return Rc::clone(known);
        }
        if self.known.borrow().len() >= MOST_TEXTS {
            let none = wording::cost_of_none(letters);
            return Rc::new(Costs::new(Vec::new(), none, true, f64::INFINITY));
        }
        let costs = Rc::new(self.compute(letters));
        self.known.borrow_mut().insert(letters.to_vec(), Rc::clone(&costs));
        costs
    }

    fn compute(&self, letters: &[u16]) -> Costs {
        let nothing = wording::cost_of_none(letters);
        let of = self.wordings.costs(letters);
        let mut rows = Vec::new();
        for (at, wordings) in self.rows.iter().enumerate() {
            let costs = wordings.iter().enumerate().filter_map(|(i, wording)| {
                let other = if i == 0 { 0.0 } else { label::OTHER_WORDING };
                Some(of[*wording]? + other)
            });
            if let Some(cost) = costs.min_by(f64::total_cmp)
                && cost < nothing + label::KEPT
            {
                rows.push((at, cost));
            }
        }
        // The label of one row is no other's misspelt: `行政处罚` is not `行政许可`.
        if rows.iter().any(|it| it.1 < label::EDGE) {
            rows.retain(|it| it.1 < label::LOST);
        }
        let none = self.heads.iter().filter_map(|it| of[*it]).fold(nothing, f64::min);
        let alien = self.aliens.iter().filter_map(|it| of[*it]).fold(f64::INFINITY, f64::min);
        Costs::new(rows, none, none >= nothing, alien)
    }
}
