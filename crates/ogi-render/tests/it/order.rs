//! Errors before warnings before hints, in every output.

use ogi_check::{Envelope, FileOutcome, Language, Policy, Severity, check};
use ogi_model::{Cell, CellId, Column, Reading, Report, Row};
use ogi_render::{Entry, Html, Overview};

use crate::findings::sarif;
use crate::page::elements;
use crate::reports;
use crate::xlsx::part;

/// A hint about the first cell, an error about the last, warnings about none.
fn mixed() -> Reading {
    let mut report: Report = reports::sound();
    report.set(CellId::new(Row::Rules, Column::Issued), Cell::Blank);
    report.set(CellId::new(Row::LitigationAfterReconsideration, Column::Total), 7);
    report.problems = Some("无".into());
    Reading::of_report(report)
}

/// Where the words of findings stand in an output; each is there.
fn places(output: &str, words: &[&str]) -> Vec<usize> {
    words.iter().map(|it| output.find(it).unwrap_or_else(|| panic!("{it} in {output}"))).collect()
}

#[test]
fn the_worst_come_first_everywhere() {
    let reading = mixed();
    let policy = Policy::default();
    let outcome = check(&reading, &policy);
    let levels: Vec<_> = outcome.findings.iter().map(|it| it.severity).collect();
    assert!(levels.is_sorted_by(|a, b| a >= b), "{levels:?}");
    assert!(Severity::ALL.iter().all(|it| levels.contains(it)), "{levels:?}");
    assert!(outcome.findings.iter().enumerate().all(|(n, it)| it.id == n + 1));

    let files = [FileOutcome::new("a.txt", &reading, &outcome)];
    let messages: Vec<_> = outcome.findings.iter().map(|it| &*it.message.zh).collect();
    let mut overview = Overview::new(Language::Zh);
    overview.push(Entry::new(&files[0], Language::Zh));
    let strings = |book: Vec<u8>| part(&book, "xl/sharedStrings.xml");
    let page = Html::new().findings(&reading, &outcome);
    let index = elements(&page).into_iter().find(|it| it.class().starts_with("verdict")).unwrap();
    let outputs = [
        serde_json::to_string(&Envelope::new(&files)).unwrap(),
        sarif(&files, Language::Zh)["runs"][0]["results"].to_string(),
        ogi_render::junit(&files, &policy, Language::Zh),
        ogi_render::summary(&files, Language::Zh),
        index.text,
        strings(ogi_render::xlsx_with_findings(&reading, &outcome).unwrap()),
        strings(ogi_render::xlsx_overview(&overview).unwrap()),
    ];
    for output in outputs {
        let found = places(&output, &messages);
        assert!(found.is_sorted(), "{found:?} in {output}");
    }
    // The rules of an overview and of statistics too.
    let rules: Vec<_> = overview.statistics().rules().into_iter().map(|it| it.severity).collect();
    assert!(rules.is_sorted_by(|a, b| a >= b) && rules.len() > 2, "{rules:?}");
}
