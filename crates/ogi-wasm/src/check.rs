//! A report, checked.

use ogi::check::{Message, Policy, Words, check_series};
use ogi::import::Kind;
use ogi::render::{PartContent, facts, parts};
use ogi::{Outcome, Reading};
use serde::Serialize;

use crate::done::Done;
use crate::edit::Edit;
use crate::failure::Failure;
use crate::finding::{FindingIn, StoryIn, findings, stories};
use crate::source;
use crate::table::{Cell, Known};
use crate::words::both;

#[derive(Serialize)]
struct Checked<'a> {
    title: Option<&'a str>,
    agency: Option<&'a str>,
    year: Option<u16>,
    facts: Vec<Fact>,
    verdict: VerdictIn,
    findings: Vec<FindingIn<'a>>,
    stories: Vec<StoryIn>,
    /// Whether the search for stories came to its end.
    exhaustive: bool,
    parts: Vec<Part<'a>>,
    /// The kind of the file, and what can be done in the file itself.
    source: Words,
    can_annotate: bool,
    can_change: bool,
}

/// What a check comes to.
#[derive(Serialize)]
pub(crate) struct VerdictIn {
    key: &'static str,
    words: Words,
    meaning: Message,
    counts: Vec<Message>,
}

#[derive(Serialize)]
struct Fact {
    label: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Part<'a> {
    key: &'static str,
    heading: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<Vec<Cell>>,
}

impl VerdictIn {
    pub(crate) fn of(outcome: &Outcome) -> Self {
        let [zh, en] = [0, 1].map(|it| outcome.counts(ogi::check::Language::ALL[it]));
        Self {
            key: outcome.verdict.key(),
            words: outcome.verdict.words(),
            meaning: outcome.meaning(),
            counts: zh.into_iter().zip(en).map(|(zh, en)| Message { zh, en }).collect(),
        }
    }
}

/// Checks a report, beside those of earlier years if there are any.
pub(crate) fn answer(
    (_, bytes): (&str, &[u8]),
    earlier: &[(&str, &[u8])],
    edits: &[Edit],
    policy: &Policy,
) -> Result<Done, Failure> {
    let before = source::read(bytes)?;
    let reading = source::edited(bytes, edits)?;
    let outcome = beside(earlier, &reading, policy)?;
    let lines = before.lines();
    let known = Known::new(&reading, &before, &lines, &outcome);
    let report = &reading.report;
    let kind = (!ogi::json::begins(bytes)).then(|| Kind::of(bytes).ok()).flatten();
    let is_package = bytes.starts_with(b"PK");
    let checked = Checked {
        title: report.title.as_deref(),
        agency: report.agency.as_deref(),
        year: report.year,
        facts: facts(report)
            .into_iter()
            .map(|it| Fact { label: it.label, value: it.value })
            .collect(),
        verdict: VerdictIn::of(&outcome),
        findings: findings(&reading, &outcome),
        stories: stories(&reading, &outcome),
        exhaustive: outcome.exhaustive,
        parts: parts(report)
            .map(|it| {
                let (text, rows) = match it.content {
                    PartContent::Narrative(text) => (Some(text), Vec::new()),
                    PartContent::Table(table) => (None, known.table(table)),
                };
                Part { key: it.section.key(), heading: it.heading, text, rows }
            })
            .collect(),
        source: kind.map_or(Words { zh: "JSON", en: "JSON" }, Kind::name),
        can_annotate: is_package && matches!(kind, Some(Kind::Docx | Kind::Workbook)),
        can_change: matches!(kind, Some(Kind::Html))
            || is_package && matches!(kind, Some(Kind::Docx | Kind::Workbook)),
    };
    Done::new(&checked, Vec::new())
}

/// What is said of a report beside those of earlier years, if there are any.
pub(crate) fn beside(
    earlier: &[(&str, &[u8])],
    reading: &Reading,
    policy: &Policy,
) -> Result<Outcome, Failure> {
    let years = earlier.iter().map(|(_, bytes)| source::read(bytes));
    let years: Vec<Reading> = years.collect::<Result<_, Failure>>()?;
    let outcomes = (!years.is_empty()).then(|| check_series(years.iter().chain([reading]), policy));
    let last = outcomes.and_then(|mut it| it.pop());
    Ok(last.unwrap_or_else(|| ogi::check(reading, policy)))
}

/// Both languages of what a check counts, for one line.
pub(crate) fn counted(outcome: &Outcome) -> Message {
    both(|language| outcome.counts(language).join(language.pick("，", ", ")))
}
