//! Findings of a program's own rules stand in every output, and JSON and SARIF say what the rules demand.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use ogi::check::{Envelope, Failure, FileOutcome, Language, Run, Statistics, Waiver, grouped};
use ogi::model::Message;
use ogi::render::{self, data};
use ogi::terminal::Printer;
use ogi::{CellId, Column, Format, Outcome, Policy, ReadOptions, Reading, Row, Rule};
use serde_json::Value;

const CELL: CellId = CellId::new(Row::Licensing, Column::Decisions);
const ZH: &str = "许可不会是";
const EN: &str = "licences cannot be";

static OWN: Rule = Rule::of_report("acme-licences", &judge)
    .with_title("许可件数", "Licences")
    .with_statement("许可件数不符合台账", "Licences differ from the register")
    .with_message("许可不会是{count}", "licences cannot be {count}");

fn judge(run: &mut Run<'_>) {
    let count = Message::same(run.cell(CELL));
    run.fail(Failure::of(CELL).with_arguments(&[("count", count)]));
}

fn text() -> String {
    let path = "../../examples/reports/garden-street-2024.txt";
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn checked() -> (Reading, Policy, Outcome) {
    let reading = ogi::read(text(), &ReadOptions::default()).unwrap();
    let policy = Policy::default().with_rules([&OWN]).unwrap();
    let outcome = ogi::check(&reading, &policy);
    (reading, policy, outcome)
}

#[test]
fn it_stands_in_every_output() {
    let (reading, policy, outcome) = checked();
    let file = || FileOutcome::new("a.txt", &reading, &outcome);
    let shown = |words: &str, output: &str, what: &str| {
        assert!(output.contains(words) && output.contains(OWN.id), "{what}: {output}");
    };
    let printer = Printer::new(Language::Zh);
    shown(ZH, &printer.outcome("a.txt", &reading, &outcome), "terminal");
    shown(ZH, &render::html_with_findings(&reading, &outcome), "marked page");
    shown(EN, &render::summary(&[file()], Language::En), "summary");
    shown(EN, &render::junit(&[file()], &policy, Language::En), "JUnit");
    shown(ZH, &serde_json::to_string(&file()).unwrap(), "JSON");
    shown(ZH, &serde_json::to_string(&outcome).unwrap(), "outcome");

    let mut csv = Vec::new();
    let source = data::Source { path: "a.txt", hash: "", format: "text", agency: None };
    let mut rows = render::Csv::new(&mut csv, data::DataTable::Findings).unwrap();
    for finding in data::findings(source, &reading, &outcome) {
        rows.write(&finding).unwrap();
    }
    rows.finish().unwrap();
    shown(ZH, &String::from_utf8(csv).unwrap(), "CSV");

    // Workbooks and comments are packed: they are read by what reads such files.
    let book = render::xlsx_with_findings(&reading, &outcome).unwrap();
    shown(ZH, &unpacked(&book), "workbook");
    let mut document = Vec::new();
    ogi::write(&reading.report, Format::Docx, &mut document).unwrap();
    let filed = ogi::read(&document, &ReadOptions::default()).unwrap();
    let of_filed = ogi::check(&filed, &policy);
    let annotated = ogi::annotate(&document, &filed, &of_filed, Language::Zh, None).unwrap();
    shown(ZH, &unpacked(&annotated), "comments");

    assert!(Statistics::of(&outcome).rules().iter().any(|it| it.rule == &OWN));
    let mut groups = grouped(&reading.report, &outcome.findings).into_iter();
    assert!(groups.any(|it| it.first.rule == &OWN));
}

/// All parts of a package, one after another.
fn unpacked(bytes: &[u8]) -> String {
    use std::io::Read;

    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for n in 0..package.len() {
        let mut part = Vec::new();
        package.by_index(n).unwrap().read_to_end(&mut part).unwrap();
        all += &String::from_utf8_lossy(&part);
    }
    all
}

#[test]
fn sarif_has_its_record() {
    let (reading, _, outcome) = checked();
    let file = FileOutcome::new("a.txt", &reading, &outcome);
    let sarif: Value = serde_json::from_str(&render::sarif(&[file, file], Language::En)).unwrap();
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), ogi::RULES.len() + 1);
    let results = run["results"].as_array().unwrap();
    let own: Vec<_> = results.iter().filter(|it| it["ruleId"] == OWN.id).collect();
    assert_eq!(own.len(), 2);
    let at = own[0]["ruleIndex"].as_u64().unwrap() as usize;
    assert_eq!(rules[at]["id"], OWN.id);
    assert_eq!(rules[at]["fullDescription"]["text"], "Licences differ from the register");
}

#[test]
fn json_is_what_its_schema_says() {
    let (reading, policy, outcome) = checked();
    let finding = outcome.findings.iter().find(|it| it.rule == &OWN).unwrap();
    let waiver = Waiver::of(&reading.report, finding, "已说明");
    let unused = Waiver { printed: "987654".into(), ..waiver.clone() };
    let outcome = ogi::check(&reading, &policy.with_waivers([waiver, unused]));
    let statistics = Statistics::of(&outcome);
    let file = FileOutcome::new("a.txt", &reading, &outcome);
    let json = serde_json::to_value(Envelope::new([file]).statistics(Some(statistics))).unwrap();
    assert_eq!(json["files"][0]["own_rules"][0]["statement"]["zh"], "许可件数不符合台账");
    assert_eq!(json["files"][0]["idle_waivers"][0]["waiver"]["rule"], OWN.id);
    assert_eq!(errors(&json), Vec::<String>::new());
    // No area of ours.
    let mut wrong = json;
    wrong["files"][0]["findings"][0]["rule"] = "t4-licences".into();
    assert!(!errors(&wrong).is_empty());
}

fn errors(json: &Value) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema/findings.schema.json");
    let schema = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.iter_errors(json).map(|it| format!("{}: {it}", it.instance_path())).collect()
}
