//! A register beside a report: every difference names its rows.

use ogi_model::{Cell, CellId, Column, Row};
use ogi_tally::Scope;

use crate::tallied;

const TEXT: &str = "\
收到日期,申请人类型,办理结果,答复日期
2025-03-04,自然人,予以公开,2025-03-20
2025-03-05,自然人,予以公开,2025-03-21
2025-03-06,商业企业,重复申请,2025-03-22
2025-03-07,自然人,已阅,2025-03-23
";

const fn cell(row: Row, column: Column) -> CellId {
    CellId::new(row, column)
}

#[test]
fn rows_behind_a_difference_are_named() {
    let tally = tallied(TEXT.as_bytes(), Scope::of_year(2025));
    let mut report = tally.report(Some("示例市民政局"));
    for (row, column) in [
        (Row::NewlyReceived, Column::NaturalPerson),
        (Row::NewlyReceived, Column::Total),
        (Row::DeniedByLaw, Column::NaturalPerson),
        (Row::DeniedByLaw, Column::Total),
        (Row::Concluded, Column::NaturalPerson),
        (Row::Concluded, Column::Total),
    ] {
        report.set(cell(row, column), tally.figure(cell(row, column)) + 1);
    }
    report.set(cell(Row::RefusedRepeat, Column::CommercialEnterprise), 0);
    report.set(cell(Row::Concluded, Column::Total), 6);
    let comparison = tally.compare(&report);
    let stated: Vec<_> = comparison
        .differences
        .iter()
        .map(|it| {
            let numbers =
                |lines: &[ogi_tally::Line]| lines.iter().map(|it| it.number).collect::<Vec<_>>();
            (it.cell, numbers(&it.lines), numbers(&it.left_over), it.follows)
        })
        .collect();
    let expected = [
        (cell(Row::NewlyReceived, Column::NaturalPerson), vec![2, 3], vec![5], false),
        (cell(Row::NewlyReceived, Column::Total), vec![], vec![], true),
        (cell(Row::DeniedByLaw, Column::NaturalPerson), vec![], vec![5], false),
        (cell(Row::DeniedByLaw, Column::Total), vec![], vec![], true),
        (cell(Row::RefusedRepeat, Column::CommercialEnterprise), vec![4], vec![], false),
        (cell(Row::Concluded, Column::NaturalPerson), vec![], vec![], true),
        // The report's own sums do not agree.
        (cell(Row::Concluded, Column::Total), vec![], vec![], false),
    ];
    assert_eq!(stated, expected);
}

#[test]
fn what_prints_no_number_is_not_compared() {
    let tally = tallied(TEXT.as_bytes(), Scope::of_year(2025));
    let mut report = tally.report(None);
    let (blank, dash) = (cell(Row::Granted, Column::Total), cell(Row::DeniedByLaw, Column::Total));
    report.set(blank, Cell::Blank);
    report.set(dash, ogi_model::NotApplicable::Slash);
    let comparison = tally.compare(&report);
    assert_eq!((comparison.not_compared, comparison.differences), (vec![blank], vec![]));
    report.set(cell(Row::Granted, Column::NaturalPerson), ogi_model::NotApplicable::Slash);
    assert_eq!(tally.compare(&report).differences.len(), 1);
}
