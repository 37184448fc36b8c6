//! The JSON of a check, as DESIGN fixes it.

use ogi_check::{Edit, Envelope, Explanation, FileOutcome, Mechanism, Policy, Words, check};
use ogi_model::{
    Cell, CellId, Column, Decimal, Edition, GridPlace, Label, Note, NoteKind, Place, Reading,
    Report, Row, Section, TableForm, TableId, Value,
};

const TEXT: &str = "一、总体情况
5.属于三类内容事务信息
  0
行政复议
10
1.5
0
";

fn place(text: &str) -> Place {
    let start = TEXT.find(text).expect("it is in the text") as u32;
    Place::Text { start, end: start + text.trim().len() as u32 }
}

/// Zeros, but for a total left 0, a count with a fraction, a blank, and something unreadable.
fn reading() -> Reading {
    let cells = TableId::ALL.iter().flat_map(|table| TableForm::of(*table, Edition::E2021).cells());
    let builder = Report::builder(Edition::E2021).agency("示例市民政局").year(2025);
    let mut report =
        cells.fold(builder, |it, cell| it.set(cell, 0)).build().expect("a sound report");
    let mut reading = Reading { text: TEXT.into(), ..Reading::default() };

    let reconsideration = |column| CellId::new(Row::Reconsideration, column);
    report.set(reconsideration(Column::Upheld), 10);
    report.set(reconsideration(Column::Corrected), 1);
    report.set(reconsideration(Column::Total), 0);
    reading.sources.set(reconsideration(Column::Total), place("0\n"));

    let direct = CellId::new(Row::LitigationDirect, Column::Corrected);
    report.set(direct, Decimal::new(15, 1));
    reading.sources.set(direct, place("1.5\n"));

    let granted = CellId::new(Row::Granted, Column::NaturalPerson);
    report.set(granted, Cell::Blank);
    let sheet = Some("年报".into());
    let address = Some("D9".into());
    let grid = GridPlace { sheet, address, table: 2, row: 9, column: 4, line: None };
    reading.sources.set(granted, Place::Grid(Box::new(grid)));

    report.set(CellId::new(Row::Fees, Column::Amount), Cell::Unreadable("15.5.1".into()));
    reading.report = report;
    let label = Label::Row(Row::DeniedInternalAffairs);
    let printed = "5.属于三类内容事务信息";
    reading.notes = vec![
        Note {
            place: place(printed),
            kind: NoteKind::LabelNonstandard { label, printed: printed.into() },
        },
        Note {
            place: Place::Text { start: TEXT.len() as u32, end: TEXT.len() as u32 },
            kind: NoteKind::SectionMissing { section: Section::OtherMatters },
        },
    ];
    reading
}

#[test]
fn a_report_with_several_findings() {
    let reading = reading();
    let outcome = check(&reading, &Policy::default());
    let files = [
        FileOutcome::new("reports/示例.txt", &reading, &outcome),
        FileOutcome::failed("reports/示例.ofd", "format", "OFD is not read: save it as .docx"),
    ];
    let envelope = Envelope::new(&files).as_of("2026-01-31".parse().ok());
    insta::assert_snapshot!(serde_json::to_string_pretty(&envelope).unwrap());
}

#[test]
fn an_explanation_is_flat() {
    let cell = CellId::new(Row::Reconsideration, Column::Total);
    let name = Words { zh: "总计误为0", en: "the total was left 0" };
    let explanation = Explanation {
        id: 1,
        mechanism: Mechanism { id: "total-left-zero", name },
        posterior: 0.9,
        edits: vec![Edit { cell, from: Some(Value::Count(0)), to: Value::Count(11) }],
        mends: vec![1],
        class_size: 1,
    };
    let cell = r#"{"table":"disputes","row":"reconsideration","column":"total"}"#;
    let expected = format!(
        r#"{{"id":1,"mechanism":{{"id":"total-left-zero","zh":"总计误为0","en":"the total was left 0"}},"posterior":0.9,"edits":[{{"cell":{cell},"from":0,"to":11}}],"mends":[1],"class_size":1}}"#
    );
    assert_eq!(serde_json::to_string(&explanation).unwrap(), expected);
}

#[test]
fn every_rule_is_catalogued() {
    insta::assert_snapshot!(serde_json::to_string_pretty(ogi_check::RULES).unwrap());
}
