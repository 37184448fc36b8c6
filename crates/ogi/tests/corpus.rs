//! Real published reports, read from where they are kept beside the repository. Their truth was written by hand.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};

use ogi::solve::{Budget, Explanation, System};
use ogi::{CellId, Column, Format, Policy, ReadOptions, Reading, Row, TableId};
use ogi_testkit::{Channel, Corruption, rng};

/// The folder of real reports. Says so loudly when it is not there: a clone elsewhere has none.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("!!! SKIPPED: no real reports at {}", folder.display());
    None
}

fn read(folder: &Path, name: &str) -> Reading {
    let bytes = fs::read(folder.join(name)).unwrap();
    ogi::read(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Money is compared by value: a unit in the cell, converted, may leave zeros at its end.
fn same(stated: &serde_json::Value, got: &serde_json::Value) -> bool {
    let decimal = |it: &serde_json::Value| it.as_str()?.parse::<ogi::Decimal>().ok();
    stated == got || decimal(stated).is_some_and(|it| Some(it) == decimal(got))
}

/// Compares every figure of the truth: how many were right, and how many are not readable.
fn compare(folder: &Path, name: &str) -> (usize, usize) {
    let stem = name.split('.').next().unwrap();
    let truth = fs::read_to_string(folder.join(format!("{stem}.truth.json"))).unwrap();
    let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
    let reading = read(folder, name);
    let report = &reading.report;
    let (mut right, mut unreadable) = (0, 0);
    for cell in CellId::all() {
        let stated = &truth[cell.table().key()][cell.row().key()];
        let got = serde_json::to_value(&report[cell]).unwrap();
        match stated.get(cell.column().key()) {
            None => assert!(!report[cell].is_present(), "{name}: {cell} is not in the source"),
            Some(_) if report[cell].unreadable().is_some() || !report[cell].is_present() => {
                unreadable += 1
            }
            Some(stated) => {
                assert!(same(stated, &got), "{name}: {cell} is {stated}, read {got}");
                assert!(reading.place(cell).is_some(), "{name}: {cell} has no place");
                right += 1;
            }
        }
    }
    assert_eq!(truth["agency"].as_str(), report.agency.as_deref(), "{name}");
    assert_eq!(truth["year"].as_u64(), report.year.map(u64::from), "{name}");
    let published = report.published.map(|it| it.to_string());
    assert_eq!(truth["published"].as_str(), published.as_deref(), "{name}");
    (right, unreadable)
}

#[test]
fn every_source_with_a_unique_reading_is_read_whole() {
    let Some(folder) = corpus() else { return };
    let mut names = vec![
        "blank-form-2021.docx",
        "hongze-2023.layout.txt",
        "huaian-2024.layout.txt",
        "lvyuan-office-2025.txt",
        "shanghai-office-2019.html",
        "shuyang-fgj-2023.html",
    ];
    if cfg!(feature = "pdf") {
        names.extend(["hongze-2023.pdf", "huaian-2024.pdf"]);
    } else {
        eprintln!("!!! SKIPPED: PDF, without the feature");
    }
    for name in names {
        let (right, unreadable) = compare(&folder, name);
        println!("{name}: {right} figures right, {unreadable} unreadable");
        assert_eq!(unreadable, 0, "{name}");
    }
}

/// Equal, or not readable any more where a format has no way to say it; never another figure.
#[test]
fn every_format_keeps_real_reports() {
    let Some(folder) = corpus() else { return };
    let names = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().file_name());
    let mut names: Vec<_> = names.map(|it| it.into_string().unwrap()).collect();
    names.retain(|it| !it.ends_with(".json") && (cfg!(feature = "pdf") || !it.ends_with(".pdf")));
    names.sort();
    for name in names {
        let report = read(&folder, &name).report;
        for format in Format::ALL.iter().filter(|it| **it != Format::Json) {
            let mut written = Vec::new();
            ogi::write(&report, *format, &mut written).unwrap();
            let again = ogi::read(&written, &ReadOptions::default())
                .unwrap_or_else(|error| panic!("{name} as {format}: {error}"))
                .report;
            let mut lost = 0;
            for cell in CellId::all() {
                let (wrote, got) = (&report[cell], &again[cell]);
                let is_lost = wrote != got && got.unreadable().is_some();
                lost += usize::from(is_lost && wrote.unreadable().is_none());
                let was_absent = !wrote.is_present() && got.is_blank();
                assert!(
                    is_lost || wrote == got || was_absent,
                    "{name} as {format}: {cell} is {wrote:?}, read {got:?}"
                );
            }
            println!("{name} as {format}: {lost} figures not readable any more");
            assert_eq!(again.agency, report.agency, "{name} as {format}");
            assert_eq!(again.year, report.year, "{name} as {format}");
            assert_eq!(again.published, report.published, "{name} as {format}");
            for section in ogi::Section::ALL {
                let (wrote, got) = (report.narrative(*section), again.narrative(*section));
                assert_eq!(got, wrote, "{name} as {format}");
            }
        }
    }
}

#[test]
fn the_two_totals_left_at_0_are_found() {
    let Some(folder) = corpus() else { return };
    let outcome = ogi::check(&read(&folder, "hongze-2023.layout.txt"), &Policy::default());
    let found: Vec<_> = outcome
        .findings
        .iter()
        .filter(|it| it.rule.id == "t4-sum")
        .map(|it| (it.cell, it.expected.and_then(|it| it.exactly()).and_then(|it| it.whole())))
        .collect();
    let total = |row| Some(CellId::new(row, Column::Total));
    let expected = [
        (total(Row::Reconsideration), Some(11)),
        (total(Row::LitigationAfterReconsideration), Some(5)),
    ];
    assert_eq!(found, expected);
    assert!(!outcome.accepted);
}

#[test]
fn sound_reports_are_accepted() {
    let Some(folder) = corpus() else { return };
    for name in ["lvyuan-office-2025.txt", "huaian-2024.layout.txt"] {
        let outcome = ogi::check(&read(&folder, name), &Policy::default());
        assert!(outcome.accepted, "{name}: {:#?}", outcome.findings);
    }
}

/// 洪泽 2023: two totals of table four are 0. Each is likelier wrong than its parts, and one equation alone is not certain.
#[test]
fn explained_totals_left_at_zero() {
    let Some(folder) = corpus() else { return };
    let outcome = ogi::check(&read(&folder, "hongze-2023.layout.txt"), &Policy::default());
    let stories = outcome.stories();
    let likeliest: Vec<_> = stories
        .iter()
        .map(|story| {
            let first = story.explanations[0];
            assert!((0.5..0.99).contains(&first.posterior), "{first:?}");
            (first.mechanism.id, first.edits[0].cell, first.edits[0].to.whole())
        })
        .collect();
    let total = |row| CellId::new(row, Column::Total);
    assert_eq!(
        likeliest,
        [
            ("total-left-zero", total(Row::Reconsideration), Some(11)),
            ("total-left-zero", total(Row::LitigationAfterReconsideration), Some(5)),
        ]
    );
    // That the only part of the second was made up is the less likely explanation.
    assert_eq!(stories[1].explanations.len(), 2);
}

/// What the text of each real report says against itself or its tables; each was looked at in the source.
const TEXT_FINDINGS: [(&str, &[&str]); 5] = [
    ("huaian-2024.layout.txt", &[]),
    ("hongze-2023.layout.txt", &[]),
    ("lvyuan-office-2025.txt", &[]),
    // Its parts do not reach the total that it names, and one percentage follows from no reading of its numbers.
    ("shanghai-office-2019.html", &["text-parts", "text-percent"]),
    ("shuyang-fgj-2023.html", &[]),
];

#[test]
fn sentences_are_contradicted_only_where_they_are_wrong() {
    let Some(folder) = corpus() else { return };
    let policy = Policy::default().with_select(["text-", "doc-number"]);
    for (name, expected) in TEXT_FINDINGS {
        let reading = read(&folder, name);
        let outcome = ogi::check(&reading, &policy);
        let found: Vec<_> = outcome.findings.iter().map(|it| it.rule.id).collect();
        assert_eq!(found, expected, "{name}");
        assert!(!reading.claims.is_empty() && outcome.accepted, "{name}");
        assert!(outcome.findings.iter().all(|it| it.place.is_some()), "{name}");
    }
}

/// Figures of other bodies beside the agency's own are of another scope, and no contradiction.
#[test]
fn figures_of_others_are_stated_apart() {
    use ogi::check::{Agreement, verdicts};
    use ogi::model::{ClaimValue, Hedge};

    let Some(folder) = corpus() else { return };
    let reading = read(&folder, "lvyuan-office-2025.txt");
    let of_others: Vec<_> = verdicts(&reading)
        .into_iter()
        .filter(|it| it.verdict == Agreement::OtherScope)
        .map(|it| (reading.claims[it.claim].value, reading.claims[it.claim].hedge))
        .collect();
    assert_eq!(of_others, [(ClaimValue::Count(200), Hedge::Over)]);
}

/// Complete real tables, made wrong: the ways whose undoing the sums determine, with the least share that is found.
const FOUND: [(Corruption, f64); 8] = [
    (Corruption::OneSlip, 1.0),
    (Corruption::TwoSlips, 0.985),
    (Corruption::TwoInOneRow, 0.94),
    (Corruption::ThreeSlips, 0.97),
    (Corruption::FourSlips, 0.6),
    (Corruption::MovedColumn, 0.86),
    (Corruption::MovedRow, 0.86),
    (Corruption::CarriedIntoRowTotal, 0.45),
];

/// The figures of real reports are not those of the generator.
#[test]
fn errors_planted_in_real_tables_are_found() {
    const CASES: u64 = 60;
    let Some(folder) = corpus() else { return };
    let (mut sure, mut right_of_sure) = (0, 0);
    for (corruption, least) in FOUND {
        let (mut cases, mut found) = (0, 0);
        for name in ["huaian-2024.layout.txt", "lvyuan-office-2025.txt", "hongze-2023.layout.txt"] {
            let sound = read(&folder, name).report;
            for seed in 0..CASES {
                let mut wrong = sound.clone();
                let channel = Channel::ALL[seed as usize % Channel::ALL.len()];
                let corrupted = corruption.apply(&mut wrong, channel, &mut rng(seed));
                let explanations = System::of_report(&wrong).localise(Budget::default());
                // Table four of one of them is broken as it was published.
                let of_three = |it: &&Explanation| {
                    it.edits.iter().all(|it| it.cell.table() == TableId::Applications)
                };
                let likeliest = explanations.explanations.iter().find(of_three);
                let right = likeliest.is_some_and(|it| {
                    let edits: Vec<_> = it.edits.iter().map(|it| (it.cell, it.to)).collect();
                    edits == corrupted.iter().map(|it| (it.cell, it.from)).collect::<Vec<_>>()
                });
                cases += 1;
                found += usize::from(right);
                // Four are never claimed; three that mend them may be.
                if corruption != Corruption::FourSlips
                    && likeliest.is_some_and(|it| it.posterior >= 0.9)
                {
                    sure += 1;
                    right_of_sure += usize::from(right);
                }
            }
        }
        let share = found as f64 / cases as f64;
        eprintln!("{}: {share:.3} of {cases}", corruption.title());
        assert!(share >= least, "{}: {share:.3}", corruption.title());
    }
    eprintln!("sure: {sure}, right: {right_of_sure}");
    assert!(right_of_sure as f64 >= 0.99 * sure as f64, "{right_of_sure} of {sure}");
}
