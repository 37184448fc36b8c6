//! OpenDocument texts, as one file of XML.

use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table};
use crate::word::escaped;

/// A report as a document.
pub(super) fn document(sheet: &Sheet) -> String {
    const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
    let mut body = String::new();
    for piece in &sheet.pieces {
        body += &match piece {
            Piece::Heading(text) => format!("<text:h>{}</text:h>", escaped(text)),
            Piece::Title(text) | Piece::Line(text) | Piece::Paragraph(text) => paragraph(text),
            Piece::Gap => "<text:p/>".to_owned(),
            Piece::Table(table) => rows(table),
        };
    }
    format!(
        "<?xml version=\"1.0\"?><office:document {NAMES}><office:body><office:text>{body}</office:text>\
         </office:body></office:document>"
    )
}

fn rows(table: &Table) -> String {
    let mut out = String::from("<table:table>");
    for positions in positions(table) {
        out += "<table:table-row>";
        for position in positions {
            match position {
                Position::Cell(it) => {
                    out += &format!(
                        "<table:table-cell table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\">{}</table:table-cell>",
                        it.column_span,
                        it.row_span,
                        paragraph(&it.text)
                    );
                }
                Position::Beside | Position::Below(_) => out += "<table:covered-table-cell/>",
            }
        }
        out += "</table:table-row>";
    }
    out + "</table:table>"
}

fn paragraph(text: &str) -> String {
    format!("<text:p>{}</text:p>", escaped(text).replace('\n', "<text:line-break/>"))
}
