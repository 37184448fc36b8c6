//! The labels of the form, folded at compile time, for comparisons that a hash cannot make.

use ogi_model::{Form, TableId};

use super::Mark;
use super::build::{without_gloss, without_ordinal};
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
    table: TableId,
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

    const fn new(label: &str, mark: Mark, table: TableId) -> Self {
        let bytes = label.as_bytes();
        let mut it =
            Self { letters: [0; LONGEST], len: 0, ordinal: 0, short: 0, mask: 0, mark, table };
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

/// The labels of a table in every edition: rows, columns, merged heads.
pub(super) fn labels(table: TableId) -> impl Iterator<Item = &'static Folded> {
    LABELS.iter().filter(move |it| it.table as u8 == table as u8)
}

static LABELS: [Folded; count()] = {
    let mut all = [Folded::new("", Mark::Block, TableId::ActiveDisclosure); count()];
    let (mut n, mut f) = (0, 0);
    while f < Form::ALL.len() {
        let form = Form::ALL[f];
        let mut b = 0;
        while b < form.blocks.len() {
            let block = &form.blocks[b];
            let mut i = 0;
            while i < block.rows.len() {
                all[n] = Folded::new(block.rows[i].label, Mark::Row(block.rows[i].row), form.table);
                n += 1;
                i += 1;
            }
            i = 0;
            while i < block.columns.len() {
                let column = &block.columns[i];
                all[n] = Folded::new(column.label, Mark::Column(column.column), form.table);
                n += 1;
                i += 1;
            }
            b += 1;
        }
        let mut g = 0;
        while g < form.groups.len() {
            let group = &form.groups[g];
            all[n] = Folded::new(group.label, Mark::Group(group.group), form.table);
            n += 1;
            g += 1;
        }
        f += 1;
    }
    all
};

const fn count() -> usize {
    let (mut n, mut f) = (0, 0);
    while f < Form::ALL.len() {
        let form = Form::ALL[f];
        let mut b = 0;
        while b < form.blocks.len() {
            n += form.blocks[b].rows.len() + form.blocks[b].columns.len();
            b += 1;
        }
        n += form.groups.len();
        f += 1;
    }
    n
}
