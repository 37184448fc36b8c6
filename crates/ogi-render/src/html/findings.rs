//! What a check found, as the template shows it.

use std::collections::BTreeSet;

#[cfg(feature = "findings")]
use ogi_check::{Finding, Group, Outcome, Subject, grouped};
use ogi_model::{CellId, Language, Report, Severity, TableId, names};

use super::labels::Labels;
use crate::cause::{self, Cause};
use crate::line::printable;
use crate::report::{self, PartContent};
use crate::words;

/// The findings of a page, and the cells that they are about.
pub(super) struct Marks {
    pub(super) verdict: Option<Verdict>,
    pub(super) labels: Labels,
    pub(super) language: Language,
    /// With the table under which it is shown.
    notes: Vec<(TableId, Note)>,
    wrong: Vec<(CellId, Mark)>,
    involved: BTreeSet<CellId>,
    /// The cells that the likeliest explanations change.
    suspected: BTreeSet<CellId>,
}

/// A mark in a cell that leads to a finding about it.
#[derive(Clone)]
pub(super) struct Mark {
    pub(super) number: usize,
    pub(super) severity: Severity,
    /// What it is called for those who do not see it.
    pub(super) name: String,
}

/// What stands above everything.
#[derive(Clone)]
pub(super) struct Verdict {
    pub(super) language: Language,
    pub(super) key: &'static str,
    pub(super) title: String,
    /// What it means, and how many findings and targets there are.
    pub(super) sentences: Vec<String>,
    /// The findings of the page; those that are about a table are stated there.
    pub(super) notes: Notes,
}

/// Findings, the worst first.
#[derive(Clone, Default)]
pub(super) struct Notes {
    pub(super) open: Vec<Note>,
    /// Those that are no more than hints, which are folded.
    pub(super) hints: Vec<Note>,
    /// How many hints there are, in words.
    pub(super) hints_title: String,
}

/// A finding, or several that say the same of several cells.
#[derive(Clone)]
pub(super) struct Note {
    pub(super) number: usize,
    pub(super) level: Severity,
    pub(super) severity: &'static str,
    /// What it says, without the end of the sentence.
    pub(super) message: String,
    pub(super) stop: &'static str,
    pub(super) others: Vec<Other>,
    /// What is said before the others.
    pub(super) lead: String,
    pub(super) comma: &'static str,
    /// What its cell should print, with a word before it.
    pub(super) expected: Option<(&'static str, String)>,
    pub(super) rule: &'static str,
    pub(super) statement: &'static str,
    /// Its cell, if the page shows it, and how that is called.
    pub(super) cell: Option<(CellId, String)>,
    pub(super) causes: Vec<Cause>,
    /// What is said before a cause.
    pub(super) cause: &'static str,
    /// Why it is waived.
    pub(super) waived: Option<String>,
    /// The cells of causes that the page shows.
    pub(super) linked: BTreeSet<CellId>,
}

/// Another cell of which a finding says the same.
#[derive(Clone)]
pub(super) struct Other {
    pub(super) number: usize,
    pub(super) cell: CellId,
    pub(super) name: String,
}

impl Marks {
    /// A page without a check.
    pub(super) fn none() -> Self {
        Self {
            verdict: None,
            labels: Labels::default(),
            language: Language::Zh,
            notes: Vec::new(),
            wrong: Vec::new(),
            involved: BTreeSet::new(),
            suspected: BTreeSet::new(),
        }
    }

    #[cfg(feature = "findings")]
    pub(super) fn of(subject: Subject<'_>, outcome: &Outcome, language: Language) -> Self {
        let report = subject.report();
        let mut marks = Self { labels: Labels::of(&subject), language, ..Self::none() };
        let shown = shown(report);
        let mut all = Vec::new();
        for group in grouped(report, &outcome.findings) {
            let note = Note::new(report, outcome, &group, &shown, language);
            let likeliest = note.causes.first().into_iter().flat_map(Cause::cells);
            marks.suspected.extend(likeliest);
            for finding in group.all() {
                let Some(cell) = finding.cell.filter(|it| shown.contains(it)) else { continue };
                marks.wrong.push((cell, Mark::new(finding, language)));
                marks.involved.extend(&finding.cells);
            }
            if let Some((cell, _)) = &note.cell {
                marks.notes.push((cell.table(), note.clone()));
            }
            all.push(note);
        }
        let result = language.of_words(words::RESULT);
        let verdict = language.of_words(outcome.verdict.words());
        let counts = outcome.counts(language).join(language.pick("，", ", "));
        marks.verdict = Some(Verdict {
            language,
            key: outcome.verdict.key(),
            title: format!("{result}{}{verdict}", words::colon(language)),
            sentences: vec![language.of(&outcome.meaning()).to_owned(), counts],
            notes: Notes::new(all, language),
        });
        marks
    }

    /// The findings that are stated under a table.
    pub(super) fn of_table(&self, table: TableId) -> Notes {
        let notes = self.notes.iter().filter(|it| it.0 == table).map(|it| it.1.clone());
        Notes::new(notes.collect(), self.language)
    }

    /// The findings about a cell.
    pub(super) fn about(&self, cell: CellId) -> Vec<Mark> {
        self.wrong.iter().filter(|it| it.0 == cell).map(|it| it.1.clone()).collect()
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

#[cfg(feature = "findings")]
impl Mark {
    fn new(finding: &Finding, language: Language) -> Self {
        let (number, severity) = (finding.id, finding.severity);
        Self { number, severity, name: format!("{}{number}", severity.in_words(language)) }
    }
}

impl Notes {
    fn new(notes: Vec<Note>, language: Language) -> Self {
        let (hints, open): (Vec<_>, Vec<_>) =
            notes.into_iter().partition(|it| it.level == Severity::Info);
        let count = hints.iter().map(|it| 1 + it.others.len()).sum();
        Self { open, hints, hints_title: Severity::Info.counted(count, language) }
    }
}

#[cfg(feature = "findings")]
impl Note {
    fn new(
        report: &Report,
        outcome: &Outcome,
        group: &Group<'_>,
        shown: &BTreeSet<CellId>,
        language: Language,
    ) -> Self {
        let finding = group.first;
        let causes = cause::of(report, outcome, finding, language);
        let names = group.names(report);
        let others = group.others.iter().zip(&names).filter_map(|(it, name)| {
            Some(Other { number: it.id, cell: it.cell?, name: language.of(name).to_owned() })
        });
        let expected = finding.expected.filter(|_| causes.is_empty());
        let cell = finding.cell.filter(|it| shown.contains(it));
        Self {
            number: finding.id,
            level: finding.severity,
            severity: finding.severity.in_words(language),
            message: printable(language.of(&finding.message)),
            stop: words::stop(language),
            others: others.collect(),
            lead: language.of(&group.lead()).to_owned(),
            comma: words::comma(language),
            expected: expected.map(|it| (language.of_words(words::EXPECTED), it.to_string())),
            rule: finding.rule.id,
            statement: language.of_words(finding.rule.statement),
            cell: cell.map(|it| {
                let name = names::cell(report, it);
                (it, format!("{}“{}”", language.pick("见表中", "see "), language.of(&name)))
            }),
            cause: language.of_words(words::CAUSE),
            waived: finding.waived.as_ref().map(|it| {
                let waived = language.of_words(words::WAIVED);
                format!("{waived}{}{}", words::colon(language), printable(&it.reason))
            }),
            linked: causes.iter().flat_map(Cause::cells).filter(|it| shown.contains(it)).collect(),
            causes,
        }
    }
}

/// The cells that stand on the page, so that findings can point to them.
fn shown(report: &Report) -> BTreeSet<CellId> {
    let tables = report::parts(report).filter_map(|it| match it.content {
        PartContent::Table(table) => Some(table),
        PartContent::Narrative(_) => None,
    });
    tables.flat_map(|it| report.grid(it).rows).flatten().filter_map(|it| it.figure()).collect()
}
