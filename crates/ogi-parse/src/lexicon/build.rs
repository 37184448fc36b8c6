//! The hash table of labels, filled at compile time.

use ogi_text::fold;
use ogi_text::ordinal;

use super::wordings::{WORDINGS, Wording};
use super::{Found, Mark};

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
        let mut i = 0;
        while i < WORDINGS.len() {
            let Wording { label, mark, official, .. } = WORDINGS[i];
            self.add(label.as_bytes(), mark, official);
            i += 1;
        }
        self
    }

    /// Adds what a label is called without its ordinal, its gloss, or both, where that means nothing else.
    const fn aliases(mut self) -> Self {
        let mut i = 0;
        while i < WORDINGS.len() {
            self.add_aliases(WORDINGS[i].label.as_bytes(), WORDINGS[i].mark);
            i += 1;
        }
        self
    }

    const fn add_aliases(&mut self, label: &[u8], mark: Mark) {
        // A merged head of one edition that is a row of the other is found as the row.
        match self.find(fold::hash(label)) {
            Some(found) if found.mark.is(mark) => {}
            _ => return,
        }
        let bare = ordinal::without(label);
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
                if official != 0 || found.official != 0 || found.mark.is(mark) {
                    let official = official | found.official;
                    self.slots[at] = Some((hash, Found { official, ..found }));
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

/// What stands before a bracket that does not open the label.
pub(crate) const fn without_gloss(label: &[u8]) -> &[u8] {
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
