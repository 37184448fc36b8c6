//! Reading what was written gives an equal report, in every format.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi::{Edition, Format, ReadOptions, Report, Section};
use ogi_testkit::{Generator, Size, reports, reports_with_gaps};
use proptest::prelude::*;

fn through(report: &Report, format: Format) -> Report {
    let mut written = Vec::new();
    ogi::write(report, format, &mut written).unwrap();
    if format == Format::Json {
        return serde_json::from_slice(&written).unwrap();
    }
    match ogi::read(&written, &ReadOptions::default()) {
        Ok(reading) => reading.report,
        Err(error) => panic!("{error}\n{}", String::from_utf8_lossy(&written)),
    }
}

#[track_caller]
fn assert_round_trip(report: &Report) {
    for format in Format::ALL.iter().copied() {
        let read = through(report, format);
        for (cell, value) in report.cells() {
            assert_eq!(read[cell], *value, "{format}: {cell}\n{}", ogi::render::text(report));
        }
        assert_eq!(read, *report, "{format}\n{}", ogi::render::text(report));
    }
}

#[test]
fn reports_of_both_editions_and_all_sizes() {
    for edition in Edition::ALL {
        for size in [Size::Small, Size::Medium, Size::Large] {
            for seed in 0..3 {
                let generator = Generator::new(seed).edition(*edition).size(size);
                assert_round_trip(&generator.clone().report());
                assert_round_trip(&generator.blanks(0.2).not_applicable(0.1).remarks(0.1).report());
            }
        }
    }
}

#[test]
fn a_blank_form_and_missing_parts() {
    let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
    assert_round_trip(&blank);
    for table in ogi::TableId::ALL {
        let builder = Report::builder(Edition::E2019).agency("示例市司法局").year(2019);
        assert_round_trip(&builder.table(*table, None).build().unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn complete_reports(report in reports()) {
        assert_round_trip(&report);
    }

    #[test]
    fn reports_with_blanks_tokens_and_remarks(report in reports_with_gaps()) {
        assert_round_trip(&report);
    }

    /// Narrative with whatever punctuation, as long as no paragraph is itself a heading or label.
    #[test]
    fn narrative_of_any_punctuation(
        paragraphs in prop::collection::vec("[甲乙丙丁0-9，。|\\\\*#_<>&\\[\\]()（）“”~.!+-]{1,40}正文。", 1..5),
        seed in 0_u64..50,
    ) {
        let mut report = Generator::new(seed).size(Size::Small).report();
        let text = paragraphs.join("\n");
        report.overview = Some(text.clone());
        report.other_matters = Some(text);
        assert_round_trip(&report);
    }
}

/// The marks on a page with findings stand beside the figures, they are no part of them.
#[test]
fn a_page_with_findings_holds_the_same_report() {
    for seed in 0..20 {
        let mut report = Generator::new(seed).blanks(0.1).report();
        ogi_testkit::plant(&mut report, &mut ogi_testkit::rng(seed));
        let outcome = ogi::check(&report, &ogi::Policy::default());
        assert!(!outcome.findings.is_empty());
        let page = ogi::render::html_with_findings(&report, &outcome);
        let read = ogi::read(&page, &ReadOptions::default()).unwrap().report;
        for (cell, value) in report.cells() {
            assert_eq!(read[cell], *value, "{cell}\n{page}");
        }
    }
}

#[test]
fn the_heading_of_a_part_is_written_only_if_the_part_is_there() {
    let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
    let text = ogi::render::text(&report);
    assert!(!text.contains(Section::Overview.heading(Edition::E2021)));
}
