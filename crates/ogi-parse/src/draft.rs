//! The reading in the making.

use core::ops::Range;

use ogi_model::{
    Cell, CellId, Field, Note, NoteKind, Place, Reading, Row, RowProblem, Unit, Value,
};

use crate::explain::Explained;
use crate::grammar::figure;
use crate::markdown::unescaped;
use crate::table::Twice;
use crate::token::{Printed, Token, What};

/// The most characters of raw text that are kept of what could not be read.
const LONGEST_RAW: usize = 200;

/// A reading, as far as it got.
#[derive(Debug)]
pub(crate) struct Draft<'t> {
    pub(crate) text: &'t str,
    pub(crate) reading: Reading,
    /// Whether the text is Markdown, so that backslashes escape.
    pub(crate) markdown: bool,
    /// Whether any table has a head of columns.
    pub(crate) headed: bool,
    /// How table three is there twice, if it is.
    pub(crate) twice: Option<Twice>,
    /// Why it is read so, if that was asked for.
    pub(crate) explained: Option<Box<Explained>>,
    /// Where each cell stands; nowhere yet is an empty place.
    places: [(u32, u32); CellId::COUNT],
}

impl<'t> Draft<'t> {
    pub(crate) fn new(text: &'t str, explain: bool) -> Self {
        Self {
            text,
            reading: Reading::default(),
            markdown: false,
            headed: false,
            twice: None,
            explained: explain.then(Box::default),
            places: [(0, 0); CellId::COUNT],
        }
    }

    /// The reading, with its places and text.
    pub(crate) fn finish(mut self) -> Reading {
        let report = &self.reading.report;
        self.reading.sources.set_cells(|cell| {
            let (start, end) = self.places[cell.index()];
            report[cell].is_present().then_some(Place::Text { start, end })
        });
        if let Some(explained) = self.explained {
            self.reading.decisions = explained.finish(&self.reading.notes);
        }
        self.reading.text = self.text.into();
        self.reading
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
    pub(crate) fn printed_for(&self, cell: CellId) -> &'t str {
        if self.reading.report[cell] == Cell::Blank {
            return "";
        }
        let (start, end) = self.places[cell.index()];
        &self.text[start as usize..end as usize]
    }

    pub(crate) fn printed(&self, token: &Token) -> String {
        shortened(&self.text[token.span()])
    }

    /// Sets a cell to what is printed.
    pub(crate) fn set(&mut self, cell: CellId, token: &Printed) {
        self.places[cell.index()] = (token.start, token.end);
        let value = match (token.what, cell.unit()) {
            (What::Count(n), Unit::Money) => Value::Decimal(n.into()).into(),
            (What::Count(n), _) => n.into(),
            (What::Figure | What::Glued | What::Odd, unit) => self.figure(cell, unit, token.span()),
            (What::Blank, _) => {
                self.note(NoteKind::CellBlank { cell }, token.span());
                Cell::Blank
            }
        };
        self.reading.report.set(cell, value);
    }

    fn figure(&mut self, cell: CellId, unit: Unit, span: Range<usize>) -> Cell {
        let printed = &self.text[span.clone()];
        let text = if self.markdown { unescaped(printed) } else { printed.into() };
        match figure(&text, unit) {
            Some((value, with_unit)) => {
                if with_unit {
                    self.note(NoteKind::CellUnit { cell, printed: text.into_owned() }, span);
                } else if matches!(value, Cell::Unreadable(_)) {
                    self.note(NoteKind::CellUnreadable { cell, printed: text.into_owned() }, span);
                }
                value
            }
            None => {
                let printed = shortened(&text);
                self.note(NoteKind::CellUnreadable { cell, printed: printed.clone() }, span);
                Cell::Unreadable(printed.into())
            }
        }
    }

    /// A cell that is there and blank, although nothing is left of it in the source: it is placed at its label.
    pub(crate) fn set_blank(&mut self, cell: CellId, label: Range<usize>) {
        let (start, end) = (label.start as u32, label.end as u32);
        self.set(cell, &Printed { what: What::Blank, start, end });
    }

    /// The cells of a row cannot be read for certain.
    pub(crate) fn set_unreadable(
        &mut self,
        row: Row,
        cells: &[CellId],
        label: &Token,
        figures: &[Printed],
        problem: RowProblem,
    ) {
        let mut raw = String::new();
        for token in figures.iter().filter(|it| it.is_figure()) {
            if !raw.is_empty() {
                raw.push(' ');
            }
            raw.push_str(&self.text[token.span()]);
            if raw.len() > LONGEST_RAW {
                break;
            }
        }
        let raw = shortened(&raw);
        let end = figures.last().map_or(label.end, |it| it.end.max(label.end));
        let span = label.start as usize..end as usize;
        for cell in cells {
            self.reading.report.set(*cell, Cell::Unreadable(raw.as_str().into()));
            self.places[cell.index()] = (label.start, end);
        }
        self.note(NoteKind::RowUnreadable { row, problem }, span);
    }
}

/// A place in text.
pub(crate) fn place(span: Range<usize>) -> Place {
    // Sources are limited to far less than 4 GiB.
    Place::Text { start: span.start as u32, end: span.end as u32 }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_RAW) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
