//! Documents of Word 97.

use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table};
use crate::word97::{Paragraph, document as written};

/// How wide a column is, in twentieths of a point.
const COLUMN: usize = 900;
/// The first of cells merged below one another, and one of the others.
const FIRST: u16 = 0x60;
const BELOW: u16 = 0x20;

/// A report as a document.
pub(super) fn document(sheet: &Sheet) -> Vec<u8> {
    let mut paragraphs = Vec::new();
    for piece in &sheet.pieces {
        match piece {
            Piece::Title(text)
            | Piece::Heading(text)
            | Piece::Line(text)
            | Piece::Paragraph(text) => paragraphs.push(Paragraph::new(&broken(text))),
            Piece::Gap => paragraphs.push(Paragraph::new("")),
            Piece::Table(table) => rows(table, &mut paragraphs),
        }
    }
    written(&paragraphs)
}

fn rows(table: &Table, paragraphs: &mut Vec<Paragraph>) {
    for positions in positions(table) {
        let mut cells = Vec::new();
        for (column, position) in positions.iter().enumerate() {
            let (merged, width, text) = match position {
                Position::Beside => continue,
                Position::Cell(it) if it.row_span > 1 => (FIRST, it.column_span, broken(&it.text)),
                Position::Cell(it) => (0, it.column_span, broken(&it.text)),
                Position::Below(width) => (BELOW, *width, String::new()),
            };
            cells.push((((column + width) * COLUMN) as i16, merged));
            paragraphs.push(Paragraph::cell(&text));
        }
        paragraphs.push(Paragraph::row(&cells));
    }
}

/// Lines end as they do within a paragraph.
fn broken(text: &str) -> String {
    text.replace('\n', "\u{b}")
}
