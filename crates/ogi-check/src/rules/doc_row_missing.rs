//! `doc-row-missing`: tables have all rows of the form.

use ogi_model::{CellId, Edition, Label, Note, NoteKind, Row, TableId};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-row-missing",
    title: Words { zh: "表格缺行", en: "Row missing" },
    statement: Words {
        zh: "表格有规定格式的每一行", en: "A table has every row of the form"
    },
    message: Words {
        zh: "“{table}”没有“{row}”一行", en: "“{table}” has no row “{row}”"
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each table that is there is a target.
fn judge(run: &mut Run<'_>) {
    for table in TableId::ALL {
        // What stands behind a cut has a rule of its own.
        let is_cut =
            |it: &Note| matches!(&it.kind, NoteKind::TableCut { table: of, .. } if of == table);
        if run.report().table(*table).is_none() || run.subject().notes().iter().any(is_cut) {
            run.not_applicable(1);
            continue;
        }
        let missing = missing(run, *table);
        if missing.is_empty() {
            run.pass();
        }
        for row in missing {
            let report = run.report();
            let place =
                run.subject().notes().iter().find(|it| it.kind == NoteKind::RowMissing { row });
            run.fail(Failure {
                cells: CellId::of_table(*table)
                    .filter(|it| it.row() == row && is_asked(run, *it))
                    .collect(),
                place: place.map(|it| it.place.clone()).or_else(|| run.place_of_table(*table)),
                arguments: &[
                    ("table", names::table(report, *table)),
                    ("row", names::label(report, Label::Row(row))),
                ],
                ..Failure::default()
            });
        }
    }
}

fn is_asked(run: &Run<'_>, cell: CellId) -> bool {
    run.report().blocks(cell.table()).iter().any(|(form, _)| form.contains(cell))
}

/// The rows of the blocks of a table none of whose cells is there. A table of which nothing is there has a rule of
/// its own.
fn missing(run: &Run<'_>, table: TableId) -> Vec<Row> {
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
    all.into_iter().filter(|it| !is_there(it)).map(|it| it.1).collect()
}

#[cfg(test)]
mod tests {
    use ogi_model::Cell;

    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    #[test]
    fn whole_tables_pass() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [3, 0, 0, 0]);
        }
        assert_eq!(tally(&judge(&RULE, &ogi_model::Report::new())), [0, 0, 3, 0]);
    }

    #[test]
    fn a_row_that_is_not_there_fails() {
        let mut report = zeros(Edition::E2021);
        for cell in CellId::all().filter(|it| it.row() == Row::Rules) {
            report.set(cell, Cell::Absent);
        }
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
}
