//! Blank cells that are too many for the columns, and are dropped: pads of merged cells, or cells after all.
//!
//! Where a table has a column that the form does not have, a row with a blank cell has as many figures as the form
//! has columns. Dropping its blank cell would move every figure behind it.

use super::fit::Fit;
use crate::token::{Borders, Printed};

/// From which end the cells of the rows of a table are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Labels are in one column, and rows may end early.
    Label,
    /// Labels cover one column or several.
    End,
}

/// Where the rows of a table have figures.
#[derive(Debug)]
pub(super) struct Spare {
    side: Side,
    /// Nobody knows which blanks are cells: borders are not drawn.
    free: bool,
    /// Some row has more figures than columns.
    overflows: bool,
    /// For each cell, whether some row has a figure in it.
    figures: [bool; MOST],
}

/// How many cells of a row are looked at.
const MOST: usize = 64;

impl Spare {
    /// Learns from the cells of all rows, each with its number of columns.
    pub(super) fn learn<'a>(
        rows: impl Iterator<Item = (&'a [Printed], usize)>,
        side: Side,
        borders: Borders,
    ) -> Self {
        let free = borders == Borders::None;
        let mut spare = Self { side, free, overflows: false, figures: [false; MOST] };
        for (run, columns) in rows.take_while(|_| !free) {
            spare.overflows |= run.iter().filter(|it| it.is_figure()).count() > columns;
            for at in (0..run.len()).filter(|at| run[*at].is_figure()) {
                let place = spare.place(run, at);
                if let Some(figure) = spare.figures.get_mut(place) {
                    *figure = true;
                }
            }
        }
        spare
    }

    /// Whether a row fits only without blank cells where other rows have figures, so that nobody knows what it lost.
    ///
    /// `at_start` are those that were taken off already.
    pub(super) fn doubts(
        &self,
        run: &[Printed],
        columns: usize,
        fit: &Fit<'_>,
        at_start: usize,
    ) -> bool {
        let mut lost = self.lost(run, columns, fit, at_start).peekable();
        lost.peek().is_some() && (self.overflows || lost.any(|place| self.figures[place]))
    }

    /// The same of a row that is the only one of its kind: no other tells which of its cells are pads.
    pub(super) fn doubts_alone(&self, run: &[Printed], columns: usize, fit: &Fit<'_>) -> bool {
        self.lost(run, columns, fit, 0).next().is_some()
    }

    /// The same of a row of two or three: pads are as many behind each figure.
    pub(super) fn doubts_among_few(&self, run: &[Printed], columns: usize, fit: &Fit<'_>) -> bool {
        let figures = (0..run.len()).filter(|at| run[*at].is_figure()).collect::<Vec<_>>();
        let steps = || figures.windows(2).map(|it| it[1] - it[0]);
        let uneven = steps().min() != steps().max();
        self.doubts(run, columns, fit, 0) || (uneven && self.doubts_alone(run, columns, fit))
    }

    /// The places of blank cells without which a row fits. Those that close it are no matter.
    fn lost(
        &self,
        run: &[Printed],
        columns: usize,
        fit: &Fit<'_>,
        at_start: usize,
    ) -> impl Iterator<Item = usize> {
        let last = run.iter().rposition(Printed::is_figure).unwrap_or(0);
        let end = match fit {
            _ if self.free || run.len() <= columns => 0,
            Fit::Cells(_) => at_start,
            _ => last,
        };
        let blank = (0..end).filter(|at| !run[*at].is_figure());
        blank.map(|at| self.place(run, at)).filter(|place| *place < MOST)
    }

    /// The place of a cell of a row.
    fn place(&self, run: &[Printed], at: usize) -> usize {
        if self.side == Side::Label { at } else { run.len() - 1 - at }
    }
}
