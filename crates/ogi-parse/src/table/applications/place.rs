//! Which cells the figures of a row go to, or why they go to none.

use ogi_model::{CellId, Column, FormRow, NoteKind, RowProblem};

use super::{FORM, Met};
use crate::draft::Draft;
use crate::explain;
use crate::table::fit::Fit;
use crate::table::settle::Unplaced;
use crate::table::{beside, same};

/// How rows are placed.
pub(super) struct Columns {
    pub(super) known: Option<Vec<Column>>,
    pub(super) slipped: bool,
}

impl Columns {
    pub(super) fn place(
        &self,
        draft: &mut Draft<'_>,
        row: &FormRow,
        met: &[Met<'_>],
        unplaced: &mut Vec<Unplaced>,
    ) {
        let row = row.row;
        let of_row = || met.iter().filter(|it| it.row == Some(row));
        // Where a page breaks, a label may be repeated without its figures.
        let Some(it) = of_row().find(|it| it.fit.has_figures()).or_else(|| of_row().next()) else {
            let before = met.iter().rfind(|it| it.row.is_some_and(|it| it < row)).or(met.first());
            let at = before.map_or(0, |it| it.label.end as usize);
            draft.note(NoteKind::RowMissing { row }, at..at);
            return;
        };
        let columns = self.known.as_ref().map_or(0, Vec::len);
        explain::row(draft, row, it.label, it.run, columns);
        let repeated = || {
            of_row().any(|other| other.fit.has_figures() && !same(draft.text, other.run, it.run))
        };
        let problem = match it.fit {
            _ if self.known.is_none() => Some(RowProblem::ColumnsUnknown),
            Fit::Empty if self.slipped || it.instead.is_some() => Some(RowProblem::FiguresTornOff),
            _ if it.doubtful => Some(RowProblem::FiguresTornOff),
            Fit::No(problem @ RowProblem::TooManyFigures { .. }) => Some(problem),
            _ if self.slipped && !beside(draft.text, it.label, it.run) => {
                Some(RowProblem::FiguresTornOff)
            }
            Fit::No(problem) => Some(problem),
            _ if repeated() => Some(RowProblem::Repeated),
            _ => None,
        };
        let all = || FORM.blocks[0].columns.iter().map(|it| it.column);
        let cell = |column| CellId::new(row, column);
        if let Some(problem) = problem {
            let cells: Vec<CellId> = match &self.known {
                Some(columns) => columns.iter().copied().map(cell).collect(),
                None => all().map(cell).collect(),
            };
            let printed = it.instead.as_ref().map_or(it.run, core::slice::from_ref);
            draft.set_unreadable(row, &cells, it.label, printed, problem);
            if matches!(problem, RowProblem::TooFewFigures { .. }) {
                unplaced.push(Unplaced::new(cells, it.run));
            }
            return;
        }
        let columns = self.known.iter().flatten().copied();
        if matches!(it.fit, Fit::Empty) {
            for column in columns {
                draft.set_blank(cell(column), it.label.span());
            }
        } else {
            for (column, token) in columns.zip(it.fit.tokens()) {
                draft.set(cell(column), &token);
            }
        }
    }
}
