//! The user's own file: with comments it is the same report, and of what is put right nothing else changes.
#![cfg(all(feature = "docx", feature = "xlsx", feature = "html"))]
// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod python;

use std::io::{Cursor, Read as _};

use ogi::check::{Language, repair};
use ogi::{Format, Outcome, Policy, ReadOptions, Reading, Report};
use ogi_testkit::{Document, Generator, HtmlStyle, plant, rng};
use zip::ZipArchive;

fn read(bytes: &[u8]) -> Reading {
    ogi::read(bytes, &ReadOptions::default()).unwrap()
}

fn check(reading: &Reading) -> Outcome {
    ogi::check(reading, &Policy::default())
}

/// A sound report with one figure made wrong.
fn wrong(seed: u64) -> Report {
    let mut report = Generator::new(seed).report();
    plant(&mut report, &mut rng(seed)).unwrap();
    report
}

/// A report as all kinds of files that end so, by our own writers and as others make them.
fn files(
    report: &Report,
    is_wanted: fn(&Document) -> bool,
    own: &[Format],
) -> Vec<(String, Vec<u8>)> {
    let others = Document::ALL.iter().filter(|it| is_wanted(it));
    let others = others.map(|it| (it.to_string(), it.write(report)));
    let own = own.iter().map(|format| {
        let mut written = Vec::new();
        ogi::write(report, *format, &mut written).unwrap();
        (format!("own {format}"), written)
    });
    others.chain(own).collect()
}

fn packages(report: &Report) -> Vec<(String, Vec<u8>)> {
    let is_package = |it: &Document| matches!(it, Document::Docx(_) | Document::Xlsx(_));
    files(report, is_package, &[Format::Docx, Format::Xlsx])
}

/// All parts of a package.
fn parts(bytes: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let all = 0..archive.len();
    all.map(|at| {
        let mut entry = archive.by_index(at).unwrap();
        let mut part = Vec::new();
        entry.read_to_end(&mut part).unwrap();
        (entry.name_raw().to_vec(), part)
    })
    .collect()
}

#[test]
fn with_comments_it_is_the_same_report_with_the_same_findings() {
    let mut comments = 0;
    for seed in 0..3 {
        for (name, bytes) in packages(&wrong(seed)) {
            let reading = read(&bytes);
            let outcome = check(&reading);
            assert!(!outcome.findings.is_empty(), "{name}");
            for language in Language::ALL {
                let annotated = ogi::annotate(&bytes, &reading, &outcome, *language, None).unwrap();
                let again = read(&annotated);
                assert_eq!(again, reading, "{name} {seed}");
                assert_eq!(check(&again).findings, outcome.findings, "{name} {seed}");
                // Every finding is said once, and the errors among those of a place first.
                let said = parts(&annotated)
                    .into_iter()
                    .filter(|it| String::from_utf8_lossy(&it.0).contains("comments"));
                let said: String = said.map(|it| String::from_utf8(it.1).unwrap()).collect();
                for finding in outcome.open() {
                    assert!(
                        said.contains(&format!("{})", finding.rule.id))
                            || said.contains(&format!("{}）", finding.rule.id))
                    );
                }
                comments += said.matches("<w:comment ").count() + said.matches("<comment ").count();
            }
            // What is annotated once more keeps what was said.
            let once = ogi::annotate(&bytes, &reading, &outcome, Language::Zh, None).unwrap();
            let twice = ogi::annotate(&once, &reading, &outcome, Language::Zh, None).unwrap();
            assert_eq!(read(&twice), reading, "{name} {seed}");
        }
    }
    assert!(comments > 50, "{comments}");
}

#[test]
fn what_is_put_right_changes_nothing_else() {
    let mut repairs = 0;
    for seed in 0..4 {
        for (name, bytes) in packages(&wrong(seed)) {
            let reading = read(&bytes);
            let outcome = check(&reading);
            let Ok(repaired) = repair(&reading.report, &outcome, &[1]) else { continue };
            let changed =
                ogi::repair_in_place(&bytes, &reading, &repaired, &ReadOptions::default()).unwrap();
            repairs += 1;
            assert_eq!(read(&changed.bytes).report, repaired.report, "{name} {seed}");
            let (before, after) = (parts(&bytes), parts(&changed.bytes));
            let different = before.iter().zip(&after).filter(|(old, new)| old != new);
            let different: Vec<_> =
                different.map(|(old, _)| String::from_utf8_lossy(&old.0).into_owned()).collect();
            assert_eq!(before.len(), after.len());
            let texts = ["word/document.xml", "xl/sharedStrings.xml"];
            let may = |it: &str| texts.contains(&it) || it.starts_with("xl/worksheets/");
            assert!(!different.is_empty() && different.iter().all(|it| may(it)), "{different:?}");
        }
    }
    assert!(repairs > 20, "{repairs}");
}

/// As long as the figures are texts of the page.
#[test]
fn of_a_page_only_the_figure_changes() {
    let (mut repairs, mut fields) = (0, 0);
    for seed in 0..4 {
        let is_page = |it: &Document| matches!(it, Document::Html(_));
        for (name, bytes) in files(&wrong(seed), is_page, &[Format::Html]) {
            let reading = read(&bytes);
            let outcome = check(&reading);
            let Ok(repaired) = repair(&reading.report, &outcome, &[1]) else { continue };
            let options = ReadOptions::default();
            let changed = ogi::repair_in_place(&bytes, &reading, &repaired, &options);
            if name == Document::Html(HtmlStyle::Split).to_string() {
                assert_eq!(changed.unwrap_err().kind(), "no-plain-figure");
                fields += 1;
                continue;
            }
            let changed = changed.unwrap_or_else(|error| panic!("{name} {seed}: {error}")).bytes;
            assert_eq!(read(&changed).report, repaired.report, "{name} {seed}");
            let same = bytes.iter().zip(&changed).take_while(|(a, b)| a == b).count();
            let back = bytes.iter().rev().zip(changed.iter().rev()).take_while(|(a, b)| a == b);
            // Digits, or the elements that an editor has put around each.
            let differs = bytes.len() - same - back.count().min(bytes.len() - same);
            let most = 200 * repaired.log.len() * if repaired.log.len() > 1 { 1_000 } else { 1 };
            assert!(differs <= most, "{name}: {differs}");
            repairs += 1;
        }
    }
    assert!(repairs > 15 && fields > 0, "{repairs} {fields}");
}
