//! The exchange format: what each case of it looks like, and that nothing is lost on the way.

use ogi_model::{
    Cell, CellId, Column, Decimal, Edition, Report, Row, Section, TableEdition, TableId,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::any_report;

const FEES: CellId = CellId::new(Row::Fees, Column::Amount);
const ISSUED: CellId = CellId::new(Row::Rules, Column::Issued);

proptest! {
    #[test]
    fn any_report_comes_back_equal(report in any_report::report()) {
        let text = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
    }
}

/// Writes a report with one cell, gives what stands there, and reads it back.
fn written(cell: CellId, value: impl Into<Cell>) -> Value {
    let mut report = Report::new();
    report.set_table(cell.table(), Some(TableEdition::One(Edition::E2021)));
    report.set(cell, value);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(serde_json::from_value::<Report>(json.clone()).unwrap(), report);
    json[cell.table().key()][cell.row().key()][cell.column().key()].clone()
}

fn report(json: Value) -> Report {
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_whole_report() {
    let report = Report::builder(Edition::E2021)
        .agency("示例市民政局")
        .year(2025)
        .published("2026-01-20".parse().unwrap())
        .preamble("根据要求编制。")
        .narrative(Section::Overview, "第一段。\n第二段。")
        .narrative(Section::Problems, "问题。")
        .narrative(Section::OtherMatters, "无。")
        .set(ISSUED, Cell::NotApplicable("/".parse().unwrap()))
        .set(FEES, Decimal::new(961_716, 1))
        .set(CellId::new(Row::NewlyReceived, Column::Total), 31)
        .build()
        .unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).unwrap());
}

#[test]
fn keys_are_in_the_order_of_the_form() {
    let report =
        Report::builder(Edition::E2019).agency("示例县人民政府").year(2020).build().unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json["active_disclosure"]["procurement"]), ["projects", "amount"],);
    let rows: Vec<_> = ogi_model::TableForm::APPLICATIONS_2019.rows().map(|it| it.key()).collect();
    assert_eq!(keys(&json["applications"])[0], "edition");
    assert_eq!(keys(&json["applications"])[1..], rows);
}

#[test]
fn cells() {
    assert_eq!(written(ISSUED, 22), json!(22));
    assert_eq!(written(ISSUED, -8), json!(-8));
    assert_eq!(written(ISSUED, i64::MAX), json!(i64::MAX));
    assert_eq!(written(ISSUED, Decimal::new(25, 1)), json!("2.5"));
    assert_eq!(written(ISSUED, Cell::Blank), Value::Null);
    assert_eq!(
        written(ISSUED, Cell::from(22).with_remark("其中修订16件")),
        json!({"value": 22, "remark": "其中修订16件"}),
    );
    assert_eq!(written(ISSUED, Cell::Unreadable("1O".into())), json!({"unreadable": "1O"}),);
}

#[test]
fn tokens_for_not_applicable() {
    let token = |token: &str| Cell::NotApplicable(token.parse().unwrap());
    assert_eq!(written(ISSUED, token("/")), json!("/"));
    for other in ["／", "\\", "-", "--", "－", "–", "—", "——", "无"] {
        assert_eq!(written(ISSUED, token(other)), json!({"na": other}));
    }
}

/// The other ways to write the same are read too.
#[test]
fn tokens_in_either_form() {
    for cell in [json!("—"), json!({"na": "—"})] {
        let report = report(json!({
            "schema_version": 1,
            "active_disclosure": {"edition": "2021", "rules": {"issued": cell}},
        }));
        assert_eq!(report[ISSUED].to_string(), "—");
    }
}

#[test]
fn money_keeps_its_scale() {
    for printed in ["96171.6", "18.8710", "0", "0.00", "4068.208"] {
        let money: Decimal = printed.parse().unwrap();
        assert_eq!(written(FEES, money), json!(printed));
        let remarked = Cell::from(money).with_remark("含上年");
        assert_eq!(written(FEES, remarked), json!({"value": printed, "remark": "含上年"}));
    }
}

#[test]
fn money_is_equal_by_value() {
    let read = |amount: &str| {
        report(json!({
            "schema_version": 1,
            "active_disclosure": {"edition": "2021", "fees": {"amount": amount}},
        }))
    };
    assert_eq!(read("25.1"), read("25.1000"));
    assert_ne!(read("25.1"), read("25.11"));
}

/// Programs that write whole amounts as integers are understood.
#[test]
fn whole_money_may_be_an_integer() {
    let report = report(json!({
        "schema_version": 1,
        "active_disclosure": {"edition": "2021", "fees": {"amount": 25}},
    }));
    assert_eq!(report[FEES].decimal(), Some(Decimal::from(25)));
    assert_eq!(serde_json::to_value(&report).unwrap()["active_disclosure"]["fees"]["amount"], "25");
}

#[test]
fn what_the_source_does_not_have_has_no_key() {
    let mut report = Report::new();
    report.set_table(TableId::Applications, Some(TableEdition::One(Edition::E2021)));
    report.set(CellId::new(Row::Granted, Column::Total), 3);
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["applications"], json!({"edition": "2021", "granted": {"total": 3}}));
    assert_eq!(json.get("active_disclosure"), None);
    assert_eq!(json.get("disputes"), None);
    let back: Report = serde_json::from_value(json).unwrap();
    assert_eq!(back[CellId::new(Row::Granted, Column::NaturalPerson)], Cell::Absent);
    assert_eq!(back.table(TableId::Disputes), None);
    assert_eq!(back, report);
}

#[test]
fn metadata_that_is_not_there_is_null() {
    let json = serde_json::to_value(Report::new()).unwrap();
    for key in [
        "title",
        "agency",
        "agency_kind",
        "year",
        "period",
        "published",
        "preamble",
        "overview",
        "problems",
        "other_matters",
    ] {
        assert_eq!(json.get(key), Some(&Value::Null), "{key}");
    }
    assert_eq!(report(json), Report::new());
}

#[test]
fn a_table_of_several_editions() {
    let json = json!({
        "schema_version": 1,
        "active_disclosure": {
            "edition": "mixed",
            "normative_documents": {"produced": 3, "newly_disclosed": 3, "disclosed_total": 40},
            "licensing": {"decisions": 12},
        },
    });
    let report = report(json.clone());
    assert_eq!(report.table(TableId::ActiveDisclosure), Some(TableEdition::Mixed));
    assert_eq!(
        serde_json::to_value(&report).unwrap()["active_disclosure"],
        json["active_disclosure"]
    );
    let editions: Vec<_> =
        report.blocks(TableId::ActiveDisclosure).iter().map(|(form, _)| form.edition).collect();
    assert_eq!(editions, [Edition::E2019, Edition::E2021]);
}

/// A whole reading, as `ogi parse --full` writes it, is read as its report.
#[test]
fn keys_of_a_reading_are_skipped() {
    let reading = ogi_model::Reading::of_report(
        Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap(),
    );
    let json = serde_json::to_value(&reading).unwrap();
    assert!(json.get("notes").is_some() && json.get("sources").is_some());
    assert_eq!(report(json), reading.report);
}
