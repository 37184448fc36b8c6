//! What a check found, as the template shows it.

use std::collections::BTreeSet;

use ogi_check::{Finding, Outcome, Severity, cell_name};
use ogi_model::{CellId, Report, TableId};

use super::page::shown;
use crate::cause::{self, Cause};
use crate::line::printable;

/// The findings of a page, and the cells that they are about.
pub(super) struct Marks {
    pub(super) verdict: Option<Verdict>,
    /// With the table under which it is shown.
    notes: Vec<(TableId, Note)>,
    wrong: Vec<(CellId, Mark)>,
    involved: BTreeSet<CellId>,
    /// The cells that the likeliest explanations change.
    suspected: BTreeSet<CellId>,
}

/// A mark in a cell that leads to a finding about it.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) number: usize,
    pub(super) severity: Severity,
}

/// What stands above everything.
#[derive(Clone)]
pub(super) struct Verdict {
    pub(super) key: &'static str,
    pub(super) words: &'static str,
    /// What it means.
    pub(super) meaning: String,
    /// How many findings there are of each severity, the worst first.
    pub(super) counts: Vec<(&'static str, usize)>,
    pub(super) passed: usize,
    pub(super) not_evaluated: usize,
    /// The findings, each with a link to where it is told.
    pub(super) index: Vec<Entry>,
    /// The findings that are about no table of the page.
    pub(super) notes: Vec<Note>,
}

/// A line of the list above everything.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) number: usize,
    pub(super) severity: &'static str,
    pub(super) message: String,
}

/// A finding.
#[derive(Clone)]
pub(super) struct Note {
    pub(super) number: usize,
    pub(super) key: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: String,
    pub(super) expected: Option<String>,
    pub(super) rule: &'static str,
    pub(super) statement: &'static str,
    /// The id and the name of its cell, if the page shows it.
    pub(super) cell: Option<(String, String)>,
    pub(super) causes: Vec<Cause>,
    /// The cells of causes that the page shows.
    pub(super) linked: BTreeSet<CellId>,
}

impl Marks {
    /// A page without a check.
    pub(super) const fn none() -> Self {
        Self {
            verdict: None,
            notes: Vec::new(),
            wrong: Vec::new(),
            involved: BTreeSet::new(),
            suspected: BTreeSet::new(),
        }
    }

    pub(super) fn of(report: &Report, outcome: &Outcome) -> Self {
        let mut marks = Self::none();
        let mut elsewhere = Vec::new();
        let shown = shown(report);
        for finding in &outcome.findings {
            let cell = finding.cell.filter(|it| shown.contains(it));
            let note = Note::new(report, outcome, finding, &shown);
            let likeliest = note.causes.first().into_iter().flat_map(|it| &it.edits);
            marks.suspected.extend(likeliest.map(|it| it.cell));
            match cell {
                Some(cell) => {
                    let mark = Mark { number: finding.id, severity: finding.severity };
                    marks.wrong.push((cell, mark));
                    marks.involved.extend(&finding.cells);
                    marks.notes.push((cell.table(), note));
                }
                None => elsewhere.push(note),
            }
        }
        let count = |severity| outcome.findings.iter().filter(|it| it.severity == severity).count();
        let counts = Severity::ALL.iter().rev().map(|it| (it.words().zh, count(*it)));
        marks.verdict = Some(Verdict {
            key: outcome.verdict.key(),
            words: outcome.verdict.words().zh,
            meaning: outcome.meaning().zh,
            counts: counts.filter(|it| it.1 > 0).collect(),
            passed: outcome.summary.pass,
            not_evaluated: outcome.summary.not_evaluated,
            index: marks.notes.iter().map(|(_, note)| note.entry()).collect(),
            notes: elsewhere,
        });
        marks
    }

    /// The findings that are told under a table.
    pub(super) fn of_table(&self, table: TableId) -> Vec<Note> {
        self.notes.iter().filter(|it| it.0 == table).map(|it| it.1.clone()).collect()
    }

    /// The findings about a cell.
    pub(super) fn about(&self, cell: CellId) -> Vec<Mark> {
        self.wrong.iter().filter(|it| it.0 == cell).map(|it| it.1).collect()
    }

    /// How a cell is marked that no finding is about: `suspect` if it may be the wrong one, `involved` if a finding
    /// counts it in.
    pub(super) fn class(&self, cell: CellId) -> &'static str {
        if self.suspected.contains(&cell) {
            "suspect"
        } else if self.involved.contains(&cell) {
            "involved"
        } else {
            ""
        }
    }
}

impl Note {
    fn new(
        report: &Report,
        outcome: &Outcome,
        finding: &Finding,
        shown: &BTreeSet<CellId>,
    ) -> Self {
        let cell = finding.cell.filter(|it| shown.contains(it));
        let causes = cause::of(report, outcome, finding);
        let edited = causes.iter().flat_map(|it| &it.edits).map(|it| it.cell);
        Self {
            linked: edited.filter(|it| shown.contains(it)).collect(),
            number: finding.id,
            key: finding.severity.key(),
            severity: finding.severity.words().zh,
            message: printable(&finding.message.zh),
            expected: finding.expected.map(|it| it.to_string()),
            rule: finding.rule.id,
            statement: finding.rule.statement.zh,
            cell: cell.map(|it| (it.to_string(), cell_name(report, it).zh)),
            causes,
        }
    }

    fn entry(&self) -> Entry {
        let (number, severity) = (self.number, self.severity);
        Entry { number, severity, message: self.message.clone() }
    }
}
