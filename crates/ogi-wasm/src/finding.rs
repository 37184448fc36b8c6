//! Findings and stories as the page shows them.

use ogi::check::{Explanation, Finding, Message, Severity, Story, Words, cell_name, grouped};
use ogi::{Cell, Outcome, Reading};
use serde::Serialize;

use crate::table::{Excerpt, place_in_words};
use crate::words::both;

/// A finding, or several that say the same of several cells.
#[derive(Serialize)]
pub(crate) struct FindingIn<'a> {
    id: usize,
    /// The others that are said with it.
    with: Vec<usize>,
    others: Option<Message>,
    severity: Severity,
    rule: &'static str,
    title: Words,
    statement: Words,
    basis: Words,
    basis_kind: Words,
    message: &'a Message,
    cell: Option<String>,
    name: Option<Message>,
    cells: Vec<String>,
    expected: Option<String>,
    place: Option<Message>,
    excerpt: Option<Excerpt>,
    waived: Option<&'a str>,
}

/// What one change mends.
#[derive(Serialize)]
pub(crate) struct StoryIn {
    findings: Vec<usize>,
    explanations: Vec<ExplanationIn>,
    /// How many changes the sums cannot distinguish.
    alike: usize,
    /// How many explanations are not shown.
    left_out: usize,
}

#[derive(Serialize)]
struct ExplanationIn {
    id: usize,
    mechanism: Words,
    likelihood: Message,
    edits: Vec<EditIn>,
}

#[derive(Serialize)]
struct EditIn {
    target: String,
    name: Message,
    from: String,
    to: String,
    /// What is to be typed: the figure, and the remark that stands with it.
    text: String,
}

/// Findings, the worst first, as people read them.
pub(crate) fn findings<'a>(reading: &Reading, outcome: &'a Outcome) -> Vec<FindingIn<'a>> {
    let report = &reading.report;
    let lines = reading.lines();
    let groups = grouped(report, &outcome.findings);
    let shown = groups.iter().map(|group| {
        let it: &Finding = group.first;
        let others = group.others_in_words(report, ogi::check::Language::Zh);
        FindingIn {
            id: it.id,
            with: group.others.iter().map(|it| it.id).collect(),
            others: others.map(|_| {
                both(|language| group.others_in_words(report, language).unwrap_or_default())
            }),
            severity: it.severity,
            rule: it.rule.id,
            title: it.rule.title,
            statement: it.rule.statement,
            basis: it.rule.basis.source,
            basis_kind: it.rule.basis.kind.words(),
            message: &it.message,
            cell: it.cell.map(|it| it.to_string()),
            name: it.cell.map(|it| cell_name(report, it)),
            cells: it.cells.iter().map(ToString::to_string).collect(),
            expected: it.expected.map(|it| it.to_string()),
            place: it.place.as_ref().map(|it| place_in_words(&lines, it)),
            excerpt: it.place.as_ref().and_then(|it| Excerpt::of(&lines, it)),
            waived: it.waived.as_ref().map(|it| &*it.reason),
        }
    });
    shown.collect()
}

/// What may have gone wrong.
pub(crate) fn stories(reading: &Reading, outcome: &Outcome) -> Vec<StoryIn> {
    outcome.stories().iter().map(|it| story(reading, it)).collect()
}

fn story(reading: &Reading, story: &Story<'_>) -> StoryIn {
    let leading = story.leading();
    StoryIn {
        findings: story.findings.iter().map(|it| it.id).collect(),
        alike: story.class().0,
        left_out: story.explanations.len() - leading.len(),
        explanations: leading.into_iter().map(|it| explanation(reading, it)).collect(),
    }
}

fn explanation(reading: &Reading, it: &Explanation) -> ExplanationIn {
    let report = &reading.report;
    let edits = it.edits.iter().map(|edit| {
        let new = Cell::from(edit.to);
        let text = match report[edit.cell].remark() {
            Some(remark) => new.clone().with_remark(remark).to_string(),
            None => new.to_string(),
        };
        EditIn {
            target: edit.cell.to_string(),
            name: cell_name(report, edit.cell),
            from: report[edit.cell].to_string(),
            to: new.to_string(),
            text,
        }
    });
    ExplanationIn {
        id: it.id,
        mechanism: it.mechanism.name,
        likelihood: both(|language| language.of_likelihood(it.posterior)),
        edits: edits.collect(),
    }
}
