//! The headings of the parts.

use ogi_model::{Edition, NoteKind, Row, Section, TableForm, TableId};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::Layout;

use crate::{assert_nothing_wrong, assert_same_figures, certain, has, reading, report};

#[test]
fn tables_are_known_without_their_headings() {
    let report = report(4);
    // Traditional characters are none of the headings that are taken away.
    for layout in certain().filter(|it| **it != Layout::Traditional) {
        let mut text = layout.write(&report);
        for section in [Section::ActiveDisclosure, Section::Applications, Section::Disputes] {
            text = text.replace(section.heading(Edition::E2021), "");
        }
        let read = read(&text, &ReadOptions::default()).unwrap();
        assert_nothing_wrong(&read, &report, &text);
        assert!(read.report.table(TableId::Applications).is_some(), "{layout}");
        for section in [Section::ActiveDisclosure, Section::Applications, Section::Disputes] {
            assert!(
                has(&read, |it| *it == NoteKind::SectionMissing { section }),
                "{layout} {section}"
            );
        }
    }
}

#[test]
fn a_table_that_goes_on_under_a_heading_of_its_own_is_one_table() {
    let report = report(18);
    let heading = Section::Applications.heading(Edition::E2021);
    for layout in [Layout::A1, Layout::A4, Layout::A6, Layout::Tabs] {
        let text = layout.write(&report);
        let line = text.lines().find(|it| it.contains(Row::RefusedRepeat.label())).unwrap();
        let text = text.replacen(line, &format!("{heading}\n\n{line}"), 1);
        let reading = reading(&text);
        assert_same_figures(&reading, &report, &text);
        assert!(!has(&reading, |it| matches!(it, NoteKind::RowMissing { .. })));
    }
}

/// How offices word the headings of the parts.
const REWORDED: &[(Section, &[&str])] = &[
    (
        Section::Overview,
        &[
            "一、概述",
            "一、工作总体推进情况",
            "一、政府信息公开2020年工作要点落实情况",
            "一、政务信息公开情况概述",
            "一、 总体情况",
            "一、总体情况、",
        ],
    ),
    (
        Section::ActiveDisclosure,
        &[
            "二、主动公开政府信息的情况",
            "二、行政机关主动公开政府信息情况",
            "二、政府信息主动公开情况",
            "二、主动公开信息情况",
            "二、主动公开、依申请公开工作情况",
        ],
    ),
    (
        Section::Applications,
        &["三、行政机关收到和处理政府信息公开申请情况", "三、依申请公开政府信息情况"],
    ),
    (
        Section::Disputes,
        &[
            "四、政府信息公开行政复议及行政诉讼情况",
            "四、政府信息公开行政复议和行政诉讼情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "四、申请行政复议和提起行政诉讼情况",
        ],
    ),
    (
        Section::Problems,
        &[
            "五、存在的主要问题及改进情况",
            "五、存在问题及改进情况",
            "五、存在的主要问题及整改措施",
            "五、政府信息公开工作存在的主要问题及改进情况",
            "五、存在的主要问题及下一步工作情况",
            "五、乡镇信息公开的建议和下一步工作思考",
        ],
    ),
];

#[test]
fn reworded_headings_are_those_of_their_parts() {
    let report = report(30);
    for layout in [Layout::Standard, Layout::A1, Layout::A3, Layout::A6, Layout::A9, Layout::Tabs] {
        let text = layout.write(&report);
        for (section, headings) in REWORDED {
            for heading in *headings {
                let official = section.heading(Edition::E2021);
                assert!(text.contains(official), "{layout} {official}");
                let text = text.replace(official, heading);
                let reading = reading(&text);
                assert_same_figures(&reading, &report, &text);
                let missing = NoteKind::SectionMissing { section: *section };
                assert!(!has(&reading, |it| *it == missing), "{layout} {heading}");
                assert_eq!(reading.report.problems, report.problems, "{layout} {heading}");
                assert_eq!(reading.report.overview, report.overview, "{layout} {heading}");
            }
        }
    }
}

/// The text of part one begins at （一）, in its heading, or after a heading that lost its words.
#[test]
fn a_lost_heading_of_part_one_costs_no_figure() {
    let report = report(31);
    let official = Section::Overview.heading(Edition::E2021);
    for layout in [Layout::Standard, Layout::A1, Layout::A6, Layout::Tabs] {
        let text = layout.write(&report);
        for heading in ["一、", "一、总体情况：2025年，全年工作有序开展。", "（一）主动公开"]
        {
            let text = text.replace(official, heading);
            assert_same_figures(&reading(&text), &report, &text);
        }
    }
}

#[test]
fn subheads_and_captions_are_no_headings() {
    let report = report(32);
    for layout in certain().filter(|it| **it != Layout::A12) {
        let text = layout.write(&report);
        let (two, three, four) = (
            Section::ActiveDisclosure.heading(Edition::E2021),
            Section::Applications.heading(Edition::E2021),
            Section::Disputes.heading(Edition::E2021),
        );
        let text = text
            .replace(two, &format!("图1 主动公开政府信息情况表\n\n{two}\n\n该部分以表格形式报告。表格如下：\n\n单位：示例市民政局 2025年度"))
            .replace(three, &format!("{three}\n\n## 表二：收到和处理申请\n\n（一）收到申请情况\n\n)依申请公开"))
            .replace(four, &format!("{four}\n\n一是行政复议；\n\n1、行政诉讼\n\n(该部分以表格形式报告)"))
            .replace(Section::Problems.heading(Edition::E2021), "注：行政复议、行政诉讼数量含上年度结转数量。\n\n五、存在问题及改进情况");
        assert_same_figures(&reading(&text), &report, &text);
    }
}

/// Parts within table three: how many were received, how they were answered.
#[test]
fn table_three_under_two_headings() {
    let report = report(33);
    let three = Section::Applications.heading(Edition::E2021);
    for layout in certain() {
        let text = layout.write(&report).replace(three, &format!("{three}\n\n一、收到申请情况"));
        assert_nothing_wrong(&reading(&text), &report, &text);
        let first = TableForm::APPLICATIONS_2021.rows().nth(2).unwrap().label;
        if layout == &Layout::A1 || layout == &Layout::Tabs {
            let text = text.replacen(first, &format!("二、申请答复情况\n\n{first}"), 1);
            assert_nothing_wrong(&reading(&text), &report, &text);
        }
    }
}

/// The tables alone count from one again.
#[test]
fn tables_numbered_from_one() {
    let report = report(34);
    for layout in certain().filter(|it| **it != Layout::Traditional) {
        let mut text = layout.write(&report);
        for (section, number) in [
            (Section::ActiveDisclosure, "一"),
            (Section::Applications, "二"),
            (Section::Disputes, "三"),
            (Section::Problems, "四"),
            (Section::OtherMatters, "五"),
        ] {
            let heading = section.heading(Edition::E2021);
            let (_, words) = heading.split_once('、').unwrap();
            text = text.replace(heading, &format!("{number}、{words}"));
        }
        let reading = reading(&text);
        assert_same_figures(&reading, &report, &text);
        // Where all is one line no heading stands on its own.
        let is_noted = has(&reading, |it| matches!(it, NoteKind::SectionMisnumbered { .. }));
        assert!(is_noted || *layout == Layout::A12, "{layout}");
    }
}
