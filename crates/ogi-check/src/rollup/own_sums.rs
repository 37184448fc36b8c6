//! What a child's own sums say of its figures.

use std::collections::BTreeMap;

use ogi_model::{CellId, Value};
use ogi_solve::System;

use super::correction::{self, Correction};

/// What a child's own sums say of its figures.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnSums {
    /// Its blanks that can have one count only.
    pub(super) determined: BTreeMap<CellId, Value>,
    /// What it should have printed where they do not add up.
    pub(super) corrections: Vec<Correction>,
}

impl OwnSums {
    /// As printed.
    pub(super) fn of(system: &System) -> Self {
        Self { determined: determined(system), corrections: Vec::new() }
    }

    /// With corrections: what they make consistent determines blanks too.
    pub(super) fn corrected(system: &System, by_parent: impl Fn(CellId) -> Option<i64>) -> Self {
        let corrections = correction::all(system, by_parent);
        let edits = corrections.iter().flat_map(|it| &it.edits);
        let counts: Vec<_> = edits.filter_map(|it| Some((it.cell, it.to.whole()?))).collect();
        let figures = correction::changed(system, &counts);
        let equalities = system.equations().map(|it| it.equality);
        let determined = determined(&System::new(equalities, &figures));
        Self { determined, corrections }
    }

    /// What it should have printed in a cell.
    pub(super) fn correction(&self, cell: CellId) -> Option<Value> {
        let mut edits = self.corrections.iter().flat_map(|it| &it.edits);
        edits.find(|it| it.cell == cell).map(|it| it.to)
    }
}

fn determined(system: &System) -> BTreeMap<CellId, Value> {
    let filled = system.filling().filled.into_iter();
    filled.filter_map(|it| Some((it.cell, Value::Count(i64::try_from(it.count).ok()?)))).collect()
}
