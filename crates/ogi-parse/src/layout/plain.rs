//! Lines without bars or tabs: one cell a line, or cells with wide gaps between them.

use core::ops::Range;

use super::glued;
use super::lines::Line;
use super::rows::Rows;
use crate::blank;
use crate::grammar::PieceKind;
use crate::grammar::is_page_number;
use crate::sheet::Columns;

/// A line with nothing but wide blanks holds a cell open where each cell has a line of its own; one of plain
/// spaces is an empty line.
fn blank_line(rows: &mut Rows<'_>, line: &Line) {
    let text = &rows.source()[line.start..line.end];
    if text.contains(['\u{a0}', '\u{3000}']) {
        rows.draw();
        rows.piece(PieceKind::Blank, line.start..line.end, Columns::Loose);
        rows.end_row();
    } else {
        rows.blank_line();
    }
}

/// Writes a line: one line it is.
pub(super) fn line(rows: &mut Rows<'_>, line: &Line) -> usize {
    let text = rows.source();
    let (start, end) = blank::trim(text.as_bytes(), line.start, line.end);
    if start == end {
        blank_line(rows, line);
    } else if is_page_number(&text[start..end]) {
        rows.blank_line();
    } else if !glued::line(rows, start..end) {
        cells(rows, start..end);
    }
    1
}

fn cells(rows: &mut Rows<'_>, span: Range<usize>) {
    let text = rows.source();
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        let gap = next_gap(bytes, at, span.end);
        rows.cell(at..gap, Columns::Loose);
        at = blank::trim(bytes, gap, span.end).0;
    }
    rows.end_row();
}

/// The next gap: two blanks or more. One alone, however wide, may stand within a label, and so may many before
/// the point of an ordinal: `6  .属于…`.
fn next_gap(bytes: &[u8], mut at: usize, last: usize) -> usize {
    while at < last {
        let first = blank::len_at(bytes, at);
        if first == 0 {
            at += 1;
            continue;
        }
        let (end, _) = blank::trim(bytes, at, last);
        if end - at > first && !opens_with_point(&bytes[end..last]) {
            return at;
        }
        at = end;
    }
    last
}

/// Whether a text begins with what ends an ordinal.
fn opens_with_point(text: &[u8]) -> bool {
    ['.', '．', '、'].iter().any(|it| text.starts_with(it.encode_utf8(&mut [0; 4]).as_bytes()))
}
