//! What a text may be in a template: its cost as the label of every row, and as anything else. Nobody decides here.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::letters::Letters;
use super::template::Template;
use super::weights::label;
use super::wording;

/// The costs of a text.
#[derive(Clone, Debug)]
pub(super) struct Costs {
    /// Of the rows that it may be the label of, by their position in the template.
    pub(super) rows: Vec<(usize, f64)>,
    /// As a head, or as no label at all.
    pub(super) none: f64,
    /// Whether it is no head either.
    pub(super) is_unknown: bool,
}

impl Costs {
    /// The cheapest row, if there is one.
    pub(super) fn best(&self) -> Option<(usize, f64)> {
        self.rows.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The cost as whatever is cheapest.
    pub(super) fn least(&self) -> f64 {
        self.best().map_or(self.none, |it| it.1.min(self.none))
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
    pub(super) template: Rc<Template>,
    known: RefCell<HashMap<Letters, Rc<Costs>>>,
}

impl Scores {
    pub(super) fn new(template: Rc<Template>) -> Self {
        Self { template, known: RefCell::default() }
    }

    pub(super) fn of(&self, letters: &[u16]) -> Rc<Costs> {
        if let Some(known) = self.known.borrow().get(letters) {
            return Rc::clone(known);
        }
        if self.known.borrow().len() >= MOST_TEXTS {
            let none = wording::cost_of_none(letters);
            return Rc::new(Costs { rows: Vec::new(), none, is_unknown: true });
        }
        let costs = Rc::new(self.compute(letters));
        self.known.borrow_mut().insert(letters.to_vec(), Rc::clone(&costs));
        costs
    }

    fn compute(&self, letters: &[u16]) -> Costs {
        let nothing = wording::cost_of_none(letters);
        let mut none = nothing;
        let mut rows = Vec::new();
        for (at, row) in self.template.rows.iter().enumerate() {
            let costs = row.wordings.iter().enumerate().filter_map(|(i, wording)| {
                let other = if i == 0 { 0.0 } else { label::OTHER_WORDING };
                Some(wording::cost(letters, wording)? + other)
            });
            if let Some(cost) = costs.min_by(f64::total_cmp)
                && cost < nothing + label::KEPT
            {
                rows.push((at, cost));
            }
        }
        for head in &self.template.heads {
            if let Some(cost) = wording::cost(letters, head) {
                none = none.min(cost);
            }
        }
        Costs { rows, none, is_unknown: none >= nothing }
    }
}
