//! What a phrase is about: sums of cells.

use ogi_model::{CellId, CellSum, Column, Form, Group, Report, Row};

use super::phrase::Phrase;
use super::word::Topic;

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

/// What earlier words of the sentence tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Whether the talk is of requests.
    pub(super) requests: bool,
    /// The rows of the dispute that was named last.
    pub(super) disputes: Vec<Row>,
    /// Whether disputes over disclosure are meant.
    pub(super) disclosure: bool,
    /// Whether disputes are told by a body that decides on them: those of others are among them.
    pub(super) decides: bool,
    pub(super) documents: Option<Row>,
    pub(super) document_verb: Option<Topic>,
    /// What the list of parts is about.
    pub(super) whole: Vec<CellSum>,
}

const ORGANIZATIONS: [Column; 5] = [
    Column::CommercialEnterprise,
    Column::ResearchInstitution,
    Column::PublicWelfareOrganization,
    Column::LegalServiceOrganization,
    Column::OtherOrganization,
];

const LITIGATION: [Row; 2] = [Row::LitigationDirect, Row::LitigationAfterReconsideration];

const fn total(row: Row) -> CellId {
    CellId::new(row, Column::Total)
}

fn totals(rows: impl IntoIterator<Item = Row>) -> CellSum {
    CellSum::of(rows.into_iter().map(total))
}

/// What was received: newly, or with what was carried in.
pub(super) fn received() -> Vec<CellSum> {
    vec![totals([Row::NewlyReceived]), totals([Row::NewlyReceived, Row::CarriedIn])]
}

/// The rows below a merged head of table three, in each edition that has it.
fn rows_of(group: Group) -> Vec<Vec<Row>> {
    let of = |form: &Form| {
        let rows: Vec<_> =
            form.rows().filter(|it| it.group == Some(group)).map(|it| it.row).collect();
        // In edition 2019 （六）其他处理 is a row.
        if rows.is_empty() && group == Group::OtherProcessing { vec![Row::Other] } else { rows }
    };
    let mut all = vec![of(Form::APPLICATIONS_2021), of(Form::APPLICATIONS_2019)];
    all.dedup();
    all
}

/// What a phrase is about, if that is understood.
pub(super) fn of(phrase: &Phrase, cx: &Context, report: &Report) -> Option<Subject> {
    let mut subject = disputes(phrase, cx)
        .or_else(|| carried(phrase))
        .or_else(|| outcomes(phrase, cx))
        .or_else(|| applicants(phrase, cx))
        .or_else(|| documents(phrase, cx))
        .or_else(|| requests(phrase, cx))?;
    subject.firm &= !phrase.has_text() && !phrase.and_so;
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
    let verb = |it: &Topic| matches!(it, Topic::Receive | Topic::Conclude | Topic::Publish);
    if phrase.topics.iter().any(verb) {
        return carried(phrase);
    }
    let mut subject = disputes(phrase, cx)
        .or_else(|| carried(phrase))
        .or_else(|| outcomes(phrase, cx))
        .or_else(|| applicants(phrase, cx))?;
    subject.firm &= !phrase.has_text();
    subject.any_of = in_report(subject.any_of, report);
    Some(subject)
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

fn disputes(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let mut rows = Vec::new();
    let mut columns = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Reconsideration => rows.push(Row::Reconsideration),
            Topic::Litigation => rows.extend(LITIGATION),
            Topic::LitigationRow(row) => rows.push(*row),
            Topic::Result(column) => columns.push(*column),
            _ => {}
        }
    }
    // 行政诉讼 before 未经复议直接起诉 only says what the latter is.
    if phrase.topics.iter().any(|it| matches!(it, Topic::LitigationRow(_))) {
        let rows_named =
            |row: &Row| phrase.has(Topic::LitigationRow(*row)) || *row == Row::Reconsideration;
        rows.retain(rows_named);
    }
    rows.sort();
    rows.dedup();
    columns.sort();
    columns.dedup();
    let kind = if columns.is_empty() { Kind::Disputes } else { Kind::Results };
    if rows.is_empty() {
        if columns.is_empty() || cx.disputes.is_empty() {
            return None;
        }
        rows.clone_from(&cx.disputes);
    }
    if columns.is_empty() {
        columns.push(Column::Total);
    }
    let cells = rows.iter().flat_map(|row| columns.iter().map(|column| CellId::new(*row, *column)));
    let own = !cx.decides && (phrase.no || !is_handled(phrase));
    let firm = own && (cx.disclosure || phrase.has(Topic::Disclosure));
    Some(Subject { any_of: vec![CellSum::of(cells)], firm, kind })
}

/// Whether disputes are received, handled or decided on: a body that does so tells of those of others, too.
pub(super) fn is_handled(phrase: &Phrase) -> bool {
    phrase.has(Topic::Tribunal) || !verbs(phrase).is_empty()
}

fn carried(phrase: &Phrase) -> Option<Subject> {
    let row = match (phrase.has(Topic::CarriedIn), phrase.has(Topic::CarriedOut)) {
        (true, false) => Row::CarriedIn,
        (false, true) => Row::CarriedOut,
        _ => return None,
    };
    let column = columns(phrase).unwrap_or_else(|| vec![Column::Total]);
    let other = |it: &Topic| {
        matches!(it, Topic::Conclude | Topic::Answer | Topic::Outcome(_) | Topic::Outcomes(_))
    };
    let firm = !phrase.topics.iter().any(other);
    let cells = column.into_iter().map(|column| CellId::new(row, column));
    Some(Subject { any_of: vec![CellSum::of(cells)], firm, kind: Kind::Carried })
}

fn outcomes(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let mut rows = Vec::new();
    let mut groups = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Outcome(row) => rows.push(*row),
            Topic::Outcomes(group) => groups.push(*group),
            _ => {}
        }
    }
    let of_other_things = |it: &Topic| {
        matches!(it, Topic::Information | Topic::Documents(_) | Topic::Decisions(_) | Topic::Issue)
    };
    if rows.is_empty() && groups.is_empty()
        || !requests_meant(phrase, cx)
        || phrase.topics.iter().any(of_other_things)
    {
        return None;
    }
    let columns = columns(phrase).unwrap_or_else(|| vec![Column::Total]);
    let sum = |rows: &[Row]| {
        CellSum::of(rows.iter().flat_map(|row| columns.iter().map(|it| CellId::new(*row, *it))))
    };
    let mut any_of = Vec::new();
    // Which rows a group has is told by the edition; a report that has neither is told by its year.
    let editions = if groups.contains(&Group::OtherProcessing) { 2 } else { 1 };
    for edition in 0..editions {
        let mut all = Vec::new();
        for group in &groups {
            let of = rows_of(*group);
            let of = of.get(edition).or(of.first())?;
            // 因本机关不掌握等原因无法提供: the group, named by one of its rows.
            let named: Vec<_> = rows.iter().filter(|row| of.contains(row)).copied().collect();
            all.extend(if named.is_empty() || phrase.and_so { of.clone() } else { named });
        }
        let in_groups =
            |row: &Row| groups.iter().any(|it| rows_of(*it).iter().any(|of| of.contains(row)));
        all.extend(rows.iter().filter(|row| !in_groups(row)));
        all.sort();
        all.dedup();
        any_of.push(sum(&all));
    }
    if rows == [Row::Granted] && groups.is_empty() {
        any_of.push(sum(&[Row::Granted, Row::PartiallyGranted]));
    }
    // 因…无法提供 may mean the group all the same.
    if !phrase.and_so && !groups.is_empty() && !rows.is_empty() {
        any_of.extend(groups.iter().filter_map(|it| Some(sum(rows_of(*it).first()?))));
    }
    Some(Subject { any_of, firm: true, kind: Kind::Outcome })
}

/// The columns of applicants that a phrase names.
fn columns(phrase: &Phrase) -> Option<Vec<Column>> {
    let mut columns = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Applicant(column) => columns.push(*column),
            Topic::Organizations => columns.extend(ORGANIZATIONS),
            _ => {}
        }
    }
    columns.sort();
    columns.dedup();
    (!columns.is_empty()).then_some(columns)
}

fn applicants(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let columns = columns(phrase)?;
    if !requests_meant(phrase, cx) {
        return None;
    }
    let verb = requests(&Phrase { topics: verbs(phrase), request: true, ..Phrase::default() }, cx);
    let whole = if cx.whole.is_empty() {
        verb.map_or_else(received, |it| it.any_of)
    } else {
        cx.whole.clone()
    };
    Some(Subject { any_of: in_columns(&whole, &columns)?, firm: true, kind: Kind::Applicants })
}

/// The same sums in other columns; `None` if they are not sums of totals.
pub(super) fn in_columns(sums: &[CellSum], columns: &[Column]) -> Option<Vec<CellSum>> {
    let split = |cells: &[CellId]| -> Option<Vec<CellId>> {
        let split =
            cells.iter().flat_map(|cell| columns.iter().map(|it| CellId::try_new(cell.row(), *it)));
        split.collect()
    };
    let is_total = |sum: &CellSum| sum.cells().all(|it| it.column() == Column::Total);
    let sums: Option<Vec<_>> = sums
        .iter()
        .filter(|it| is_total(it))
        .map(|it| Some(CellSum { plus: split(&it.plus)?, minus: split(&it.minus)? }))
        .collect();
    sums.filter(|it| !it.is_empty())
}

/// The columns of organisations, or that of natural persons: those that the others leave.
pub(super) fn other_columns(phrase: &Phrase) -> Option<Vec<Column>> {
    let columns = columns(phrase)?;
    let all = ORGANIZATIONS.into_iter().chain([Column::NaturalPerson]);
    Some(all.filter(|it| !columns.contains(it)).collect())
}

fn verbs(phrase: &Phrase) -> Vec<Topic> {
    let verb = |it: &Topic| {
        matches!(
            it,
            Topic::Receive | Topic::ReceiveNew | Topic::Handle | Topic::Conclude | Topic::Answer
        )
    };
    phrase.topics.iter().copied().filter(verb).collect()
}

fn requests_meant(phrase: &Phrase, cx: &Context) -> bool {
    cx.requests || phrase.has(Topic::Requests)
}

fn requests(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let named = phrase.has(Topic::Requests) || phrase.request && cx.requests;
    // 受理网络问政: it is about something else.
    if !requests_meant(phrase, cx) || phrase.has_text() && !named {
        return None;
    }
    let other = |it: &Topic| {
        matches!(
            it,
            Topic::Publish
                | Topic::Information
                | Topic::Issue
                | Topic::Documents(_)
                | Topic::Decisions(_)
                | Topic::Fees
                | Topic::ProcessingFee
                | Topic::Charge
                | Topic::Case
                | Topic::Decision
                | Topic::Tribunal
                | Topic::Repeal
        )
    };
    if phrase.topics.iter().any(other) {
        return None;
    }
    let (new, old) = (Row::NewlyReceived, Row::CarriedIn);
    let (done, left) = (Row::Concluded, Row::CarriedOut);
    let all = || totals([new, old]);
    let answered_of_new = || totals([new]).less([total(left)]);
    let done_of_new = || totals([done]).less([total(old)]);
    let mut any_of = Vec::new();
    let mut firm = true;
    let verbs = verbs(phrase);
    let mut kind = Kind::Received;
    for verb in &verbs {
        match verb {
            Topic::ReceiveNew => any_of.push(totals([new])),
            Topic::Receive => any_of.extend(received()),
            Topic::Handle => {
                any_of.extend([all(), totals([new]), totals([done]), totals([done, left])]);
            }
            Topic::Conclude => {
                any_of.extend([totals([done]), answered_of_new(), done_of_new()]);
                kind = Kind::Concluded;
            }
            Topic::Answer => {
                let group = |it| rows_of(it).into_iter().flatten().map(total);
                let without =
                    |groups: &[Group]| totals([done]).less(groups.iter().flat_map(|it| group(*it)));
                any_of.extend([totals([done]), answered_of_new(), done_of_new()]);
                any_of.extend([without(&[Group::OtherProcessing])]);
                any_of.extend([without(&[Group::OtherProcessing, Group::Refused])]);
                kind = Kind::Concluded;
            }
            _ => {}
        }
    }
    if verbs.is_empty() {
        if !named {
            return None;
        }
        any_of.extend(received());
        firm = false;
    }
    // 受理并答复: both, or either.
    any_of.dedup();
    Some(Subject { any_of, firm, kind })
}

fn documents(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let decisions = phrase.topics.iter().find_map(|it| match it {
        Topic::Decisions(row) => Some(*row),
        _ => None,
    });
    if let Some(row) = decisions {
        let firm = phrase.has(Topic::Decision) && !phrase.has(Topic::Publish);
        let any_of = vec![CellSum::of([CellId::new(row, Column::Decisions)])];
        return Some(Subject { any_of, firm, kind: Kind::Documents });
    }
    if phrase.has(Topic::Fees) || phrase.has(Topic::Charge) {
        let any_of = vec![CellSum::of([CellId::new(Row::Fees, Column::Amount)])];
        return Some(Subject { any_of, firm: phrase.has(Topic::Fees), kind: Kind::Fee });
    }
    let mut rows: Vec<_> = phrase
        .topics
        .iter()
        .filter_map(|it| match it {
            Topic::Documents(row) => Some(*row),
            _ => None,
        })
        .collect();
    let verb =
        |it: &Topic| matches!(it, Topic::Issue | Topic::Publish | Topic::Repeal | Topic::InForce);
    // 现行有效 says more than 公开.
    let own = phrase.topics.iter().copied().filter(verb).max_by_key(|it| match it {
        Topic::Publish => 0,
        Topic::Issue => 1,
        _ => 2,
    });
    if rows.is_empty() {
        // 废止b件，现行有效c件: of what was named before.
        let goes_on = matches!(own, Some(Topic::Repeal | Topic::InForce));
        rows.extend(cx.documents.filter(|_| goes_on && !phrase.has(Topic::Information)));
    }
    if rows.is_empty() {
        return None;
    }
    let verb = own.or(cx.document_verb)?;
    let columns: &[Column] = match verb {
        Topic::Issue => &[Column::Issued, Column::Produced, Column::NewlyDisclosed],
        Topic::Repeal => &[Column::Repealed],
        Topic::InForce => &[Column::InForce, Column::DisclosedTotal],
        _ => &[
            Column::Issued,
            Column::InForce,
            Column::NewlyDisclosed,
            Column::Produced,
            Column::DisclosedTotal,
        ],
    };
    let sum = |column: &Column| {
        rows.iter().map(|row| CellId::try_new(*row, *column)).collect::<Option<Vec<_>>>()
    };
    let any_of = columns.iter().filter_map(sum).map(CellSum::of).collect();
    let firm = rows.len() == 1 && verb != Topic::Publish && !phrase.has(Topic::Publish);
    Some(Subject { any_of, firm, kind: Kind::Documents })
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
