//! Text of which each character knows the cell that it was printed in.
//!
//! A layout cuts, wraps, turns and joins what cells print, so nobody could say afterwards which characters of its text
//! are those of which cell. Before it writes, every character of a cell is exchanged for one of its own out of the
//! planes for private use, as wide as the one it stands for; afterwards they are exchanged back.

use crate::sheet::Sheet;

/// The first of the characters that stand for narrow ones, and for wide ones.
const NARROW: u32 = 0xf_0000;
const WIDE: u32 = 0x10_0000;

/// Whether the character stands for a narrow one.
pub(crate) fn is_narrow(c: char) -> bool {
    (NARROW..WIDE).contains(&u32::from(c))
}

/// Whether the character is exchanged. What means something to a layout, as do blanks, commas and bars, stays itself.
pub(crate) fn takes(c: char) -> bool {
    !c.is_whitespace() && (!c.is_ascii_punctuation() || "./+-".contains(c))
}

/// A character, and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) c: char,
    /// The number of its cell and its own within it; none of what stands between cells.
    pub(crate) of: Option<(usize, usize)>,
}

impl Letter {
    /// One that is no cell's.
    pub(crate) const fn plain(c: char) -> Self {
        Self { c, of: None }
    }

    /// The number of its cell.
    pub(crate) fn cell(&self) -> Option<usize> {
        self.of.map(|it| it.0)
    }
}

/// What the characters for private use stand for.
#[derive(Debug)]
pub(crate) struct Ink {
    letters: Vec<Letter>,
}

impl Ink {
    /// Exchanges what the cells of a sheet print.
    pub(crate) fn of(sheet: &mut Sheet) -> Self {
        let mut ink = Self { letters: Vec::new() };
        for cell in sheet.tables_mut().flat_map(|it| it.rows.iter_mut().flatten()) {
            let text = cell.text.chars().enumerate();
            cell.text = text.map(|(i, c)| ink.exchanged(c, (cell.id, i))).collect();
        }
        ink
    }

    fn exchanged(&mut self, c: char, of: (usize, usize)) -> char {
        if !takes(c) {
            return c;
        }
        let plane = if c.is_ascii() { NARROW } else { WIDE };
        let Some(standing) = char::from_u32(plane + self.letters.len() as u32) else { return c };
        self.letters.push(Letter { c, of: Some(of) });
        standing
    }

    /// The text that was written with it.
    pub(crate) fn dry(&self, text: &str) -> Vec<Letter> {
        let letter = |c| {
            let plane = if is_narrow(c) { NARROW } else { WIDE };
            let which = u32::from(c).checked_sub(plane);
            let standing = which.and_then(|it| self.letters.get(it as usize));
            standing.copied().unwrap_or(Letter::plain(c))
        };
        text.chars().map(letter).collect()
    }
}
