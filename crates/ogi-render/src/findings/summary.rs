//! A summary in Markdown, for a message or a page of a wiki.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ogi_check::{FileOutcome, Group, Outcome, Subject, grouped};
use ogi_model::{Language, Severity};
use ogi_model::{LineIndex, Report};

use super::{message, place};
use crate::markdown::escape;
use crate::words;

/// What checks found, in Markdown: a table of the files with their verdicts, then the findings of each, of
/// one rule no more than a few.
///
/// ```
/// use ogi_check::{FileOutcome, Finding, Language, Policy};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::NewlyReceived, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市|司法局").year(2024).set(total, -1).build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let summary = ogi_render::summary(&[FileOutcome::new("a.txt", &report, &outcome)], Language::En);
/// assert!(summary.contains(r"| a.txt | 示例市\|司法局 | 2024 | not accepted |"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn summary(files: &[FileOutcome<'_>], language: Language) -> String {
    let mut out = format!("# {}\n\n", language.of_words(words::RESULTS));
    let counts = Severity::ALL.iter().rev().map(|it| words::count_of(*it));
    let heads = [words::FILE, words::AGENCY, words::YEAR, words::VERDICT].into_iter();
    let heads = heads.chain(counts).chain([words::NOT_EVALUATED]);
    let heads: Vec<_> = heads.map(|it| language.of_words(it)).collect();
    let _ = writeln!(
        out,
        "| {} |\n| --- | --- | --- | --- | ---: | ---: | ---: | ---: |",
        heads.join(" | ")
    );
    for file in files {
        out += &row(file, language);
    }
    for file in files {
        if let Ok((subject, outcome)) = file.result() {
            out += &findings(file.path(), &subject, outcome, language);
        }
    }
    out
}

fn row(file: &FileOutcome<'_>, language: Language) -> String {
    let path = text(file.path());
    match file.result() {
        Err(error) => format!("| {path} | | | {} | | | | |\n", text(error.message)),
        Ok((subject, outcome)) => {
            let report = subject.report();
            let of = |severity| outcome.open().filter(|it| it.severity == severity).count();
            let verdict = language.of_words(outcome.verdict.words());
            format!(
                "| {path} | {} | {} | {verdict} | {} | {} | {} | {} |\n",
                text(report.agency.as_deref().unwrap_or_default()),
                report.year.map(|it| it.to_string()).unwrap_or_default(),
                of(Severity::Error),
                of(Severity::Warning),
                of(Severity::Info),
                outcome.summary.not_evaluated,
            )
        }
    }
}

fn findings(path: &str, subject: &Subject<'_>, outcome: &Outcome, language: Language) -> String {
    let lines = LineIndex::new(subject.text());
    let meaning = outcome.meaning();
    let mut out = format!("\n## {}\n\n{}\n", text(path), text(language.of(&meaning)));
    if !outcome.findings.is_empty() {
        out.push('\n');
    }
    let mut stated: BTreeMap<&str, usize> = BTreeMap::new();
    let mut left_out: Vec<(&str, usize)> = Vec::new();
    for group in grouped(subject.report(), &outcome.findings) {
        let rule = group.first.rule.id;
        let times = stated.entry(rule).or_default();
        *times += 1;
        if *times <= MOST_OF_A_RULE {
            out += &line(subject.report(), &group, &lines, language);
            continue;
        }
        let others = group.all().count();
        match left_out.iter_mut().find(|it| it.0 == rule) {
            Some(known) => known.1 += others,
            None => left_out.push((rule, others)),
        }
    }
    for (rule, others) in left_out {
        let _ = match language {
            Language::Zh => writeln!(out, "- `{rule}`：另有{others}处"),
            Language::En => writeln!(out, "- `{rule}`: {others} more"),
        };
    }
    out
}

/// So many findings of one rule are stated one by one.
const MOST_OF_A_RULE: usize = 5;

fn line(report: &Report, group: &Group<'_>, lines: &LineIndex<'_>, language: Language) -> String {
    let it = group.first;
    let place = place(it.place.as_ref(), lines, language);
    let bracketed = match (place.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("（{}）", text(&place)),
        (false, Language::En) => format!(" ({})", text(&place)),
    };
    let waived = it.waived.as_ref().map_or_else(String::new, |it| {
        let waived = language.of_words(words::WAIVED);
        let (semicolon, colon) = (language.pick("；", "; "), words::colon(language));
        format!("{semicolon}{waived}{colon}{}", text(&it.reason))
    });
    let others = group.others_in_words(report, language);
    let others =
        others.map_or_else(String::new, |it| format!("{}{}", language.pick("；", "; "), text(&it)));
    format!(
        "- **{}** `{}`{}{}{bracketed}{others}{waived}\n",
        it.severity.in_words(language),
        it.rule.id,
        words::colon(language),
        text(&message(it, language)),
    )
}

/// Text from outside on one line of Markdown.
fn text(text: &str) -> String {
    escape(&crate::line::printable(text))
}
