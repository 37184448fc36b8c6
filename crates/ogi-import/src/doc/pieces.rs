//! The pieces that a text is put together of, each somewhere in the stream.

use core::ops::Range;

use super::damaged;
use super::properties::Properties;
use super::streams::{Part, Streams};
use crate::ImportError;
use crate::archive::number;

/// A piece: characters that follow one another in the stream, too.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Which characters of the text.
    pub(super) characters: Range<usize>,
    /// Where the first of them is in the stream.
    start: usize,
    /// Whether each has one byte, and not two.
    is_narrow: bool,
    /// What was said of it after it was saved (a fast save).
    pub(super) changed: Vec<u8>,
}

/// What bytes from 0x80 to 0x9F are in pieces of one byte a character; 0 for themselves.
const NARROW: [u16; 32] = [
    0, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0, 0, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A, 0x0153, 0, 0, 0x0178,
];

impl Piece {
    /// Where a character is in the stream.
    pub(super) fn place(&self, character: usize) -> usize {
        let before = character.saturating_sub(self.characters.start);
        self.start.saturating_add(if self.is_narrow { before } else { 2 * before })
    }

    /// A character, or half of one, by its place in the stream.
    pub(super) fn unit(&self, stream: &[u8], place: usize) -> Option<u16> {
        if !self.is_narrow {
            return number::<2>(stream, place).map(|it| it as u16);
        }
        let byte = *stream.get(place)?;
        let listed = byte.checked_sub(0x80).and_then(|it| NARROW.get(usize::from(it)));
        Some(listed.copied().filter(|it| *it > 0).unwrap_or(byte.into()))
    }
}

/// The pieces of a document.
///
/// # Errors
/// [`ImportError::Damaged`] if there are none, or more characters than bytes.
pub(super) fn pieces(streams: &Streams) -> Result<Vec<Piece>, ImportError> {
    let mut rest = streams.part(Part::Pieces)?;
    // Changes that pieces name come first.
    let mut changes: Vec<&[u8]> = Vec::new();
    while let [1, more @ ..] = rest {
        let length = number::<2>(more, 0).unwrap_or(0);
        let (change, after) =
            more.get(2..).unwrap_or_default().split_at_checked(length).unwrap_or_default();
        changes.push(change);
        rest = after;
    }
    let list = match rest {
        [2, _, _, _, _, list @ ..] => list,
        _ => return Err(damaged("it does not say where its text lies")),
    };
    let length = number::<4>(rest, 1).unwrap_or(0).min(list.len());
    let many = length.saturating_sub(4) / 12;
    let mut pieces = Vec::new();
    let mut left = streams.text.len();
    for at in 0..many {
        let said = 4 * (many + 1) + 8 * at;
        let of = |at| number::<4>(list, at);
        let (Some(first), Some(after), Some(place)) = (of(4 * at), of(4 * at + 4), of(said + 2))
        else {
            break;
        };
        let is_narrow = place & 0x4000_0000 != 0;
        let place = place & 0x3FFF_FFFF;
        let start = if is_narrow { place / 2 } else { place };
        left = after
            .checked_sub(first)
            .and_then(|it| left.checked_sub(it))
            .ok_or_else(|| damaged("its pieces of text contradict one another"))?;
        if first == after {
            continue;
        }
        let change = number::<2>(list, said + 6).unwrap_or(0);
        let changed = if change & 1 == 0 {
            Properties::of_short_change(change).to_vec()
        } else {
            changes.get(change >> 1).copied().unwrap_or_default().to_vec()
        };
        pieces.push(Piece { characters: first..after, start, is_narrow, changed });
    }
    Ok(pieces)
}
