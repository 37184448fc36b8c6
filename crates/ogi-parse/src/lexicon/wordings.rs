//! Every label of the form in every edition, in one list, made at compile time by one walk over the form.

use ogi_model::{Edition, Section, TableForm};

use super::{Mark, bit};

/// A label as an edition words it.
#[derive(Clone, Copy)]
pub(super) struct Wording {
    pub(super) label: &'static str,
    pub(super) mark: Mark,
    /// The edition, as a bit.
    pub(super) official: u8,
}

/// Every wording.
pub(super) const WORDINGS: &[Wording] = WALK.0.split_at(WALK.1).0;

const WALK: ([Wording; MOST], usize) = walk();

/// More than there are.
const MOST: usize = 256;

/// Walks over the form: the labels, and how many they are. Rows come before merged heads, because （六）其他处理
/// is a row of one edition and a merged head of the other, and the first mark of a wording counts.
const fn walk() -> ([Wording; MOST], usize) {
    let mut all = [Wording { label: "", mark: Mark::Block, official: 0 }; MOST];
    let (mut n, mut s) = (0, 0);
    while s < Section::ALL.len() {
        let mut e = 0;
        while e < Edition::ALL.len() {
            let (section, edition) = (Section::ALL[s], Edition::ALL[e]);
            let (label, mark) = (section.heading(edition), Mark::Section(section));
            all[n] = Wording { label, mark, official: bit(edition) };
            n += 1;
            e += 1;
        }
        s += 1;
    }
    let mut groups = false;
    loop {
        let mut f = 0;
        while f < TableForm::ALL.len() {
            let form = TableForm::ALL[f];
            let official = bit(form.edition);
            let mut b = 0;
            while b < form.blocks.len() && !groups {
                let block = &form.blocks[b];
                if let Some(label) = block.label {
                    all[n] = Wording { label, mark: Mark::Block, official };
                    n += 1;
                }
                if let Some(label) = block.rows_label {
                    all[n] = Wording { label, mark: Mark::Corner(form.table), official };
                    n += 1;
                }
                let mut i = 0;
                while i < block.rows.len() {
                    let (label, mark) = (block.rows[i].label, Mark::Row(block.rows[i].row));
                    all[n] = Wording { label, mark, official };
                    n += 1;
                    i += 1;
                }
                i = 0;
                while i < block.columns.len() {
                    let column = &block.columns[i];
                    let (label, mark) = (column.label, Mark::Column(column.column));
                    all[n] = Wording { label, mark, official };
                    n += 1;
                    i += 1;
                }
                b += 1;
            }
            if groups {
                if let Some(label) = form.corner {
                    all[n] = Wording { label, mark: Mark::Corner(form.table), official };
                    n += 1;
                }
                let mut g = 0;
                while g < form.groups.len() {
                    let (label, mark) = (form.groups[g].label, Mark::Group(form.groups[g].group));
                    all[n] = Wording { label, mark, official };
                    n += 1;
                    g += 1;
                }
            }
            f += 1;
        }
        if groups {
            return (all, n);
        }
        groups = true;
    }
}
