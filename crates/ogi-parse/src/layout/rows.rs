//! The rows of a sheet as they are found, line by line.

use core::ops::Range;
use std::borrow::Cow;

use ogi_model::Place;
use ogi_text::blank;

use super::aligned::give_offsets;
use super::cell::{self, Apart};
use super::content::{has_invisible, visible};
use super::labels::{is_heading, is_label};
use crate::grammar::PieceKind;
use crate::sheet::{Columns, Piece, Sheet};

/// Makes a sheet row by row. Its pieces are spans of the source, until the first that is not.
pub(super) struct Rows<'t> {
    source: &'t str,
    sheet: Sheet<'t>,
    /// Blank lines since the last row.
    gap: usize,
    /// Whether the cells of the row that is being made are drawn.
    is_drawn: bool,
    /// Whether the row that is being made has a figure.
    has_figure: bool,
    /// Which words of cells are pieces of their own.
    apart: Apart,
    /// Whether the text is Markdown.
    is_markdown: bool,
    /// Whether it has characters that print nothing.
    has_invisible: bool,
}

impl<'t> Rows<'t> {
    /// Rows of a source, of no more pieces than that.
    pub(super) fn new(source: &'t str, most: usize) -> Self {
        let sheet = Sheet::over(source, most);
        Self {
            source,
            sheet,
            gap: 0,
            is_drawn: false,
            has_figure: false,
            apart: Apart::Never,
            is_markdown: false,
            has_invisible: has_invisible(source),
        }
    }

    pub(super) const fn source(&self) -> &'t str {
        self.source
    }

    /// How many pieces the sheet takes.
    pub(super) const fn most(&self) -> usize {
        self.sheet.most()
    }

    /// Whether the source has more than that: nothing of it is read.
    pub(super) const fn is_full(&self) -> bool {
        self.sheet.is_full()
    }

    /// The source has more than that.
    pub(super) const fn set_full(&mut self) {
        self.sheet.set_full();
    }

    /// A line with nothing on it, or with nothing but the number of its page.
    pub(super) const fn blank_line(&mut self) {
        self.gap += 1;
    }

    /// The cells that come are those of a drawn row.
    pub(super) const fn draw(&mut self) {
        self.is_drawn = true;
    }

    /// Lines that come are Markdown.
    pub(super) const fn set_markdown(&mut self) {
        self.is_markdown = true;
    }

    pub(super) const fn is_markdown(&self) -> bool {
        self.is_markdown
    }

    /// Words that come are pieces of their own, or no longer; what it was before.
    pub(super) const fn set_apart(&mut self, apart: Apart) -> Apart {
        core::mem::replace(&mut self.apart, apart)
    }

    /// Adds a cell: what stands between two separators in the source.
    pub(super) fn cell(&mut self, span: Range<usize>, columns: Columns) {
        let (start, end) = blank::trim(self.source.as_bytes(), span.start, span.end);
        if start == end {
            return self.piece(PieceKind::Blank, span, columns);
        }
        let source = self.source;
        if self.has_invisible
            && let Cow::Owned(text) = visible(&source[start..end])
        {
            return self.written(&text, start..end, columns);
        }
        if self.is_drawn && cell::figures(&source[start..end]).is_none() {
            return self.piece(PieceKind::Words, start..end, columns);
        }
        let apart = if self.is_drawn { Apart::Never } else { self.apart };
        cell::split(&source[start..end], apart, &mut |kind, part: Range<usize>| {
            let span = start + part.start..start + part.end;
            let is_heading = apart == Apart::Words && is_heading(&source[span.clone()]);
            if is_heading {
                self.break_row();
            }
            self.piece(kind, span, columns);
            if is_heading {
                self.break_row();
            }
        });
    }

    /// Adds a cell that prints something else than its span in the source: without markup, or joined of several
    /// lines.
    pub(super) fn written(&mut self, text: &str, span: Range<usize>, columns: Columns) {
        let text = blank::trimmed(text);
        if text.is_empty() {
            return self.piece(PieceKind::Blank, span, columns);
        }
        let text = &*visible(text);
        let broken = text.contains(['\n', '\r', '\t']);
        let text = &*if broken { one_line(text).into() } else { Cow::Borrowed(text) };
        let (start, end) = blank::trim(self.source.as_bytes(), span.start, span.end);
        if text == &self.source[start..end] {
            return self.cell(start..end, columns);
        }
        if self.is_drawn && cell::figures(text).is_none() {
            return self.kept(PieceKind::Words, text, span, columns);
        }
        let apart = if self.is_drawn { Apart::Never } else { self.apart };
        cell::split(text, apart, &mut |kind, part: Range<usize>| {
            self.before(kind);
            self.sheet.push_written(kind, &text[part], place(&span), columns);
        });
    }

    /// Adds a row that is a line, which prints something else than the source does.
    pub(super) fn line(&mut self, text: &str, span: Range<usize>) {
        if blank::trimmed(&visible(text)).is_empty() {
            return self.blank_line();
        }
        self.written(text, span, Columns::Loose);
        self.end_row();
    }

    /// Adds a cell that is of a kind whatever it prints.
    pub(super) fn kept(
        &mut self,
        kind: PieceKind,
        text: &str,
        span: Range<usize>,
        columns: Columns,
    ) {
        if kind == PieceKind::Pad || kind == PieceKind::Blank || text == &self.source[span.clone()]
        {
            return self.piece(kind, span, columns);
        }
        self.before(kind);
        self.sheet.push_written(kind, text, place(&span), columns);
    }

    /// Adds a piece that is a span of the source.
    pub(super) fn piece(&mut self, kind: PieceKind, span: Range<usize>, columns: Columns) {
        self.before(kind);
        if self.sheet.is_written() {
            let is_empty = matches!(kind, PieceKind::Blank | PieceKind::Pad);
            let text = if is_empty { "" } else { &self.source[span.clone()] };
            self.sheet.push_written(kind, text, place(&span), columns);
        } else {
            self.sheet.push(kind, span, columns);
        }
    }

    /// Words after figures open a new row, on the same line: that alone reads whole articles on one line.
    fn before(&mut self, kind: PieceKind) {
        if kind == PieceKind::Words && self.has_figure {
            self.close(true);
        }
        self.has_figure |= kind.is_figure();
    }

    /// Ends the row within its line.
    pub(super) fn break_row(&mut self) {
        self.close(true);
    }

    /// Ends the row, if it has any piece, with its line.
    pub(super) fn end_row(&mut self) {
        self.close(false);
        self.is_drawn = false;
    }

    fn close(&mut self, goes_on: bool) {
        self.sheet.pad_before_words();
        self.sheet.doubt_ordinal();
        if self.sheet.end_line(self.gap, self.is_drawn, goes_on) {
            self.gap = 0;
        }
        self.has_figure = false;
    }

    pub(super) fn finish(mut self) -> Sheet<'t> {
        self.end_row();
        give_offsets(self.source, &mut self.sheet);
        self.sheet
    }
}

/// The text of several lines on one.
fn one_line(text: &str) -> String {
    let ends = |c: char| matches!(c, '\n' | '\r' | '\t');
    let lines = text.split(ends).map(blank::trimmed).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

fn place(span: &Range<usize>) -> Place {
    // Sources are limited to far less than 4 GiB.
    Place::Text { start: span.start as u32, end: span.end as u32 }
}

impl Sheet<'_> {
    /// A number with a point at the end of a row is no ordinal of a label, and nobody knows whether it is a figure.
    fn doubt_ordinal(&mut self) {
        let from = self.rows.last().map_or(0, |it| it.to as usize);
        let Some(last) = self.pieces[from..].last() else { return };
        let digits = self.text[last.span()].strip_suffix(['.', '．']).unwrap_or_default();
        let is_ordinal = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
        if last.kind == PieceKind::Words && is_ordinal {
            let last = self.pieces.len() - 1;
            self.pieces[last].kind = PieceKind::Unclear;
        }
    }

    /// A blank cell before the label of its row is where a merged cell may be.
    fn pad_before_words(&mut self) {
        let from = self.rows.last().map_or(0, |it| it.to as usize);
        let row = &self.pieces[from..];
        let is_words = |it: &Piece| it.kind == PieceKind::Words;
        if let Some(last) = row.iter().rposition(is_words) {
            let printed = |it: usize| &self.text[row[it].span()];
            // Words in the place of a figure: `规章 | | | 约12 |`.
            let first = row.iter().position(is_words).unwrap_or(last);
            let is_label = |it: usize| is_label(printed(it));
            let has_blank = row[first..last].iter().any(|it| it.kind == PieceKind::Blank);
            let in_place = has_blank && last + 1 == row.len() && !is_label(last) && is_label(first);
            let last = if in_place { first } else { last };
            let row = &mut self.pieces[from..];
            for blank in row[..last].iter_mut().filter(|it| it.kind == PieceKind::Blank) {
                blank.kind = PieceKind::Pad;
            }
        }
    }
}
