//! The reading in the making.

use core::ops::Range;

use ogi_model::{Cell, CellId, Field, Note, NoteKind, Place, Reading, Unit, Value};

use crate::grammar::{PieceKind, figure};
use crate::markdown::unescaped;
use crate::sheet::{Piece, Sheet};

/// The most characters of raw text that are kept of what could not be read.
const LONGEST_RAW: usize = 200;

/// A reading, as far as it got. Places are spans of the sheet's text until it is finished, or of the prose.
#[derive(Debug)]
pub(crate) struct Draft<'s> {
    pub(crate) sheet: &'s Sheet<'s>,
    pub(crate) text: &'s str,
    /// What sentences are read from.
    pub(crate) prose: &'s str,
    pub(crate) reading: Reading,
    /// Whether the text is Markdown, so that backslashes escape.
    pub(crate) markdown: bool,
    /// Notes with where they stand in the prose or the sheet, to be put in that order.
    notes: Vec<(usize, Note)>,
    /// Where each cell stands; nowhere yet is an empty place.
    places: [(u32, u32); CellId::COUNT],
}

impl<'s> Draft<'s> {
    pub(crate) fn new(sheet: &'s Sheet<'s>, prose: &'s str) -> Self {
        Self {
            sheet,
            text: &sheet.text,
            prose,
            notes: Vec::new(),
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
            let span = start as usize..end as usize;
            report[cell].is_present().then(|| self.sheet.place(span))
        });
        self.notes.sort_by_key(|it| it.0);
        let fields: Vec<_> = self.reading.sources.fields().map(|it| (it.0, it.1.clone())).collect();
        for (field, place) in fields {
            if let Some(span) = place.span() {
                let place = self.place_in_prose(span);
                self.reading.sources.set_field(field, place);
            }
        }
        let prose_is_source = self.prose_is_source();
        for claim in &mut self.reading.claims {
            if let Some(span) = claim.place.span().filter(|_| !prose_is_source) {
                claim.place = self.sheet.place(span);
            }
        }
        self.reading.notes = self.notes.into_iter().map(|it| it.1).collect();
        self.reading
    }

    /// Whether the prose is a text that is itself the source.
    fn prose_is_source(&self) -> bool {
        self.sheet.is_source() || !core::ptr::eq(self.prose, self.text)
    }

    fn place_in_prose(&self, span: Range<usize>) -> Place {
        if self.prose_is_source() { place(span) } else { self.sheet.place(span) }
    }

    /// The place of a span of the sheet.
    pub(crate) fn place(&self, span: Range<usize>) -> Place {
        self.sheet.place(span)
    }

    /// Notes what stands at a span of the sheet.
    pub(crate) fn note(&mut self, kind: NoteKind, span: Range<usize>) {
        let place = self.sheet.place(span.clone());
        let at = place.span().map_or(span.start, |it| it.start);
        self.notes.push((at, Note { kind, place }));
    }

    /// Notes what stands at a span of the prose.
    pub(crate) fn note_prose(&mut self, kind: NoteKind, span: Range<usize>) {
        let place = self.place_in_prose(span.clone());
        self.notes.push((span.start, Note { kind, place }));
    }

    /// The notes so far.
    pub(crate) fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.iter().map(|it| &it.1)
    }

    /// Says where a field stands.
    pub(crate) fn set_field(&mut self, field: Field, span: Range<usize>) {
        self.reading.sources.set_field(field, place(span));
    }

    /// Where words of a field stand: on its first line that has them, or else somewhere in the field.
    pub(crate) fn find_in(&self, field: Field, words: &str) -> Option<Range<usize>> {
        let all = self.reading.sources.field(field)?.span()?;
        let words = words.lines().next().unwrap_or_default();
        let at = memchr::memmem::find(self.prose[all.clone()].as_bytes(), words.as_bytes());
        Some(at.map_or(all.clone(), |at| all.start + at..all.start + at + words.len()))
    }

    /// Decisions about what is not printed stand at a span of the sheet, which is no place for whoever looks at a
    /// workbook.
    pub(crate) fn place_decisions(&mut self) {
        for decision in &mut self.reading.decisions {
            if let Some(span) = decision.place.span().filter(|_| !self.sheet.is_source()) {
                decision.place = self.sheet.place(span);
            }
        }
    }

    /// A heading among the rows of a table is no label that nobody knows.
    pub(crate) fn forget_unknown_labels(&mut self, headings: impl Iterator<Item = Range<usize>>) {
        let places: Vec<Place> = headings.map(|it| self.sheet.place(it)).collect();
        self.notes.retain(|(_, note)| {
            !matches!(note.kind, NoteKind::LabelUnknown { .. }) || !places.contains(&note.place)
        });
    }

    /// What the source prints for a cell; nothing for a blank one.
    pub(crate) fn printed_for(&self, cell: CellId) -> &str {
        match &self.reading.report[cell] {
            Cell::Blank => return "",
            // The place of a cell of which nothing is certain is its whole row.
            Cell::Unreadable(printed) => return printed,
            _ => {}
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
