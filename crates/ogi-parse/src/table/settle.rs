//! Rows from which blanks vanished, settled by the equalities.
//!
//! The weakest evidence there is: it counts only when exactly one placing of the figures lets every equality
//! hold, and the equalities that ruled out the others are noted, so that nobody takes them for checks.

use std::collections::BTreeMap;

use ogi_model::{CellId, Equality, EqualityId, Lost, NoteKind, Report, Row};
use ogi_solve::{Figure, Figures, can_hold};

use crate::draft::Draft;
use crate::explain;
use crate::token::{Printed, What};

/// The most placings that are tried for a row. All fifteen cells of table four, three of them blank, are 455.
const MOST_PLACINGS: usize = 1000;

/// A row, or the one line of table four, with fewer figures than columns.
#[derive(Debug)]
pub(super) struct Unplaced {
    cells: Vec<CellId>,
    figures: Vec<Printed>,
}

/// Which figure is in which cell; `None` is blank.
type Placing = Vec<Option<usize>>;

impl Unplaced {
    pub(super) fn new(cells: Vec<CellId>, run: &[Printed]) -> Self {
        Self { cells, figures: run.iter().filter(|it| it.is_figure()).copied().collect() }
    }

    /// The figures in their order, over all choices of cells; `None` if those are too many, or a figure is
    /// unreadable and may be none.
    fn placings(&self) -> Option<Vec<Placing>> {
        let (cells, figures) = (self.cells.len(), self.figures.len());
        let blanks = cells.checked_sub(figures)?;
        if self.figures.iter().any(|it| matches!(it.what, What::Odd | What::Glued)) {
            return None;
        }
        let mut ways = 1_usize;
        for i in 0..figures.min(blanks) {
            ways = ways * (cells - i) / (i + 1);
            if ways > MOST_PLACINGS {
                return None;
            }
        }
        let mut all = Vec::with_capacity(ways);
        extend(&mut all, &mut Vec::with_capacity(cells), cells, figures, 0);
        Some(all)
    }

    /// The only placing with which every equality can hold, and the equalities that ruled out the others.
    fn only_placing(&self, report: &Report) -> Option<(Placing, Vec<EqualityId>)> {
        let touching = self.touching(report);
        let mut ruled_out: Vec<EqualityId> = Vec::new();
        let mut left = None;
        for placing in self.placings()? {
            match self.broken_by(&placing, &touching, report) {
                Some(broken) if ruled_out.contains(&broken) => {}
                Some(broken) => ruled_out.push(broken),
                None if left.is_some() => return None,
                None => left = Some(placing),
            }
        }
        ruled_out.sort_unstable();
        Some((left?, ruled_out)).filter(|(_, by)| !by.is_empty())
    }

    /// The equalities that speak of the row.
    fn touching<'r>(&self, report: &'r Report) -> Vec<&'r Equality> {
        let speaks = |it: &&Equality| it.cells().any(|cell| self.cells.contains(&cell));
        report.equalities().filter(speaks).collect()
    }

    /// The first equality that cannot hold with a placing.
    fn broken_by(
        &self,
        placing: &Placing,
        touching: &[&Equality],
        report: &Report,
    ) -> Option<EqualityId> {
        let figures = |cell: CellId| match self.cells.iter().position(|it| *it == cell) {
            Some(at) => placing[at].map_or(Figure::Unknown, |i| figure_of(&self.figures[i])),
            None => report.figure(cell),
        };
        touching.iter().find(|it| !can_hold(it, &figures)).map(|it| it.id())
    }

    /// What became of the placings that lost: those that an equality rules out, and those that nothing does, if they
    /// are several.
    fn lost(&self, draft: &Draft<'_>) -> Vec<Lost> {
        let report = &draft.reading.report;
        let touching = self.touching(report);
        let mut by: BTreeMap<Option<EqualityId>, (usize, Placing)> = BTreeMap::new();
        for placing in self.placings().into_iter().flatten() {
            by.entry(self.broken_by(&placing, &touching, report)).or_insert((0, placing)).0 += 1;
        }
        let print = |i: usize| draft.text[self.figures[i].span()].to_owned();
        by.into_iter()
            .filter_map(|(broken, (count, placing))| {
                let example = placing.iter().map(|at| at.map(print).unwrap_or_default()).collect();
                match broken {
                    Some(broken) => Some(Lost::Placings { count, example, broken }),
                    None => (count > 1).then_some(Lost::Possible { count, example }),
                }
            })
            .collect()
    }

    /// Keeps what became of the placings, if that was asked for.
    fn explain(&self, draft: &mut Draft<'_>) {
        if draft.explained.is_none() {
            return;
        }
        let lost = self.lost(draft);
        for row in self.rows() {
            let about = |it: &&Lost| match it {
                Lost::Placings { broken, .. } => touches(broken, row, &self.cells),
                _ => true,
            };
            explain::lost(draft, row, lost.iter().filter(about).cloned());
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = self.cells.iter().map(|it| it.row()).collect();
        rows.dedup();
        rows
    }
}

fn extend(
    all: &mut Vec<Placing>,
    placing: &mut Placing,
    cells: usize,
    figures: usize,
    next: usize,
) {
    let left = cells - placing.len();
    if left == 0 {
        all.push(placing.clone());
        return;
    }
    if next < figures {
        placing.push(Some(next));
        extend(all, placing, cells, figures, next + 1);
        placing.pop();
    }
    if left > figures - next {
        placing.push(None);
        extend(all, placing, cells, figures, next);
        placing.pop();
    }
}

/// Figures that are no plain counts are left to other evidence.
fn figure_of(token: &Printed) -> Figure {
    match token.what {
        What::Count(n) => Figure::Known(n),
        _ => Figure::Unknown,
    }
}

/// Settles rows for which exactly one placing of their figures satisfies the equalities; one that is settled
/// may settle another.
pub(super) fn settle(draft: &mut Draft<'_>, unplaced: &[Unplaced]) {
    let mut open: Vec<&Unplaced> = unplaced.iter().collect();
    while !open.is_empty() {
        let before = open.len();
        open.retain(|row| match row.only_placing(&draft.reading.report) {
            Some((placing, by)) => {
                row.explain(draft);
                place(draft, row, &placing, by);
                false
            }
            None => true,
        });
        if open.len() == before {
            open.iter().for_each(|row| row.explain(draft));
            return;
        }
    }
}

fn place(draft: &mut Draft<'_>, unplaced: &Unplaced, placing: &Placing, by: Vec<EqualityId>) {
    let rows = unplaced.rows();
    let unreadable =
        |kind: &NoteKind| matches!(kind, NoteKind::RowUnreadable { row, .. } if rows.contains(row));
    draft.reading.notes.retain(|it| !unreadable(&it.kind));
    let mut last = unplaced.figures[0];
    for (cell, at) in unplaced.cells.iter().zip(placing) {
        match at {
            Some(i) => {
                last = unplaced.figures[*i];
                draft.set(*cell, &last);
            }
            // The blank vanished behind the figure before it.
            None => draft.set_blank(*cell, last.span()),
        }
    }
    let last = unplaced.figures.len() - 1;
    let span = unplaced.figures[0].start as usize..unplaced.figures[last].end as usize;
    for row in rows {
        let by = by.iter().copied().filter(|it| touches(it, row, &unplaced.cells)).collect();
        draft.note(NoteKind::RowSettled { row, by }, span.clone());
    }
}

/// Whether an equality that ruled out placings is about a row: its own sum, or the sum of a column.
fn touches(id: &EqualityId, row: Row, cells: &[CellId]) -> bool {
    id.total.row() == row || !cells.iter().any(|it| it.row() == id.total.row())
}
