//! Lines without bars or tabs: one cell a line, or cells with wide gaps between them.
//!
//! `规章`, `12` and `3` below one another, or `规章    12    3`.

use core::ops::Range;

use ogi_text::blank::{self, is_blank};

use super::cell::{Apart, is_token};
use super::content::{of_markdown, without_marks};
use super::glued;
use super::labels::is_label;
use super::lines::Line;
use super::pages::is_page_number;
use super::rows::Rows;
use crate::grammar::{PieceKind, piece_kind};
use crate::sheet::Columns;

/// A line with nothing but wide blanks holds a cell open where each cell has a line of its own; one of plain
/// spaces does so beside a figure, where the lines around it have not even those, and is an empty line elsewhere.
fn blank_line(rows: &mut Rows<'_>, line: &Line) {
    let source = rows.source();
    let text = &source[line.start..line.end];
    // Browsers put a tab on a line of its own between two cells: that is none.
    let is_spaces = !text.is_empty() && text.bytes().all(|it| it == b' ');
    if text.contains(['\u{a0}', '\u{3000}']) || is_spaces && is_beside_figure(source, line) {
        rows.draw();
        rows.piece(PieceKind::Blank, line.start..line.end, Columns::Loose);
        rows.end_row();
    } else {
        rows.blank_line();
    }
}

/// Whether a line stands between empty lines, and a figure or another such line before or behind those.
fn is_beside_figure(source: &str, line: &Line) -> bool {
    let before = source[..line.start].strip_suffix("\n\n").and_then(|it| it.lines().next_back());
    let behind = source[line.end..].strip_prefix("\n\n").and_then(|it| it.lines().next());
    let is_figure = |line: &str| match piece_kind(line) {
        PieceKind::Blank => !line.is_empty() && !line.contains('\t'),
        kind => kind.is_figure(),
    };
    before.zip(behind).is_some_and(|(before, behind)| is_figure(before) || is_figure(behind))
}

/// Writes a line with a plain number and nothing else, most lines of the standard layout; whether it is one.
pub(super) fn number(rows: &mut Rows<'_>, line: Line) -> bool {
    let bytes = &rows.source().as_bytes()[line.start..line.end];
    let Some(first) = bytes.iter().position(|it| *it != b' ') else { return false };
    let digits = bytes[first..].iter().take_while(|it| it.is_ascii_digit()).count();
    let rest = &bytes[first + digits..];
    // What begins with 0 is no number but several, glued; and a number must fit.
    let is_plain = digits > 0 && digits <= 18 && (digits == 1 || bytes[first] != b'0');
    if !is_plain || rest.iter().any(|it| *it != b' ') {
        return false;
    }
    let value = bytes[first..first + digits].iter().fold(0, |n, b| n * 10 + i64::from(b - b'0'));
    let start = line.start + first;
    rows.piece(PieceKind::Count(value), start..start + digits, Columns::Loose);
    rows.end_row();
    true
}

/// Writes a line: one line it is.
pub(super) fn line(rows: &mut Rows<'_>, line: &Line) -> usize {
    let text = rows.source();
    let (start, end) = blank::trim(text.as_bytes(), line.start, line.end);
    if rows.is_markdown() && start < end {
        return markdown(rows, start..end);
    }
    if start == end {
        blank_line(rows, line);
    } else {
        self::text(rows, start..end);
    }
    1
}

/// Writes what is printed on a line.
fn text(rows: &mut Rows<'_>, span: Range<usize>) {
    let line = &rows.source()[span.clone()];
    if is_page_number(line) {
        rows.blank_line();
    } else if glued::line(rows, span.clone()) {
        // Labels part what it prints.
    } else if is_unbroken(line) {
        let before = rows.set_apart(Apart::Words);
        rows.cell(span, Columns::Loose);
        rows.end_row();
        rows.set_apart(before);
    } else {
        cells(rows, span);
    }
}

fn cells(rows: &mut Rows<'_>, span: Range<usize>) {
    let text = rows.source();
    let bytes = text.as_bytes();
    let mut at = span.start;
    while at < span.end {
        let mut gap = next_gap(bytes, at, span.end);
        let next = blank::trim(bytes, gap, span.end).0;
        if at == span.start && is_bullet(&text[at..gap], &text[next..span.end]) {
            gap = next_gap(bytes, next, span.end);
        }
        let behind = blank::trim(bytes, gap, span.end).0;
        if let Some(token) = token_before(&text[at..gap], &text[behind..span.end]) {
            gap = at + token;
        }
        rows.cell(at..gap, Columns::Loose);
        at = blank::trim(bytes, gap, span.end).0;
    }
    rows.end_row();
}

/// The blank before a token for none that a label has pushed against the figures behind: `行政机关不 -    0`.
fn token_before(cell: &str, behind: &str) -> Option<usize> {
    let gap = next_gap(behind.as_bytes(), 0, behind.len());
    let label = cell.trim_end_matches(|c| !is_blank(c));
    let is_pushed = !label.is_empty()
        && is_token(&cell[label.len()..])
        && piece_kind(&behind[..gap]).is_figure()
        && piece_kind(label.trim_end_matches(is_blank)) == PieceKind::Words;
    is_pushed.then(|| label.trim_end_matches(is_blank).len())
}

/// Whether what stands before a gap is the mark of an item, and no token for none.
fn is_bullet(mark: &str, item: &str) -> bool {
    let is_mark = ["-", "*", "+", "•", "·"].contains(&mark);
    is_mark && item.starts_with(|c: char| c.is_alphabetic() || c == '[' || c == '<')
}

/// The next gap: two blanks or more. One alone, however wide, may stand within a label, and so may many before
/// the point of an ordinal: `6  .属于…`.
fn next_gap(bytes: &[u8], mut at: usize, last: usize) -> usize {
    while let Some((start, after)) = blank::find(&bytes[at..last]) {
        let (start, after) = (at + start, at + after);
        let (end, _) = blank::trim(bytes, after, last);
        if end > after && !opens_with_point(&bytes[end..last]) {
            return start;
        }
        at = end;
    }
    last
}

/// Whether a text begins with what ends an ordinal.
fn opens_with_point(text: &[u8]) -> bool {
    ['.', '．', '、'].iter().any(|it| text.starts_with(it.encode_utf8(&mut [0; 4]).as_bytes()))
}

/// A line of Markdown: without its marks it may be a part of the source as it stands.
fn markdown(rows: &mut Rows<'_>, span: Range<usize>) -> usize {
    let line = &rows.source()[span.clone()];
    let plain = of_markdown(without_marks(line));
    match line.find(&*plain).filter(|_| !plain.is_empty()) {
        Some(at) => text(rows, span.start + at..span.start + at + plain.len()),
        None => rows.line(&plain, span),
    }
    1
}

/// A longer line, in bytes, may be a whole article, whose words are its lines if so many of them are labels.
const UNBROKEN: usize = 1500;
const LABELS: usize = 8;

/// Whether a line is a whole article.
fn is_unbroken(line: &str) -> bool {
    line.len() > UNBROKEN
        && line.split_whitespace().filter(|it| is_label(it)).take(LABELS).count() == LABELS
}
