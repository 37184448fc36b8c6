//! Table three.

mod edition;
mod heads;
mod neighbours;
mod place;

use ogi_model::{CellId, Column, Form, NoteKind, Row, RowProblem, TableEdition, TableId};
use place::Columns;

use super::fit::{Fit, fit};
use super::pads::Pads;
use super::settle::settle;
use super::spare::{Side, Spare};
use super::{has_gap, left_over, text_instead, twice, unnamed};
use crate::draft::Draft;
use crate::explain;
use crate::lexicon::Mark;
use crate::token::{Borders, Kind, Printed, Token, Tokens};

const TABLE: TableId = TableId::Applications;

/// A row as it was met.
struct Met<'a> {
    /// Which; `None` for text that is no label, with figures.
    row: Option<Row>,
    label: &'a Token,
    run: &'a [Printed],
    fit: Fit<'a>,
    /// The text that stands where its cells should.
    instead: Option<Printed>,
    /// Figures of another row, or of none, may be its own.
    doubtful: bool,
}

pub(super) fn read(draft: &mut Draft<'_>, tokens: &mut Tokens<'_>, year: Option<u16>) {
    let unnamed = unnamed::clear(tokens, FORM);
    let tokens = &*tokens;
    let all = &tokens.all;
    let is_row = |it: &Token| row_of(it).is_some();
    let Some(first) = all.iter().position(is_row) else { return };
    let mut columns = heads::columns(draft, &all[..first]);
    let is_head = |it: &Token| matches!(it.label().map(|it| it.mark), Some(Mark::Column(_)));
    if columns.is_none() && unnamed && !all.iter().any(is_head) {
        draft.note(NoteKind::HeadUnnamed { table: TABLE }, all[first].span());
        columns = Some(FORM.blocks[0].columns.iter().map(|it| it.column).collect());
    }
    let wanted = columns.as_ref().map_or(FORM.blocks[0].columns.len(), Vec::len);

    let labelled =
        || all.iter().enumerate().filter_map(|(i, it)| Some((row_of(it)?, tokens.run(i + 1).0)));
    let pads = Pads::learn(TABLE, labelled, wanted, tokens.borders);
    let spare = Spare::learn(labelled().map(|it| (it.1, wanted)), Side::End, tokens.borders);
    let mut met: Vec<Met<'_>> = Vec::with_capacity(FORM.blocks[0].rows.len() + 1);
    let mut slipped = false;
    // Whether figures stood alone since the last row.
    let mut pushed_out = false;
    let mut next = 0;
    while let Some(label) = all.get(next) {
        next += 1;
        let row = row_of(label);
        if row.is_some() || matches!(label.kind, Kind::Text) {
            let (run, after) = tokens.run(next);
            if row.is_none() && !run.iter().any(Printed::is_figure) {
                continue;
            }
            let figures = run.iter().filter(|it| it.is_figure()).count();
            // Pads matter only where a blank may be a cell.
            let cells = match row.filter(|_| figures < wanted) {
                Some(row) => pads.strip(row, run),
                None => Some(run),
            };
            let mut fit = cells
                .map_or(Fit::No(RowProblem::TooFewFigures { figures, columns: wanted }), |cells| {
                    fit(draft.text, cells, wanted, tokens.borders)
                });
            let at_start = run.len() - cells.map_or(0, <[_]>::len);
            if spare.doubts(run, wanted, &fit, at_start) {
                fit = Fit::No(RowProblem::ColumnsUnknown);
            }
            slipped |= fit.overflows();
            let instead = text_instead(tokens, run, after);
            let doubtful = core::mem::take(&mut pushed_out) && has_gap(run);
            met.push(Met { row, label, run, fit, instead, doubtful });
            next = after;
        } else if let Kind::Cells { from, to } = label.kind {
            let alone = left_over(draft, TABLE, &tokens.cells[from as usize..to as usize]);
            slipped |= alone;
            pushed_out |= alone;
            if let Some(it) = met.last_mut() {
                it.doubtful |= alone && has_gap(it.run);
            }
        }
    }

    if slipped {
        // A label that has not even blank cells, and figures that have no label.
        let bare = met.iter_mut().filter(|it| it.run.is_empty());
        bare.for_each(|it| it.doubtful = true);
    }
    let (edition, told_by) = edition::told_by_rows(&met, year);
    explain::edition(draft, told_by);
    let form = Form::of(TABLE, edition);
    neighbours::adopt(draft, form, &mut met);
    neighbours::doubt(draft, tokens.borders, &mut met);
    let is_head = |row| !form.contains(CellId::new(row, Column::Total));
    for it in met.iter().filter(|it| it.fit.has_figures() && it.row.is_some_and(is_head)) {
        // Figures beside a merged head.
        slipped = true;
        left_over(draft, TABLE, it.run);
    }
    draft.reading.report.set_table(TABLE, Some(TableEdition::One(edition)));
    // Without borders, figures of no row may have slipped from any row to the next.
    slipped &= tokens.borders == Borders::None;
    let columns = Columns { known: columns, slipped };
    let mut unplaced = Vec::new();
    for row in form.rows() {
        columns.place(draft, row, &met, &mut unplaced);
    }
    if !tokens.are_glued() {
        settle(draft, &unplaced);
    }
    let rows: Vec<_> = met.iter().filter_map(|it| Some((it.row?, it.label, it.run))).collect();
    draft.twice = twice::tell(FORM, draft.text, &all[..first], &rows);
}

/// Rows and columns are those of either edition; the newest has all columns.
const FORM: &Form = Form::APPLICATIONS_2021;

fn row_of(token: &Token) -> Option<Row> {
    match token.label()?.mark {
        Mark::Row(row) if row.table() == TABLE => Some(row),
        _ => None,
    }
}
