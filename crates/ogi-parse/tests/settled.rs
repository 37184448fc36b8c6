//! Rows from which blanks vanished: settled by the equalities where these leave one placing, else unreadable.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi_model::{Cell, CellId, Column, Edition, NoteKind, Report, Row, TableId};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout, Size};

/// Complete but for these cells, which are blank.
fn report_without(cells: &[CellId]) -> Report {
    let mut report = Generator::new(3).edition(Edition::E2021).size(Size::Large).report();
    for cell in cells {
        report.set(*cell, Cell::Blank);
    }
    report
}

#[test]
fn one_blank_in_a_complete_table_is_settled_and_the_equalities_are_named() {
    // Of 549 and 528, were one of them blank, nobody could say which.
    let blank = CellId::new(Row::Granted, Column::NaturalPerson);
    let report = report_without(&[blank]);
    let reading = read(&Layout::A1.write(&report), &ReadOptions::default()).unwrap();
    for cell in CellId::of_table(TableId::Applications) {
        assert_eq!(reading.report[cell], report[cell], "{cell}");
    }
    let by = reading.notes.iter().find_map(|it| match &it.kind {
        NoteKind::RowSettled { row: Row::Granted, by } => Some(by),
        _ => None,
    });
    let by = by.expect("a note says that equalities settled the row");
    assert!(!by.is_empty());
    let outcome = ogi_check::check(&reading, &ogi_check::Policy::default());
    for id in by {
        let settled = |it: &&ogi_check::Unevaluated| {
            it.reason == ogi_check::Reason::Settled && it.cell == Some(id.total)
        };
        assert!(outcome.unevaluated.iter().any(|it| settled(&it)), "{id:?}");
    }
}

#[test]
fn a_blank_among_equal_figures_is_not_settled() {
    // All other figures of the row are 0: the blank could be any of them.
    let row = |column| CellId::new(Row::RefusedPublished, column);
    let mut report = report_without(&[]);
    for cell in CellId::of_table(TableId::Disputes) {
        report.set(cell, 0);
    }
    report.set(CellId::new(Row::LitigationDirect, Column::Pending), Cell::Blank);
    let reading = read(&Layout::A1.write(&report), &ReadOptions::default()).unwrap();
    for cell in CellId::of_table(TableId::Disputes) {
        assert!(reading.report[cell].unreadable().is_some(), "{cell}");
    }
    assert!(reading.report[row(Column::Total)].count().is_some());
}
