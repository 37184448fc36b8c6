//! Tables as tokens: labels and runs of cells, whatever drew the borders.

mod borders;
mod piece;

pub(crate) use piece::is_page_number;

use crate::lexicon::Found;

/// A piece of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a piece of a table is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A label of the form.
    Label(Found),
    /// A label put together from pieces, which are there too, as [`Kind::Part`].
    Torn(Found),
    /// A piece of a torn label.
    Part,
    /// A piece of a merged head or of a column head, of no use alone.
    Scrap,
    /// Cells behind one another: these of [`Tokens::cells`].
    Cells {
        /// The first.
        from: u32,
        /// The one after the last.
        to: u32,
    },
    /// The end of a row whose borders are drawn.
    Break,
    /// Text that is no label.
    Text,
}

/// What is printed in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printed {
    pub(crate) what: What,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a cell prints.
#[derive(Clone, Copy, Debug)]
pub(crate) enum What {
    /// A plain whole number.
    Count(i64),
    /// Anything else that is a figure, or a token for none.
    Figure,
    /// Figures without anything between them and their label, or between one another.
    Glued,
    /// What has digits like a figure and is none.
    Odd,
    /// Nothing; a blank that holds the cell open.
    Blank,
}

impl Token {
    pub(crate) const fn span(&self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn label(&self) -> Option<Found> {
        match self.kind {
            Kind::Label(found) | Kind::Torn(found) => Some(found),
            _ => None,
        }
    }

    /// Whether figures after it are not beside what stands before it.
    const fn ends_row(&self) -> bool {
        matches!(self.kind, Kind::Label(_) | Kind::Torn(_) | Kind::Text | Kind::Break)
    }
}

impl Printed {
    pub(crate) const fn span(&self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn is_figure(&self) -> bool {
        !matches!(self.what, What::Blank)
    }
}

/// What shows where a cell begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Borders {
    /// Line ends and gaps only: a blank cell may leave no trace.
    None,
    /// Bars or tabs: blank cells show, and so may the columns that a merged cell covers.
    Drawn,
    /// A table with a rule under its heads, the last of which is no blank: every row has all cells, so that
    /// figures are the last of them.
    Ruled,
}

/// The tokens of a table, made line by line.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    pub(crate) all: Vec<Token>,
    pub(crate) cells: Vec<Printed>,
    /// Which borders are drawn.
    pub(crate) borders: Borders,
    /// Whether the text is Markdown, so that backslashes escape.
    pub(crate) markdown: bool,
    /// Whether it is a wiki's table.
    is_wiki: bool,
    /// Whether the last cell was ended by a bar, so that the next bar opens a row or ends a blank cell.
    closed: bool,
    /// Whether a row opens with a bar on a line of its own, as the first line with a bar shows.
    opened_alone: bool,
    /// Whether rows open with a bar, as the first row with several cells shows.
    opening: Option<bool>,
}

impl<'t> Tokens<'t> {
    /// Nothing yet, with room for as many tokens and cells.
    pub(crate) fn with_capacity(text: &'t str, tokens: usize, cells: usize) -> Self {
        Self {
            text,
            all: Vec::with_capacity(tokens),
            cells: Vec::with_capacity(cells),
            borders: Borders::None,
            markdown: false,
            is_wiki: false,
            closed: true,
            opened_alone: false,
            opening: None,
        }
    }

    /// Ends the row, if there is one.
    pub(crate) fn end_row(&mut self) {
        if let Some(last) = self.all.last() {
            let at = last.end as usize;
            self.push(Kind::Break, at, at);
        }
        self.closed = true;
    }

    pub(crate) fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.closed = false;
        // Sources are limited to far less than 4 GiB.
        self.all.push(Token { kind, start: start as u32, end: end as u32 });
    }

    pub(crate) fn push_cell(&mut self, what: What, start: usize, end: usize) {
        self.closed = false;
        let (start, end) = (start as u32, end as u32);
        self.cells.push(Printed { what, start, end });
        let after = self.cells.len() as u32;
        match self.all.last_mut() {
            Some(Token { kind: Kind::Cells { to, .. }, end: last, .. }) => {
                (*to, *last) = (after, end);
            }
            _ => self.all.push(Token {
                kind: Kind::Cells { from: after - 1, to: after },
                start,
                end,
            }),
        }
    }

    /// Whether figures are glued to their labels: they may be glued to one another too.
    pub(crate) fn are_glued(&self) -> bool {
        self.cells.iter().any(|it| matches!(it.what, What::Glued))
    }

    /// The cells from a token on, up to the next label, text or drawn end of a row, and where they end among
    /// the tokens. Scraps before the figures do not end them; behind, they may be what is left of another label.
    pub(crate) fn run(&self, from: usize) -> (&[Printed], usize) {
        let mut cells: Option<(u32, u32)> = None;
        let mut at = from;
        let mut ended = false;
        while let Some(token) = self.all.get(at).filter(|it| !it.ends_row()) {
            match token.kind {
                Kind::Cells { .. } if ended => break,
                Kind::Cells { from, to } => {
                    cells = Some((cells.map_or(from, |it| it.0), to));
                }
                // What is left of another label, behind blank cells of this one.
                Kind::Scrap => ended |= cells.is_some(),
                Kind::Part => {
                    let figures = |(from, to): (u32, u32)| {
                        self.cells[from as usize..to as usize].iter().any(Printed::is_figure)
                    };
                    ended |= cells.is_some_and(figures);
                }
                _ => {}
            }
            at += 1;
        }
        let (from, to) = cells.unwrap_or_default();
        (self.cells.get(from as usize..to as usize).unwrap_or_default(), at)
    }
}
