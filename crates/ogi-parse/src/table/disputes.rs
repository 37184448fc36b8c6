//! Table four.
//!
//! The form prints it as one row of fifteen figures under two levels of heads; others print a row, or a whole
//! table, for each kind of case. All of them are heads, then figures: each row label owns as many of the
//! figures as there are columns.

use ogi_model::{CellId, Column, Edition, Form, NoteKind, Row, RowProblem, TableEdition, TableId};

use super::fit::{Fit, fit};
use super::letters::Letters;
use super::order;
use super::settle::{Unplaced, settle};
use super::spare::{Side, Spare};
use super::{has_gap, left_over};
use crate::draft::Draft;
use crate::explain;
use crate::lexicon::Mark;
use crate::token::{Borders, Kind, Printed, Token, Tokens, What};

const TABLE: TableId = TableId::Disputes;
const FORM: &Form = Form::DISPUTES_2021;

/// Heads since the last figures.
#[derive(Default)]
struct Heads<'a> {
    rows: Vec<(Row, &'a Token)>,
    columns: Vec<(Column, &'a Token)>,
}

impl<'a> Heads<'a> {
    /// The heads in the order of the page, as far as it is known.
    fn in_order(self, text: &str) -> (Vec<(Row, &'a Token)>, Option<Vec<Column>>) {
        let Self { rows, columns } = self;
        let form = FORM.rows().flat_map(|_| FORM.blocks[0].columns).map(|it| it.column);
        let form: Vec<Column> = form.take(columns.len()).collect();
        let ordered = order::of_page(text, &columns, &form);
        let known = |row| rows.iter().any(|it| it.0 == row);
        let form: Vec<Row> = FORM.rows().map(|it| it.row).filter(|it| known(*it)).collect();
        let labels = |order: Vec<Row>| -> Vec<_> {
            order.iter().flat_map(|row| rows.iter().find(|it| it.0 == *row)).copied().collect()
        };
        match order::of_page(text, &rows, &form) {
            Some(order) => (labels(order), ordered),
            None => (rows, None),
        }
    }

    /// Whether these are the cells of rows, and not pads or empty paragraphs among the heads.
    fn opens(&self, run: &[Printed], last: &[Column]) -> bool {
        let complete = match self.columns.len() {
            0 => self.rows.len() == 1 && !last.is_empty(),
            n => n == self.rows.len() * WIDTH,
        };
        run.iter().any(Printed::is_figure) || (complete && run.len() >= self.rows.len() * WIDTH)
    }
}

/// Rows with the figures after their heads.
struct Met<'a> {
    rows: Vec<(Row, &'a Token)>,
    /// The columns of all rows, row by row, or why they are not known.
    columns: Result<Vec<Column>, RowProblem>,
    run: &'a [Printed],
}

pub(super) fn read(draft: &mut Draft<'_>, tokens: &Tokens<'_>, year: Option<u16>) {
    let all = &tokens.all;
    let mut heads = Heads::default();
    let mut last_columns: Vec<Column> = Vec::new();
    let mut met: Vec<Met<'_>> = Vec::new();
    let mut slipped = false;
    // Whether figures stood alone since the last row.
    let mut pushed_out = false;
    let (mut head_start, mut next) = (0, 0);
    while let Some(token) = all.get(next) {
        next += 1;
        match (token.label().map(|it| it.mark), token.kind) {
            (Some(Mark::Row(row)), _) if row.table() == TABLE => heads.rows.push((row, token)),
            (Some(Mark::Column(column)), _) if is_column(column) => {
                heads.columns.push((column, token));
            }
            (_, Kind::Cells { .. }) => {
                let (run, after) = tokens.run(next - 1);
                if !heads.opens(run, &last_columns) {
                    continue;
                }
                if heads.rows.is_empty() {
                    if left_over(draft, TABLE, run) {
                        slipped = true;
                        pushed_out = true;
                        if let Some(it) = met.last_mut().filter(|it| has_gap(it.run)) {
                            it.columns = Err(RowProblem::FiguresTornOff);
                        }
                    }
                } else {
                    let (rows, columns) = core::mem::take(&mut heads).in_order(draft.text);
                    let head = &all[head_start..next - 1];
                    let columns = columns_of(draft, head, &rows, columns, &last_columns, run);
                    if let Ok(columns) = &columns {
                        last_columns = columns.iter().rev().take(WIDTH).rev().copied().collect();
                    }
                    let doubtful = core::mem::take(&mut pushed_out) && has_gap(run);
                    let columns = if doubtful { Err(RowProblem::FiguresTornOff) } else { columns };
                    met.push(Met { rows, columns, run });
                }
                (next, head_start) = (after, after);
            }
            _ => {}
        }
    }
    // Heads without figures: blank cells vanish in flattened text.
    if !heads.rows.is_empty() {
        let head = &all[head_start..];
        let (rows, columns) = heads.in_order(draft.text);
        let columns = columns_of(draft, head, &rows, columns, &last_columns, &[]);
        met.push(Met { rows, columns, run: &[] });
    }
    if met.is_empty() {
        return;
    }
    let edition = year.map_or(Edition::E2021, Edition::of_year);
    draft.reading.report.set_table(TABLE, Some(TableEdition::One(edition)));
    slipped |=
        met.iter().any(|it| fit(tokens.text, it.run, it.wanted(), tokens.borders).overflows());
    slipped &= tokens.borders == Borders::None;
    let mut unplaced = Vec::new();
    let times = |row| met.iter().flat_map(|it| &it.rows).filter(|it| it.0 == row).take(2).count();
    let repeated: Vec<Row> = FORM.rows().map(|it| it.row).filter(|it| times(*it) > 1).collect();
    let runs = met.iter().map(|it| (it.run, it.wanted()));
    let spare = Spare::learn(runs, Side::End, tokens.borders);
    for it in &mut met {
        let fit = fit(tokens.text, it.run, it.wanted(), tokens.borders);
        let doubted = match it.rows.len() {
            1 => spare.doubts(it.run, it.wanted(), &fit, 0),
            _ => spare.doubts_alone(without_opening(tokens.text, it.run), it.wanted(), &fit),
        };
        if doubted {
            it.columns = Err(RowProblem::ColumnsUnknown);
        }
    }
    for it in &met {
        place(draft, it, (slipped, tokens.borders), &repeated, &mut unplaced);
    }
    for row in FORM.rows().map(|it| it.row) {
        if !met.iter().any(|it| it.rows.iter().any(|(other, _)| *other == row)) {
            let at = met[0].rows[0].1.start as usize;
            draft.note(NoteKind::RowMissing { row }, at..at);
        }
    }
    if !slipped && !tokens.are_glued() {
        settle(draft, &unplaced);
    }
}

/// The cells of a row without the bar that opens it, if they are on lines of their own: it looks like a blank cell.
fn without_opening<'a>(text: &str, run: &'a [Printed]) -> &'a [Printed] {
    match run {
        [first, cells @ .., last]
            if !first.is_figure()
                && text[first.start as usize..last.end as usize].contains('\n') =>
        {
            &run[run.len() - cells.len() - 1..]
        }
        _ => run,
    }
}

/// How many columns a row has.
const WIDTH: usize = FORM.blocks[0].columns.len();

fn is_column(column: Column) -> bool {
    FORM.blocks[0].columns.iter().any(|it| it.column == column)
}

/// The columns of all rows, from the heads over them.
fn columns_of(
    draft: &mut Draft<'_>,
    head: &[Token],
    rows: &[(Row, &Token)],
    columns: Option<Vec<Column>>,
    last: &[Column],
    run: &[Printed],
) -> Result<Vec<Column>, RowProblem> {
    let complete = |chunk: &[Column]| {
        FORM.blocks[0].columns.iter().all(|it| chunk.contains(&it.column)) && chunk.len() == WIDTH
    };
    let are_complete = |columns: &&Vec<Column>| {
        columns.len() == rows.len() * WIDTH && columns.chunks(WIDTH).all(complete)
    };
    if let Some(columns) = columns.as_ref().filter(are_complete) {
        // A text among the heads is that of a column that the form does not have: figures may be its.
        let is_head = |it: &Token| matches!(it.label().map(|it| it.mark), Some(Mark::Column(_)));
        let first = head.iter().position(is_head).unwrap_or(head.len());
        let foreign = head[first..].iter().any(|it| matches!(it.kind, Kind::Text));
        return if foreign { Err(RowProblem::ColumnsUnknown) } else { Ok(columns.clone()) };
    }
    if columns.is_some_and(|it| it.is_empty()) && rows.len() == 1 && complete(last) {
        return Ok(last.to_vec());
    }
    let form_order = || FORM.blocks[0].columns.iter().map(|it| it.column);
    let form_rows: Vec<Row> = FORM.rows().map(|it| it.row).collect();
    let in_form_order = rows.iter().map(|it| it.0).eq(form_rows.iter().copied());
    if in_form_order && run.iter().filter(|it| it.is_figure()).count() == rows.len() * WIDTH {
        let leaves = FORM.rows().flat_map(|_| FORM.blocks[0].columns).map(|it| it.label);
        let leaves: Vec<&str> = leaves.collect();
        let labels = FORM.rows().map(|it| it.label).chain(FORM.groups.iter().map(|it| it.label));
        let needed = Letters::of(leaves.iter().copied().chain(labels));
        if Letters::of_tokens(draft.text, head).are(&needed, &Letters::default())
            && order::are_in_order(draft.text, head, &leaves)
        {
            let span = head[0].start as usize..head[head.len() - 1].end as usize;
            draft.note(NoteKind::HeadTorn { table: TABLE }, span);
            return Ok(rows.iter().flat_map(|_| form_order()).collect());
        }
    }
    Err(RowProblem::ColumnsUnknown)
}

impl Met<'_> {
    fn wanted(&self) -> usize {
        self.rows.len() * WIDTH
    }
}

fn place(
    draft: &mut Draft<'_>,
    it: &Met<'_>,
    (slipped, borders): (bool, Borders),
    repeated: &[Row],
    unplaced: &mut Vec<Unplaced>,
) {
    for (row, label) in &it.rows {
        explain::row(draft, *row, label, it.run, it.columns.as_ref().map_or(0, Vec::len));
    }
    let form_order = || FORM.blocks[0].columns.iter().map(|it| it.column);
    let columns = match &it.columns {
        Ok(columns) => columns.clone(),
        Err(_) => it.rows.iter().flat_map(|_| form_order()).collect(),
    };
    let cells: Vec<CellId> = columns
        .iter()
        .enumerate()
        .filter_map(|(i, column)| CellId::try_new(it.rows[i / WIDTH].0, *column))
        .collect();
    let fit = fit(draft.text, it.run, cells.len(), borders);
    let repeated = it.rows.iter().any(|(row, _)| repeated.contains(row));
    let problem = match (&it.columns, fit) {
        (Err(problem), _) => Some(*problem),
        (_, Fit::No(problem)) => Some(problem),
        // Without a label beside it, a blank before the figures may be the bar that opens their row.
        (_, Fit::Cells([Printed { what: What::Blank, start, .. }, .., last]))
            if it.run.len() > cells.len()
                && draft.text[*start as usize..last.end as usize].contains('\n') =>
        {
            let figures = it.run.iter().filter(|it| it.is_figure()).count();
            Some(RowProblem::TooFewFigures { figures, columns: cells.len() })
        }
        _ if slipped => Some(RowProblem::FiguresTornOff),
        _ if repeated => Some(RowProblem::Repeated),
        _ => None,
    };
    if let Some(problem) = problem {
        for (chunk, (row, label)) in cells.chunks(WIDTH).zip(&it.rows) {
            draft.set_unreadable(*row, chunk, label, it.run, problem);
        }
        if matches!(problem, RowProblem::TooFewFigures { .. }) {
            unplaced.push(Unplaced::new(cells, it.run));
        }
        return;
    }
    if matches!(fit, Fit::Empty) {
        for (i, cell) in cells.iter().enumerate() {
            draft.set_blank(*cell, it.rows[i / WIDTH].1.span());
        }
    } else {
        for (cell, token) in cells.iter().zip(fit.tokens()) {
            draft.set(*cell, &token);
        }
    }
}
