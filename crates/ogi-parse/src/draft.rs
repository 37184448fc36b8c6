//! The reading in the making.

use core::ops::Range;

use ogi_model::{Cell, CellId, Field, Note, NoteKind, Place, Reading, Unit, Value};

use crate::grammar::{PieceKind, figure};
use crate::markdown::unescaped;
use crate::sheet::{Piece, Sheet};

/// The most characters of raw text that are kept of what could not be read.
const LONGEST_RAW: usize = 200;

/// A reading, as far as it got. Places are spans of the sheet's text until it is finished.
#[derive(Debug)]
pub(crate) struct Draft<'s> {
    pub(crate) sheet: &'s Sheet<'s>,
    pub(crate) text: &'s str,
    pub(crate) reading: Reading,
    /// Whether the text is Markdown, so that backslashes escape.
    pub(crate) markdown: bool,
    /// Where each cell stands; nowhere yet is an empty place.
    places: [(u32, u32); CellId::COUNT],
}

impl<'s> Draft<'s> {
    pub(crate) fn new(sheet: &'s Sheet<'s>) -> Self {
        Self {
            sheet,
            text: &sheet.text,
            reading: Reading::default(),
            markdown: false,
            places: [(0, 0); CellId::COUNT],
        }
    }

    /// The reading, with its places in the source.
    pub(crate) fn finish(mut self) -> Reading {
        let report = &self.reading.report;
        self.reading.sources.set_cells(|cell| {
            let (start, end) = self.places[cell.index()];
            report[cell].is_present().then_some(Place::Text { start, end })
        });
        let mut reading = self.reading;
        reading.notes.sort_by_key(|it| it.place.span().map(|span| span.start));
        if !self.sheet.is_source() {
            let place = |place: &Place| {
                place.span().map_or_else(|| place.clone(), |it| self.sheet.place(it))
            };
            reading.sources = reading.sources.map(|it| Some(place(it)));
            let of_notes = reading.notes.iter_mut().map(|it| &mut it.place);
            let of_claims = reading.claims.iter_mut().map(|it| &mut it.place);
            let of_decisions = reading.decisions.iter_mut().map(|it| &mut it.place);
            for it in of_notes.chain(of_claims).chain(of_decisions) {
                *it = place(it);
            }
        }
        reading
    }

    pub(crate) fn note(&mut self, kind: NoteKind, span: Range<usize>) {
        self.reading.notes.push(Note { kind, place: place(span) });
    }

    /// Says where a field stands.
    pub(crate) fn set_field(&mut self, field: Field, span: Range<usize>) {
        self.reading.sources.set_field(field, place(span));
    }

    /// Where words of a field stand: on its first line that has them, or else somewhere in the field.
    pub(crate) fn find_in(&self, field: Field, words: &str) -> Option<Range<usize>> {
        let all = self.reading.sources.field(field)?.span()?;
        let words = words.lines().next().unwrap_or_default();
        let at = memchr::memmem::find(self.text[all.clone()].as_bytes(), words.as_bytes());
        Some(at.map_or(all.clone(), |at| all.start + at..all.start + at + words.len()))
    }

    /// What the source prints for a cell; nothing for a blank one.
    pub(crate) fn printed_for(&self, cell: CellId) -> &'s str {
        if self.reading.report[cell] == Cell::Blank {
            return "";
        }
        let (start, end) = self.places[cell.index()];
        &self.text[start as usize..end as usize]
    }

    /// What a piece prints, shortened.
    pub(crate) fn printed(&self, piece: &Piece) -> String {
        shortened(self.sheet.printed(piece))
    }

    /// Sets a cell to what a piece prints.
    pub(crate) fn set(&mut self, cell: CellId, piece: &Piece) {
        self.places[cell.index()] = (piece.start, piece.end);
        let value = match (piece.kind, cell.unit()) {
            (PieceKind::Count(n), Unit::Money) => Value::Decimal(n.into()).into(),
            (PieceKind::Count(n), _) => n.into(),
            (PieceKind::Blank | PieceKind::Pad, _) => {
                self.note(NoteKind::CellBlank { cell }, piece.span());
                Cell::Blank
            }
            (_, unit) => self.figure(cell, unit, piece),
        };
        self.reading.report.set(cell, value);
    }

    fn figure(&mut self, cell: CellId, unit: Unit, piece: &Piece) -> Cell {
        let printed = self.sheet.printed(piece);
        let text = if self.markdown { unescaped(printed) } else { printed.into() };
        match figure(&text, unit) {
            Some((value, with_unit)) => {
                if with_unit {
                    self.note(
                        NoteKind::CellUnit { cell, printed: text.into_owned() },
                        piece.span(),
                    );
                } else if matches!(value, Cell::Unreadable(_)) {
                    let printed = text.into_owned();
                    self.note(NoteKind::CellUnreadable { cell, printed }, piece.span());
                }
                value
            }
            None => {
                let printed = shortened(&text);
                self.note(
                    NoteKind::CellUnreadable { cell, printed: printed.clone() },
                    piece.span(),
                );
                Cell::Unreadable(printed.into())
            }
        }
    }

    /// A cell that is there and blank, although nothing is left of it in the source: it is placed at its label.
    pub(crate) fn set_blank(&mut self, cell: CellId, label: Range<usize>) {
        self.places[cell.index()] = (label.start as u32, label.end as u32);
        self.note(NoteKind::CellBlank { cell }, label);
        self.reading.report.set(cell, Cell::Blank);
    }

    /// A cell that cannot be read for certain.
    pub(crate) fn set_unreadable(&mut self, cell: CellId, printed: &str, span: Range<usize>) {
        self.places[cell.index()] = (span.start as u32, span.end as u32);
        self.reading.report.set(cell, Cell::Unreadable(shortened(printed).into()));
    }
}

/// A place in text.
pub(crate) fn place(span: Range<usize>) -> Place {
    // Sources are limited to far less than 4 GiB.
    Place::Text { start: span.start as u32, end: span.end as u32 }
}

pub(crate) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_RAW) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
