//! The back-trace: for each row the reading that won, what it costs, the runner-up and the gap.

use ogi_model::{
    AssignedFigure, CellId, Cost, CostOf, Decision, Evidence, NoteKind, Rejected, RowProblem,
    TableEdition, Target,
};

use super::decide::Decider;
use super::letters::{Letters, letters};
use super::template::TemplateRow;
use super::wording;
use crate::draft::{Draft, place};
use crate::lexicon::{self, Mark};
use crate::sheet::Piece;

impl Decider<'_> {
    /// The decisions about a table, in the order of the form.
    pub(super) fn explain(&self, draft: &mut Draft<'_>, there: &[bool]) {
        let mut decisions = vec![self.edition(draft)];
        for (at, row) in self.template().rows.iter().enumerate() {
            decisions.push(if there[at] {
                self.decision(draft, row)
            } else {
                not_there(Target::Row(row.row), draft.text.len())
            });
        }
        draft.reading.decisions.extend(decisions);
    }

    fn edition(&self, draft: &Draft<'_>) -> Decision {
        let rows = &self.template().rows;
        let edition = draft.reading.report.table(self.table).unwrap_or(TableEdition::Mixed);
        let about = Target::Edition { table: self.table, edition };
        let span = self.span_of(rows[0].row);
        let mut decision = not_there(about, span.start);
        decision.known = Evidence::Heads;
        decision
    }

    fn decision(&self, draft: &Draft<'_>, row: &TemplateRow) -> Decision {
        let pieces = self.label_of(row.row).map(|it| self.pieces(it));
        let pieces = pieces.unwrap_or_else(|| self.beside(row).into_iter().collect());
        let pieces: Vec<String> = pieces.into_iter().map(|it| draft.printed(it)).collect();
        let printed = pieces.join(" ");
        let known = self.known(row, &printed, &pieces);
        let place = draft.place(self.span_of(row.row));
        let mut decision = Decision::new(Target::Row(row.row), place);
        (decision.printed, decision.known) = (printed, known);
        decision.costs = self.costs(row);
        for note in draft.notes() {
            match &note.kind {
                NoteKind::RowUnreadable { row: it, problem } if *it == row.row => {
                    decision.problem = Some(*problem);
                }
                NoteKind::RowSettled { row: it, by } if *it == row.row => {
                    decision.settled_by.clone_from(by);
                }
                _ => {}
            }
        }
        decision.taken = self.taken(draft, row, decision.problem);
        decision.lost.extend(self.runner_up(draft, row));
        decision
    }

    fn known(&self, row: &TemplateRow, printed: &str, pieces: &[String]) -> Evidence {
        let mark = Mark::Row(row.row);
        let Some(at) = self.template().position(row.row) else { return Evidence::Unknown };
        let cost = match self.label_of(row.row) {
            Some(label) => label.costs.of_row(at),
            None => row
                .wordings
                .iter()
                .filter_map(|it| wording::cost(&letters(printed), it))
                .reduce(f64::min),
        };
        match cost {
            None => Evidence::Order,
            Some(_) if lexicon::is_wording(printed, mark) => Evidence::Exact,
            Some(cost) if pieces.len() > 1 && cost == 0.0 => {
                Evidence::Pieces { pieces: pieces.to_vec() }
            }
            Some(_)
                if lexicon::find(printed).is_some_and(|it| it.official != 0 && it.mark == mark) =>
            {
                Evidence::Folded
            }
            Some(cost) if cost < 1.0 => Evidence::Wording,
            Some(_) => Evidence::Similar { distance: distance(row, printed) },
        }
    }

    /// The text before the figures of a row, where it is no label of it for sure.
    fn beside(&self, row: &TemplateRow) -> Option<&Piece> {
        let first = *self.figures_of(row.row).first()?;
        self.text_before(first)
    }

    fn taken(
        &self,
        draft: &Draft<'_>,
        row: &TemplateRow,
        problem: Option<RowProblem>,
    ) -> Vec<AssignedFigure> {
        if problem.is_some() {
            let figures =
                self.figures_of(row.row).into_iter().map(|it| draft.printed(self.piece(it)));
            return figures.map(|printed| AssignedFigure { cell: None, printed }).collect();
        }
        let cells = row.columns.iter().map(|it| CellId::new(row.row, it.column));
        cells
            .map(|cell| {
                let printed = draft.printed_for(cell).to_owned();
                AssignedFigure { cell: Some(cell), printed }
            })
            .collect()
    }

    fn costs(&self, row: &TemplateRow) -> Vec<Cost> {
        let Some(best) = self.best.found.hypotheses.first() else { return Vec::new() };
        let Some(((from, at), _)) = self.arc_of(row.row) else { return Vec::new() };
        let arc = &self.best.arcs[from][at];
        let taken = best.taken.iter().find(|it| (it.from, it.arc) == (from, at));
        let whole = taken.map_or(0.0, |it| it.cost);
        let cost = |of, nats: f64| Cost { of, millinats: millinats(nats) };
        vec![
            cost(CostOf::Figures, arc.cost),
            cost(CostOf::Placing, -arc.weight),
            cost(CostOf::Labels, whole - arc.cost + arc.weight),
        ]
    }

    /// The next reading in which the row has other figures, or is not there.
    fn runner_up(&self, draft: &Draft<'_>, row: &TemplateRow) -> Option<Rejected> {
        let at = self.template().position(row.row)?;
        let arc_in = |taken: &[super::search::TakenArc]| {
            taken.iter().find_map(|it| {
                let first = it.row?;
                let many = self.best.arcs[it.from][it.arc].rows.len();
                (first..first + many).contains(&at).then_some((it.from, it.arc))
            })
        };
        let (best, others) = self.best.found.hypotheses.split_first()?;
        let winner = arc_in(&best.taken);
        let other = others.iter().find(|it| arc_in(&it.taken) != winner)?;
        let figures = arc_in(&other.taken).map(|(from, arc)| {
            let to = self.best.arcs[from][arc].to;
            (from as u32..to as u32).map(|it| draft.printed(self.piece(it))).collect()
        });
        let gap = millinats(other.cost - best.cost);
        Some(Rejected::RunnerUp { figures: figures.unwrap_or_default(), gap })
    }
}

fn millinats(nats: f64) -> i64 {
    (nats * 1000.0).round() as i64
}

/// A decision about what is not there, or of which nothing is known yet.
pub(crate) fn not_there(about: Target, at: usize) -> Decision {
    Decision::new(about, place(at..at))
}

/// How many letters a label differs in from the nearest wording of a row.
fn distance(row: &TemplateRow, printed: &str) -> usize {
    let printed = letters(printed);
    let of = |it: &Letters| strsim::generic_levenshtein(&printed, it);
    row.wordings.iter().map(of).min().unwrap_or_default()
}
