//! A block of rows whose cells are drawn, before it becomes rows of the sheet.

use core::ops::Range;
use std::borrow::Cow;

use ogi_text::blank;

use super::cell;
use super::rows::Rows;
use crate::grammar::{PieceKind, piece_kind};
use crate::sheet::Columns;

/// Rows of cells, kept as long as their block goes on.
pub(super) struct Table<'t> {
    cells: Vec<Cell<'t>>,
    rows: Vec<Row>,
    /// How many cells it takes.
    most: usize,
    /// Whether there are more.
    is_full: bool,
}

struct Cell<'t> {
    /// What it prints, without markup.
    text: Cow<'t, str>,
    /// Where it stands in the source.
    place: Range<usize>,
    columns: Columns,
    /// What it is, as far as that follows from the table and not from what it prints.
    kind: Option<PieceKind>,
}

struct Row {
    /// The cell after its last.
    to: usize,
    /// Blank lines before it.
    gap: usize,
}

/// What programs print for a cell without content.
const NOTHING: [&str; 6] = ["nan", "NaN", "None", "NaT", "<NA>", "null"];

/// What pandas calls a column without a head.
const UNNAMED: &str = "Unnamed: ";

/// Whether a program printed this for a cell without content.
pub(crate) fn is_nothing(text: &str) -> bool {
    NOTHING.contains(&text)
}

/// The fewest numbers that are those of columns or rows because they count up: `0 1 2`.
const COUNTED: usize = 3;

impl<'t> Table<'t> {
    /// An empty one, for no more cells than the sheet has pieces.
    pub(super) const fn of_at_most(most: usize) -> Self {
        Self { cells: Vec::new(), rows: Vec::new(), most, is_full: false }
    }

    fn add(&mut self, cell: Cell<'t>) {
        if self.cells.len() < self.most {
            self.cells.push(cell);
        } else {
            self.is_full = true;
        }
    }

    /// Adds a cell to the row that is being made.
    pub(super) fn cell(
        &mut self,
        text: impl Into<Cow<'t, str>>,
        place: Range<usize>,
        columns: Columns,
    ) {
        self.add(Cell { text: text.into(), place, columns, kind: None });
    }

    /// Adds a cell that is of a kind whatever it prints.
    pub(super) fn kept(
        &mut self,
        kind: PieceKind,
        text: impl Into<Cow<'t, str>>,
        place: Range<usize>,
        columns: Columns,
    ) {
        self.add(Cell { text: text.into(), place, columns, kind: Some(kind) });
    }

    /// Adds nothing between two separators, where a merged cell may be.
    pub(super) fn pad(&mut self, place: Range<usize>, columns: Columns) {
        let text = Cow::Borrowed("");
        self.add(Cell { text, place, columns, kind: Some(PieceKind::Pad) });
    }

    /// Ends the row, if it has a cell; so many blank lines stand before it.
    pub(super) fn end_row(&mut self, gap: usize) {
        let to = self.cells.len();
        if self.rows.last().map_or(0, |it| it.to) < to {
            self.rows.push(Row { to, gap });
        }
    }

    /// Writes its rows into the sheet, and is empty then.
    pub(super) fn write(&mut self, rows: &mut Rows<'t>) {
        if self.is_full {
            return rows.set_full();
        }
        self.know_words();
        if let Some(width) = self.width() {
            for (i, cell) in self.cells.iter_mut().enumerate() {
                if let Columns::Order(_) = cell.columns {
                    cell.columns = Columns::exact((i % width) as u32, 1);
                }
            }
            self.skip_numbers(width);
            self.merge_repeated();
        }
        let mut from = 0;
        for row in self.rows.drain(..) {
            for _ in 0..row.gap {
                rows.blank_line();
            }
            rows.draw();
            for cell in &self.cells[from..row.to] {
                match cell.kind {
                    Some(kind) => rows.kept(kind, &cell.text, cell.place.clone(), cell.columns),
                    None => rows.written(&cell.text, cell.place.clone(), cell.columns),
                }
            }
            rows.end_row();
            from = row.to;
        }
        self.cells.clear();
    }

    /// How many columns it has, where every row has a cell for each.
    fn width(&self) -> Option<usize> {
        // Where a program put two figures into one cell its columns are not those of the table.
        if self.cells.iter().any(|it| cell::figures(&it.text).is_some_and(|it| it > 1)) {
            return None;
        }
        let width = self.rows.first()?.to;
        let whole = self.rows.iter().enumerate().all(|(i, row)| row.to == width * (i + 1));
        (whole && width > 1 && self.rows.len() > 1).then_some(width)
    }

    /// Programs print a word for a cell without content, `nan`, and for a head, `Unnamed: 1`.
    fn know_words(&mut self) {
        for cell in &mut self.cells {
            if cell.text.starts_with(UNNAMED) {
                cell.kind = Some(PieceKind::Words);
            }
            if is_nothing(blank::trimmed(&cell.text)) {
                cell.kind = Some(PieceKind::Blank);
            }
        }
    }

    /// The numbers that a program gives columns (`0 1 2` as the first row) and rows (as the first column) are no
    /// figures.
    fn skip_numbers(&mut self, width: usize) {
        let number = |cell: &Cell<'_>| match piece_kind(&cell.text) {
            PieceKind::Count(n) => usize::try_from(n).ok(),
            _ => None,
        };
        let is_unnamed = |cell: &Cell<'_>| {
            blank::trimmed(&cell.text).is_empty() || cell.text.starts_with(UNNAMED)
        };
        let first = &self.cells[..width];
        let indexed = usize::from(is_unnamed(&first[0]));
        let numbered = |(i, cell): (usize, &Cell<'_>)| number(cell) == Some(i);
        let has_head =
            width - indexed >= COUNTED && first[indexed..].iter().enumerate().all(numbered);
        if has_head {
            self.cells[..width].iter_mut().for_each(|it| it.kind = Some(PieceKind::Words));
        }
        let column = || self.cells.iter().step_by(width).skip(1);
        let start = column().next().and_then(number).filter(|it| *it <= 1);
        let counts_up =
            |start: usize| column().enumerate().all(|(i, cell)| number(cell) == Some(start + i));
        // Labels stand behind them; the head is one of its own: 序号, or nothing.
        let labels = self.cells.iter().skip(1).step_by(width);
        let labels = labels.filter(|it| piece_kind(&it.text) == PieceKind::Words).count();
        let has_index = self.rows.len() > COUNTED
            && labels * 2 > self.rows.len()
            && start.is_some_and(counts_up);
        if has_index {
            let index = self.cells.iter_mut().step_by(width).filter(|it| !it.text.is_empty());
            index.for_each(|it| it.kind = Some(PieceKind::Words));
        }
    }

    /// A merged cell that a program repeats over its columns is one; figures are left as they are.
    fn merge_repeated(&mut self) {
        let mut kept: Vec<Cell<'t>> = Vec::with_capacity(self.cells.len());
        let mut from = 0;
        let mut cells = core::mem::take(&mut self.cells).into_iter();
        for row in &mut self.rows {
            let begins = kept.len();
            for cell in cells.by_ref().take(row.to - from) {
                let is_words = cell.kind.is_none() && piece_kind(&cell.text) == PieceKind::Words;
                if let Some(last) = kept[begins..].last_mut()
                    && is_words
                    && last.kind.is_none()
                    && blank::trimmed(&last.text) == blank::trimmed(&cell.text)
                    && let (Columns::Exact { last: end, .. }, Columns::Exact { last: to, .. }) =
                        (&mut last.columns, cell.columns)
                {
                    *end = to;
                } else {
                    kept.push(cell);
                }
            }
            from = row.to;
            row.to = kept.len();
        }
        self.cells = kept;
    }
}
