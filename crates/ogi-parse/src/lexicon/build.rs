//! The hash table of labels, filled at compile time.

use ogi_model::{Edition, Form, Section};

use super::{Found, Mark, bit};
use crate::fold;

/// Open addressing by the upper bits of the hash.
pub(super) struct Lexicon {
    slots: [Option<(u64, Found)>; SLOTS],
    /// Wordings that could be two labels.
    ambiguous: [u64; 16],
    ambiguous_len: usize,
}

const BITS: u32 = 9;
const SLOTS: usize = 1 << BITS;

pub(super) static LEXICON: Lexicon = Lexicon::new().official().aliases();

impl Lexicon {
    pub(super) const fn find(&self, hash: u64) -> Option<Found> {
        let mut at = slot(hash);
        while let Some((other, found)) = self.slots[at] {
            if other == hash {
                return Some(found);
            }
            at = (at + 1) % SLOTS;
        }
        None
    }

    const fn new() -> Self {
        Self { slots: [None; SLOTS], ambiguous: [0; 16], ambiguous_len: 0 }
    }

    /// Adds every label as the form words it.
    const fn official(mut self) -> Self {
        let mut s = 0;
        while s < Section::ALL.len() {
            let mut e = 0;
            while e < Edition::ALL.len() {
                let heading = Section::ALL[s].heading(Edition::ALL[e]);
                let mark = Mark::Section(Section::ALL[s]);
                self.add(heading.as_bytes(), mark, bit(Edition::ALL[e]));
                e += 1;
            }
            s += 1;
        }
        self.walk(false)
    }

    /// Adds what a label is called without its ordinal, its gloss, or both, where that means nothing else.
    const fn aliases(mut self) -> Self {
        let mut s = 0;
        while s < Section::ALL.len() {
            let mut e = 0;
            while e < Edition::ALL.len() {
                let heading = Section::ALL[s].heading(Edition::ALL[e]);
                self.add_aliases(heading.as_bytes(), Mark::Section(Section::ALL[s]));
                e += 1;
            }
            s += 1;
        }
        self.walk(true)
    }

    const fn walk(mut self, aliases: bool) -> Self {
        let mut f = 0;
        while f < Form::ALL.len() {
            let form = Form::ALL[f];
            // Rows before groups: （六）其他处理 is a row of one edition and a merged head of the other.
            let mut b = 0;
            while b < form.blocks.len() {
                let block = &form.blocks[b];
                if let Some(label) = block.label {
                    self.put(label, Mark::Block, form, aliases);
                }
                if let Some(label) = block.rows_label {
                    self.put(label, Mark::Corner(form.table), form, aliases);
                }
                let mut i = 0;
                while i < block.rows.len() {
                    self.put(block.rows[i].label, Mark::Row(block.rows[i].row), form, aliases);
                    i += 1;
                }
                i = 0;
                while i < block.columns.len() {
                    let column = &block.columns[i];
                    self.put(column.label, Mark::Column(column.column), form, aliases);
                    i += 1;
                }
                b += 1;
            }
            f += 1;
        }
        f = 0;
        while f < Form::ALL.len() {
            let form = Form::ALL[f];
            if let Some(label) = form.corner {
                self.put(label, Mark::Corner(form.table), form, aliases);
            }
            let mut g = 0;
            while g < form.groups.len() {
                self.put(form.groups[g].label, Mark::Group(form.groups[g].group), form, aliases);
                g += 1;
            }
            f += 1;
        }
        self
    }

    const fn put(&mut self, label: &str, mark: Mark, form: &Form, aliases: bool) {
        if aliases {
            self.add_aliases(label.as_bytes(), mark);
        } else {
            self.add(label.as_bytes(), mark, bit(form.edition));
        }
    }

    const fn add_aliases(&mut self, label: &[u8], mark: Mark) {
        // A merged head of one edition that is a row of the other is found as the row.
        match self.find(fold::hash(label)) {
            Some(found) if found.mark.is(mark) => {}
            _ => return,
        }
        let bare = without_ordinal(label);
        self.add(bare, mark, 0);
        self.add(without_gloss(label), mark, 0);
        self.add(without_gloss(bare), mark, 0);
    }

    /// Adds a wording. The first official one wins; an alias that two labels share is taken out again.
    const fn add(&mut self, wording: &[u8], mark: Mark, official: u8) {
        let hash = fold::hash(wording);
        let mut i = 0;
        while i < self.ambiguous_len {
            if self.ambiguous[i] == hash {
                return;
            }
            i += 1;
        }
        let mut at = slot(hash);
        while let Some((other, found)) = self.slots[at] {
            if other == hash {
                let official =
                    if found.mark.is(mark) { official | found.official } else { found.official };
                if official != 0 || found.mark.is(mark) {
                    self.slots[at] = Some((hash, Found { mark: found.mark, official }));
                } else {
                    // The slot stays taken so that no chain breaks, under a hash that nothing has.
                    self.slots[at] = Some((0, found));
                    self.ambiguous[self.ambiguous_len] = hash;
                    self.ambiguous_len += 1;
                }
                return;
            }
            at = (at + 1) % SLOTS;
        }
        self.slots[at] = Some((hash, Found { mark, official }));
    }
}

const fn slot(hash: u64) -> usize {
    (hash >> (u64::BITS - BITS)) as usize
}

/// `1.`, `一、` and `（一）` at the start are ordinals.
pub(super) const fn without_ordinal(label: &[u8]) -> &[u8] {
    let length = match label {
        [b'0'..=b'9', b'.', ..] => 2,
        // One ideograph and 、
        [_, _, _, 0xE3, 0x80, 0x81, ..] => 6,
        // （, one ideograph and ）
        [0xEF, 0xBC, 0x88, _, _, _, 0xEF, 0xBC, 0x89, ..] => 9,
        _ => 0,
    };
    label.split_at(length).1
}

/// What stands before a bracket that does not open the label.
pub(super) const fn without_gloss(label: &[u8]) -> &[u8] {
    let mut at = 3;
    while at + 2 < label.len() {
        if label[at] == 0xEF && label[at + 1] == 0xBC && label[at + 2] == 0x88 {
            return match label {
                // 第二十条第（一）项 has no gloss.
                [.., 0xEF, 0xBC, 0x89] => label.split_at(at).0,
                _ => label,
            };
        }
        at += 1;
    }
    label
}
