//! Rich Text documents.

use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table};

/// How wide a column is, in twentieths of a point.
const COLUMN: usize = 900;

/// A report as a document.
pub(super) fn document(sheet: &Sheet) -> String {
    let mut out =
        String::from("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}\n");
    for piece in &sheet.pieces {
        out += &match piece {
            Piece::Title(text)
            | Piece::Heading(text)
            | Piece::Line(text)
            | Piece::Paragraph(text) => format!("\\pard {}\\par\n", coded(text)),
            Piece::Gap => "\\pard\\par\n".to_owned(),
            Piece::Table(table) => rows(table),
        };
    }
    out + "}"
}

fn rows(table: &Table) -> String {
    let mut out = String::new();
    for positions in positions(table) {
        let (mut borders, mut cells) = (String::new(), String::new());
        for (column, position) in positions.iter().enumerate() {
            let (merged, width, text) = match position {
                Position::Beside => continue,
                Position::Cell(it) => {
                    let merged = if it.row_span > 1 { "\\clvmgf" } else { "" };
                    (merged, it.column_span, coded(&it.text))
                }
                Position::Below(width) => ("\\clvmrg", *width, String::new()),
            };
            borders += &format!("{merged}\\cellx{}", (column + width) * COLUMN);
            cells += &format!("\\pard\\intbl {text}\\cell");
        }
        out += &format!("\\trowd{borders}{cells}\\row\n");
    }
    out
}

/// Text with every character that is not ASCII by its number.
fn coded(text: &str) -> String {
    let mut out = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit).ok().filter(u8::is_ascii) {
            Some(b'\n') => out += "\\line ",
            Some(byte @ (b'\\' | b'{' | b'}')) => out.extend(['\\', byte.into()]),
            Some(byte) => out.push(byte.into()),
            None => out += &format!("\\u{}?", unit.cast_signed()),
        }
    }
    out
}
