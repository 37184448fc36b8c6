//! What the page asks, answered from bundled reports.

// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_wasm::answer;
use serde_json::{Value, json};

const STREET: &[u8] = include_bytes!("../../../examples/reports/garden-street-2024.txt");
const REGISTER: &[u8] = include_bytes!("../../../examples/register/register-2025-wrong.csv");
const REPORT: &[u8] = include_bytes!("../../../examples/register/report-2025.txt");

/// Asks, and gives what comes back; panics with what the page would show.
fn ask(request: &Value, files: &[(&str, &[u8])]) -> (Value, Vec<u8>) {
    let mut request = request.clone();
    let described = files.iter().map(|(path, it)| json!({"path": path, "length": it.len()}));
    request["files"] = described.collect();
    let bytes: Vec<u8> = files.iter().flat_map(|it| it.1).copied().collect();
    let answer = answer(&request.to_string(), &bytes);
    let json: Value = serde_json::from_str(&answer.json()).unwrap();
    (json["ok"].clone(), answer.bytes())
}

fn figure<'a>(checked: &'a Value, id: &str) -> &'a Value {
    let parts = checked["parts"].as_array().unwrap().iter();
    let rows = parts.filter_map(|it| it["rows"].as_array()).flatten();
    rows.flat_map(|it| it.as_array().unwrap()).find(|it| it["id"] == id).unwrap()
}

const TOTAL: &str = "disputes.reconsideration.total";

#[test]
fn a_report_comes_with_its_tables_and_what_is_wrong_in_them() {
    let (checked, _) = ask(&json!({"ask": "check"}), &[("a.txt", STREET)]);
    assert_eq!(checked["verdict"]["key"], "rejected");
    let total = figure(&checked, TOTAL);
    assert_eq!((&total["text"], &total["implied"]), (&json!("0"), &json!("2")));
    assert_eq!(total["severity"], "error");
    assert_eq!(total["excerpt"]["meant"], "0");
    assert!(total["place"]["zh"].as_str().unwrap().starts_with('第'));
    assert_eq!(figure(&checked, "active_disclosure.fees.amount")["text"], Value::Null);
}

#[test]
fn an_edit_mends_and_is_written() {
    let edits = json!([{"target": TOTAL, "text": " ２ "}]);
    let (checked, _) = ask(&json!({"ask": "check", "edits": edits}), &[("a.txt", STREET)]);
    let total = figure(&checked, TOTAL);
    assert_eq!((&total["text"], &total["severity"]), (&json!("2"), &Value::Null));
    assert_eq!(total["is_changed"], true);
    let request = json!({"ask": "write", "to": "docx", "edits": edits});
    let (_, written) = ask(&request, &[("a.txt", STREET)]);
    let again = ogi::read(&written, &ogi::ReadOptions::default()).unwrap();
    assert_eq!(again.report[TOTAL.parse().unwrap()].count(), Some(2));

    // The document itself, changed back, is again what it was.
    let edits = json!([{"target": TOTAL, "text": "0"}]);
    let request = json!({"ask": "write", "to": "changed", "edits": edits});
    let (_, changed) = ask(&request, &[("a.docx", &written)]);
    let again = ogi::read(&changed, &ogi::ReadOptions::default()).unwrap();
    assert_eq!(again.report[TOTAL.parse().unwrap()].count(), Some(0));
}

#[test]
fn what_is_no_report_is_an_error_in_both_languages() {
    let request = json!({"ask": "check", "files": [{"path": "a", "length": 5}]}).to_string();
    let json: Value = serde_json::from_str(&answer(&request, b"hello").json()).unwrap();
    assert_eq!(json["error"]["kind"], "not-a-report");
    assert!(json["error"]["zh"].is_string() && json["error"]["en"].is_string());
    let json: Value = serde_json::from_str(&answer(&request, b"hell").json()).unwrap();
    assert_eq!(json["error"]["kind"], "request");
    let json: Value = serde_json::from_str(&answer("{}", b"").json()).unwrap();
    assert_eq!(json["error"]["kind"], "request");
}

#[test]
fn a_register_is_counted_and_compared() {
    let files = [("r.csv", REGISTER), ("report.txt", REPORT)];
    let (counted, report) = ask(&json!({"ask": "register"}), &files);
    assert_eq!(counted["year"], 2025);
    assert!(!counted["differences"].as_array().unwrap().is_empty());
    assert!(counted["columns"][1]["column"].is_string());
    // What is shown, sent back as the user's own word, comes to the same.
    let columns: serde_json::Map<_, _> = counted["columns"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["column"].is_string())
        .map(|it| (it["key"].as_str().unwrap().to_owned(), it["column"].clone()))
        .collect();
    let words: serde_json::Map<_, _> = counted["vocabularies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let entries = it["entries"].as_array().unwrap().iter();
            let words: serde_json::Map<_, _> = entries
                .map(|it| (it["word"].as_str().unwrap().to_owned(), it["meaning"].clone()))
                .collect();
            (it["key"].as_str().unwrap().to_owned(), Value::Object(words))
        })
        .collect();
    let mapping = json!({"columns": columns, "words": words});
    let (again, same) = ask(&json!({"ask": "register", "mapping": mapping}), &files);
    assert_eq!((&again, same), (&counted, report));
}

#[test]
fn a_form_is_started_and_its_sums_are_live() {
    let (started, form) = ask(&json!({"ask": "start"}), &[("last.txt", STREET)]);
    assert_eq!(started["year"], 2025);
    let edits: Vec<_> = ["upheld", "corrected", "other_result", "pending"]
        .iter()
        .map(|it| json!({"target": format!("disputes.reconsideration.{it}"), "text": "1"}))
        .collect();
    let cells: Vec<_> =
        ogi::CellId::of_table(ogi::TableId::Disputes).map(|it| it.to_string()).collect();
    let edits: Vec<_> = edits
        .into_iter()
        .filter(|it| cells.iter().any(|cell| it["target"] == cell.as_str()))
        .chain([json!({"target": "disputes.reconsideration.other", "text": "1"})])
        .filter(|it| cells.iter().any(|cell| it["target"] == cell.as_str()))
        .collect();
    assert_eq!(edits.len(), 4);
    let (checked, _) = ask(&json!({"ask": "check", "edits": edits}), &[("form.json", &form)]);
    let total = figure(&checked, TOTAL);
    assert_eq!((&total["text"], &total["implied"]), (&Value::Null, &json!("4")));
}

#[test]
fn reports_add_up_and_a_parent_is_compared() {
    const PARENT: &[u8] = include_bytes!("../../../examples/rollup/county-government-2025.md");
    let offices = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/rollup/offices");
    let mut paths: Vec<_> =
        std::fs::read_dir(offices).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    let offices: Vec<_> = paths.iter().map(|it| std::fs::read(it).unwrap()).collect();
    let offices: Vec<_> = offices.iter().map(|it| ("office", &**it)).collect();
    let (sum, report) = ask(&json!({"ask": "add_up", "agency": "示例县人民政府"}), &offices);
    assert_eq!(sum["year"], 2025);
    assert!(report.starts_with(b"{"));
    let files: Vec<_> = [("parent", PARENT)].into_iter().chain(offices).collect();
    let (rolled_up, book) = ask(&json!({"ask": "roll_up"}), &files);
    assert!(rolled_up["cells"].as_array().unwrap().iter().any(|it| it["is_difference"] == true));
    assert!(book.starts_with(b"PK"));
}

#[test]
fn every_rule_that_can_be_shown_has_an_example() {
    let (catalogue, _) = ask(&json!({"ask": "catalogue"}), &[]);
    let rules = catalogue["rules"].as_array().unwrap();
    assert_eq!(rules.len(), ogi::RULES.len());
    let without: Vec<_> = rules.iter().filter(|it| it["example"].is_null()).collect();
    // No report breaks it alone.
    assert_eq!(without.iter().map(|it| &it["id"]).collect::<Vec<_>>(), ["t4-blanks"]);
}

const POLICY: &str = include_str!("../../../examples/policy.toml");

#[test]
fn a_policy_says_what_it_changes_and_is_kept_to() {
    let (changes, _) = ask(&json!({"ask": "policy"}), &[("policy.toml", POLICY.as_bytes())]);
    assert_eq!(changes["off"], json!(["doc-label-nonstandard"]));
    assert_eq!(changes["levels"], json!([{"rule": "doc-cell-blank", "severity": "warning"}]));
    assert_eq!((&changes["fail_on"], &changes["money_tolerance"]), (&Value::Null, &json!("0.01")));
    assert_eq!(changes["thresholds"][0], json!({"key": "jump_count", "value": "100"}));
    let waiver = &changes["waivers"][0];
    assert_eq!((&waiver["rule"], &waiver["expires"]), (&json!("t4-sum"), &json!("2027-12-31")));

    let request = json!({"ask": "check", "policy": POLICY});
    let (checked, _) = ask(&request, &[("a.txt", STREET)]);
    let findings = checked["findings"].as_array().unwrap().iter();
    let of_sum: Vec<_> = findings.filter(|it| it["rule"] == "t4-sum").collect();
    assert!(!of_sum.is_empty() && of_sum.iter().all(|it| it["waived"].is_string()));

    // Of another body, the waiver waits for its report.
    let request = json!({"ask": "write", "to": "check-json", "policy": POLICY});
    let (_, written) = ask(&request, &[("report.txt", REPORT)]);
    let written: Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(written["waivers_without_report"][0]["rule"], "t4-sum");
}

#[test]
fn a_policy_with_a_mistake_is_refused_with_its_place() {
    let mistake = b"fail_on = 'error'\nignore = ['doc-', 't3-rowsum']\n";
    let request = json!({"ask": "policy", "files": [{"path": "p.toml", "length": mistake.len()}]});
    let json: Value = serde_json::from_str(&answer(&request.to_string(), mistake).json()).unwrap();
    assert_eq!(json["error"]["kind"], "policy");
    assert_eq!(json["error"]["zh"], "第2行第19列：没有编号为“t3-rowsum”的规则，是否指“t3-row-sum”");
}
