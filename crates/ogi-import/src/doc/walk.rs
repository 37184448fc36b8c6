//! The walk over a document's characters.

use core::ops::Range;

use ogi_parse::Sheet;

use super::character::Character;
use super::damaged;
use super::fonts;
use super::pages::Runs;
use super::paragraph::{Paragraph, in_data};
use super::pieces::{Piece, pieces};
use super::properties::Properties;
use super::streams::Streams;
use super::styles::Styles;
use crate::archive::number;
use crate::document::Document;
use crate::field::Fields;
use crate::flow::Flow;
use crate::rows::Definition;
use crate::seen::{PICTURE, Seen};
use crate::{ImportError, Limits, symbol};

/// What has been read, and where in the document the walk stands.
pub(super) struct Walk<'a> {
    streams: &'a Streams,
    pieces: Vec<Piece>,
    characters: Runs,
    paragraphs: Runs,
    styles: Styles<'a>,
    fonts: Vec<String>,
    limits: &'a Limits,
    document: Document<'a>,
    flow: Flow,
    /// In how many tables a paragraph stands whose end is hidden or deleted, so that the next one continues it.
    goes_on: Option<usize>,
    fields: Fields,
    /// Whether the code of each field that is open is being read, the innermost last.
    codes: Vec<bool>,
    /// Halves and wholes of characters that are seen alike, and how.
    units: Vec<u16>,
    seen: Seen,
    /// The definition of the last row.
    row: Definition,
    /// How many bytes of properties may be read yet: the same ones may be named again and again.
    left: usize,
}

/// How many bytes of properties are read for each byte of a document, and how many at least.
const MOST_SAID: usize = 64;
const LEAST_SAID: usize = 1 << 24;

impl<'a> Walk<'a> {
    pub(super) fn new(streams: &'a Streams, limits: &'a Limits) -> Result<Self, ImportError> {
        Ok(Self {
            streams,
            pieces: pieces(streams)?,
            characters: Runs::of_characters(streams)?,
            paragraphs: Runs::of_paragraphs(streams)?,
            styles: Styles::read(streams)?,
            fonts: fonts::names(streams)?,
            limits,
            document: Document::new(limits),
            flow: Flow::default(),
            goes_on: None,
            fields: Fields::default(),
            codes: Vec::new(),
            units: Vec::new(),
            seen: Seen::Plainly,
            row: Definition::default(),
            left: streams.text.len().saturating_mul(MOST_SAID).max(LEAST_SAID),
        })
    }

    pub(super) fn read(mut self) -> Result<Sheet<'static>, ImportError> {
        let [text, boxes] = self.streams.stories();
        let length = self.pieces.iter().map(|it| it.characters.end).max().unwrap_or(0);
        if text.end.max(boxes.end) > length {
            return Err(damaged("its text is cut off"));
        }
        for story in [text, boxes] {
            self.story(story)?;
            self.flush();
            self.flow.end_paragraph(0, &self.row, &mut self.document)?;
            self.put();
        }
        Ok(self.document.sheet)
    }

    /// Reads some of the characters.
    fn story(&mut self, story: Range<usize>) -> Result<(), ImportError> {
        let pieces = core::mem::take(&mut self.pieces);
        for piece in &pieces {
            let characters =
                piece.characters.start.max(story.start)..piece.characters.end.min(story.end);
            // What holds for the character, and up to where in the stream.
            let (mut said, mut until) = (Character::default(), 0);
            for at in characters {
                let place = piece.place(at);
                let unit = piece.unit(&self.streams.text, place);
                let unit = unit.ok_or_else(|| damaged("its text is cut off"))?;
                if place >= until {
                    (said, until) = self.character(piece, place)?;
                }
                self.unit(unit, said, place)?;
            }
        }
        self.pieces = pieces;
        Ok(())
    }

    /// What is said of a character, and up to where in the stream.
    fn character(
        &mut self,
        piece: &Piece,
        place: usize,
    ) -> Result<(Character, usize), ImportError> {
        if let Some(before) = self.goes_on.take()
            && before != self.paragraph(place)?.level()
        {
            self.flow.end_paragraph(before, &self.row, &mut self.document)?;
        }
        let (paragraph, end_of_paragraph) = self.paragraphs.near(place);
        let style = paragraph.and_then(|it| number::<2>(it.said(self.streams), 0)).unwrap_or(0);
        let of_paragraph = self.styles.character(style as u16);
        let mut weight = self.styles.weight(style as u16) + piece.changed.len();
        let (run, end_of_run) = self.characters.near(place);
        let said = Properties(run.map(|it| it.said(self.streams)).unwrap_or_default());
        let style = Character::of(said, Character::default()).style;
        weight += said.0.len() + style.map_or(0, |it| self.styles.weight(it));
        let style = style.map(|it| self.styles.character(it)).unwrap_or_default();
        let character = Character::of(said, Character::of_styles(style, of_paragraph));
        let character = Character::of(Properties(&piece.changed), character);
        self.weigh(weight)?;
        Ok((character, end_of_paragraph.min(end_of_run)))
    }

    /// So many bytes of properties are read.
    fn weigh(&mut self, said: usize) -> Result<(), ImportError> {
        let left = self.left.checked_sub(said);
        self.left = left.ok_or_else(|| damaged("it says the same again and again"))?;
        Ok(())
    }

    fn unit(&mut self, unit: u16, character: Character, place: usize) -> Result<(), ImportError> {
        let seen = character.seen();
        match unit {
            0x07 | 0x0C | 0x0D => self.end_paragraph(unit, seen, place)?,
            0x0B | 0x0E => self.write("\n", seen),
            0x09 => self.write(" ", seen),
            0x13 => {
                self.flush();
                self.fields.begin(self.limits)?;
                self.codes.push(true);
            }
            0x14 => {
                self.flush();
                self.fields.separate();
                if let Some(is_code) = self.codes.last_mut() {
                    *is_code = false;
                }
            }
            0x15 => self.end_field(seen),
            // The mark of a symbol, or a bracket.
            0x28 if character.special == Some(true) && character.symbol.is_some() => {
                let (font, code) = character.symbol.unwrap_or_default();
                self.symbol(code, Some(font), seen);
            }
            0x01 | 0x08 => self.unclear(PICTURE, seen),
            0x1E => self.write("-", seen),
            // Marks of notes and remarks, soft hyphens.
            0x00..0x20 => {}
            0xE000..=0xF8FF => self.symbol(unit, character.font, seen),
            _ => {
                if self.seen != seen {
                    self.flush();
                    self.seen = seen;
                }
                self.units.push(unit);
            }
        }
        Ok(())
    }

    /// A character by its number in a font.
    fn symbol(&mut self, code: u16, font: Option<u16>, seen: Seen) {
        let name = font.and_then(|it| self.fonts.get(usize::from(it))).map_or("", String::as_str);
        match symbol::text(&format!("{code:X}"), name) {
            Some(text) => self.write(text.encode_utf8(&mut [0; 4]), seen),
            None => self.unclear("符号", seen),
        }
    }

    fn write(&mut self, text: &str, seen: Seen) {
        self.flush();
        self.print(text, seen);
    }

    /// Writes the characters that have gathered.
    fn flush(&mut self) {
        if !self.units.is_empty() {
            let text = String::from_utf16_lossy(&self.units);
            self.units.clear();
            self.print(&text, self.seen);
        }
    }

    fn print(&mut self, text: &str, seen: Seen) {
        if self.codes.last() == Some(&true) {
            return self.fields.code(text);
        }
        // What stands in the code of a field around is no text either.
        if self.codes.contains(&true) {
            return;
        }
        self.fields.printed();
        self.flow.paragraph.push_seen(text, seen);
    }

    /// Something is there that is not understood.
    fn unclear(&mut self, what: &str, seen: Seen) {
        self.flush();
        if seen != Seen::Hidden && !self.codes.contains(&true) {
            self.flow.paragraph.push_unclear(what);
        }
    }

    fn end_field(&mut self, seen: Seen) {
        self.flush();
        self.codes.pop();
        if let Some(code) = self.fields.end() {
            self.unclear(&code, seen);
        }
    }

    /// The paragraph that a byte of the stream is in.
    fn paragraph(&mut self, place: usize) -> Result<Paragraph, ImportError> {
        let said = self.paragraphs.at(place).map(|it| it.said(self.streams)).unwrap_or_default();
        let style = number::<2>(said, 0).unwrap_or(0) as u16;
        let properties = Properties(said.get(2..).unwrap_or_default());
        let more = in_data(properties, self.streams);
        self.weigh(self.styles.weight(style) + properties.0.len() + more.0.len())?;
        Ok(self.styles.paragraph(style).with(properties).with(more))
    }

    fn end_paragraph(&mut self, sign: u16, seen: Seen, place: usize) -> Result<(), ImportError> {
        self.flush();
        let paragraph = self.paragraph(place)?;
        let level = paragraph.level();
        let ends_cell = sign == 0x07 || paragraph.ends_inner_cell;
        let ends_row = sign == 0x07 && paragraph.ends_row || paragraph.ends_inner_row;
        if ends_row {
            self.row = paragraph.row;
            self.row.is_dropped = seen == Seen::Hidden;
            // What stands behind the last cell is one of its own.
            self.flow.end_paragraph(level, &self.row, &mut self.document)?;
            self.flow.end_row(&self.row);
            return Ok(());
        }
        if paragraph.is_item && self.flow.paragraph.is_empty() {
            self.flow.paragraph.push_unclear("编号");
        }
        // A paragraph whose end is hidden or deleted goes on in the next one.
        if ends_cell || seen != Seen::Hidden {
            let level = if ends_cell { level.max(1) } else { level };
            self.flow.end_paragraph(level, &self.row, &mut self.document)?;
        } else {
            self.goes_on = Some(level);
        }
        if ends_cell {
            self.flow.end_cell();
        }
        if level == 0 {
            self.put();
        }
        Ok(())
    }

    /// Puts down what is done.
    fn put(&mut self) {
        for block in self.flow.take_done() {
            self.document.put(&block);
        }
    }
}
