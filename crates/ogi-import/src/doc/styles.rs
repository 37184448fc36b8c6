//! What styles say about characters and paragraphs.

use super::character::Character;
use super::paragraph::Paragraph;
use super::properties::Properties;
use super::streams::{Part, Streams};
use crate::ImportError;
use crate::archive::number;

/// A style of paragraphs, or of characters.
#[derive(Clone, Copy, Default)]
struct Style<'a> {
    /// The style that it stands on, by its number.
    base: Option<usize>,
    paragraph: Properties<'a>,
    characters: Properties<'a>,
}

/// The styles of a document, by their number.
#[derive(Default)]
pub(super) struct Styles<'a>(Vec<Style<'a>>);

/// No document has more styles.
const MOST: usize = 4095;
/// No style stands on more others.
const DEEPEST: usize = 16;
/// The base of a style that stands on none.
const NONE: usize = 0x0FFF;

impl<'a> Styles<'a> {
    pub(super) fn read(streams: &'a Streams) -> Result<Self, ImportError> {
        let list = streams.part(Part::Styles)?;
        let head = number::<2>(list, 0).unwrap_or(0);
        let length_of_base = number::<2>(list, 4).unwrap_or(0);
        let mut rest = list.get(2 + head..).unwrap_or_default();
        let mut styles = Vec::new();
        while let Some(length) = number::<2>(rest, 0).filter(|_| styles.len() < MOST) {
            let (style, after) = rest[2..].split_at_checked(length).unwrap_or((&rest[2..], &[]));
            styles.push(Style::read(style, length_of_base).unwrap_or_default());
            // The next one begins at an even place.
            rest = if length % 2 == 1 { after.get(1..).unwrap_or_default() } else { after };
        }
        Ok(Self(styles))
    }

    /// How characters of a style are seen.
    pub(super) fn character(&self, style: u16) -> Character {
        self.chain(style).fold(Character::default(), |base, it| Character::of(it.characters, base))
    }

    /// What paragraphs of a style are.
    pub(super) fn paragraph(&self, style: u16) -> Paragraph {
        let mut paragraph = Paragraph::default();
        self.chain(style).for_each(|it| it.paragraph.for_each(|it| paragraph.take(it)));
        paragraph
    }

    /// How much it and the styles that it stands on say.
    pub(super) fn weight(&self, style: u16) -> usize {
        self.chain(style).map(|it| it.paragraph.0.len() + it.characters.0.len()).sum()
    }

    /// The styles that one stands on, the lowest first, and itself.
    fn chain(&self, style: u16) -> impl Iterator<Item = Style<'a>> {
        let first = self.0.get(usize::from(style)).copied();
        let all = core::iter::successors(first, |it| self.0.get(it.base?).copied());
        let mut all: Vec<_> = all.take(DEEPEST).collect();
        all.reverse();
        all.into_iter()
    }
}

impl<'a> Style<'a> {
    fn read(style: &'a [u8], length_of_base: usize) -> Option<Self> {
        const PARAGRAPHS: usize = 1;
        const CHARACTERS: usize = 2;
        let kind_and_base = number::<2>(style, 2)?;
        let (kind, base) = (kind_and_base & 0x0F, kind_and_base >> 4);
        let length_of_name = number::<2>(style, length_of_base)?;
        let mut at = length_of_base + 2 + 2 * length_of_name + 2;
        let mut next = || {
            let length = number::<2>(style, at)?;
            let part = style.get(at + 2..at + 2 + length)?;
            at += 2 + length + length % 2;
            Some(part)
        };
        let base = Some(base).filter(|it| *it != NONE);
        let mut read = Self { base, ..Self::default() };
        match kind {
            PARAGRAPHS => {
                // The style's own number comes first.
                read.paragraph = Properties(next()?.get(2..).unwrap_or_default());
                read.characters = Properties(next().unwrap_or_default());
            }
            CHARACTERS => read.characters = Properties(next()?),
            _ => {}
        }
        Some(read)
    }
}
