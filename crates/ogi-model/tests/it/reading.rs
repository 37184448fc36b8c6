//! A whole reading as JSON: places of every kind, notes of every kind.

use ogi_model::{
    CellId, CellSum, Claim, ClaimSubject, ClaimValue, Column, Decimal, EqualityId, EqualityKind,
    Field, GridPlace, Group, Hedge, Label, LineColumn, Note, NoteKind, PagePlace, Place, Reading,
    Report, Row, RowProblem, Scope, Section, TableEdition, TableId,
};
use serde_json::{Value, json};

const TEXT: &str = "年报\n规章 0\n";
const ISSUED: CellId = CellId::new(Row::Rules, Column::Issued);
const REPEALED: CellId = CellId::new(Row::Rules, Column::Repealed);
const IN_FORCE: CellId = CellId::new(Row::Rules, Column::InForce);

fn reading() -> Reading {
    let mut report = Report::new();
    report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
    let mut reading = Reading { text: TEXT.into(), ..Reading::of_report(report) };
    let grid = GridPlace {
        sheet: Some("表二".to_owned()),
        address: Some("C4".to_owned()),
        table: 1,
        row: 4,
        column: 3,
        line: None,
    };
    reading.report.set(ISSUED, 0);
    reading.sources.set(ISSUED, Place::Text { start: 14, end: 15 });
    reading.sources.set(REPEALED, Place::Grid(Box::new(grid)));
    reading
        .sources
        .set(IN_FORCE, Place::Page(Box::new(PagePlace { page: 2, table: 1, row: 4, column: 4 })));
    reading
}

fn json(reading: &Reading) -> Value {
    serde_json::to_value(reading).unwrap()
}

#[test]
fn places() {
    assert_eq!(
        json(&reading())["sources"],
        json!({"active_disclosure": {"rules": {
            "issued": {"kind": "text", "line": 2, "column": 4, "start": 14, "end": 15},
            "repealed": {"kind": "grid", "sheet": "表二", "address": "C4", "table": 1, "row": 4, "column": 3, "line": null},
            "in_force": {"kind": "page", "page": 2, "table": 1, "row": 4, "column": 4},
        }}}),
    );
}

#[test]
fn places_of_fields() {
    let mut reading = Reading { text: TEXT.into(), ..Reading::default() };
    reading.sources.set_field(Field::Published, Place::Text { start: 7, end: 13 });
    reading.sources.set_field(Field::Title, Place::Text { start: 0, end: 6 });
    assert_eq!(
        json(&reading)["sources"],
        json!({
            "title": {"kind": "text", "line": 1, "column": 1, "start": 0, "end": 6},
            "published": {"kind": "text", "line": 2, "column": 1, "start": 7, "end": 13},
        }),
    );
    let moved = reading.sources.map(|it| it.span().filter(|it| it.start > 0).map(|_| it.clone()));
    assert!(moved.fields().map(|it| it.0).eq([Field::Published]));
}

#[test]
fn notes() {
    let (section, table, row) = (Section::Problems, TableId::Applications, Row::Granted);
    let printed = || "印的".to_owned();
    let total = CellId::new(row, Column::Total);
    let problem = RowProblem::TooFewFigures { figures: 5, columns: 7 };
    let kinds = [
        NoteKind::SectionMissing { section },
        NoteKind::SectionMisnumbered { section, printed: printed() },
        NoteKind::SectionOutOfOrder { section },
        NoteKind::HeadingNonstandard { section, printed: printed() },
        NoteKind::TableMissing { table },
        NoteKind::LabelNonstandard { label: Label::Row(row), printed: printed() },
        NoteKind::LabelNonstandard { label: Label::Column(Column::Total), printed: printed() },
        NoteKind::LabelNonstandard { label: Label::Group(Group::Denied), printed: printed() },
        NoteKind::LabelUnknown { table, printed: printed() },
        NoteKind::HeadTorn { table },
        NoteKind::HeadUnnamed { table },
        NoteKind::RowMissing { row },
        NoteKind::RowUnreadable { row, problem },
        NoteKind::RowUnreadable { row, problem: RowProblem::ColumnsUnknown },
        NoteKind::FiguresLeftOver { table, printed: printed() },
        NoteKind::CellBlank { cell: ISSUED },
        NoteKind::CellUnreadable { cell: ISSUED, printed: printed() },
        NoteKind::CellUnit { cell: ISSUED, printed: printed() },
        NoteKind::RowSettled { row, by: vec![EqualityId { kind: EqualityKind::RowSum, total }] },
        NoteKind::SignedOtherwise { printed: printed() },
        NoteKind::EditionsMixed { table },
    ];
    let mut reading = reading();
    let place = Place::Text { start: 7, end: 13 };
    reading.notes = kinds.map(|kind| Note { kind, place: place.clone() }).into();
    let lines: Vec<_> =
        json(&reading)["notes"].as_array().unwrap().iter().map(Value::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn lines_and_columns() {
    let reading = reading();
    let lines = reading.lines();
    let at = |offset| {
        let LineColumn { line, column } = lines.at(offset);
        (line, column)
    };
    assert_eq!([at(0), at(3), at(6), at(7), at(14)], [(1, 1), (1, 2), (1, 3), (2, 1), (2, 4)]);
    // Inside a character, and beyond the end.
    assert_eq!([at(1), at(16), at(900)], [(1, 1), (3, 1), (3, 1)]);
    assert_eq!(
        [lines.line(0), lines.line(1), lines.line(2), lines.line(9)],
        ["", "年报", "规章 0", ""]
    );
}

#[test]
fn claims() {
    let sum = || CellSum::of([IN_FORCE]).less([REPEALED]);
    let claim = |about, value, of| {
        Claim::new("现行有效规章1件", about, value, Place::Text { start: 7, end: 13 })
            .with_hedge(Hedge::Over)
            .with_scope(Scope::Region)
            .with_year(Some(2024))
            .with_whole(of)
    };
    let mut reading = reading();
    reading.claims = vec![
        claim(
            ClaimSubject::Figures { any_of: vec![sum()], firm: true },
            ClaimValue::Count(1),
            None,
        ),
        claim(
            ClaimSubject::Share { of: vec![] },
            ClaimValue::Percent(Decimal::new(3390, 2)),
            Some(0),
        ),
        claim(ClaimSubject::Other { rest: true }, ClaimValue::None, Some(0)),
    ];
    let json = json(&reading);
    let cell = |column| json!({"table": "active_disclosure", "row": "rules", "column": column});
    assert_eq!(
        json["claims"][0],
        json!({
            "printed": "现行有效规章1件",
            "about": {"kind": "figures", "firm": true, "any_of": [
                {"plus": [cell("in_force")], "minus": [cell("repealed")]},
            ]},
            "value": {"kind": "count", "value": 1},
            "hedge": "over",
            "scope": "region",
            "year": 2024,
            "of": null,
            "place": {"kind": "text", "line": 2, "column": 1, "start": 7, "end": 13},
        }),
    );
    assert_eq!(json["claims"][1]["value"], json!({"kind": "percent", "value": "33.90"}));
    assert_eq!(json["claims"][2]["value"], json!({"kind": "none"}));
    assert_eq!(json["claims"][2]["of"], 0);
}
