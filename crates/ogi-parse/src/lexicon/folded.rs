//! The labels of the form, folded at compile time, for comparisons that a hash cannot make.

use ogi_model::TableId;

use super::Mark;
use super::build::{without_gloss, without_ordinal};
use super::wordings::{WORDINGS, Wording};
use crate::fold;

/// A folded label.
#[derive(Clone, Copy)]
pub(super) struct Folded {
    letters: [u16; LONGEST],
    len: usize,
    /// Letters of the ordinal.
    ordinal: usize,
    /// Letters before the gloss.
    short: usize,
    /// Which letters it has, each one bit of 64.
    pub(super) mask: u64,
    pub(super) mark: Mark,
    /// The label as the form prints it.
    pub(super) wording: &'static str,
    table: Option<TableId>,
}

/// More than the longest label has.
const LONGEST: usize = 48;

impl Folded {
    /// All letters.
    pub(super) fn letters(&self) -> &[u16] {
        &self.letters[..self.len]
    }

    /// The letters without the ordinal.
    pub(super) fn name(&self) -> &[u16] {
        &self.letters[self.ordinal..self.len]
    }

    /// The letters without the gloss.
    pub(super) fn short(&self) -> &[u16] {
        &self.letters[..self.short]
    }

    /// The letter of the ordinal.
    pub(super) fn ordinal(&self) -> Option<u16> {
        (self.ordinal > 0).then(|| self.letters[0])
    }

    const fn new(wording: &Wording) -> Self {
        let Wording { label, mark, table, .. } = *wording;
        let bytes = label.as_bytes();
        let mut it = Self {
            letters: [0; LONGEST],
            len: 0,
            ordinal: 0,
            short: 0,
            mask: 0,
            mark,
            wording: label,
            table,
        };
        let (bare, short) =
            (bytes.len() - without_ordinal(bytes).len(), without_gloss(bytes).len());
        let mut at = 0;
        while at < bytes.len() {
            let (letter, next) = fold::step(bytes, at);
            if letter != 0 {
                it.letters[it.len] = letter;
                it.mask |= bit(letter);
                it.len += 1;
                it.ordinal += (at < bare) as usize;
                it.short += (at < short) as usize;
            }
            at = next;
        }
        it
    }
}

/// The bit of a letter in a mask. Two letters may share one.
pub(super) const fn bit(letter: u16) -> u64 {
    1 << (letter % 61)
}

/// The labels of a table in every edition: rows, columns, heads.
pub(super) fn labels(table: TableId) -> impl Iterator<Item = &'static Folded> {
    LABELS.iter().filter(move |it| it.table == Some(table))
}

static LABELS: [Folded; WORDINGS.len()] = {
    let mut all = [Folded::new(&WORDINGS[0]); WORDINGS.len()];
    let mut i = 0;
    while i < WORDINGS.len() {
        all[i] = Folded::new(&WORDINGS[i]);
        i += 1;
    }
    all
};
