//! Labels printed to the letter, or with half-width punctuation: most of them, and found without folding.

use super::Found;
use super::wordings::{WORDINGS, Wording};

/// The found label of an exact wording.
///
/// Like the folded look-up it goes by a hash of 64 bits.
pub(crate) fn find_exactly(text: &[u8]) -> Option<Found> {
    let hash = hash(text);
    let mut at = slot(hash);
    while let Some((other, found)) = EXACT[at] {
        if other == hash {
            return Some(found);
        }
        at = (at + 1) % SLOTS;
    }
    None
}

const BITS: u32 = 9;
const SLOTS: usize = 1 << BITS;
/// More bytes than the longest label has.
const LONGEST: usize = 160;

type Slots = [Option<(u64, Found)>; SLOTS];

static EXACT: Slots = build();

/// Eight bytes at a time; the last eight may overlap those before.
const fn hash(text: &[u8]) -> u64 {
    let mut hash = text.len() as u64;
    let Some(last) = text.last_chunk::<8>() else {
        let mut word = 0;
        let mut i = 0;
        while i < text.len() {
            word = (word << 8) | text[i] as u64;
            i += 1;
        }
        return mix(hash, word);
    };
    let mut rest = text;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        hash = mix(hash, u64::from_le_bytes(*chunk));
        rest = after;
    }
    mix(hash, u64::from_le_bytes(*last))
}

const fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

const fn slot(hash: u64) -> usize {
    (hash >> (u64::BITS - BITS)) as usize
}

const fn build() -> Slots {
    let mut slots = [None; SLOTS];
    let mut i = 0;
    while i < WORDINGS.len() {
        let Wording { label, mark, official, .. } = WORDINGS[i];
        slots = add(slots, label, Found { mark, official });
        i += 1;
    }
    slots
}

/// Adds a wording and the same with half-width punctuation; the first label of a wording stays.
const fn add(slots: Slots, label: &str, found: Found) -> Slots {
    let bytes = label.as_bytes();
    let mut narrow = [0; LONGEST];
    let (mut from, mut to) = (0, 0);
    while from < bytes.len() {
        if bytes[from] == 0xEF && from + 2 < bytes.len() && bytes[from + 1] == 0xBC {
            narrow[to] = bytes[from + 2] - 0x60;
            from += 3;
        } else {
            narrow[to] = bytes[from];
            from += 1;
        }
        to += 1;
    }
    let slots = put(slots, hash(bytes), found);
    put(slots, hash(narrow.split_at(to).0), found)
}

const fn put(mut slots: Slots, hash: u64, found: Found) -> Slots {
    let mut at = slot(hash);
    while let Some((other, known)) = slots[at] {
        if other == hash {
            let official = known.official | found.official;
            slots[at] = Some((hash, Found { official, ..known }));
            return slots;
        }
        at = (at + 1) % SLOTS;
    }
    slots[at] = Some((hash, found));
    slots
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{bit, find};
    use ogi_model::{Edition, TableForm};

    /// What is found exactly is what folding finds.
    #[test]
    fn exact_and_folded_look_up_agree() {
        for form in TableForm::ALL {
            for row in form.rows() {
                for wording in
                    [row.label.to_owned(), row.label.replace('（', "(").replace('）', ")")]
                {
                    let exact = find_exactly(wording.as_bytes());
                    assert!(exact.is_some() || wording.contains(['，', '、']), "{wording}");
                    assert!(exact.is_none() || exact == find(&wording), "{wording}");
                }
            }
        }
        assert_eq!(find_exactly("(一)予以公开".as_bytes()), find("（一）予以公开"));
        assert_eq!(
            find_exactly("本年收费金额(单位:万元)".as_bytes()),
            find("本年收费金额").map(|it| Found { official: bit(Edition::E2021), ..it })
        );
        assert_eq!(find_exactly(b""), None);
    }
}
