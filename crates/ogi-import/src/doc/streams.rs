//! The streams of a document, and what its head (FIB) says about where things lie.

use core::ops::Range;

use super::damaged;
use crate::ImportError;
use crate::archive::number;
use crate::compound::Compound;

/// A part of the table stream, by where in the head its place and length stand.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Styles = 0xA2,
    /// Which pages say what of characters.
    Characters = 0xFA,
    /// Which pages say what of paragraphs.
    Paragraphs = 0x102,
    Fonts = 0x112,
    Pieces = 0x1A2,
}

/// The streams of a document.
pub(super) struct Streams {
    pub(super) text: Vec<u8>,
    table: Vec<u8>,
    data: Vec<u8>,
}

impl Streams {
    /// # Errors
    /// [`ImportError::Damaged`] if a stream is missing or cut off.
    pub(super) fn open(bytes: &[u8]) -> Result<Self, ImportError> {
        let compound = Compound::open(bytes).ok_or_else(|| damaged("it has no directory"))?;
        let stream = |name: &str| compound.stream(name);
        let cut_off = || damaged("it is cut off");
        let text = stream("WordDocument").ok_or_else(cut_off)?;
        let flags = number::<2>(&text, 0x0A).ok_or_else(cut_off)?;
        let table = if flags & 0x0200 == 0 { "0Table" } else { "1Table" };
        let table = stream(table).ok_or_else(cut_off)?;
        Ok(Self { text, table, data: stream("Data").unwrap_or_default() })
    }

    /// A part of the table stream; empty if there is none.
    ///
    /// # Errors
    /// [`ImportError::Damaged`] if it lies beyond the stream: without it text that is crossed out would be read.
    pub(super) fn part(&self, part: Part) -> Result<&[u8], ImportError> {
        let at = part as usize;
        let place = number::<4>(&self.text, at).zip(number::<4>(&self.text, at + 4));
        let Some((start, length)) = place.filter(|it| it.1 > 0) else { return Ok(&[]) };
        let part = start.checked_add(length).and_then(|end| self.table.get(start..end));
        part.ok_or_else(|| damaged("it is cut off"))
    }

    /// Properties that do not fit into a page, and lie in the data stream.
    pub(super) fn data(&self, at: usize) -> &[u8] {
        let length = number::<2>(&self.data, at).unwrap_or(0);
        let start = at.saturating_add(2);
        self.data.get(start..start.saturating_add(length)).unwrap_or_default()
    }

    /// The characters of the text, and those of the text boxes in it: between them lie notes, heads and feet of pages and
    /// remarks.
    pub(super) fn stories(&self) -> [Range<usize>; 2] {
        const LENGTHS: [usize; 7] = [0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60, 0x64];
        let length = |at| number::<4>(&self.text, at).unwrap_or(0);
        let [text, .., boxes] = LENGTHS.map(length);
        let before = LENGTHS[..6].iter().fold(0, |sum: usize, at| sum.saturating_add(length(*at)));
        [0..text, before..before.saturating_add(boxes)]
    }
}
