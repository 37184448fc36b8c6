//! Findings as text, on whatever was read.

#![cfg(feature = "terminal")]

use ogi::model::{Note, NoteKind};
use ogi::terminal::{Language, Printer};
use ogi::{CellId, Column, Place, Policy, ReadOptions, Reading, Report, Row, Severity};
use ogi_testkit::{Generator, Layout, Mess, plant, rng};

/// Prints in both languages; nothing that could steer a terminal is in it.
fn print(reading: &Reading) -> [String; 2] {
    let outcome = ogi::check(reading, &Policy::default());
    [Language::Zh, Language::En].map(|language| {
        let text = Printer::new(language).outcome("report.txt", reading, &outcome);
        assert_eq!(shown(&text, language), outcome.open().count(), "{text}");
        assert!(!text.contains(|it: char| it.is_control() && it != '\n'), "{text:?}");
        for finding in &outcome.findings {
            assert!(text.contains(&format!("[{}]", finding.rule)), "{finding:?}\n{text}");
        }
        text
    })
}

/// How many findings are shown: those with a heading, and the cells that a heading names beside its own.
fn shown(text: &str, language: Language) -> usize {
    let (before, after, comma) = match language {
        Language::Zh => ("另有", "处同样的问题：", "、"),
        Language::En => ("the same of ", " more: ", ", "),
    };
    let heads = Severity::ALL.iter().map(|it| format!("{}[", it.in_words(language)));
    let heads: Vec<_> = heads.collect();
    let others = |line: &str| {
        let (count, names) = line.split_once(before)?.1.split_once(after)?;
        let count: usize = count.parse().ok()?;
        assert!(names.split(comma).count() >= count, "{line}");
        Some(count)
    };
    let headed = |line: &&str| heads.iter().any(|it| line.starts_with(&**it));
    text.lines().filter(headed).count() + text.lines().filter_map(others).sum::<usize>()
}

/// [`print`] counts them.
#[test]
fn as_many_findings_are_shown_as_there_are() {
    for layout in Layout::ALL {
        for seed in 100..105 {
            let mut report = Generator::new(seed).report();
            plant(&mut report, &mut rng(seed));
            let text = layout.write_messy(&report, &Mess::new(seed, 0.2));
            let Ok(reading) = ogi::read(&text, &ReadOptions::default()) else { continue };
            print(&reading);
        }
    }
}

/// Two sentences about one figure, and two parts that are not there: neither hides the other.
#[test]
fn findings_at_one_place_are_all_shown() {
    let text = include_str!("../../../examples/reports/civil-affairs-bureau-2025.txt");
    let stated = "本年新收政府信息公开申请46件，上年结转3件；";
    assert!(text.contains(stated));
    let text = text.replace(stated, "共受理政府信息公开申请99件，予以公开50件；");
    let cut = text.find("五、存在的主要问题").unwrap();
    let reading = ogi::read(&text[..cut], &ReadOptions::default()).unwrap();
    let [zh, en] = print(&reading);
    for (said, of) in [("共受理政府信息公开申请99件", 1), ("予以公开50件", 1)] {
        assert_eq!(zh.matches(&format!("警告[text-claim]: “{said}”")).count(), of, "{zh}");
    }
    assert_eq!(zh.matches("[doc-section-missing]").count(), 2, "{zh}");
    // A sentence is compared with its cell; it is not the sentence that should be what it says.
    assert!(zh.contains("表中为 46") && !zh.contains("应为 99"), "{zh}");
    assert!(en.contains("in the table 46") && !en.contains("expected 99"), "{en}");
}

#[test]
fn every_layout_with_errors_in_it() {
    for layout in Layout::ALL {
        for seed in 0..20 {
            let mut report = Generator::new(seed).report();
            let planted = plant(&mut report, &mut rng(seed));
            let text = layout.write_messy(&report, &Mess::new(seed, 0.2));
            let Ok(reading) = ogi::read(&text, &ReadOptions::default()) else { continue };
            let [zh, en] = print(&reading);
            let is_whole = report.cells().all(|it| reading.report[it.0].value().is_some());
            if planted.is_some() && is_whole {
                assert!(zh.contains("错误[") && en.contains("error["), "{layout} {seed}\n{zh}");
                assert!(zh.contains("应为 ") && en.contains("expected "), "{layout} {seed}\n{zh}");
            }
        }
    }
}

/// A place may come from anywhere; one that is not in the text has no excerpt.
#[test]
fn places_that_do_not_fit_the_text() {
    let cell = CellId::new(Row::Fees, Column::Amount);
    for text in ["", "年报", "年报\r\n0\r\n", "\u{1b}[2J\t年报\n"] {
        for (start, end) in [(0, 0), (0, 1), (1, 2), (3, 6), (6, 6), (5, 3), (900, 901), (6, 900)] {
            let note =
                Note { kind: NoteKind::CellBlank { cell }, place: Place::Text { start, end } };
            let mut reading = Reading::of_report(Report::new());
            reading.text = text.into();
            reading.notes.push(note);
            reading.sources.set(cell, Place::Text { start: end, end: start });
            print(&reading);
        }
    }
}

/// A whole article on one line takes no longer than its length.
#[test]
fn a_very_long_line() {
    let mut reading = Reading::of_report(Report::new());
    reading.text = "年报".repeat(200_000).into();
    let section = ogi::Section::Overview;
    for n in 0..6 {
        let place = Place::Text { start: n * 6_000, end: n * 6_000 + 6 };
        reading.notes.push(Note { kind: NoteKind::SectionMissing { section }, place });
    }
    let [zh, _] = print(&reading);
    assert!(zh.len() < 100_000, "{}", zh.len());
}

#[test]
fn colour_is_asked_for() {
    let text = include_str!("../../../examples/reports/garden-street-2024.txt");
    let reading = ogi::read(text, &ReadOptions::default()).unwrap();
    let outcome = ogi::check(&reading, &Policy::default());
    let printer = Printer::new(Language::Zh);
    assert!(!printer.outcome("a", &reading, &outcome).contains('\u{1b}'));
    assert!(printer.colour(true).outcome("a", &reading, &outcome).contains("\u{1b}["));
}

/// Sources without lines say where to look instead of showing it.
#[test]
fn places_in_workbooks_and_pages_are_said_in_words() {
    let cell = CellId::new(Row::Fees, Column::Amount);
    let paragraph = || {
        let (table, row) = (0, 8);
        Place::Grid(Box::new(ogi::model::GridPlace { table, row, column: 1, ..Default::default() }))
    };
    let grid = |sheet: Option<&str>, address: Option<&str>| {
        Place::Grid(Box::new(ogi::model::GridPlace {
            sheet: sheet.map(str::to_owned),
            address: address.map(str::to_owned),
            table: 2,
            row: 3,
            column: 4,
            line: None,
        }))
    };
    let page =
        |table| Place::Page(Box::new(ogi::model::PagePlace { page: 5, table, row: 3, column: 4 }));
    for (place, zh, en) in [
        (grid(Some("表二"), Some("D3")), "表二!D3", "表二!D3"),
        (paragraph(), "正文第8段", "paragraph 8"),
        (grid(None, None), "第2张表第3行第4列", "table 2, row 3, column 4"),
        (page(2), "第5页第2张表第3行第4列", "page 5, table 2, row 3, column 4"),
        (page(0), "第5页第3行", "page 5, line 3"),
    ] {
        let mut report = Report::new();
        report.set(cell, ogi::Cell::Blank);
        let mut reading = Reading::of_report(report);
        reading.sources.set(cell, place);
        let [in_zh, in_en] = print(&reading);
        assert!(in_zh.contains(&format!("report.txt {zh}\n")), "{in_zh}");
        assert!(in_en.contains(&format!("report.txt {en}\n")), "{in_en}");
    }
}
