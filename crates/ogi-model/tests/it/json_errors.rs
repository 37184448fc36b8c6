//! What is no report: the message says what is wrong.

use ogi_model::Report;
use serde_json::{Value, json};

fn error(json: Value) -> String {
    let faults = Report::from_json(json.to_string().as_bytes()).unwrap_err();
    // serde has no more than a text to say it in.
    assert_eq!(serde_json::from_value::<Report>(json).unwrap_err().to_string(), faults.to_string());
    let message = faults.message();
    format!("{}\n    {}", message.zh, message.en)
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
        json!([]),
        json!({"schema_version": 1, "disputes": 7}),
        json!({"schema_version": 1, "disputes": {"edition": "2021", "reconsideration": 7}}),
    ]
    .into_iter()
    .map(|json| format!("{json}\n    {}", error(json.clone())))
    .collect();
    insta::assert_snapshot!(messages.join("\n"));
}

/// None hides another, whatever it is about.
#[test]
fn all_faults_are_stated_in_the_order_of_the_file() {
    let json = json!({
        "organ": "x",
        "year": "2025",
        "applications": {"edition": "2021", "granted": {"total": "many", "sum": 1}, "appeal": {}},
        "disputes": {"reconsideration": {"total": true}},
    });
    let faults = Report::from_json(json.to_string().as_bytes()).unwrap_err();
    let stated: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        stated,
        [
            "`schema_version` is missing; it is 1",
            "a report has no `organ`",
            "`year` should be a year of four digits, or null",
            "applications.granted.total: `many` is neither a figure nor `/`",
            "applications.granted has no `sum`",
            "applications has no `appeal`",
            "disputes has no `edition`",
            "disputes.reconsideration.total: should be a whole number, a decimal in a string, null, `/` or an object",
        ]
    );
}

#[test]
fn what_is_no_json_is_stated_by_its_place() {
    let of = |json: &str| Report::from_json(json.as_bytes()).unwrap_err().message();
    let cut = of("{\"schema_version\": 1,");
    assert_eq!(cut.zh, "文件到第1行第21列就中断了，内容不完整");
    let wrong = of("{\"schema_version\": 1,\n \"year\": 2025年}");
    assert_eq!(wrong.zh, "第2行第14列不符合 JSON 的写法");
    // A byte order mark is no fault.
    assert!(Report::from_json("\u{feff}{\"schema_version\": 1}".as_bytes()).is_ok());
}
