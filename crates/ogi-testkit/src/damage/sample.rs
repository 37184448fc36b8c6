//! A report on a page while it is damaged, and what is true of it.

use std::collections::BTreeSet;

use ogi_model::{Cell, CellId, Report, TableId};
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::kinds::is_movable;
use super::medium::Medium;
use super::page::Page;
use super::rows::{PageHead, PageRow};

pub(super) struct Sample<'p> {
    pub(super) page: &'p mut dyn Page,
    pub(super) medium: Medium,
    /// The rows as they were at first.
    pub(super) rows: Vec<PageRow>,
    /// The heads over single columns, block by block.
    pub(super) heads: Vec<Vec<PageHead>>,
    /// Rows that are damaged.
    touched: BTreeSet<usize>,
    /// Figures that are under the head of others, as they lie on the page.
    exchanged: Vec<(CellId, CellId)>,
    truth: Report,
    pub(super) rng: ChaCha8Rng,
}

impl<'p> Sample<'p> {
    pub(super) fn new(
        page: &'p mut dyn Page,
        medium: Medium,
        rows: Vec<PageRow>,
        heads: Vec<Vec<PageHead>>,
        truth: Report,
        rng: ChaCha8Rng,
    ) -> Self {
        Self {
            page,
            medium,
            rows,
            heads,
            touched: BTreeSet::new(),
            exchanged: Vec::new(),
            truth,
            rng,
        }
    }

    pub(super) fn into_truth(self) -> Report {
        self.truth
    }

    /// A row by chance that nothing was done to, nor to its neighbours: what is certain of a damaged row is certain by
    /// what stands around it. Where blanks leave no trace, these are complete too, or nobody could say where it ends.
    pub(super) fn row(&mut self, is_fit: impl Fn(&PageRow) -> bool) -> Option<usize> {
        let fit: Vec<usize> = (0..self.rows.len())
            .filter(|it| self.is_free(*it) && is_fit(&self.rows[*it]))
            .collect();
        fit.choose(&mut self.rng).copied()
    }

    /// Whether the row and its neighbours are as they were printed.
    pub(super) fn is_free(&self, row: usize) -> bool {
        let around = row.saturating_sub(1)..(row + 2).min(self.rows.len());
        let is_clear = |it: usize| {
            !self.touched.contains(&it)
                && (!self.medium.loses_blanks() || self.rows[it].is_complete())
        };
        around.into_iter().all(is_clear)
    }

    /// Nothing more is done to these rows.
    pub(super) fn touch(&mut self, rows: impl IntoIterator<Item = usize>) {
        self.touched.extend(rows);
    }

    pub(super) fn is_untouched(&self) -> bool {
        self.touched.is_empty() && self.exchanged.is_empty()
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        self.rng.random_range(0..end.max(1))
    }

    /// What is true of a figure of the form, by where it lies on the page.
    pub(super) fn set(&mut self, on_page: CellId, cell: impl Into<Cell>) {
        let of_form = self.exchanged.iter().find(|it| it.0 == on_page).map_or(on_page, |it| it.1);
        self.truth.set(of_form, cell);
    }

    /// The figures under two heads are each other's, and will be.
    pub(super) fn exchange(&mut self, one: &[CellId], other: &[CellId]) {
        for (one, other) in one.iter().zip(other) {
            let (first, second) = (self.truth[*one].clone(), self.truth[*other].clone());
            self.truth.set(*one, second);
            self.truth.set(*other, first);
            self.exchanged.extend([(*one, *other), (*other, *one)]);
        }
    }

    /// Whether the heads of the table are those of the form.
    pub(super) fn has_own_heads(&self, table: TableId) -> bool {
        self.exchanged.iter().all(|it| it.0.table() != table)
    }

    /// A letter of a long label, or two of a very long one, become others or go.
    pub(super) fn spoil_label(&mut self, by: &[Option<char>]) -> Option<()> {
        let row = self.row(|it| it.label_text.chars().filter(|c| is_ideograph(*c)).count() > 3)?;
        let label = self.rows[row].label?;
        let letters: Vec<char> = self.rows[row].label_text.chars().collect();
        let ideographs: Vec<usize> =
            (0..letters.len()).filter(|it| is_ideograph(letters[*it])).collect();
        let many = if ideographs.len() > 9 { 1 + self.below(2) } else { 1 };
        let mut at: Vec<usize> = ideographs.sample(&mut self.rng, many).copied().collect();
        at.sort_unstable();
        let mut done = false;
        for at in at.into_iter().rev() {
            let by = by.choose(&mut self.rng).copied().flatten();
            done |= self.page.replace_character(label, at, by);
        }
        done.then(|| self.touch([row]))
    }

    /// Two heads of a block that can be exchanged are.
    pub(super) fn exchange_heads(&mut self, heads: &[PageHead]) -> Option<()> {
        let movable: Vec<&PageHead> = heads.iter().filter(|it| is_movable(it)).collect();
        let pair: Vec<&PageHead> = movable.sample(&mut self.rng, 2).copied().collect();
        let [one, other] = pair[..] else { return None };
        let is_fit = one.below.len() == other.below.len()
            && one.text != other.text
            && one.below.iter().zip(&other.below).all(|(one, other)| one.unit() == other.unit())
            && self.has_own_heads(one.below.first()?.table());
        // What was done to a figure before was done to the one it then was.
        (is_fit && self.is_untouched() && self.page.exchange(one.cell, other.cell))
            .then(|| self.exchange(&one.below, &other.below))
    }

    /// A line of its own by a row by chance.
    pub(super) fn insert_line(
        &mut self,
        line: &str,
        is_fit: impl Fn(&PageRow) -> bool,
    ) -> Option<()> {
        let row = self.row(|it| it.is_complete() && it.label.is_some() && is_fit(it))?;
        let it = self.rows[row].clone();
        let within = self.below(2) == 0;
        (self.page.insert(&it, within, line) || self.page.insert(&it, false, line))
            .then(|| self.touch([row]))
    }
}

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
