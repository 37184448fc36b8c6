//! The text of a document: paragraphs, and tables within it and within one another.

use ogi_parse::Sheet;

use super::styles::Styles;
use super::{characters, is_unseen, repeated, skip};
use crate::document::Document;
use crate::seen::{PICTURE, Print, Seen};
use crate::table::Table;
use crate::xml::{Element, Piece, Xml};
use crate::{ImportError, Limits};

/// No row of a text stands for more.
const MOST_REPEATED: u32 = 64;

/// What is open.
enum Open {
    Paragraph,
    Table,
    Row,
    /// A cell, with the columns that it covers beyond its first.
    Cell,
    Other,
}

struct Walk<'a> {
    styles: Styles,
    document: Document<'a>,
    open: Vec<(Open, Seen)>,
    /// Paragraphs that are open: one in a frame is within another.
    paragraphs: Vec<Print>,
    tables: Vec<Table>,
    /// How many columns of a cell before are covered, in each table.
    covered: Vec<u32>,
}

/// Reads from the begin of the text to its end.
pub(super) fn read(
    xml: &mut Xml<'_>,
    styles: Styles,
    limits: &Limits,
) -> Result<Sheet<'static>, ImportError> {
    let mut walk = Walk {
        styles,
        document: Document::new(limits),
        open: Vec::new(),
        paragraphs: Vec::new(),
        tables: Vec::new(),
        covered: Vec::new(),
    };
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if is_unseen(&element) => skip(xml)?,
            Piece::Open(element) => walk.enter(&element)?,
            Piece::Close => {
                if walk.open.is_empty() {
                    break;
                }
                walk.leave()?;
            }
            Piece::Text(text) => walk.write(&text),
        }
    }
    Ok(walk.document.sheet)
}

impl Walk<'_> {
    fn seen(&self) -> Seen {
        self.open.last().map_or(Seen::Plainly, |it| it.1)
    }

    fn enter(&mut self, element: &Element<'_>) -> Result<(), ImportError> {
        let seen = self.styles.seen(element, self.seen());
        let open = match element.local() {
            "p" | "h" => {
                self.paragraphs.push(Print::default());
                Open::Paragraph
            }
            "table" => {
                self.tables.push(self.document.table());
                self.covered.push(0);
                Open::Table
            }
            "table-row" => {
                self.in_table(Table::open_row);
                Open::Row
            }
            "table-cell" => {
                self.document.count()?;
                let (span, down) = (
                    repeated(element, "number-columns-spanned"),
                    repeated(element, "number-rows-spanned"),
                );
                for _ in 1..repeated(element, "number-columns-repeated").min(MOST_REPEATED) {
                    self.in_table(|it| {
                        it.open_cell();
                        it.close_cell();
                    });
                }
                self.in_table(|it| {
                    it.open_cell();
                    it.span(span);
                    if down > 1 {
                        it.merge_down(true);
                    }
                });
                if let Some(covered) = self.covered.last_mut() {
                    *covered = span - 1;
                }
                Open::Cell
            }
            "covered-table-cell" => {
                for _ in 0..repeated(element, "number-columns-repeated").min(MOST_REPEATED) {
                    match self.covered.last_mut() {
                        Some(covered) if *covered > 0 => *covered -= 1,
                        // From above.
                        _ => self.in_table(|it| it.skip_columns_more(1)),
                    }
                }
                Open::Other
            }
            "image" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.push_unclear(PICTURE);
                }
                Open::Other
            }
            _ => {
                if let Some(text) = characters(element) {
                    self.write(&text);
                }
                Open::Other
            }
        };
        self.open.push((open, seen));
        Ok(())
    }

    fn leave(&mut self) -> Result<(), ImportError> {
        match self.open.pop().map(|it| it.0) {
            Some(Open::Paragraph) => self.leave_paragraph()?,
            Some(Open::Table) => {
                self.covered.pop();
                let Some(table) = self.tables.pop() else { return Ok(()) };
                match self.tables.last_mut() {
                    Some(outer) => outer.push_table(table),
                    None => table.put(&mut self.document.sheet),
                }
            }
            Some(Open::Row) => self.in_table(Table::close_row),
            Some(Open::Cell) => self.in_table(|it| {
                it.close_cell();
            }),
            Some(Open::Other) | None => {}
        }
        Ok(())
    }

    fn leave_paragraph(&mut self) -> Result<(), ImportError> {
        let Some(print) = self.paragraphs.pop() else { return Ok(()) };
        if print.is_empty() {
            return Ok(());
        }
        self.document.count()?;
        if !self.tables.is_empty() {
            self.in_table(|it| it.push_paragraph(print));
            return Ok(());
        }
        self.document.paragraph(&print);
        Ok(())
    }

    fn write(&mut self, text: &str) {
        let seen = self.seen();
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.push_seen(text, seen);
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            change(table);
        }
    }
}
