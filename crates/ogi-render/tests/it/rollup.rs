//! Workbooks of a parent beside its children.

use std::io::{Cursor, Read as _};

use ogi_check::{Child, Policy, roll_up};
use ogi_model::{Cell, CellId, Column, Edition, Report, Row, TableForm, TableId};
use zip::ZipArchive;

const PENALTIES: CellId = CellId::new(Row::Penalties, Column::Decisions);

fn part(book: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn zeros(agency: &str) -> Report {
    let cells = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
    let form = Report::builder(Edition::E2021).agency(agency).year(2025);
    cells.fold(form, |it, cell| it.set(cell, 0)).build().unwrap()
}

/// The first bureau left three totals at 0 and has a name that looks like a formula; the second left a blank; the third sent
/// nothing. The parent has one penalty more than the first.
fn book() -> Vec<u8> {
    let (mut parent, mut one, mut other) =
        (zeros("示例区人民政府"), zeros("=示例区农业局"), zeros("示例区教育局"));
    for row in [Row::NewlyReceived, Row::Granted, Row::Concluded] {
        for report in [&mut parent, &mut one] {
            report.set(CellId::new(row, Column::NaturalPerson), 3);
        }
        parent.set(CellId::new(row, Column::Total), 3);
    }
    one.set(PENALTIES, 20);
    parent.set(PENALTIES, 21);
    other.set(CellId::new(Row::Reconsideration, Column::Pending), Cell::Blank);
    let children = [Child::from(&one), Child::from(&other), Child::without_report("示例区公安局")];
    let rolled_up = roll_up(&parent, children, &Policy::default());
    ogi_render::rollup_xlsx(&parent, &rolled_up).unwrap()
}

#[test]
fn every_body_has_a_column_and_every_cell_a_row() {
    let book = book();
    let workbook = part(&book, "xl/workbook.xml");
    assert!(workbook.contains("name=\"请先联系\"") && workbook.contains("name=\"逐项对照\""));
    let matrix = part(&book, "xl/worksheets/sheet2.xml");
    // The heads and 200 cells; eight columns and three bodies.
    assert_eq!(matrix.matches("<row ").count(), 201);
    assert_eq!(matrix.matches("<c r=\"K").count(), 201);
    assert!(!matrix.contains("<c r=\"L"));
    // The sums are formulas over the bodies, with what they give.
    assert_eq!(matrix.matches("<f>SUM(").count(), 200);
    assert!(matrix.contains("<f>SUM(I9:K9)</f><v>20</v>"));
    assert!(matrix.contains("<f>ROUND(D9-E9,6)</f><v>1</v>"));
}

#[test]
fn marks_say_what_a_figure_is() {
    let book = book();
    let strings = part(&book, "xl/sharedStrings.xml");
    let says = |text: &str| assert!(strings.contains(text), "{text}: {strings}");
    for text in ["缺报", "=示例区农业局", "示例区公安局（缺报）", "缺下级数字"]
    {
        says(text);
    }
    // Text of a report is no formula.
    assert!(!part(&book, "xl/worksheets/sheet2.xml").contains("示例区农业局</f>"));
    let notes = part(&book, "xl/comments1.xml");
    assert!(notes.contains("自身勾稽关系，应为3"), "{notes}");
    assert_eq!(notes.matches("<comment ").count(), 3);
}

#[test]
fn the_same_reports_give_the_same_bytes() {
    assert!(book() == book());
}
