//! What cells print.

use ogi_model::{Cell, CellId, Column, Decimal, Edition, NotApplicable, Row};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout};

use crate::{assert_nothing_wrong, assert_same_figures, reading, report};

#[test]
fn a_row_printed_twice_counts_only_if_both_agree() {
    let report = report(9);
    let text = Layout::A6.write(&report);
    let line = text.lines().find(|it| it.contains("重复申请")).unwrap().to_owned();
    let twice = text.replacen(&line, &format!("{line}\n{line}"), 1);
    assert_same_figures(&reading(&twice), &report, &twice);
    let other = line.replacen(|c: char| c.is_ascii_digit() && c != '2', "7", 1);
    let other = text.replacen(&line, &format!("{line}\n{other}"), 1);
    let reading = reading(&other);
    assert_nothing_wrong(&reading, &report, &other);
    assert!(reading.report[CellId::new(Row::RefusedRepeat, Column::Total)].unreadable().is_some());
}

#[test]
fn what_stands_where_a_figure_should_is_unreadable_and_not_blank() {
    let mut report = report(12);
    // A row of 0 behind one that is not read could be either.
    report.set(CellId::new(Row::Penalties, Column::Decisions), 603);
    let cell = CellId::new(Row::Licensing, Column::Decisions);
    let figure = report[cell].to_string();
    for layout in [Layout::Standard, Layout::A1, Layout::A4, Layout::Tabs] {
        let text = layout.write(&report);
        let at = text.find(Row::Licensing.label()).unwrap();
        let text = format!("{}{}", &text[..at], text[at..].replacen(&figure, "见附件", 1));
        let reading = reading(&text);
        assert_eq!(reading.report[cell].unreadable(), Some("见附件"), "{layout}");
        let penalties = CellId::new(Row::Penalties, Column::Decisions);
        if [Layout::A4, Layout::Tabs].contains(&layout) {
            assert_eq!(reading.report[penalties], report[penalties]);
        }
    }
}

/// What a cell prints, and what that is. Bars hold blank cells open.
#[test]
fn every_way_to_print_a_figure() {
    let na = |token: &str| Cell::from(token.parse::<NotApplicable>().unwrap());
    let remark = |n: i64, text: &str| Cell::from(n).with_remark(text);
    let report = report(40);
    let in_force = CellId::new(Row::NormativeDocuments, Column::InForce);
    let rules = CellId::new(Row::Rules, Column::InForce);
    for (cell, printed, read) in [
        (rules, "", Cell::Blank),
        (rules, "/", na("/")),
        (rules, "-", na("-")),
        (rules, "无", na("无")),
        (rules, "——", na("——")),
        (rules, "0", 0.into()),
        (in_force, "1,113", 1113.into()),
        (in_force, "22（其中修订 16 件）", remark(22, "其中修订 16 件")),
        (in_force, "55（含自然失效 29 件）", remark(55, "含自然失效 29 件")),
        (in_force, " \u{a0}\u{3000}7", 7.into()),
        (in_force, "２８", 28.into()),
        (in_force, "-8", (-8).into()),
        (in_force, "? 0", 0.into()),
    ] {
        let mut report = report.clone();
        report.set(cell, 999_999);
        for layout in [Layout::A4, Layout::A6, Layout::Tabs] {
            let text = layout.write(&report).replace("999999", printed);
            let reading = reading(&text);
            assert_eq!(reading.report[cell], read, "{layout} {printed}\n{text}");
            let mut expected = report.clone();
            expected.set(cell, read.clone());
            assert_same_figures(&reading, &expected, &text);
        }
    }
}

/// Money is in 万元; a unit in the cell is converted.
#[test]
fn every_way_to_print_money() {
    let fee = CellId::new(Row::Fees, Column::Amount);
    let mut report = report(41);
    for (printed, amount) in [
        ("18.8710", "18.8710"),
        ("59237.2449", "59237.2449"),
        ("4068.208", "4068.208"),
        ("282.1", "282.1"),
        ("8040", "8040"),
        ("251000元", "25.1"),
        ("1646.5万元", "1646.5"),
        ("1,646.5", "1646.5"),
    ] {
        report.set(fee, 999_999);
        for layout in
            [Layout::Standard, Layout::A1, Layout::A4, Layout::A6, Layout::A9, Layout::Tabs]
        {
            let text = layout.write(&report).replace("999999", printed);
            let reading = reading(&text);
            let expected: Decimal = amount.parse().unwrap();
            assert_eq!(reading.report[fee].decimal(), Some(expected), "{layout} {printed}\n{text}");
        }
    }
}

/// 本年增/减 of the 2019 form has signs.
#[test]
fn signed_changes() {
    let change = CellId::new(Row::Licensing, Column::Change);
    let mut report = Generator::new(42).edition(Edition::E2019).report();
    for (printed, n) in [("+1036", 1036), ("+4", 4), ("-8", -8), ("增2", 2), ("减4", -4)] {
        report.set(change, 999_999);
        for layout in [Layout::Standard, Layout::A1, Layout::A4, Layout::A6, Layout::Tabs] {
            let text = layout.write(&report);
            let text = text.replace("+999999", "999999").replace("999999", printed);
            let mut expected = report.clone();
            expected.set(change, n);
            assert_same_figures(&reading(&text), &expected, &text);
        }
    }
}

/// Converters of pages push a remark out of its row: the figure stays or is unreadable, and no other is its.
#[test]
fn a_remark_torn_from_its_figure_makes_no_wrong_one() {
    let report = report(43);
    let cell = CellId::new(Row::NormativeDocuments, Column::InForce);
    let mut marked = report.clone();
    marked.set(cell, 999_999);
    // Known fault: there a line break within the remark shifts the columns of table two.
    let known = [Layout::Frame, Layout::PdfLayout];
    for layout in Layout::ALL.iter().filter(|it| !known.contains(it)) {
        for torn in ["22（其中修订\n16 件）", "\n22（其中修订 16 件）\n", "22\n（其中修订 16 件）"]
        {
            let text = layout.write(&marked).replace("999999", torn);
            let Ok(reading) = read(&text, &ReadOptions::default()) else { continue };
            let mut expected = report.clone();
            expected.set(cell, 22);
            if reading.report[cell].count() == Some(22) {
                expected.set(cell, reading.report[cell].clone());
            }
            assert_nothing_wrong(&reading, &expected, &text);
        }
    }
}
