//! Whether the figures of a row fit its columns, and how.

use ogi_model::RowProblem;

use crate::token::{Borders, Printed, What};

/// How the tokens of a row stand for its columns.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fit<'a> {
    /// One figure a column; blanks around them mean nothing.
    Figures(&'a [Printed]),
    /// One cell a column, blank ones among them.
    Cells(&'a [Printed]),
    /// A digit a column, glued together.
    Digits(Printed),
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
/// borders something unreadable may be no cell at all, so that nothing around it is certain. In a table with
/// a rule under its heads the figures are the last cells of the row.
///
/// Figures that are glued together fit one column, or as many as they have digits if all of these are 0: any
/// other digits could be split in several ways, because blanks vanish between them too.
pub(super) fn fit<'a>(text: &str, run: &'a [Printed], columns: usize, borders: Borders) -> Fit<'a> {
    let run = match (borders, run.len().checked_sub(columns)) {
        (Borders::Ruled, Some(pads)) if run[..pads].iter().all(|it| !it.is_figure()) => {
            &run[pads..]
        }
        _ => run,
    };
    if let [glued @ Printed { what: What::Glued, .. }] = run {
        return if columns == 1 { Fit::Figures(run) } else { digits(text, *glued, columns) };
    }
    let (mut figures, mut cells, mut spare, mut odd) = (0, 0, 0, 0);
    for token in run {
        match token.what {
            What::Count(_) | What::Figure => (figures, cells, spare) = (figures + 1, cells + 1, 0),
            What::Odd | What::Glued => {
                (figures, cells, spare, odd) = (figures + 1, cells + 1, 0, odd + 1)
            }
            What::Blank => (cells, spare) = (cells + 1, spare + 1),
        }
    }
    match cells {
        _ if borders == Borders::None && odd > 0 => {
            Fit::No(RowProblem::TooFewFigures { figures: figures - odd, columns })
        }
        _ if figures == columns => Fit::Figures(run),
        _ if figures > columns => Fit::No(RowProblem::TooManyFigures { figures, columns }),
        _ if cells == columns => Fit::Cells(run),
        _ if figures == 0 => Fit::Empty,
        _ if cells > columns && cells - columns <= spare => Fit::Cells(run),
        // Blanks between that are too many, or too few cells: which one is none?
        _ => Fit::No(RowProblem::TooFewFigures { figures, columns }),
    }
}

fn digits(text: &str, glued: Printed, columns: usize) -> Fit<'static> {
    let printed = &text[glued.span()];
    if printed.len() == columns && printed.bytes().all(|it| it == b'0') {
        return Fit::Digits(glued);
    }
    Fit::No(RowProblem::TooFewFigures { figures: 1, columns })
}

impl<'a> Fit<'a> {
    /// What each column prints.
    pub(super) fn tokens(self) -> impl Iterator<Item = Printed> {
        let (run, blanks, glued) = match self {
            Self::Figures(run) => (run, false, 0..0),
            Self::Cells(run) => (run, true, 0..0),
            Self::Digits(glued) => (&[][..], false, glued.start..glued.end),
            Self::Empty | Self::No(_) => (&[][..], false, 0..0),
        };
        let digits = glued.map(|at| Printed { what: What::Count(0), start: at, end: at + 1 });
        run.iter().filter(move |it| blanks || it.is_figure()).copied().chain(digits)
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
