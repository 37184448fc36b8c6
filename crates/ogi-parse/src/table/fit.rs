//! Whether the figures of a row fit its columns, and how.

use ogi_model::RowProblem;

use crate::token::{Kind, Token};

/// How the tokens of a row stand for its columns.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fit<'a> {
    /// One figure a column; blanks around them mean nothing.
    Figures(&'a [Token]),
    /// One cell a column, blank ones among them.
    Cells(&'a [Token]),
    /// Nothing is printed.
    Empty,
    /// Not for certain.
    No(RowProblem),
}

/// Fits the tokens of a row to a number of columns.
///
/// Exactly as many figures as columns fit, whatever blanks are around them. So do exactly as many cells,
/// blank ones among them, and more if only blanks at the end are too many (pads of merged cells, empty
/// paragraphs after a table). Fewer fit nothing: where a blank vanished, nobody knows which. And without
/// borders something unreadable may be no cell at all, so that nothing around it is certain.
pub(super) fn fit(run: &[Token], columns: usize, bordered: bool) -> Fit<'_> {
    let figures = run.iter().filter(|it| it.is_figure()).count();
    let cells = run.iter().filter(|it| it.is_cell()).count();
    let spare = run.iter().rev().filter(|it| it.is_cell()).take_while(|it| !it.is_figure()).count();
    let (printed, expected) = (figures, columns);
    if !bordered && run.iter().any(|it| matches!(it.kind, Kind::Odd)) {
        let printed =
            run.iter().filter(|it| matches!(it.kind, Kind::Count(_) | Kind::Figure)).count();
        return Fit::No(RowProblem::TooFewFigures { printed, expected });
    }
    match cells.checked_sub(columns) {
        _ if figures == columns => Fit::Figures(run),
        _ if figures > columns => Fit::No(RowProblem::TooManyFigures { printed, expected }),
        Some(0) => Fit::Cells(run),
        _ if figures == 0 => Fit::Empty,
        Some(extra) if extra <= spare => Fit::Cells(run),
        // Blanks between that are too many, or too few cells: which one is none?
        _ => Fit::No(RowProblem::TooFewFigures { printed, expected }),
    }
}

impl<'a> Fit<'a> {
    /// The token of each column.
    pub(super) fn tokens(self) -> impl Iterator<Item = &'a Token> {
        let (run, blanks) = match self {
            Self::Figures(run) => (run, false),
            Self::Cells(run) => (run, true),
            Self::Empty | Self::No(_) => (&[][..], false),
        };
        run.iter().filter(move |it| it.is_figure() || (blanks && matches!(it.kind, Kind::Blank)))
    }

    /// Whether figures belong to the row.
    pub(super) const fn has_figures(self) -> bool {
        !matches!(self, Self::Empty)
    }

    /// Whether there are more figures than columns: some must be another row's.
    pub(super) const fn overflows(self) -> bool {
        matches!(self, Self::No(RowProblem::TooManyFigures { .. }))
    }
}
