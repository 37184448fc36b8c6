//! The pieces of a table's zone as the lattice sees them: figures in a line, with texts between.
//!
//! `行政许可 | 12 | 行政处罚 | 3` is the figures 12 and 3, each with the text before it.

use std::collections::HashMap;

use ogi_model::{Cell, Unit};
use ogi_text::number::is_digit;

use super::letters::{Letters, letters};
use super::weights::columns;
use crate::grammar::{PieceKind, piece_kind};
use crate::layout::is_nothing;
use crate::sheet::{Columns, Piece, Sheet, SheetRow};

/// A figure, or a blank cell.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// What prints it: a piece of the sheet, or a part of one where figures are glued.
    pub(super) piece: Piece,
    /// The line or row of a grid; text behind figures opens a new one.
    pub(super) line: u32,
    /// Where it stands across the line; its middle.
    pub(super) x: f64,
    /// It is a cell that is drawn.
    pub(super) is_drawn: bool,
    /// The pad of a merged label stands before it.
    pub(super) has_pad: bool,
    /// It stands right behind a label, or a figure, that may have pushed it to the right.
    pub(super) is_pushed: bool,
    /// It stands under none of the heads, though these are complete.
    pub(super) is_under_none: bool,
    /// Digits that are no number, and no cell of their own: `０9０` may be 0, 9 and 0.
    pub(super) may_be_several: bool,
    pub(super) kind: FigureKind,
    /// Equal for figures that print the same; 0 for a blank.
    pub(super) value: u32,
    /// The number, where it is a whole one.
    pub(super) number: Option<i64>,
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureKind {
    Number,
    /// `/`, `—`.
    NotApplicable,
    /// A drawn cell without content.
    Blank,
    /// Something is printed that is no figure.
    Unclear,
    /// Several figures without anything between them.
    Glued,
}

/// A text among the figures.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) letters: Letters,
    pub(super) piece: Piece,
    pub(super) line: u32,
    /// It stands before this figure.
    pub(super) before: usize,
    /// Where it stands across the line, if that is known.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// What stands between two figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing: they are on one line.
    None,
    /// The end of the line.
    Line,
    /// Blank lines.
    Gap,
    /// Text.
    Text,
}

/// The zone of a table.
#[derive(Debug)]
pub(super) struct Zone {
    /// The figures in their order; behind them those that glued ones may be cut into.
    pub(super) figures: Vec<Figure>,
    /// How many are printed.
    pub(super) printed: usize,
    pub(super) texts: Vec<Text>,
    /// Before each figure, and behind the last.
    pub(super) breaks: Vec<Break>,
    /// Whether merged cells print their text in every column that they cover: `申请人情况 申请人情况 申请人情况`.
    pub(super) repeats_merged: bool,
    /// Whether figures are printed without anything between them.
    pub(super) has_glued: bool,
}

impl Figure {
    pub(super) const fn is_blank(&self) -> bool {
        matches!(self.kind, FigureKind::Blank)
    }

    /// Whether it prints a number, or what was meant for one.
    pub(super) const fn is_number(&self) -> bool {
        matches!(self.kind, FigureKind::Number | FigureKind::Unclear | FigureKind::Glued)
    }

    /// Whether where it stands says which column it is in.
    pub(super) const fn shows_column(&self) -> bool {
        matches!(self.piece.columns, Columns::Exact { .. })
    }

    /// Whether it may be the number of a page: no cell of a table prints that.
    pub(super) fn may_be_page(&self) -> bool {
        !self.is_drawn
            && self.number.is_some_and(|it| (1..=super::weights::cut::LAST_PAGE).contains(&it))
    }
}

impl Zone {
    /// The pieces of some rows of a sheet. `is_total` says whether letters are the label of a column's total, which
    /// stands right before its figure where rows are printed beside one another, which then have `beside` figures.
    pub(super) fn new(
        sheet: &Sheet<'_>,
        rows: &[usize],
        is_total: impl Fn(&[u16]) -> bool,
        is_column: impl Fn(&[u16]) -> bool,
        is_head: impl Fn(&[u16]) -> bool,
        is_complete: impl Fn(usize) -> bool,
        beside: Option<usize>,
    ) -> Self {
        let mut zone = Self {
            figures: Vec::new(),
            printed: 0,
            texts: Vec::new(),
            breaks: Vec::new(),
            repeats_merged: false,
            has_glued: false,
        };
        let mut values: HashMap<String, u32> = HashMap::new();
        let (mut line, mut gap, mut text_between, mut has_pad) = (0_u32, false, false, false);
        let mut last_line = None;
        // The heads that cover several columns, each where it stands.
        let mut heads: Vec<(u16, u16)> = Vec::new();
        let mut figures_since = false;
        // Blanks of a row of heads are pads of these: beside one that is no label, `第二十条第（六）项`, or wherever all
        // rows stand beside one another.
        let is_words = |it: &Piece| it.kind == PieceKind::Words;
        let is_blank = |it: &Piece| matches!(it.kind, PieceKind::Blank | PieceKind::Pad);
        let is_whole = |row: &usize| {
            let pieces = sheet.pieces_of(&sheet.rows[*row]);
            beside.is_some_and(|it| pieces.len() >= it) && !pieces.iter().any(is_words)
        };
        let has_whole = rows.iter().any(is_whole);
        for row in rows.iter().map(|it| &sheet.rows[*it]) {
            line += 1;
            gap |= row.gap > 0;
            let pieces = &once(sheet, row);
            let of_heads = |it: &Piece| {
                is_blank(it) || is_words(it) && (has_whole || is_head(&letters(sheet.printed(it))))
            };
            let is_heads = pieces.iter().any(is_words) && pieces.iter().all(of_heads);
            let last_text = pieces.iter().rposition(is_words);
            zone.repeats_merged |= pieces.windows(2).any(|it| {
                it.iter().all(is_words) && sheet.printed(&it[0]) == sheet.printed(&it[1])
            });
            let (mut after_figure, mut pushed) = (false, false);
            for (at, piece) in pieces.iter().enumerate() {
                if piece.kind == PieceKind::Words && !is_torn_figure(sheet.printed(piece)) {
                    has_pad = false;
                    let letters = letters(sheet.printed(piece));
                    if core::mem::take(&mut after_figure) {
                        line += 1;
                    }
                    if let Columns::Exact { first, last } = piece.columns
                        && is_column(&letters)
                    {
                        if core::mem::take(&mut figures_since) {
                            heads.clear();
                        }
                        heads.retain(|it| it.1 < first || last < it.0);
                        heads.push((first, last));
                    }
                    text_between |= !letters.is_empty() && !is_total(&letters);
                    let before = zone.figures.len();
                    let (from, to) = across(piece.columns);
                    zone.texts.push(Text { letters, piece: *piece, line, before, from, to });
                    continue;
                }
                // A blank before the label is a merged cell; so is nothing between two separators, and a blank under
                // none of the heads where these are complete.
                let under_none = match piece.columns {
                    Columns::Exact { first, last } => {
                        is_complete(heads.len())
                            && heads.iter().all(|it| it.1 < first || last < it.0)
                    }
                    _ => false,
                };
                let is_pad = piece.kind == PieceKind::Pad
                    || piece.kind == PieceKind::Blank
                        && (last_text.is_some_and(|it| at < it) || under_none || is_heads);
                if is_pad {
                    has_pad = true;
                    continue;
                }
                (after_figure, figures_since) = (true, true);
                if zone.repeats(sheet, piece, line, &heads) {
                    continue;
                }
                zone.breaks.push(if text_between {
                    Break::Text
                } else if last_line == Some(line) {
                    Break::None
                } else if gap {
                    Break::Gap
                } else {
                    Break::Line
                });
                last_line = Some(line);
                (gap, text_between) = (false, false);
                let figure = figure(sheet, piece, line, row.is_drawn, &mut values);
                pushed = at > 0 && is_pushed(&pieces[at - 1], pushed, piece);
                zone.figures.push(Figure {
                    has_pad: core::mem::take(&mut has_pad),
                    is_pushed: pushed,
                    is_under_none: under_none,
                    ..figure
                });
            }
        }
        zone.breaks.push(Break::Text);
        zone.printed = zone.figures.len();
        zone.cut_glued(sheet, &mut values);
        zone
    }
}

/// Whether a text is a figure whose remark goes on elsewhere: `22（其中修订`.
fn is_torn_figure(text: &str) -> bool {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['(', '（']) && !rest.ends_with([')', '）'])
}

/// The longest run of glued figures that is cut, in bytes: all seven of a row have fewer digits.
const LONGEST_GLUED: usize = 26;

/// The pieces of a row: a merged cell that is repeated over its columns once, `nan` as the blank that it stands for.
fn once(sheet: &Sheet<'_>, row: &SheetRow) -> Vec<Piece> {
    let (pieces, row_is_drawn) = (sheet.pieces_of(row), row.is_drawn);
    let mut all: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let Some(before) = all.last_mut()
            && (before.kind, piece.kind) == (PieceKind::Words, PieceKind::Words)
            && let (Columns::Exact { first, last }, Columns::Exact { first: next, last: end }) =
                (before.columns, piece.columns)
            && last + 1 == next
            && sheet.printed(before) == sheet.printed(piece)
        {
            before.columns = Columns::Exact { first, last: end };
        } else if row_is_drawn && is_nothing(sheet.printed(piece).trim()) {
            all.push(Piece { kind: PieceKind::Blank, ..*piece });
        } else {
            all.push(*piece);
        }
    }
    all
}

impl Zone {
    /// The figures between one text and the next.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Figure]> {
        let begins = |at: &usize| self.breaks[*at] == Break::Text;
        let ends = (1..self.printed).filter(begins).chain([self.printed]);
        ends.scan(0, |from, to| Some(&self.figures[core::mem::replace(from, to)..to]))
            .filter(|it| !it.is_empty())
    }

    /// Whether a cell prints again what the one before it prints under the same head: a merged cell that is repeated
    /// over its columns, `42 | 42 | 42` under one 本年处理决定数量. A blank beside it is covered by it.
    fn repeats(&self, sheet: &Sheet<'_>, piece: &Piece, line: u32, heads: &[(u16, u16)]) -> bool {
        let head = |columns| match columns {
            Columns::Exact { first, last } => {
                heads.iter().position(|it| it.0 <= first && last <= it.1 && it.0 < it.1)
            }
            _ => None,
        };
        let Some(before) = self.figures.last().filter(|it| it.line == line) else {
            return false;
        };
        if head(piece.columns).is_none() || head(piece.columns) != head(before.piece.columns) {
            return false;
        }
        piece.kind == PieceKind::Blank || sheet.printed(piece) == sheet.printed(&before.piece)
    }

    /// Adds every figure that glued ones may be cut into; a number on a line with one may be several as well:
    /// `241 01 22 30`.
    fn cut_glued(&mut self, sheet: &Sheet<'_>, values: &mut HashMap<String, u32>) {
        let printed = &self.figures[..self.printed];
        let is_glued = |it: &&Figure| it.kind == FigureKind::Glued;
        let lines: Vec<u32> = printed.iter().filter(is_glued).map(|it| it.line).collect();
        self.has_glued = !lines.is_empty();
        for at in 0..self.printed {
            let Figure { piece, kind, line, is_drawn, .. } = self.figures[at];
            let printed = sheet.printed(&piece);
            let is_cut = match kind {
                FigureKind::Glued => true,
                FigureKind::Number => lines.contains(&line) && printed.chars().all(is_digit),
                _ => false,
            };
            if !is_cut || printed.len() > LONGEST_GLUED {
                continue;
            }
            let digits = printed.len();
            for from in 0..digits {
                for to in from + 1..=digits {
                    let is_whole = kind == FigureKind::Number && to - from == digits;
                    if is_whole || !printed.is_char_boundary(from) || !printed.is_char_boundary(to)
                    {
                        continue;
                    }
                    let kind = piece_kind(&printed[from..to]);
                    if !matches!(kind, PieceKind::Count(_) | PieceKind::Figure) {
                        continue;
                    }
                    let (start, end) = (piece.start + from as u32, piece.start + to as u32);
                    let part = Piece { kind, start, end, columns: Columns::Loose };
                    self.figures.push(figure(sheet, &part, line, is_drawn, values));
                }
            }
        }
    }
}

/// More than any organ counts: `20841605617` is 208, 41 and 605617 without anything between them.
const MORE_THAN_ANY: i64 = 10_000_000_000;

fn figure(
    sheet: &Sheet<'_>,
    piece: &Piece,
    line: u32,
    is_drawn: bool,
    values: &mut HashMap<String, u32>,
) -> Figure {
    let printed = sheet.printed(piece);
    let (kind, number) = match piece.kind {
        PieceKind::Count(MORE_THAN_ANY..) => (FigureKind::Glued, None),
        PieceKind::Count(n) => (FigureKind::Number, Some(n)),
        PieceKind::Figure => match crate::grammar::figure(printed, Unit::Count) {
            Some((Cell::NotApplicable(_), _)) => (FigureKind::NotApplicable, Some(0)),
            Some((cell, _)) => (FigureKind::Number, cell.count()),
            None => (FigureKind::Number, None),
        },
        PieceKind::Blank => (FigureKind::Blank, Some(0)),
        PieceKind::Glued => (FigureKind::Glued, None),
        _ => (FigureKind::Unclear, None),
    };
    let value = if kind == FigureKind::Blank {
        0
    } else {
        let key: String = printed.chars().filter(|it| !it.is_whitespace() && *it != ',').collect();
        // 0 is a blank.
        let next = values.len() as u32 + 1;
        *values.entry(key).or_insert(next)
    };
    let (from, to) = across(piece.columns);
    Figure {
        piece: *piece,
        line,
        x: (from + to) / 2.0,
        is_drawn,
        has_pad: false,
        is_pushed: false,
        is_under_none: false,
        may_be_several: kind == FigureKind::Unclear
            && !is_drawn
            && !matches!(piece.columns, Columns::Exact { .. })
            && printed.chars().all(is_digit),
        kind,
        value,
        number,
    }
}

/// Whether a figure may have been pushed to the right: by a text that reaches as far as it, in its column or one further
/// to the left, or by a figure that was.
fn is_pushed(before: &Piece, was_pushed: bool, figure: &Piece) -> bool {
    match (before.columns, figure.columns) {
        (Columns::Offset { end, .. }, Columns::Offset { start, .. }) => {
            (was_pushed || before.kind == PieceKind::Words) && start <= end + columns::PUSHED_APART
        }
        _ => false,
    }
}

/// Where a piece begins and ends across the line, in characters; a column of a grid counts as a wide one. The same
/// where nothing is known.
fn across(columns: Columns) -> (f64, f64) {
    const WIDE: f64 = 8.0;
    match columns {
        Columns::Exact { first, last } => (f64::from(first) * WIDE, f64::from(last + 1) * WIDE),
        Columns::Offset { start, end } => (f64::from(start), f64::from(end)),
        Columns::Order(_) | Columns::Loose => (0.0, 0.0),
    }
}
