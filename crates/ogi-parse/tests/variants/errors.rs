//! What is no report, and what is several.

use ogi_model::{CellId, Edition, Report, Section, TableForm};
use ogi_parse::{Limits, ParseError, ReadOptions, read};
use ogi_testkit::Layout;

use crate::{assert_nothing_wrong, assert_same_figures, certain, reading, report};

#[test]
fn what_is_no_report_is_an_error() {
    let error = |text: &str| read(text, &ReadOptions::default()).unwrap_err();
    assert_eq!(error(""), ParseError::NotAReport);
    assert_eq!(error("关于召开会议的通知\n\n各单位：\n请准时参加。"), ParseError::NotAReport);
    let headings: String = Section::ALL
        .iter()
        .map(|it| format!("{}\n\n正文。\n\n", it.heading(Edition::E2021)))
        .collect();
    assert_eq!(error(&headings), ParseError::NoTables);
    let options = ReadOptions::default().with_limits(Limits::default().with_bytes(10));
    assert_eq!(
        read("政府信息公开", &options).unwrap_err(),
        ParseError::TooLarge { size: 18, limit: 10 }
    );
    let bytes = [0xD5, 0xFE, 0xB8, 0xAE];
    assert_eq!(
        ogi_parse::read_bytes(&bytes, &ReadOptions::default()).unwrap_err(),
        ParseError::NotUtf8 { at: 0 }
    );
}

#[test]
fn two_reports_in_one_text_are_an_error() {
    let (a, b) = (report(16), report(17));
    for layout in certain() {
        let text = format!("{}\n\n{}", layout.write(&a), layout.write(&b));
        assert_eq!(
            read(&text, &ReadOptions::default()).unwrap_err(),
            ParseError::SeveralReports,
            "{layout}"
        );
        let twice = format!("{}\n\n{}", layout.write(&a), layout.write(&a));
        assert_nothing_wrong(&reading(&twice), &a, &twice);
    }
}

/// A report of the same agency of another year, with no request, case or decision at all.
fn idle(year: u16, seed: u64) -> Report {
    let mut report = report(seed);
    for (cell, value) in report.clone().cells() {
        if value.count().is_some() {
            report.set(cell, 0);
        }
    }
    report.agency = Some("示例市民政局".to_owned());
    report.year = Some(year);
    report.title = Some(format!("示例市民政局{year}年政府信息公开工作年度报告"));
    report.preamble = Some("本报告由示例市民政局编制。".to_owned());
    report.period = None;
    report.overview = Some("全年工作有序开展。".to_owned());
    report
}

fn error(text: &str) -> Option<ParseError> {
    read(text, &ReadOptions::default()).err()
}

#[test]
fn reports_of_two_years_with_equal_figures_are_two() {
    let (a, b) = (idle(2024, 1), idle(2023, 1));
    for layout in certain() {
        let (a, b) = (layout.write(&a), layout.write(&b));
        assert_eq!(
            error(&format!("{a}\n\n{b}")),
            Some(ParseError::SeveralReports),
            "{layout}\n{a}\n\n{b}"
        );
        let twice = format!("{a}\n\n{a}");
        assert_eq!(error(&twice), None, "{layout}\n{twice}");
    }
}

#[test]
fn reports_of_two_agencies_with_equal_figures_are_two() {
    let a = idle(2024, 1);
    for (name, several) in [("示例市林业局", true), ("市民政局", false)] {
        let mut b = idle(2024, 1);
        b.title = Some(format!("{name}2024年政府信息公开工作年度报告"));
        b.agency = Some(name.to_owned());
        for layout in certain() {
            let text = format!("{}\n\n{}", layout.write(&a), layout.write(&b));
            let expected = several.then_some(ParseError::SeveralReports);
            assert_eq!(error(&text), expected, "{layout} {name}\n{text}");
        }
    }
}

/// Each line of one report beside the same line of the other.
#[test]
fn reports_side_by_side_are_two() {
    let differing = (report(3), report(4));
    for (a, b) in [(idle(2023, 1), idle(2024, 1)), differing] {
        for (layout, gap) in
            [(Layout::A6, " "), (Layout::A5, " | "), (Layout::A9, "        "), (Layout::Tabs, "\t")]
        {
            let (a, b) = (layout.write(&a), layout.write(&b));
            let width = a.lines().map(|it| it.chars().count()).max().unwrap();
            let mut right = b.lines();
            let text: String = a
                .lines()
                .map(|left| {
                    let pad = " ".repeat(if layout == Layout::A9 {
                        width - left.chars().count()
                    } else {
                        0
                    });
                    let right = right.next().unwrap_or_default();
                    format!("{left}{pad}{gap}{right}\n")
                })
                .collect();
            assert_eq!(error(&text), Some(ParseError::SeveralReports), "{layout}\n{text}");
        }
    }
}

/// One label, the columns twice: 2023 and 2024.
#[test]
fn tables_with_twice_the_columns_are_those_of_two_reports() {
    let (a, b) = (idle(2023, 1), idle(2024, 1));
    let form = TableForm::APPLICATIONS_2021;
    let heads: Vec<_> = form.blocks[0].columns.iter().map(|it| it.label).collect();
    for bar in ["|", "\t"] {
        let heads = heads.join(bar);
        let figures = |report: &Report, row| {
            let columns = form.blocks[0].columns.iter();
            let cells: Vec<_> =
                columns.map(|it| report[CellId::new(row, it.column)].to_string()).collect();
            cells.join(bar)
        };
        let rows: String = form
            .rows()
            .map(|it| {
                format!("{}{bar}{}{bar}{}\n", it.label, figures(&a, it.row), figures(&b, it.row))
            })
            .collect();
        let text = format!(
            "示例市民政局政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n项目{bar}{heads}{bar}{heads}\n{rows}"
        );
        assert_eq!(error(&text), Some(ParseError::SeveralReports), "{text}");
    }
}

/// Portals list the reports of other years, before the report and behind it.
#[test]
fn names_of_other_reports_are_no_reports() {
    let report = idle(2024, 1);
    let list: String = (2015..2026)
        .map(|year| format!("示例市民政局{year}年政府信息公开工作年度报告 {}-01-20\n", year + 1))
        .collect();
    for layout in certain() {
        let text = layout.write(&report);
        for text in [
            format!("{list}\n{text}\n{list}"),
            format!(
                "{text}\n上一篇：示例市民政局2023年政府信息公开工作年度报告\n下一篇：示例市林业局2024年政府信息公开工作年度报告\n"
            ),
            format!("{text}\n{list}\n{text}"),
        ] {
            assert_eq!(error(&text), None, "{layout}\n{text}");
        }
    }
}

/// Six parts in words, then the tables under numbers of their own.
#[test]
fn numbering_that_starts_again_is_one_report() {
    let report = idle(2024, 1);
    let words: String = Section::ALL
        .iter()
        .map(|it| {
            format!(
                "{}\n\n全年工作有序开展，较2023年统计的数量有所增加。\n\n",
                it.heading(Edition::E2021)
            )
        })
        .collect();
    for layout in certain() {
        let text = layout.write(&report);
        let at = text.find("第二十条").or_else(|| text.find("第二十條")).unwrap();
        let heading = text[..at].rfind("主动公开").or_else(|| text[..at].rfind("主動公開"));
        let heading = heading.map(|it| text[..it].rfind('\n').unwrap_or(0)).unwrap();
        for text in [
            format!("{}\n\n{words}{}", report.title.as_deref().unwrap(), &text[heading..]),
            format!("{}\n\n{words}\n{text}", report.title.as_deref().unwrap()),
        ] {
            assert_eq!(error(&text), None, "{layout}\n{text}");
            assert_same_figures(&reading(&text), &report, &text);
        }
    }
}

/// What offices state about a report.
const INTERPRETATION: &str = "
一、总体情况

2024年，全市政府信息公开工作有序开展。

二、主动公开情况

| 信息内容 | 本年处理决定数量 |
| 行政许可 | 120 |
| 行政处罚 | 7 |

三、依申请公开情况

全年新收政府信息公开申请12件，上年结转1件。其中予以公开3件，部分公开2件，不予公开1件。

本年新收政府信息公开申请数量：12件
（一）予以公开：3件
（二）部分公开：2件

四、行政复议和行政诉讼情况

行政复议2件，结果维持1件，尚未审结1件；行政诉讼0件。
";

#[test]
fn an_interpretation_is_no_report() {
    for title in [
        "文字解读：示例市民政局2024年政府信息公开工作年度报告",
        "《示例市民政局2024年政府信息公开工作年度报告》政策解读",
        "一图读懂示例市民政局2024年政府信息公开年报",
    ] {
        for text in [
            format!("{title}\n{INTERPRETATION}"),
            format!(
                "{title}\n发布日期：2025-01-20\n相关文件：示例市民政局2024年政府信息公开工作年度报告\n{INTERPRETATION}"
            ),
        ] {
            assert_eq!(error(&text), Some(ParseError::Explanation), "{text}");
        }
        // A report with the link to it is one.
        let report = idle(2024, 1);
        for layout in certain() {
            let text = layout.write(&report);
            assert_eq!(error(&format!("{text}\n{title}\n")), None, "{layout}");
            assert_eq!(error(&format!("{title}\n{text}")), None, "{layout}");
        }
    }
}

/// Labels and figures in sentences make no table.
#[test]
fn figures_in_prose_are_no_table() {
    let (before, rest) = INTERPRETATION.split_once('|').unwrap();
    let prose = format!("{before}{}", &rest[rest.rfind("|\n").unwrap() + 2..]);
    let text = format!("示例市民政局2024年政府信息公开工作年度报告\n{prose}");
    assert_eq!(error(&text), Some(ParseError::NoTables), "{text}");
}
