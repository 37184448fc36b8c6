//! What a phrase is about: sums of cells.

mod applicants;
mod columns;
mod disputes;
mod documents;
mod outcomes;
mod requests;

use ogi_model::{CellId, CellSum, Column, Report, Row};

use super::phrase::Phrase;
use super::word::Topic;

use applicants::applicants;
pub(super) use columns::{in_columns, other_columns};
use disputes::disputes;
pub(super) use disputes::{disputes_named, is_handled, is_over_disclosure};
use documents::documents;
use outcomes::outcomes;
pub(super) use requests::received;
use requests::{carried, requests};

/// What a phrase is about.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    pub(super) any_of: Vec<CellSum>,
    pub(super) firm: bool,
    pub(super) kind: Kind,
}

/// What kind of thing that is, for what comes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Received,
    Concluded,
    /// Carried in or out.
    Carried,
    /// Results or applicants: a part of what was received or concluded.
    Outcome,
    Applicants,
    /// Disputes as a whole.
    Disputes,
    /// Their results.
    Results,
    Documents,
    Fee,
}

/// What earlier words of the sentence state.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Whether the talk is of requests.
    pub(super) requests: bool,
    /// The rows of the dispute that was named last.
    pub(super) disputes: Vec<Row>,
    /// Whether disputes over disclosure are meant.
    pub(super) disclosure: bool,
    /// Whether disputes are known by a body that decides on them: those of others are among them.
    pub(super) decides: bool,
    /// Whether disputes are known by a body that handled them, which may have been those of others.
    pub(super) handled: bool,
    /// Whether a dispute was split into its kinds, so that results may be those of a kind or of all.
    pub(super) split: bool,
    pub(super) documents: Option<Row>,
    pub(super) document_verb: Option<Topic>,
    /// What the list of parts is about.
    pub(super) whole: Vec<CellSum>,
}

const fn total(row: Row) -> CellId {
    CellId::new(row, Column::Total)
}

fn totals(rows: impl IntoIterator<Item = Row>) -> CellSum {
    CellSum::of(rows.into_iter().map(total))
}

/// What a phrase is about, if that is understood.
pub(super) fn of(phrase: &Phrase, cx: &Context, report: &Report) -> Option<Subject> {
    // 未发生举报投诉、行政复议: of all that is named there is none.
    if phrase.other_thing {
        return disputes(phrase, cx).filter(|_| phrase.no);
    }
    let mut subject = disputes(phrase, cx)
        .or_else(|| carried(phrase))
        .or_else(|| outcomes(phrase, cx))
        .or_else(|| applicants(phrase, cx))
        .or_else(|| documents(phrase, cx))
        .or_else(|| requests(phrase, cx))?;
    subject.firm &=
        !phrase.has_text() && !phrase.and_so && (!phrase.is_of_one_channel() || phrase.no);
    subject.any_of = in_report(subject.any_of, report);
    Some(subject)
}

/// The sums of cells that the edition of the report has, each once; all of them if it has none.
pub(super) fn in_report(mut sums: Vec<CellSum>, report: &Report) -> Vec<CellSum> {
    let there = |it: &CellSum| it.cells().all(|cell| report[cell].is_present());
    if sums.iter().any(there) {
        sums.retain(there);
    }
    let all = sums.clone();
    let mut n = 0;
    sums.retain(|it| {
        n += 1;
        !all[..n - 1].contains(it)
    });
    sums
}

/// What stands behind its number: 2件为部分公开.
pub(super) fn behind(phrase: &Phrase, cx: &Context, report: &Report) -> Option<Subject> {
    if phrase.other_thing {
        return None;
    }
    let verb = |it: &Topic| matches!(it, Topic::Receive | Topic::Conclude | Topic::Publish);
    if phrase.topics.iter().any(verb) {
        return carried(phrase).or_else(|| requests_concluded(phrase, cx));
    }
    let mut subject = disputes(phrase, cx)
        .or_else(|| carried(phrase))
        .or_else(|| outcomes(phrase, cx))
        .or_else(|| applicants(phrase, cx))
        .or_else(|| requests_concluded(phrase, cx))?;
    subject.firm &= !phrase.has_text();
    subject.any_of = in_report(subject.any_of, report);
    Some(subject)
}

/// 2件均已答复: all of them were.
fn requests_concluded(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let done = phrase.has(Topic::Conclude) || phrase.has(Topic::Answer);
    requests(phrase, cx).filter(|_| phrase.all && done && !phrase.has_text())
}

/// The subjects of a phrase one by one: 行政复议、行政诉讼各1件.
pub(super) fn one_by_one(phrase: &Phrase, cx: &Context, report: &Report) -> Vec<Subject> {
    let named = |it: &Topic| {
        matches!(
            it,
            Topic::Outcome(_)
                | Topic::Outcomes(_)
                | Topic::Applicant(_)
                | Topic::Organizations
                | Topic::Reconsideration
                | Topic::Litigation
                | Topic::LitigationRow(_)
                | Topic::Result(_)
        )
    };
    let (named, shared): (Vec<_>, Vec<_>) = phrase.topics.iter().partition(|it| named(it));
    let one = |topic| {
        let topics = shared.iter().copied().chain([topic]).collect();
        of(&Phrase { topics, ..phrase.clone() }, cx, report)
    };
    let disputes = |it: &Topic| {
        matches!(it, Topic::Reconsideration | Topic::Litigation | Topic::LitigationRow(_))
    };
    if named.iter().any(disputes) && named.iter().any(|it| !disputes(it)) {
        // Results of several disputes.
        return of(phrase, cx, report).into_iter().collect();
    }
    named.into_iter().filter_map(one).collect()
}

/// What a share of these may be a share of: all that was received or concluded, or all disputes of the kind.
pub(super) fn wholes(sums: &[CellSum]) -> Vec<CellSum> {
    let disputes: Vec<_> = sums.iter().flat_map(CellSum::cells).map(CellId::row).collect();
    if disputes.iter().all(|it| it.table() == ogi_model::TableId::Disputes) {
        let mut rows = disputes;
        rows.sort();
        rows.dedup();
        return vec![totals(rows)];
    }
    let (new, old, done) = (Row::NewlyReceived, Row::CarriedIn, Row::Concluded);
    vec![totals([done]), totals([new]), totals([new, old])]
}
