//! What is no report: the message says what is wrong.

use ogi_model::Report;
use serde_json::{Value, json};

fn error(json: Value) -> String {
    serde_json::from_value::<Report>(json).unwrap_err().to_string()
}

/// A report with one cell.
fn cell(cell: Value) -> Value {
    json!({"schema_version": 1, "applications": {"edition": "2021", "granted": {"total": cell}}})
}

#[test]
fn messages() {
    let messages: Vec<String> = [
        json!({}),
        json!({"schema_version": 2}),
        json!({"schema_version": 1, "organ": "x"}),
        json!({"schema_version": 1, "period": {"start": "2025-01-01", "end": "2025-12-31", "days": 365}}),
        json!({"schema_version": 1, "published": "2025-02-30"}),
        json!({"schema_version": 1, "agency_kind": "ministry"}),
        json!({"schema_version": 1, "disputes": {}}),
        json!({"schema_version": 1, "disputes": {"edition": "2017"}}),
        json!({"schema_version": 1, "disputes": {"edition": "2021", "granted": {"total": 1}}}),
        json!({"schema_version": 1, "disputes": {"edition": "2021", "appeal": {"total": 1}}}),
        json!({"schema_version": 1, "applications": {"edition": "2021", "granted": {"upheld": 1}}}),
        json!({"schema_version": 1, "applications": {"edition": "2021", "granted": {"sum": 1}}}),
        cell(json!(2.0)),
        cell(json!(0.5)),
        cell(json!(true)),
        cell(json!([1])),
        cell(json!(u64::MAX)),
        cell(json!("many")),
        cell(json!("")),
        cell(json!({})),
        cell(json!({"na": "?"})),
        cell(json!({"value": null, "remark": "x"})),
        cell(json!({"value": 1, "unreadable": "x"})),
        cell(json!({"value": 1, "note": "x"})),
        cell(json!({"remark": "x"})),
    ]
    .into_iter()
    .map(|json| format!("{json}\n    {}", error(json.clone())))
    .collect();
    insta::assert_snapshot!(messages.join("\n"));
}
