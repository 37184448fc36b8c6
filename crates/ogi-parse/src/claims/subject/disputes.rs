//! Reconsiderations and lawsuits: table four.

use ogi_model::{CellId, CellSum, Column, Row};

use super::super::phrase::Phrase;
use super::super::word::Topic;
use super::requests::verbs;
use super::{Context, Kind, Subject};

pub(super) const LITIGATION: [Row; 2] =
    [Row::LitigationDirect, Row::LitigationAfterReconsideration];

/// The rows of the disputes that a phrase names.
pub(in super::super) fn disputes_named(phrase: &Phrase) -> Vec<Row> {
    let mut rows = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Reconsideration => rows.push(Row::Reconsideration),
            Topic::Litigation => rows.extend(LITIGATION),
            Topic::LitigationRow(row) => rows.push(*row),
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
    rows
}

pub(super) fn disputes(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let mut rows = disputes_named(phrase);
    let column = |it: &Topic| match it {
        Topic::Result(column) => Some(*column),
        _ => None,
    };
    let mut columns: Vec<_> = phrase.topics.iter().filter_map(column).collect();
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
    // Who handles disputes may count those of others: that is a doubt about the scope of totals, and about results.
    let own = !cx.decides && !phrase.has(Topic::Tribunal) || phrase.no;
    let of_whole = kind == Kind::Disputes || !cx.split && !cx.handled;
    // One doubt is about whose they are or over what; two are too many.
    let handled = cx.handled || is_handled(phrase);
    let firm = own && of_whole && (is_over_disclosure(phrase, cx) || !handled);
    Some(Subject { any_of: vec![CellSum::of(cells)], firm, kind })
}

/// Whether disputes over disclosure are meant for certain: where there are none of any kind, there are none of this.
pub(in super::super) fn is_over_disclosure(phrase: &Phrase, cx: &Context) -> bool {
    cx.disclosure || phrase.has(Topic::Disclosure) || phrase.no
}

/// Whether disputes are received, handled or decided on: a body that does so speaks of those of others, too.
pub(in super::super) fn is_handled(phrase: &Phrase) -> bool {
    phrase.has(Topic::Tribunal) || !verbs(phrase).is_empty()
}
