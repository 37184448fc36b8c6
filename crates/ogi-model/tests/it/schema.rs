//! The JSON Schema against what is written.

use std::sync::LazyLock;

use jsonschema::Validator;
use ogi_model::{Decision, Edition, Place, Reading, Report, TableId, Target};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::any_report;

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(&ogi_model::schema::report()).unwrap());
static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&SCHEMA).unwrap());

fn check(json: &Value) -> Result<(), String> {
    let errors: Vec<_> =
        VALIDATOR.iter_errors(json).map(|it| format!("{}: {it}", it.instance_path())).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

proptest! {
    #[test]
    fn any_report_fits(report in any_report::report()) {
        let json = serde_json::to_value(&report).unwrap();
        prop_assert_eq!(check(&json), Ok(()));
    }
}

#[test]
fn it_is_a_schema() {
    jsonschema::meta::validate(&SCHEMA).unwrap();
}

#[test]
fn blank_forms_fit() {
    for edition in Edition::ALL {
        let report = Report::builder(*edition).agency("示例县人民政府").year(2025).build().unwrap();
        assert_eq!(check(&serde_json::to_value(&report).unwrap()), Ok(()));
        let reading = Reading::of_report(report);
        assert_eq!(check(&serde_json::to_value(&reading).unwrap()), Ok(()));
    }
}

/// The schema names the keys that are written, in the same order, all of them at the top required.
#[test]
fn keys_are_those_that_are_written() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let blank =
        Report::builder(Edition::E2021).agency("示例县人民政府").year(2025).build().unwrap();
    // With what is only written where it is there.
    let mut reading = Reading::of_report(blank);
    let place = Place::Text { start: 0, end: 6 };
    (reading.text, reading.decisions) =
        ("年报".into(), vec![Decision::new(Target::Head(TableId::Disputes), place)]);
    let json = serde_json::to_value(&reading).unwrap();
    assert_eq!(keys(&SCHEMA["properties"]), keys(&json));
    assert_eq!(check(&json), Ok(()));
    let written = keys(&serde_json::to_value(Report::new()).unwrap());
    assert_eq!(SCHEMA["required"], json!(written));
}

#[test]
fn what_is_no_report_does_not_fit() {
    let with = |path: &str, value: Value| {
        let report = Report::builder(Edition::E2021).agency("示例县人民政府").year(2025).build();
        let mut json = serde_json::to_value(report.unwrap()).unwrap();
        let (parent, key) = path.rsplit_once('/').unwrap();
        json.pointer_mut(parent).unwrap()[key] = value;
        json
    };
    for (path, value) in [
        ("/schema_version", json!(2)),
        ("/organ", json!("x")),
        ("/published", json!("27.1.2026")),
        ("/agency_kind", json!("ministry")),
        ("/year", json!("2025")),
        ("/disputes/edition", json!("2017")),
        ("/disputes/granted", json!({})),
        ("/applications/granted/upheld", json!(1)),
        ("/applications/granted/total", json!(0.5)),
        ("/applications/granted/total", json!("many")),
        ("/applications/granted/total", json!({"na": "/", "value": 1})),
        ("/active_disclosure/fees/amount", json!(1.5)),
        ("/active_disclosure/fees/amount", json!(15)),
    ] {
        assert!(check(&with(path, value.clone())).is_err(), "{path} {value}");
    }
}
