//! What is written satisfies its committed schema, and the schemas can say no.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use ogi::check::{Child, Envelope, FileOutcome, check_series, roll_up};
use ogi::{Cell, CellId, Column, Edition, Policy, ReadOptions, Reading, Row};
use ogi_testkit::Generator;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// What is wrong with a value, by a schema.
fn errors(schema: &str, value: &Value) -> Vec<String> {
    let schema = fs::read_to_string(root().join("schema").join(schema)).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    validator.iter_errors(value).map(|it| format!("{}: {it}", it.instance_path())).collect()
}

/// The bundled reports, and one with a lot of gaps.
fn readings() -> Vec<(String, Reading)> {
    let mut all: Vec<_> = fs::read_dir(root().join("examples/reports"))
        .unwrap()
        .map(|it| it.unwrap().path())
        .map(|path| {
            let reading = ogi::read(fs::read(&path).unwrap(), &ReadOptions::default()).unwrap();
            (path.display().to_string(), reading)
        })
        .collect();
    assert!(all.len() > 2);
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all.push((
        "gaps".into(),
        Reading::of_report(Generator::new(3).blanks(0.3).remarks(0.1).report()),
    ));
    all
}

#[test]
fn findings() {
    let readings = readings();
    let policy = Policy::default();
    let outcomes: Vec<_> = readings.iter().map(|it| ogi::check(&it.1, &policy)).collect();
    let mut files: Vec<_> = readings
        .iter()
        .zip(&outcomes)
        .map(|((path, reading), outcome)| FileOutcome::new(path, reading, outcome))
        .collect();
    files.push(FileOutcome::failed("a.ofd", "format", "save it as .docx"));
    let json = serde_json::to_value(Envelope::new(&files)).unwrap();
    assert_eq!(errors("findings.schema.json", &json), Vec::<String>::new());
    let any = |pointer: &str| {
        files
            .iter()
            .zip(json["files"].as_array().unwrap())
            .any(|(_, it)| it.pointer(pointer).is_some_and(|it| !it.is_null()))
    };
    assert!(any("/findings/0/cell") && any("/explanations/0/edits/0") && any("/unevaluated/0"));

    let mut wrong = json.clone();
    wrong["files"][0]["findings"] = json!([{ "rule": "no-such-rule" }]);
    assert!(!errors("findings.schema.json", &wrong).is_empty());
}

#[test]
fn findings_on_years() {
    let reports = Generator::new(5).series(2022..=2024);
    let readings: Vec<_> = reports.into_iter().map(Reading::of_report).collect();
    let outcomes = check_series(&readings, &Policy::default());
    let files: Vec<_> = readings
        .iter()
        .zip(&outcomes)
        .map(|(reading, outcome)| FileOutcome::new("a", reading, outcome))
        .collect();
    let json = serde_json::to_value(Envelope::new(&files)).unwrap();
    assert_eq!(errors("findings.schema.json", &json), Vec::<String>::new());
}

/// A parent with a wrong figure, a child with a wrong total, one with gaps and one without a report.
#[test]
fn roll_ups_and_sums() {
    let (mut parent, mut children) = Generator::new(7).edition(Edition::E2021).family(3);
    let total = CellId::new(Row::NewlyReceived, Column::Total);
    children[0].set(total, 987_654);
    children[1].set(CellId::new(Row::Reconsideration, Column::Upheld), Cell::Blank);
    parent.set(CellId::new(Row::Licensing, Column::Decisions), 0);
    let absent = Child::without_report("示例市示例局");
    let children: Vec<_> = children.iter().map(Child::from).chain([absent]).collect();
    let reading = Reading::of_report(parent);
    let rolled_up = roll_up(&reading, children.clone(), &Policy::default());
    let files = [FileOutcome::new("a", &reading, &rolled_up.outcome)];
    let mut json = serde_json::to_value(Envelope::new(&files)).unwrap();
    json["rollup"] = serde_json::to_value(&rolled_up).unwrap();
    assert_eq!(errors("findings.schema.json", &json), Vec::<String>::new());
    assert!(json["rollup"]["calls"][0]["errors"][0].is_object(), "{json:#}");
    json["rollup"]["cells"][0]["standing"] = "no such".into();
    assert!(!errors("findings.schema.json", &json).is_empty());

    let schema = fs::read_to_string(root().join("schema/findings.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let of_sum = json!({ "$defs": schema["$defs"], "$ref": "#/$defs/sum" });
    let validator = jsonschema::validator_for(&of_sum).unwrap();
    // Its own total is wrong, and so is that of the sum.
    let alone = serde_json::to_value(ogi::check::aggregate(children[..1].to_vec())).unwrap();
    assert!(alone["unbalanced"][0].is_object(), "{alone:#}");
    assert!(validator.is_valid(&alone));
    let json = serde_json::to_value(ogi::check::aggregate(children)).unwrap();
    let errors: Vec<_> = validator.iter_errors(&json).map(|it| it.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let filled = ["bounds", "references", "determined", "notes", "calls"];
    assert!(filled.iter().all(|it| json[it][0].is_object()), "{json:#}");
    assert!(!validator.is_valid(&json!({ "bounds": 1 })));
}

#[test]
fn exported_tables() {
    use ogi::render::data::{
        ReportRecord, Source, UnreadRecord, figures, findings, json as line, unread,
    };

    let message = ogi::check::Message::new("文件不完整或已损坏", "the file is damaged");
    let mut lines = vec![line(&UnreadRecord::file("a.docx", "damaged", &message))];
    let all = readings();
    for (path, reading) in &all {
        let outcome = ogi::check(reading, &Policy::default());
        let source = Source { path, hash: "0", format: "text", agency: None };
        lines.push(line(&ReportRecord::new(source, reading, &outcome)));
        lines.extend(figures(source, reading).iter().step_by(7).map(line));
        lines.extend(findings(source, reading, &outcome).iter().map(line));
        lines.extend(unread(source, reading).iter().map(line));
    }
    assert!(lines.len() > 100);
    for text in lines {
        let json = serde_json::from_str(&text).unwrap();
        assert_eq!(errors("export.schema.json", &json), Vec::<String>::new(), "{text}");
    }
    assert!(!errors("export.schema.json", &json!({ "report_path": 1 })).is_empty());
}

#[test]
fn reports() {
    for (_, reading) in readings() {
        let json = serde_json::to_value(&reading.report).unwrap();
        assert_eq!(errors("report.schema.json", &json), Vec::<String>::new());
    }
}

#[test]
fn tallies() {
    use ogi::Limits;
    use ogi::tally::{Mapping, Register, Scope, TalliedRegister, tally};

    let folder = root().join("examples/register");
    let bytes = fs::read(folder.join("register-2025-wrong.csv")).unwrap();
    let report = fs::read(folder.join("report-2025.txt")).unwrap();
    let report = ogi::read(report, &ReadOptions::default()).unwrap().report;
    let register = Register::read(&bytes, &Limits::default()).unwrap();
    let scope = Scope::of_report(&report, None).unwrap();
    let mut mapping = Mapping::guess(&register, scope.edition).unwrap();
    mapping.set_word(ogi::tally::Vocabulary::Outcomes, "已阅", None);
    let tally = tally(&register, &mapping, scope).unwrap();
    let (comparison, filled) = (tally.compare(&report), tally.report(None));
    let compared = Some(("report-2025.txt", &comparison));
    let tallied = TalliedRegister::new("register.csv", &mapping, &tally, &filled, compared);
    let json = serde_json::to_value(tallied).unwrap();
    assert_eq!(errors("tally.schema.json", &json), Vec::<String>::new());
    assert_eq!(errors("report.schema.json", &json["report"]), Vec::<String>::new());
    assert!(
        json["left_over"].get(0).is_some() && json["comparison"]["differences"].get(0).is_some()
    );

    let mut wrong = json;
    wrong["left_over"][0]["why"] = json!([]);
    assert!(!errors("tally.schema.json", &wrong).is_empty());
}
