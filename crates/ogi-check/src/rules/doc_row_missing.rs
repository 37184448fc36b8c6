//! `doc-row-missing`: tables have all rows of the form.

use ogi_model::{CellId, Edition, Label, NoteKind, Row, TableId};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-row-missing",
    title: Words { zh: "表格缺行", en: "Row missing" },
    statement: Words {
        zh: "表格有规定格式的每一行", en: "A table has every row of the form"
    },
    message: Words { zh: "“{table}”没有{rows}", en: "“{table}” has no {rows}" },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each table that is there is a target; rows that are missing one after another are a finding.
fn judge(run: &mut Run<'_>) {
    for table in TableId::ALL {
        if run.report().table(*table).is_none() {
            run.not_applicable(1);
            continue;
        }
        let missing = missing(run, *table);
        if missing.is_empty() {
            run.pass();
        } else if is_read_in_doubt(run, *table) {
            run.not_evaluated(None, Reason::TextUnclear);
        } else {
            missing.into_iter().for_each(|rows| fail(run, *table, &rows));
        }
    }
}

fn fail(run: &mut Run<'_>, table: TableId, rows: &[Row]) {
    let report = run.report();
    let label = |row: &Row| names::label(report, Label::Row(*row));
    let (Some(first), count) = (rows.first(), rows.len()) else { return };
    let from = label(first);
    let named = match rows.last().filter(|it| *it != first).map(label) {
        None => Message::new(format!("“{}”一行", from.zh), format!("row “{}”", from.en)),
        Some(to) => Message::new(
            format!("“{}”至“{}”共{count}行", from.zh, to.zh),
            format!("rows “{}” to “{}” ({count})", from.en, to.en),
        ),
    };
    let note = NoteKind::RowMissing { row: *first };
    let place = run.subject().notes().iter().find(|it| it.kind == note);
    run.fail(Failure {
        cells: CellId::of_table(table)
            .filter(|it| rows.contains(&it.row()) && is_asked(run, *it))
            .collect(),
        place: place.map(|it| it.place.clone()).or_else(|| run.place_of_table(table)),
        arguments: &[("table", names::table(report, table)), ("rows", named)],
        ..Failure::default()
    });
}

/// Where nobody knows to which row figures belong, a row that was not found may be there all the same: text whose
/// labels stand in a line with what is left of blank cells.
fn is_read_in_doubt(run: &Run<'_>, table: TableId) -> bool {
    let of_table = |row: Row| CellId::of_table(table).any(|it| it.row() == row);
    run.subject()
        .notes()
        .iter()
        .any(|it| matches!(&it.kind, NoteKind::RowUnreadable { row, .. } if of_table(*row)))
}

fn is_asked(run: &Run<'_>, cell: CellId) -> bool {
    run.report().blocks(cell.table()).iter().any(|(form, _)| form.contains(cell))
}

/// The rows of the blocks of a table none of whose cells is there, by stretches. A table of which nothing is there has
/// a rule of its own, and so have the rows behind a cut.
fn missing(run: &Run<'_>, table: TableId) -> Vec<Vec<Row>> {
    let report = run.report();
    let blocks = report.blocks(table);
    let rows =
        blocks.iter().flat_map(|(form, block)| block.rows.iter().map(move |row| (*form, row.row)));
    let is_there = |(form, row): &(&ogi_model::TableForm, Row)| {
        form.cells().filter(|it| it.row() == *row).any(|it| report[it].is_present())
    };
    let all: Vec<_> = rows.collect();
    if !all.iter().any(is_there) {
        return Vec::new();
    }
    let cut = run.subject().notes().iter().find_map(|it| match it.kind {
        NoteKind::TableCut { table: of, last } if of == table => Some(last),
        _ => None,
    });
    let end = cut.and_then(|last| all.iter().rposition(|it| it.1 == last));
    let of_table = &all[..end.map_or(all.len(), |it| it + 1)];
    let stretches = of_table.chunk_by(|a, b| is_there(a) == is_there(b));
    let missing = stretches.filter(|it| it.first().is_some_and(|it| !is_there(it)));
    missing.map(|it| it.iter().map(|it| it.1).collect()).collect()
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Report, RowProblem};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    /// A report without these rows.
    fn without(rows: &[Row]) -> Report {
        let mut report = zeros(Edition::E2021);
        let gone = CellId::all().filter(|it| rows.contains(&it.row()));
        gone.for_each(|cell| report.set(cell, Cell::Absent));
        report
    }

    #[test]
    fn whole_tables_pass() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [3, 0, 0, 0]);
        }
        assert_eq!(tally(&judge(&RULE, &Report::new())), [0, 0, 3, 0]);
    }

    #[test]
    fn a_row_that_is_not_there_fails() {
        let mut report = without(&[Row::Rules]);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "“二、主动公开政府信息情况”没有“规章”一行");
        assert_eq!(outcome.findings[0].cells.len(), 3);
        // A row whose cells are blank is there.
        for cell in CellId::all().filter(|it| it.row() == Row::Granted) {
            report.set(cell, Cell::Blank);
        }
        assert_eq!(tally(&judge(&RULE, &report)), [2, 1, 0, 0]);
    }

    #[test]
    fn rows_that_are_missing_together_are_one_finding() {
        let report = without(&[Row::Granted, Row::PartiallyGranted, Row::Concluded]);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 2, 0, 0]);
        let said: Vec<_> = outcome.findings.iter().map(|it| &it.message.zh[..]).collect();
        assert!(
            said[0].contains("没有“（一）予以公开”至") && said[0].ends_with("共2行"),
            "{said:?}"
        );
        assert!(said[1].ends_with("没有“（七）总计”一行"), "{said:?}");
    }

    /// The cut has a rule of its own; what is missing before it has not.
    #[test]
    fn rows_behind_a_cut_are_stated_once() {
        let note =
            || NoteKind::TableCut { table: TableId::Applications, last: Row::DeniedStateSecret };
        let behind: Vec<_> = zeros(Edition::E2021)
            .blocks(TableId::Applications)
            .iter()
            .flat_map(|(_, block)| block.rows.iter().map(|it| it.row))
            .skip_while(|it| *it != Row::DeniedStateSecret)
            .skip(1)
            .collect();
        let cut = reading(without(&behind), vec![note()]);
        assert_eq!(tally(&judge(&RULE, &cut)), [3, 0, 0, 0]);
        let before = [&behind[..], &[Row::Granted]].concat();
        let outcome = judge(&RULE, &reading(without(&before), vec![note()]));
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        assert_eq!(outcome.findings[0].cells.len(), 7);
    }

    #[test]
    fn where_figures_may_be_of_any_row_nothing_is_said() {
        let unreadable = NoteKind::RowUnreadable {
            row: Row::NewlyReceived,
            problem: RowProblem::FiguresTornOff,
        };
        let reading = reading(without(&[Row::Granted]), vec![unreadable]);
        assert_eq!(tally(&judge(&RULE, &reading)), [2, 0, 0, 1]);
        let other = NoteKind::RowUnreadable {
            row: Row::Reconsideration,
            problem: RowProblem::FiguresTornOff,
        };
        let reading = self::reading(without(&[Row::Granted]), vec![other]);
        assert_eq!(tally(&judge(&RULE, &reading)), [2, 1, 0, 0]);
    }
}
