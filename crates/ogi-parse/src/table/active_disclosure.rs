//! Table two.

use ogi_model::{
    Block, CellId, Column, Decided, Edition, Form, NoteKind, Row, RowProblem, TableEdition, TableId,
};

use super::fit::{Fit, fit};
use super::order;
use super::spare::{Side, Spare};
use super::{beside, has_gap, is_caption, left_over, same, text_instead};
use crate::draft::Draft;
use crate::explain;
use crate::lexicon::Mark;
use crate::token::{Borders, Kind, Printed, Token, Tokens};

const TABLE: TableId = TableId::ActiveDisclosure;
/// More heads than any block has; beyond them nothing is a block of the form.
const MOST_HEADS: usize = 8;

/// A row with the heads over it.
struct Met<'a> {
    row: Row,
    label: &'a Token,
    run: &'a [Printed],
    /// The column of each head; `None` for one that nobody can read.
    heads: Vec<(Option<Column>, &'a Token)>,
    /// The text that stands where its cells should.
    instead: Option<Printed>,
    /// Figures of another row, or of none, may be its own.
    doubtful: bool,
}

pub(super) fn read(draft: &mut Draft<'_>, tokens: &Tokens<'_>, year: Option<u16>) {
    let all = &tokens.all;
    let mut met: Vec<Met<'_>> = Vec::with_capacity(8);
    let mut heads: Vec<(Option<Column>, &Token)> = Vec::new();
    let (mut after_row, mut in_heads) = (false, false);
    let mut slipped = false;
    // Whether figures stood beside a text that is no label, without borders around them.
    let mut stray = false;
    // Whether figures stood alone since the last row.
    let mut pushed_out = false;
    let mut next = 0;
    while let Some(label) = all.get(next) {
        next += 1;
        match (label.label().map(|it| it.mark), label.kind) {
            (Some(Mark::Block | Mark::Corner(TABLE)), _) => {
                heads.clear();
                (after_row, in_heads) = (false, true);
            }
            (Some(Mark::Column(column)), _) => {
                if core::mem::take(&mut after_row) {
                    heads.clear();
                }
                heads.truncate(MOST_HEADS);
                heads.push((Some(column), label));
            }
            (Some(Mark::Row(row)), _) if row.table() == TABLE => {
                let (run, after) = tokens.run(next);
                let instead = text_instead(tokens, run, after);
                let is_empty = !run.iter().any(Printed::is_figure);
                let pushed_out = core::mem::take(&mut pushed_out) && has_gap(run);
                let doubtful = (is_empty && core::mem::take(&mut stray)) || pushed_out;
                met.push(Met { row, label, run, heads: heads.clone(), instead, doubtful });
                (after_row, in_heads) = (true, false);
                next = after;
            }
            (_, Kind::Cells { from, to }) => {
                let alone = left_over(draft, TABLE, &tokens.cells[from as usize..to as usize]);
                slipped |= alone;
                pushed_out |= alone;
                if let Some(it) = met.last_mut() {
                    it.doubtful |= alone && has_gap(it.run);
                }
            }
            // After a row, text with figures is a row that the form does not have.
            (None, Kind::Text) if after_row => {
                let (run, after) = tokens.run(next);
                let figures = run.iter().filter(|it| it.is_figure()).count();
                if (1..=heads.len().max(1)).contains(&figures) {
                    next = after;
                    // Its figures may be those of the row before or after, if that one has none.
                    if let Some(it) = met.last_mut().filter(|it| !it.has_figures()) {
                        it.doubtful = true;
                    }
                    stray = tokens.borders == Borders::None;
                }
            }
            // Among heads it is a head, and before them too, if it is no caption.
            (None, Kind::Text | Kind::Scrap) if !after_row && !heads.is_empty() => {
                heads.truncate(MOST_HEADS);
                heads.push((None, label));
            }
            (None, Kind::Text) if in_heads && !is_caption(&draft.text[label.span()]) => {
                heads.push((None, label));
            }
            _ => {}
        }
    }
    if met.is_empty() {
        return;
    }
    if tokens.borders == Borders::None {
        doubt(draft.text, &mut met);
    }
    let default = year.map_or(Edition::E2021, Edition::of_year);
    let editions: Vec<_> = met.iter().map(|it| block(it, default)).collect();
    let overflows = |it: &Met<'_>, at: &Option<(Edition, &Block)>| {
        at.is_some_and(|(_, block)| {
            fit(tokens.text, it.run, block.columns.len(), tokens.borders).overflows()
        })
    };
    slipped |= met.iter().zip(&editions).any(|(it, at)| overflows(it, at));
    slipped &= tokens.borders == Borders::None;
    let runs =
        met.iter().zip(&editions).filter_map(|(it, at)| Some((it.run, (*at)?.1.columns.len())));
    let spare = Spare::learn(runs, Side::Label, tokens.borders);
    for row in Row::ALL.iter().filter(|it| it.table() == TABLE) {
        let mut of_row: Vec<_> = met.iter().zip(&editions).filter(|it| it.0.row == *row).collect();
        // Where a page breaks, a label may be repeated without its figures.
        if of_row.iter().any(|it| it.0.has_figures()) {
            of_row.retain(|it| it.0.has_figures());
        }
        if let Some((it, at)) = of_row.first() {
            let repeated = of_row.iter().any(|it| !same(draft.text, it.0.run, of_row[0].0.run));
            place(
                draft,
                it,
                **at,
                default,
                Doubts { slipped, repeated, spare: &spare, borders: tokens.borders },
            );
        }
    }
    let edition = draft.reading.report.edition_of_cells(TABLE, default);
    draft.reading.report.set_table(TABLE, Some(edition));
    if edition == TableEdition::Mixed {
        let span = met[0].label.span();
        draft.note(NoteKind::EditionsMixed { table: TABLE }, span);
    }
    for row in rows_of(edition, default) {
        if !met.iter().any(|it| it.row == row) {
            let at =
                met.iter().rfind(|it| it.row < row).map_or(met[0].label.start, |it| it.label.end);
            draft.note(NoteKind::RowMissing { row }, at as usize..at as usize);
        }
    }
}

/// Doubts rows whose labels are cut by lines and that have no figures: these may stand before the label.
fn doubt(text: &str, met: &mut [Met<'_>]) {
    for i in 0..met.len() {
        if matches!(met[i].label.kind, Kind::Torn(_)) && !met[i].has_figures() {
            met[i].doubtful = true;
            if let Some(it) = i.checked_sub(1).and_then(|i| met.get_mut(i)) {
                it.doubtful |= !beside(text, it.label, it.run);
            }
        }
    }
}

/// What makes a row uncertain, or certain.
struct Doubts<'a> {
    /// Figures may have slipped from row to row.
    slipped: bool,
    /// The row is there again, with other figures.
    repeated: bool,
    /// Which blank cells it may lose.
    spare: &'a Spare,
    borders: Borders,
}

impl Met<'_> {
    fn has_figures(&self) -> bool {
        self.run.iter().any(Printed::is_figure)
    }
}

/// The rows that a table of this edition should have; of a mixed one, those that all editions have.
fn rows_of(edition: TableEdition, default: Edition) -> Vec<Row> {
    let rows = |edition| Form::of(TABLE, edition).rows().map(|it| it.row);
    match edition {
        TableEdition::One(edition) => rows(edition).collect(),
        TableEdition::Mixed => rows(default)
            .filter(|row| Edition::ALL.iter().all(|it| rows(*it).any(|other| other == *row)))
            .collect(),
    }
}

/// The block of the form whose heads stand over a row, if exactly one edition has them.
fn block(met: &Met<'_>, default: Edition) -> Option<(Edition, &'static Block)> {
    let candidates = || {
        let mut editions: Vec<_> = Edition::ALL.to_vec();
        editions.sort_by_key(|it| *it != default);
        editions
            .into_iter()
            .filter_map(|edition| Some((edition, Form::of(TABLE, edition).block(met.row)?)))
    };
    let same_set = |block: &Block| {
        met.heads.len() == block.columns.len()
            && block.columns.iter().all(|it| met.heads.iter().any(|head| head.0 == Some(it.column)))
    };
    if let Some(found) = candidates().find(|(_, block)| same_set(block)) {
        return Some(found);
    }
    // A head that nobody can read is told by its neighbours, if only one edition has them so.
    let in_place = |block: &Block| {
        met.heads.len() == block.columns.len()
            && met.heads.iter().any(|it| it.0.is_some())
            && met
                .heads
                .iter()
                .zip(block.columns)
                .all(|(head, it)| head.0.is_none_or(|head| head == it.column))
    };
    let mut found = candidates().filter(|(_, block)| in_place(block));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn place(
    draft: &mut Draft<'_>,
    it: &Met<'_>,
    at: Option<(Edition, &'static Block)>,
    default: Edition,
    Doubts { slipped, repeated, spare, borders }: Doubts<'_>,
) {
    let row = it.row;
    let columns = at.map_or(0, |(_, block)| block.columns.len());
    explain::row(draft, row, it.label, it.run, columns);
    if let Some((_, block)) = at {
        let unknown = it.heads.iter().zip(block.columns).filter(|it| it.0.0.is_none());
        unknown.for_each(|(head, it)| explain::told(draft, head.1, Decided::Column(it.column)));
    }
    let cells = at.and_then(|(_, block)| cells(draft.text, it, block));
    let Some(cells) = cells else {
        let block = Form::of(TABLE, default).block(row).or_else(|| {
            Edition::ALL.iter().find_map(|edition| Form::of(TABLE, *edition).block(row))
        });
        let cells: Vec<_> = block
            .iter()
            .flat_map(|block| block.columns)
            .map(|column| CellId::new(row, column.column))
            .collect();
        draft.set_unreadable(row, &cells, it.label, it.run, RowProblem::ColumnsUnknown);
        return;
    };
    let fit = fit(draft.text, it.run, cells.len(), borders);
    let problem = match fit {
        Fit::No(problem) => Some(problem),
        _ if spare.doubts_among_few(it.run, cells.len(), &fit) => Some(RowProblem::ColumnsUnknown),
        Fit::Empty if slipped || it.instead.is_some() => Some(RowProblem::FiguresTornOff),
        _ if it.doubtful => Some(RowProblem::FiguresTornOff),
        _ if slipped && !beside(draft.text, it.label, it.run) => Some(RowProblem::FiguresTornOff),
        _ if repeated => Some(RowProblem::Repeated),
        _ => None,
    };
    match (problem, fit) {
        (Some(problem), _) => {
            let printed = it.instead.as_ref().map_or(it.run, core::slice::from_ref);
            draft.set_unreadable(row, &cells, it.label, printed, problem);
        }
        (None, Fit::Empty) => {
            for cell in &cells {
                draft.set_blank(*cell, it.label.span());
            }
        }
        (None, fit) => {
            for (cell, token) in cells.iter().zip(fit.tokens()) {
                draft.set(*cell, &token);
            }
        }
    }
}

/// The cells of a row in the order of its heads; a head that could not be read has the place that the form gives
/// it. `None` if lines cut the heads and their order is not known.
fn cells(text: &str, it: &Met<'_>, block: &Block) -> Option<Vec<CellId>> {
    let form: Vec<Column> = block.columns.iter().map(|it| it.column).collect();
    let heads: Vec<(Column, &Token)> = it
        .heads
        .iter()
        .zip(&form)
        .map(|(head, column)| (head.0.unwrap_or(*column), head.1))
        .collect();
    let columns = order::of_page(text, &heads, &form)?;
    Some(columns.into_iter().map(|column| CellId::new(it.row, column)).collect())
}
