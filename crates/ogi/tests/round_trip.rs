//! Reading what was written gives an equal report, in every format.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi::model::{Block, TableEdition};
use ogi::{
    Cell, CellId, Column, Edition, Format, ReadOptions, Report, Section, TableForm, TableId,
};
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

/// A report of edition 2021 with some blocks of table two, or table three, of edition 2019: real reports do that.
fn mixed(seed: u64) -> Report {
    let report = |edition| Generator::new(seed).edition(edition).blanks(0.1).report();
    let (mut mixed, older) = (report(Edition::E2021), report(Edition::E2019));
    let mut take = |block: &Block, from: &Report| {
        for row in block.rows {
            for cell in Column::ALL.iter().filter_map(|it| CellId::try_new(row.row, *it)) {
                mixed.set(cell, from[cell].clone());
            }
        }
    };
    let blocks = TableForm::ACTIVE_DISCLOSURE_2019.blocks;
    for (_, block) in blocks.iter().enumerate().filter(|(i, _)| seed >> i & 1 == 1) {
        take(block, &older);
    }
    if seed.is_multiple_of(3) {
        let of_2021 = TableForm::APPLICATIONS_2021.blocks;
        of_2021.iter().chain(TableForm::APPLICATIONS_2019.blocks).for_each(|it| take(it, &older));
        mixed.set_table(TableId::Applications, Some(TableEdition::One(Edition::E2019)));
    }
    let edition = mixed.infer_edition(TableId::ActiveDisclosure, Edition::E2021);
    mixed.set_table(TableId::ActiveDisclosure, Some(edition));
    mixed
}

#[test]
fn reports_that_mix_editions() {
    let mut both = 0;
    for seed in 0..32 {
        let report = mixed(seed);
        both += usize::from(report.table(TableId::ActiveDisclosure) == Some(TableEdition::Mixed));
        for format in Format::ALL.iter().copied() {
            let read = through(&report, format);
            for (cell, value) in report.cells() {
                // A row of table two that only one of the editions has may be in doubt.
                let lost = read[cell].unreadable().is_some() || !read[cell].is_present();
                let is_open = format != Format::Json && lost;
                assert!(is_open || read[cell] == *value, "{format}: {cell} {value:?}");
            }
        }
    }
    assert!(both > 20, "{both}");
}

/// What nobody could read nobody can read in what is written either.
#[test]
fn unreadable_cells_stay_unreadable() {
    for (seed, raw) in (0..).zip(["3?5", "1 2", "", "十二件", "0/0", "=1+1", "无"]) {
        let mut report = Generator::new(seed).size(Size::Small).report();
        let cells: Vec<_> = report.cells().map(|it| it.0).skip(seed as usize).step_by(7).collect();
        for cell in &cells {
            report.set(*cell, Cell::Unreadable(raw.into()));
        }
        for format in Format::ALL.iter().copied() {
            let read = through(&report, format);
            for (cell, value) in report.cells() {
                let lost = cells.contains(&cell) && read[cell].unreadable().is_some();
                assert!(
                    lost || read[cell] == *value,
                    "{format}: {cell} {value:?} {:?}",
                    read[cell]
                );
            }
        }
    }
}

#[test]
fn a_blank_form_and_missing_parts() {
    let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
    assert_round_trip(&blank);
    for table in TableId::ALL {
        let builder = Report::builder(Edition::E2021).agency("示例市司法局").year(2021);
        let report = builder.table(*table, None).build().unwrap();
        for format in Format::ALL.iter().copied() {
            let read = through(&report, format);
            assert!(report.cells().all(|(cell, value)| read[cell] == *value), "{format} {table:?}");
        }
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

/// The marks on a page with findings stand beside the figures, as do the checks and further sheets of a workbook.
#[test]
fn what_is_written_with_findings_holds_the_same_report() {
    for seed in 0..10 {
        let mut report = Generator::new(seed).blanks(0.1).report();
        ogi_testkit::plant(&mut report, &mut ogi_testkit::rng(seed));
        let outcome = ogi::check(&report, &ogi::Policy::default());
        assert!(!outcome.findings.is_empty());
        let book = ogi::render::xlsx_with_findings(&report, &outcome).unwrap();
        let read = ogi::read(&book, &ReadOptions::default()).unwrap().report;
        assert_eq!(read, report);
        // The verdict stands before part one, as a preamble does.
        let page = ogi::render::html_with_findings(&report, &outcome);
        let mut read = ogi::read(&page, &ReadOptions::default()).unwrap().report;
        read.preamble.clone_from(&report.preamble);
        assert_eq!(read, report);
    }
}

#[test]
fn the_heading_of_a_part_is_written_only_if_the_part_is_there() {
    let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build().unwrap();
    let text = ogi::render::text(&report);
    assert!(!text.contains(Section::Overview.heading(Edition::E2021)));
}
