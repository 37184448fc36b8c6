//! Results of requests: rows of table three and their groups.

use ogi_model::{CellId, CellSum, Column, Edition, Group, Row, TableForm, TableId};

use super::super::phrase::Phrase;
use super::super::word::Topic;
use super::columns::columns;
use super::requests::requests_meant;
use super::{Context, Kind, Subject};

pub(super) fn outcomes(phrase: &Phrase, cx: &Context) -> Option<Subject> {
    let mut rows = Vec::new();
    let mut groups = Vec::new();
    for topic in &phrase.topics {
        match topic {
            Topic::Outcome(row) => rows.push(*row),
            Topic::Outcomes(group) => groups.push(*group),
            _ => {}
        }
    }
    // 公开及部分公开
    if rows.contains(&Row::PartiallyGranted)
        && !rows.contains(&Row::Granted)
        && phrase.has(Topic::Publish)
    {
        rows.push(Row::Granted);
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
    // Which rows a group has is known by the edition; a report that has neither is known by its year.
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

/// The rows below a merged head of table three, in each edition that has it.
pub(super) fn rows_of(group: Group) -> Vec<Vec<Row>> {
    let of = |form: &TableForm| {
        let rows: Vec<_> =
            form.rows().filter(|it| it.group == Some(group)).map(|it| it.row).collect();
        // In edition 2019 （六）其他处理 is a row.
        if rows.is_empty() && group == Group::OtherProcessing {
            vec![Row::OtherProcessing]
        } else {
            rows
        }
    };
    let newest_first = Edition::ALL.iter().rev();
    let mut all: Vec<_> =
        newest_first.map(|it| of(TableForm::of(TableId::Applications, *it))).collect();
    all.dedup();
    all
}
