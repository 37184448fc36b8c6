//! Word documents.

use super::positions::{Position, positions};
use crate::sheet::{Piece, Sheet, Table, TableCell};
use crate::word::{
    cell, document as archive, escaped, numbered, paragraph, row, run, table, text_box,
};

/// How the words of a document are marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocxStyle {
    /// A run a paragraph.
    Plain,
    /// Labels in two paragraphs of several runs, figures and rows changed with changes tracked, the title in a text
    /// box, the ordinals of headings automatic.
    Edited,
    /// Everything in the one cell of a frame, tables in its middle; figures in frames of their own, hidden words.
    Framed,
}

/// A report as a document.
pub(super) fn document(sheet: &Sheet, style: DocxStyle) -> Vec<u8> {
    let mut ordinals = "一二三四五六".chars().peekable();
    let mut body = String::new();
    for piece in &sheet.pieces {
        body += &match piece {
            Piece::Title(text) if style == DocxStyle::Edited => text_box(text),
            Piece::Heading(text) => match text.split_once('、') {
                // An automatic number is the one that comes next.
                Some((ordinal, words))
                    if style == DocxStyle::Edited
                        && ordinals.next_if(|it| it.to_string() == ordinal).is_some() =>
                {
                    numbered(1, 0, words)
                }
                _ => paragraph(text),
            },
            Piece::Title(text) | Piece::Line(text) | Piece::Paragraph(text) => paragraph(text),
            Piece::Gap => "<w:p/>".to_owned(),
            Piece::Table(table) => form(table, style),
        };
    }
    if style == DocxStyle::Framed {
        body = framed(&(body + "<w:p/>"));
    }
    archive(&body)
}

fn form(printed: &Table, style: DocxStyle) -> String {
    let mut rows = String::new();
    for (i, positions) in positions(printed).iter().enumerate() {
        let mut cells = String::new();
        for position in positions {
            cells += &match position {
                Position::Cell(it) => {
                    let mut properties = format!("<w:gridSpan w:val=\"{}\"/>", it.column_span);
                    if it.row_span > 1 {
                        properties += "<w:vMerge w:val=\"restart\"/>";
                    }
                    cell(&properties, &content(it, style))
                }
                Position::Below(width) => {
                    cell(&format!("<w:gridSpan w:val=\"{width}\"/><w:vMerge/>"), "<w:p/>")
                }
                Position::Beside => continue,
            };
        }
        rows += &row(&cells);
        if style == DocxStyle::Edited && i % 5 == 4 {
            rows += &deleted_row(printed.width);
        }
    }
    table(&rows)
}

/// A row that is deleted with changes tracked, figures and all.
fn deleted_row(width: usize) -> String {
    let gone = "<w:p><w:del w:id=\"3\"><w:r><w:delText>88</w:delText></w:r></w:del></w:p>";
    row(&format!("<w:trPr><w:del w:id=\"3\"/></w:trPr>{}", cell("", gone).repeat(width)))
}

fn content(cell: &TableCell, style: DocxStyle) -> String {
    cell.text.split('\n').map(|line| content_of(line, cell.is_figure(), style)).collect()
}

fn content_of(text: &str, is_figure: bool, style: DocxStyle) -> String {
    match style {
        DocxStyle::Plain => paragraph(text),
        DocxStyle::Edited if is_figure => format!(
            "<w:p><w:del w:id=\"1\"><w:r><w:delText>99</w:delText></w:r></w:del>\
             <w:ins w:id=\"2\">{}</w:ins></w:p>",
            run(text)
        ),
        DocxStyle::Edited => in_pieces(text),
        DocxStyle::Framed if is_figure => framed(&paragraph(text)) + "<w:p/>",
        DocxStyle::Framed => format!(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(text)
        ),
    }
}

/// A table of one cell.
fn framed(content: &str) -> String {
    table(&row(&cell("", content)))
}

/// A label in two paragraphs, each of two runs.
fn in_pieces(label: &str) -> String {
    let letters: Vec<char> = label.chars().collect();
    let paragraphs = letters.chunks(letters.len().div_ceil(2).max(1)).map(|half| {
        let runs = half.chunks(half.len().div_ceil(2));
        let runs: String = runs.map(|it| run(&it.iter().collect::<String>())).collect();
        format!("<w:p>{runs}</w:p>")
    });
    paragraphs.collect()
}
