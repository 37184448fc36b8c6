//! Table three.

use ogi_model::{
    CellId, Column, Decided, Edition, Form, FormRow, Group, Label, NoteKind, Row, RowProblem,
    TableEdition, TableId,
};

use super::fit::{Fit, fit};
use super::letters::Letters;
use super::order;
use super::pads::Pads;
use super::settle::{Unplaced, settle};
use super::spare::{Side, Spare};
use super::twice;
use super::unnamed;
use super::{beside, has_gap, is_caption, left_over, same, text_instead};
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
    let mut columns = columns(draft, &all[..first]);
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
    let (edition, told_by) = edition(&met, year);
    explain::edition(draft, told_by);
    let form = Form::of(TABLE, edition);
    adopt(draft, form, &mut met);
    doubt(draft, tokens.borders, &mut met);
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

/// A row whose label nobody can read is told by its neighbours, if it stands alone between two rows that the
/// form has exactly one row between, and has the right number of figures.
fn adopt(draft: &mut Draft<'_>, form: &Form, met: &mut [Met<'_>]) {
    let rows: Vec<Row> = form.rows().map(|it| it.row).collect();
    for i in 1..met.len().saturating_sub(1) {
        let at = |it: &Met<'_>| rows.iter().position(|row| Some(*row) == it.row);
        let (Some(before), Some(after)) = (at(&met[i - 1]), at(&met[i + 1])) else { continue };
        let fits = matches!(met[i].fit, Fit::Figures(_) | Fit::Cells(_) | Fit::Digits(_));
        if met[i].row.is_none() && fits && before + 2 == after {
            let row = rows[before + 1];
            met[i].row = Some(row);
            let printed = draft.printed(met[i].label);
            let label = Label::Row(row);
            explain::told(draft, met[i].label, Decided::Row(row));
            draft.note(NoteKind::LabelNonstandard { label, printed }, met[i].label.span());
        }
    }
}

/// Doubts rows without figures next to figures that may be theirs: those beside a label that nobody can read, and,
/// where lines cut the label, those before it.
fn doubt(draft: &Draft<'_>, borders: Borders, met: &mut [Met<'_>]) {
    for i in 0..met.len() {
        let (before, after) = met.split_at_mut(i);
        let Some((it, after)) = after.split_first_mut() else { return };
        let is_empty = |it: &&mut Met<'_>| !it.fit.has_figures();
        if it.row.is_none() && it.fit.has_figures() {
            before.iter_mut().rev().take_while(is_empty).for_each(|it| it.doubtful = true);
            after.iter_mut().take_while(is_empty).for_each(|it| it.doubtful = true);
        }
        let is_torn = matches!(it.label.kind, Kind::Torn(_));
        if borders == Borders::None && is_torn && !it.fit.has_figures() {
            it.doubtful = true;
            if let Some(it) = before.last_mut().filter(|it| !beside(draft.text, it.label, it.run)) {
                it.doubtful = true;
            }
        }
    }
}

/// Rows and columns are those of either edition; the newest has all columns.
const FORM: &Form = Form::APPLICATIONS_2021;

fn row_of(token: &Token) -> Option<Row> {
    match token.label()?.mark {
        Mark::Row(row) if row.table() == TABLE => Some(row),
        _ => None,
    }
}

/// The edition that has the rows that were met, and the row that only it has: （六）其他处理 is one row or three.
fn edition(met: &[Met<'_>], year: Option<u16>) -> (Edition, Option<Row>) {
    let has = |edition: Edition, row: Row| {
        Form::of(TABLE, edition).contains(CellId::new(row, Column::Total))
    };
    // A label before rows that nobody can read may be their head or a row.
    let certain = |it: &&Met<'_>| it.instead.is_none();
    let only = |edition: Edition| {
        let other = Edition::ALL.iter().filter(move |it| **it != edition);
        met.iter()
            .filter(certain)
            .filter_map(|it| it.row)
            .find(|row| has(edition, *row) && other.clone().all(|other| !has(*other, *row)))
    };
    // The head of the three rows has the label of the one row.
    [Edition::E2021, Edition::E2019]
        .into_iter()
        .find_map(|edition| Some((edition, Some(only(edition)?))))
        .unwrap_or_else(|| (year.map_or(Edition::E2021, Edition::of_year), None))
}

/// The columns that the heads tell, in the order of the figures.
///
/// Heads over two levels flatten in another order than the figures have: 总计 comes before the kinds of
/// organisations. So the heads say which columns there are and in which order the organisations stand.
fn columns(draft: &mut Draft<'_>, head: &[Token]) -> Option<Vec<Column>> {
    let block = &FORM.blocks[0];
    let mut printed: Vec<(Column, &Token)> = Vec::with_capacity(block.columns.len());
    let mut odd: Vec<&Token> = Vec::new();
    // A text among the heads of columns is a head itself: of one that the form does not have, or reworded.
    let mut foreign = false;
    for token in head {
        match token.label().map(|it| it.mark) {
            Some(Mark::Column(column)) if printed.iter().any(|it| it.0 == column) => {}
            Some(Mark::Column(column)) if block.columns.iter().any(|it| it.column == column) => {
                printed.push((column, token));
            }
            _ if matches!(token.kind, Kind::Text | Kind::Scrap) => {
                foreign |= matches!(token.kind, Kind::Text)
                    && !printed.is_empty()
                    && !is_caption(&draft.text[token.span()]);
                odd.push(token);
            }
            _ => {}
        }
    }
    let heads = printed;
    let printed: Vec<Column> = heads.iter().map(|it| it.0).collect();
    let missing = block.columns.len() - printed.len();
    if missing > 0 && !odd.is_empty() {
        // Either one head is worded beyond recognition, or all are torn.
        let form_order = || Some(block.columns.iter().map(|it| it.column).collect());
        let needed = Letters::of(block.columns.iter().map(|it| it.label));
        let allowed =
            Letters::of(FORM.corner.into_iter().chain(FORM.groups.iter().map(|it| it.label)));
        let organizations = block.columns.iter().filter(|it| it.group.is_some_and(is_inner));
        let organizations: Vec<&str> = organizations.map(|it| it.label).collect();
        if Letters::of_tokens(draft.text, head).are(&needed, &allowed)
            && order::are_in_order(draft.text, head, &organizations)
        {
            let span = head[0].start as usize..head[head.len() - 1].end as usize;
            draft.note(NoteKind::HeadTorn { table: TABLE }, span);
            return form_order();
        }
        let reworded = || {
            let lost = block.columns.iter().find(|it| !printed.contains(&it.column))?;
            let is_lost = Letters::of([lost.label]).has_half_of(&draft.text[odd[0].span()]);
            is_lost.then_some(lost.column)
        };
        if missing > 1 || odd.len() > 1 {
            return None;
        }
        explain::told(draft, odd[0], Decided::Column(reworded()?));
        return form_order();
    }
    if printed.is_empty() || foreign {
        return None;
    }
    let within = |column: &Column| {
        block.columns.iter().any(|it| it.column == *column && it.group.is_some_and(is_inner))
    };
    let inner: Vec<_> = heads.into_iter().filter(|it| within(&it.0)).collect();
    let columns = block.columns.iter().map(|it| it.column);
    let form: Vec<Column> = columns.filter(|it| within(it) && printed.contains(it)).collect();
    let mut organizations = order::of_page(draft.text, &inner, &form)?.into_iter();
    Some(
        block
            .columns
            .iter()
            .map(|it| it.column)
            .filter(|it| printed.contains(it))
            .filter_map(|it| if within(&it) { organizations.next() } else { Some(it) })
            .collect(),
    )
}

/// Whether the heads in a group stand below those beside it.
fn is_inner(group: Group) -> bool {
    group == Group::Organizations
}

/// How rows are placed.
struct Columns {
    known: Option<Vec<Column>>,
    slipped: bool,
}

impl Columns {
    fn place(
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
