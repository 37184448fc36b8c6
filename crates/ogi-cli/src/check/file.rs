//! One file, checked and made ready to print: what a thread does on its own.

use ogi::check::{FileOutcome, Statistics, Waiver, Waivers};
use ogi::render::{Entry, Html, WriteError};
use ogi::terminal::{Language, Printer};
use ogi::{Outcome, Policy, Reading, Report};
use serde_json::Value;

use crate::args::CheckFormat;
use crate::inputs::Found;
use crate::problem::Problem;
use crate::verdict::Verdict;
use crate::{output, source};

/// Why findings in a new baseline are waived.
const REASON: &str = "写入清单时已有 | known when this baseline was written";

/// What is wanted of every file.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    pub(super) policy: &'a Policy,
    pub(super) format: CheckFormat,
    pub(super) language: Language,
    /// Whether there is an overview of all files.
    pub(super) overview: bool,
    /// How pages are written.
    pub(super) html: Html,
    /// Whether text for people is coloured.
    pub(super) colour: bool,
    /// Whether findings are only counted.
    pub(super) statistics: bool,
    /// Whether suggestions are added for people.
    pub(super) suggest: bool,
    /// The waivers that a new baseline need not repeat, if one is written.
    pub(super) own: Option<&'a Waivers>,
}

/// A file and what came of it.
pub(super) struct Checked {
    pub(super) verdict: Verdict,
    pub(super) printed: CheckedOutput,
    /// Whose report of which year it is, if it was read.
    pub(super) report: Option<(Option<String>, Option<u16>)>,
    /// What counts of it.
    pub(super) statistics: Statistics,
    /// What a new baseline has to say of it.
    pub(super) waivers: Vec<Waiver>,
}

/// What there is to print.
pub(super) enum CheckedOutput {
    /// Findings and a summary for people.
    Text(String),
    /// A page.
    Page(String),
    /// A workbook.
    Book(Result<Vec<u8>, WriteError>),
    /// A row of the overview, and its own page.
    Entry { path: String, entry: Box<Entry>, page: Option<String> },
    /// Nothing: it is counted, or there is nothing wrong and only that is wanted.
    Nothing,
    /// Why there are none, for standard error.
    Complaint(String),
    /// An object.
    Json(Result<Value, serde_json::Error>),
    /// An object on a line.
    Line(serde_json::Result<String>),
    /// All of it, for a document about all files.
    Whole(Box<Whole>),
}

/// A file and all that is known of it.
pub(super) struct Whole {
    pub(super) path: String,
    pub(super) result: Result<(Reading, Outcome), (&'static str, String)>,
}

impl Whole {
    pub(super) fn outcome(&self) -> FileOutcome<'_> {
        match &self.result {
            Ok((reading, outcome)) => FileOutcome::new(&self.path, reading, outcome),
            Err((kind, message)) => FileOutcome::failed(&self.path, kind, message),
        }
    }
}

impl Checked {
    pub(super) fn new(found: Found, task: Task<'_>) -> Self {
        let (path, reading) = source::read_found(found);
        match reading {
            Ok(reading) => {
                let outcome = ogi::check(&reading, task.policy);
                Self::of_report(path, reading, outcome, task)
            }
            Err(problem) => Self::of_problem(&path, &problem, task),
        }
    }

    pub(super) fn of_report(
        path: String,
        reading: Reading,
        outcome: Outcome,
        task: Task<'_>,
    ) -> Self {
        let report = &reading.report;
        let of_file = || FileOutcome::new(&path, &reading, &outcome);
        Self {
            verdict: Verdict::of(&outcome),
            report: Some((report.agency.clone(), report.year)),
            statistics: Statistics::of(&outcome),
            waivers: task
                .own
                .map_or_else(Vec::new, |own| waivers(report, &outcome, own, task.policy)),
            printed: match task.format {
                CheckFormat::Text if task.statistics => CheckedOutput::Nothing,
                CheckFormat::Text
                    if output::is_quiet() && Verdict::of(&outcome) == Verdict::Sound =>
                {
                    CheckedOutput::Nothing
                }
                CheckFormat::Text => {
                    let printer = Printer::new(task.language).colour(task.colour);
                    let mut text = printer.outcome(&path, &reading, &outcome);
                    if task.suggest {
                        text.push('\n');
                        text += printer.stories(report, &outcome).trim_end();
                        text.truncate(text.trim_end().len());
                        text.push('\n');
                    }
                    CheckedOutput::Text(text)
                }
                CheckFormat::Json => CheckedOutput::Json(serde_json::to_value(of_file())),
                CheckFormat::Jsonl => CheckedOutput::Line(output::json_on_a_line(&of_file())),
                CheckFormat::Html | CheckFormat::Xlsx if task.overview => CheckedOutput::Entry {
                    entry: Box::new(Entry::new(&of_file(), task.language)),
                    page: matches!(task.format, CheckFormat::Html)
                        .then(|| task.html.findings(&reading, &outcome)),
                    path,
                },
                CheckFormat::Html => CheckedOutput::Page(task.html.findings(&reading, &outcome)),
                CheckFormat::Xlsx => {
                    CheckedOutput::Book(ogi::render::xlsx_with_findings(&reading, &outcome))
                }
                CheckFormat::Markdown | CheckFormat::Sarif | CheckFormat::Junit => {
                    CheckedOutput::Whole(Box::new(Whole { path, result: Ok((reading, outcome)) }))
                }
            },
        }
    }

    pub(super) fn of_problem(path: &str, problem: &Problem, task: Task<'_>) -> Self {
        let message = problem.in_words(task.language);
        let of_file = || FileOutcome::failed(path, problem.kind(), &message);
        Self {
            verdict: Verdict::Failed,
            printed: match task.format {
                CheckFormat::Html | CheckFormat::Xlsx if task.overview => CheckedOutput::Entry {
                    entry: Box::new(Entry::new(&of_file(), task.language)),
                    page: None,
                    path: path.to_owned(),
                },
                CheckFormat::Text | CheckFormat::Html | CheckFormat::Xlsx => {
                    CheckedOutput::Complaint(format!("{path}: {message}"))
                }
                CheckFormat::Json => CheckedOutput::Json(serde_json::to_value(of_file())),
                CheckFormat::Jsonl => CheckedOutput::Line(output::json_on_a_line(&of_file())),
                CheckFormat::Markdown | CheckFormat::Sarif | CheckFormat::Junit => {
                    let result = Err((problem.kind(), message));
                    CheckedOutput::Whole(Box::new(Whole { path: path.to_owned(), result }))
                }
            },
            report: None,
            statistics: Statistics::unread(),
            waivers: Vec::new(),
        }
    }
}

/// Waivers for what is open, and those that the old baseline has and the policy has not.
fn waivers(report: &Report, outcome: &Outcome, own: &Waivers, policy: &Policy) -> Vec<Waiver> {
    let not_own = outcome.findings.iter().filter(|it| !own.covers(report, it, policy.as_of));
    not_own
        .map(|finding| match &finding.waived {
            Some(waived) => {
                Waiver { expires: waived.expires, ..Waiver::of(report, finding, &waived.reason) }
            }
            None => Waiver::of(report, finding, REASON),
        })
        .collect()
}
