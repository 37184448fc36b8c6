//! What checks found, for other programs: SARIF against its schema, JUnit and Markdown as committed.

use ogi_check::{FileOutcome, Language, Outcome, Policy, Rule, Severity, Waiver, check};
use ogi_model::{CellId, Column, Edition, Place, Reading, Report, Row, Section};
use ogi_render::{SARIF_RESULTS, junit, summary};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../schema/sarif-2.1.0.json");
const HOSTILE: &str = "示例市|<局>\u{1b}[2J`*\"'&";

fn reading(agency: &str) -> Reading {
    let upheld = CellId::new(Row::Reconsideration, Column::Upheld);
    let total = CellId::new(Row::Reconsideration, Column::Total);
    let report = Report::builder(Edition::E2021)
        .agency(agency)
        .year(2024)
        .set(upheld, 3)
        .set(total, 0)
        .set(CellId::new(Row::NewlyReceived, Column::Total), -1)
        .narrative(Section::Overview, "无")
        .build()
        .unwrap();
    let mut reading = Reading::of_report(report);
    reading.text = "行政复议 3\n总计 0\n".into();
    reading.sources.set(total, Place::Text { start: 22, end: 23 });
    reading
}

fn outcome(reading: &Reading) -> (Policy, Outcome) {
    let waiver = Waiver {
        agency: reading.report.agency.clone(),
        year: Some(2024),
        rule: Rule::find("t3-count").unwrap(),
        cell: Some(CellId::new(Row::NewlyReceived, Column::Total)),
        printed: "-1".into(),
        reason: "已更正".into(),
        expires: None,
    };
    let policy = Policy::default().with_waivers([waiver]);
    let outcome = check(reading, &policy);
    (policy, outcome)
}

pub(crate) fn sarif(files: &[FileOutcome<'_>], language: Language) -> Value {
    serde_json::from_str(&ogi_render::sarif(files, language)).unwrap()
}

fn valid(sarif: &Value) -> Result<(), String> {
    // As published, one pattern has a bracket too many, and is no regular expression.
    let schema = SCHEMA.replace("^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}-[a-zA-Z]{2}$");
    assert_ne!(schema, SCHEMA);
    let schema = serde_json::from_str(&schema).unwrap();
    let errors: Vec<_> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(sarif)
        .map(|it| it.to_string())
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

#[test]
fn sarif_is_what_its_schema_says() {
    let reading = reading("示例市民政局");
    let (_, outcome) = outcome(&reading);
    let files = [
        FileOutcome::new("年报 1.txt", &reading, &outcome),
        FileOutcome::failed("b\\c:d.ofd", "format", "save it as .docx"),
    ];
    for language in Language::ALL {
        let sarif = sarif(&files, *language);
        valid(&sarif).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        let of = |rule: &str| results.iter().find(|it| it["ruleId"] == rule).unwrap();
        let region = &of("t4-sum")["locations"][0]["physicalLocation"]["region"];
        assert_eq!((&region["startLine"], &region["startColumn"]), (&2.into(), &4.into()));
        assert_eq!(of("t3-count")["suppressions"][0]["justification"], "已更正");
        assert_eq!(of("t4-sum")["suppressions"], Value::Null);
        assert_eq!(results.len(), outcome.findings.len());
    }
    // The schema can fail.
    let mut wrong = sarif(&files, Language::En);
    wrong["runs"][0]["results"][0]["level"] = "bad".into();
    assert!(valid(&wrong).is_err());
}

/// By its fingerprint a finding is known again as a waiver knows it: no two of a report are one.
#[test]
fn fingerprints_are_the_keys_of_waivers() {
    let missing = Section::ALL.iter().map(|section| ogi_model::Note {
        kind: ogi_model::NoteKind::SectionMissing { section: *section },
        place: Place::Text { start: 0, end: 0 },
    });
    let reading = Reading { notes: missing.collect(), ..reading("示例市民政局") };
    let outcome = check(&reading, &Policy::default());
    let of_parts = outcome.findings.iter().filter(|it| it.rule.id == "doc-section-missing");
    assert_eq!(of_parts.count(), Section::ALL.len());
    let sarif = sarif(&[FileOutcome::new("a.txt", &reading, &outcome)], Language::Zh);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    for (result, finding) in results.iter().zip(&outcome.findings) {
        let print = result["partialFingerprints"]["agencyYearRuleCellValue/v1"].as_str().unwrap();
        let cell = finding.cell.map(|it| it.to_string()).unwrap_or_default();
        let key = ["示例市民政局", "2024", finding.rule.id, &cell, &finding.printed];
        assert_eq!(print, key.join("|"));
        let same = |it: &&Value| it["partialFingerprints"] == result["partialFingerprints"];
        assert_eq!(results.iter().filter(same).count(), 1, "{print}");
    }
    assert_eq!(results.len(), outcome.findings.len());
}

/// Code hosts refuse a run with more.
#[test]
fn a_run_has_no_more_results_than_code_hosts_take() {
    let reading = reading("示例市民政局");
    let (_, outcome) = outcome(&reading);
    let findings = outcome.findings.len();
    let errors = outcome.findings.iter().filter(|it| it.severity == Severity::Error).count();
    assert!(errors > 0 && errors < findings);
    let one = FileOutcome::new("a.txt", &reading, &outcome);
    let files = vec![one; SARIF_RESULTS / findings];
    let whole = sarif(&files, Language::En);
    let notices = &whole["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(*notices, json!([]));

    let files = vec![one; SARIF_RESULTS / findings + 3];
    let run = &sarif(&files, Language::En)["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), SARIF_RESULTS);
    // What is an error is there.
    let kept = results.iter().filter(|it| it["level"] == "error").count();
    assert_eq!(kept, errors * files.len());
    let notice = &run["invocations"][0]["toolExecutionNotifications"][0];
    assert_eq!(notice["descriptor"]["id"], "results-left-out");
    let left_out = findings * files.len() - SARIF_RESULTS;
    assert!(notice["message"]["text"].as_str().unwrap().contains(&format!(": {left_out} of")));
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}

/// Only what stands by itself in the text is replaced: the part that could be wrong instead has no place.
#[test]
fn explanations_are_fixes_where_text_can_be_replaced() {
    let reading = reading("示例市民政局");
    let (_, outcome) = outcome(&reading);
    let of = |reading: &Reading| {
        let sarif = sarif(&[FileOutcome::new("a.txt", reading, &outcome)], Language::En);
        valid(&sarif).unwrap();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        results.iter().find(|it| it["ruleId"] == "t4-sum").unwrap().clone()
    };
    let result = of(&reading);
    assert_eq!(result["properties"]["explanations"][0]["mechanism"]["id"], "total-left-zero");
    let fixes = result["fixes"].as_array().unwrap();
    assert_eq!(fixes.len(), 1);
    let replacement = &fixes[0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "3");
    let region = &replacement["deletedRegion"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&2.into(), &4.into()));
    assert_eq!((&region["endLine"], &region["endColumn"]), (&2.into(), &5.into()));

    // A place that holds more than the figure is not replaced.
    let mut remark = reading;
    let total = CellId::new(Row::Reconsideration, Column::Total);
    remark.sources.set(total, Place::Text { start: 15, end: 23 });
    assert_eq!(of(&remark)["fixes"], Value::Null);
}

#[test]
fn sarif_names_files_by_references() {
    let report = Report::new();
    let outcome = check(&report, &Policy::default());
    let of = |path| {
        let sarif = sarif(&[FileOutcome::new(path, &report, &outcome)], Language::En);
        valid(&sarif).unwrap();
        let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"].as_str().unwrap().to_owned()
    };
    assert_eq!(of("2025/年报 1.txt"), "2025/%E5%B9%B4%E6%8A%A5%201.txt");
    assert_eq!(of(r"2025\a.txt"), "2025/a.txt");
    assert_eq!(of("c:a?b#c%20"), "c%3Aa%3Fb%23c%2520");
}

#[test]
fn junit_and_markdown_as_committed() {
    let reading = reading("示例市民政局");
    let (policy, outcome) = outcome(&reading);
    let files = [
        FileOutcome::new("a.txt", &reading, &outcome),
        FileOutcome::failed("b.ofd", "format", "save it as .docx"),
    ];
    let policy = policy.with_select(["t3-", "t4-"]);
    insta::assert_snapshot!("junit", junit(&files, &policy, Language::En));
    insta::assert_snapshot!("summary-zh", summary(&files, Language::Zh));
    insta::assert_snapshot!("summary-en", summary(&files, Language::En));
}

#[test]
fn text_of_a_report_stays_text() {
    let reading = reading(HOSTILE);
    let (policy, outcome) = outcome(&reading);
    let path = "<a>|\u{1b}.txt";
    let files =
        [FileOutcome::new(path, &reading, &outcome), FileOutcome::failed(path, "io", HOSTILE)];
    let xml = junit(&files, &policy, Language::Zh);
    let markdown = summary(&files, Language::Zh);
    let sarif = sarif(&files, Language::Zh);
    valid(&sarif).unwrap();
    for text in [&xml, &markdown, &sarif.to_string()] {
        assert!(!text.contains('\u{1b}'));
    }
    assert!(xml.contains("&lt;局&gt;") && !xml.contains("<局>"));
    // A bar in a name makes no cell.
    let bars = |line: &str| line.replace(r"\|", "").matches('|').count();
    let rows: Vec<_> = markdown.lines().filter(|it| it.starts_with('|')).map(bars).collect();
    assert_eq!(rows, [9, 9, 9, 9]);
}
