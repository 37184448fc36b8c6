//! The decisions about a table that was read.

use ogi_model::{
    CellId, Decided, Decision, Edition, Form, Known, Lost, NoteKind, TableEdition, TableId, Taken,
};

use super::{Explained, Line, label, not_there};
use crate::draft::{Draft, place};
use crate::table::LONGEST_NOTED;
use crate::token::{Kind, Printed, Token, Tokens};

/// Makes the decisions about a table, if they were asked for.
pub(crate) fn table(draft: &mut Draft<'_>, tokens: &Tokens<'_>, table: TableId, year: Option<u16>) {
    let Some(mut explained) = draft.explained.take() else { return };
    let it = OfTable { draft, tokens, table, year, explained: &explained };
    let mut all: Vec<_> = it.labels().chain(it.noted()).collect();
    all.sort_by_key(|it| it.place.span().map(|it| it.start));
    let edition = it.edition(all.first());
    explained.tables[table as usize] = edition.into_iter().chain(all).collect();
    draft.explained = Some(explained);
}

struct OfTable<'a, 't> {
    draft: &'a Draft<'t>,
    tokens: &'a Tokens<'t>,
    table: TableId,
    year: Option<u16>,
    explained: &'a Explained,
}

impl OfTable<'_, '_> {
    /// What each label, and each text that is none, was taken for.
    fn labels(&self) -> impl Iterator<Item = Decision> {
        self.tokens.all.iter().enumerate().filter_map(|(at, token)| {
            let is_text = matches!(token.kind, Kind::Text | Kind::Scrap);
            let told = self.explained.told.iter().find(|it| is_text && it.0 == token.start);
            let (about, printed, known, lost) = if let Some((_, about)) = told {
                (*about, self.draft.printed(token), Known::Order, Vec::new())
            } else if let Some(found) = token.label() {
                let (printed, known, lost) = label::known(self.tokens, at, found, self.table);
                let is_met = |row| self.explained.rows.iter().any(|it| it.row == row);
                (label::about(found.mark, self.table, is_met), printed, known, lost)
            } else if matches!(token.kind, Kind::Text) && token.span().len() <= LONGEST_NOTED {
                let printed = self.draft.printed(token);
                let lost = label::next(&printed, self.table, None).into_iter().collect();
                (Decided::Nothing(self.table), printed, Known::Unknown, lost)
            } else {
                return None;
            };
            let decision =
                Decision { printed, known, lost, ..not_there(about, &place(token.span())) };
            self.with_figures(token, decision)
        })
    }

    /// The decision about a row with its figures; a label that is there again belongs to the line that was taken.
    fn with_figures(&self, token: &Token, mut decision: Decision) -> Option<Decision> {
        let Decided::Row(row) = decision.about else { return Some(decision) };
        let Some(line) = self.explained.rows.iter().find(|it| it.row == row) else {
            return Some(decision);
        };
        if line.label.start != token.start {
            return None;
        }
        for note in &self.draft.reading.notes {
            match &note.kind {
                NoteKind::RowUnreadable { row, problem } if *row == line.row => {
                    decision.problem = Some(*problem);
                }
                NoteKind::RowSettled { row, by } if *row == line.row => {
                    decision.settled_by.clone_from(by);
                }
                _ => {}
            }
        }
        decision.taken = if decision.problem.is_some() {
            let figures = line.run.iter().filter(|it| it.is_figure());
            figures.map(|it| Taken { cell: None, printed: self.print(it) }).collect()
        } else {
            self.taken(line)
        };
        let lost = self.explained.lost.iter().filter(|it| it.0 == row).map(|it| it.1.clone());
        decision.lost.extend(lost);
        let pads = line.run.len().saturating_sub(line.columns);
        if pads > 0 && decision.problem.is_none() {
            decision.lost.push(Lost::Pads { cells: pads });
        }
        decision.lost.extend(self.again(line));
        Some(decision)
    }

    fn taken(&self, line: &Line) -> Vec<Taken> {
        let report = &self.draft.reading.report;
        CellId::of_table(self.table)
            .filter(|it| it.row() == line.row && report[*it].is_present())
            .map(|it| Taken { cell: Some(it), printed: self.draft.printed_for(it).to_owned() })
            .collect()
    }

    /// Other lines with the label of a row.
    fn again(&self, line: &Line) -> impl Iterator<Item = Lost> {
        let of_row = |it: &Token| {
            let about = |mark| label::about(mark, self.table, |it| it == line.row);
            it.label().is_some_and(|it| about(it.mark) == Decided::Row(line.row))
        };
        let others = self.tokens.all.iter().enumerate();
        others.filter(move |(_, it)| of_row(it) && it.start != line.label.start).map(|(at, _)| {
            let run = self.tokens.run(at + 1).0;
            let figures = run.iter().filter(|it| it.is_figure()).map(|it| self.print(it));
            Lost::Again { figures: figures.collect() }
        })
    }

    fn print(&self, printed: &Printed) -> String {
        self.tokens.text[printed.span()].to_owned()
    }

    /// What has notes: heads that were taken in the order of the form, rows that are missing, figures of no row.
    fn noted(&self) -> impl Iterator<Item = Decision> {
        self.draft.reading.notes.iter().filter_map(|note| {
            let of = |about| not_there(about, &note.place);
            let heads = of(Decided::Head(self.table));
            match &note.kind {
                NoteKind::HeadTorn { table } if *table == self.table => {
                    Some(Decision { known: Known::Letters, ..heads })
                }
                NoteKind::HeadUnnamed { table } if *table == self.table => {
                    Some(Decision { known: Known::Number, ..heads })
                }
                NoteKind::RowMissing { row } if row.table() == self.table => {
                    Some(of(Decided::Row(*row)))
                }
                NoteKind::FiguresLeftOver { table, printed } if *table == self.table => {
                    let printed = printed.clone();
                    Some(Decision { printed, ..of(Decided::Nothing(self.table)) })
                }
                _ => None,
            }
        })
    }

    /// Which edition the table is of, placed at its first label.
    fn edition(&self, first: Option<&Decision>) -> Option<Decision> {
        let report = &self.draft.reading.report;
        let edition = report.table(self.table)?;
        let may_be = |edition: Edition| {
            let form = Form::of(self.table, edition);
            CellId::of_table(self.table).all(|it| form.contains(it) || !report[it].is_present())
        };
        let others = Edition::ALL.iter().filter(|it| edition != TableEdition::One(**it));
        let known = match self.explained.only_row {
            Some(row) if self.table == TableId::Applications => Known::Row { row },
            _ if others.clone().any(|it| may_be(*it)) => Known::Year { year: self.year },
            _ => Known::Heads,
        };
        let lost = others.map(|it| Lost::Edition { edition: *it }).collect();
        let about = Decided::Edition { table: self.table, edition };
        Some(Decision { known, lost, ..not_there(about, &first?.place) })
    }
}
