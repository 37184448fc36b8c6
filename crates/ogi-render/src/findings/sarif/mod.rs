//! SARIF 2.1.0, what code hosts and editors read.

mod fixes;

use ogi_check::{FileOutcome, Finding, Outcome, RULES, Rule, Subject};
use ogi_model::{CellId, LineIndex, Place, Report};
use ogi_model::{Language, Severity};
use serde_json::{Value, json};

use super::{message, place};
use crate::uri;
use fixes::fix;

/// The most results of a run that code hosts take. What is more is left out, the least severe first, and a notification
/// says so.
pub const SARIF_RESULTS: usize = 25_000;

/// How many explanations a finding shows, the likeliest first.
const MOST: usize = 3;

/// What checks found, as one run of [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
///
/// Every rule is described, every finding has its place and its cell, and what a policy waives is suppressed
/// with the reason. JSON, indented, with a line break at the end. The verdict on each file stands in the properties of the run. What may have gone wrong stands in the properties of a finding, and where the figures stand by
/// themselves in text, among its `fixes`, for editors to offer. Files that could not be read are notifications. Messages are in one language.
///
/// ```
/// use ogi_check::{FileOutcome, Language, Policy};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::NewlyReceived, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).set(total, -1).build()?;
/// let policy = Policy::default().with_select(["t3-count"]);
/// let outcome = ogi_check::check(&report, &policy);
/// let text = ogi_render::sarif(&[FileOutcome::new("示例.txt", &report, &outcome)], Language::En);
/// let sarif: serde_json::Value = serde_json::from_str(&text)?;
/// assert_eq!(sarif["version"], "2.1.0");
/// assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "t3-count");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sarif(files: &[FileOutcome<'_>], language: Language) -> String {
    format!("{:#}\n", run(files, language))
}

fn run(files: &[FileOutcome<'_>], language: Language) -> Value {
    let mut results = Vec::new();
    let mut notifications = Vec::new();
    let mut verdicts = Vec::new();
    let rules = rules(files);
    for file in files {
        match file.result() {
            Ok((subject, outcome)) => {
                verdicts.push(json!({
                    "path": file.path(),
                    "verdict": outcome.verdict.key(),
                    "meaning": language.of(&outcome.meaning()),
                }));
                results.extend(of_outcome(file.path(), &subject, outcome, &rules, language));
            }
            Err(error) => notifications.push(json!({
                "level": "error",
                "message": { "text": crate::line::printable(error.message) },
                "descriptor": { "id": error.kind },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri::of_path(file.path()) } } }],
            })),
        }
    }
    let is_whole = notifications.is_empty();
    let left_out = cut(&mut results);
    if left_out > 0 {
        let text = match language {
            Language::Zh => format!(
                "问题超过{SARIF_RESULTS}处，另有{left_out}处（级别较低的）没有列出；请分批核对"
            ),
            Language::En => format!(
                "there are more than {SARIF_RESULTS} findings: {left_out} of the lesser ones are left out; check in parts"
            ),
        };
        notifications.push(json!({
            "level": "warning",
            "message": { "text": text },
            "descriptor": { "id": "results-left-out" },
        }));
    }
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "ogi",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language.pick("zh-CN", "en"),
                "rules": rules.iter().map(|rule| of_rule(rule, language)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": is_whole,
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
            "properties": { "verdicts": verdicts },
        }],
    })
}

/// Every rule, those of a program's own after ours.
fn rules(files: &[FileOutcome<'_>]) -> Vec<&'static Rule> {
    let mut rules = RULES.to_vec();
    for (_, outcome) in files.iter().filter_map(|it| it.result().ok()) {
        rules.extend(outcome.own_rules.iter().filter(|it| !rules.contains(it)).collect::<Vec<_>>());
    }
    rules
}

/// Leaves out what is more than a run may have, and says how much that is: first what is least severe, then what comes last.
fn cut(results: &mut Vec<Value>) -> usize {
    let left_out = results.len().saturating_sub(SARIF_RESULTS);
    if left_out > 0 {
        let weight = |it: &Value| match it["level"].as_str() {
            Some("error") => 0,
            Some("warning") => 1,
            _ => 2,
        };
        results.sort_by_key(weight);
        results.truncate(SARIF_RESULTS);
    }
    left_out
}

fn of_rule(rule: &Rule, language: Language) -> Value {
    let text = |words| json!({ "text": language.of_words(words) });
    json!({
        "id": rule.id,
        "shortDescription": text(rule.title),
        "fullDescription": text(rule.statement),
        "help": text(rule.basis.source),
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn of_outcome<'a>(
    path: &'a str,
    subject: &'a Subject<'a>,
    outcome: &'a Outcome,
    rules: &'a [&'static Rule],
    language: Language,
) -> impl Iterator<Item = Value> {
    let lines = LineIndex::new(subject.text());
    outcome.findings.iter().map(move |it| {
        let mut result = of_finding(path, subject.report(), it, &lines, rules, language);
        let explained: Vec<_> = outcome.explanations_of(it).take(MOST).collect();
        if !explained.is_empty() {
            result["properties"]["explanations"] = json!(explained);
        }
        let fixes: Vec<_> =
            explained.iter().filter_map(|it| fix(path, subject, it, &lines, language)).collect();
        if !fixes.is_empty() {
            result["fixes"] = json!(fixes);
        }
        result
    })
}

fn of_finding(
    path: &str,
    report: &Report,
    finding: &Finding,
    lines: &LineIndex<'_>,
    rules: &[&Rule],
    language: Language,
) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.id,
        "ruleIndex": rules.iter().position(|it| *it == finding.rule),
        "level": level(finding.severity),
        "message": { "text": message(finding, language) },
        "locations": [{
            "physicalLocation": physical(path, finding.place.as_ref(), lines, language),
            "logicalLocations": finding.cell.iter().map(logical).collect::<Vec<_>>(),
        }],
        "partialFingerprints": { "agencyYearRuleCellValue/v1": fingerprint(report, finding) },
        "properties": {
            "observed": finding.observed.map(|it| it.to_string()),
            "expected": finding.expected.map(|it| it.to_string()),
            "residual": finding.residual.map(|it| it.to_string()),
            "cells": finding.cells.iter().map(CellId::to_string).collect::<Vec<_>>(),
        },
    });
    if let Some(waived) = &finding.waived {
        let reason = crate::line::printable(&waived.reason);
        result["suppressions"] = json!([{ "kind": "external", "justification": reason }]);
    }
    result
}

fn physical(path: &str, at: Option<&Place>, lines: &LineIndex<'_>, language: Language) -> Value {
    let artifact = json!({ "uri": uri::of_path(path) });
    match at {
        Some(Place::Text { start, end }) => {
            json!({ "artifactLocation": artifact, "region": region(*start, *end, lines) })
        }
        // Tables and pages have no lines: the place is stated in words.
        Some(_) => json!({
            "artifactLocation": { "uri": uri::of_path(path), "description": { "text": place(at, lines, language) } },
        }),
        None => json!({ "artifactLocation": artifact }),
    }
}

fn region(start: u32, end: u32, lines: &LineIndex<'_>) -> Value {
    let (first, last) = (lines.at(start as usize), lines.at(end as usize));
    json!({
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    })
}

fn logical(cell: &CellId) -> Value {
    json!({ "fullyQualifiedName": cell.to_string(), "kind": "member" })
}

/// What a finding keeps when lines move: the same as the key of a waiver.
fn fingerprint(report: &Report, finding: &Finding) -> String {
    let cell = finding.cell.map(|cell| cell.to_string()).unwrap_or_default();
    let year = report.year.map(|it| it.to_string()).unwrap_or_default();
    let agency = report.agency.as_deref().unwrap_or_default();
    [agency, &year, finding.rule.id, &cell, &finding.printed].join("|")
}
