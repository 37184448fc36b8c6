//! What cells print.

use ogi_model::{CellId, Column, Row};
use ogi_testkit::Layout;

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
    let report = report(12);
    let cell = CellId::new(Row::Licensing, Column::Decisions);
    let figure = report[cell].to_string();
    for layout in [Layout::Standard, Layout::A1, Layout::A4, Layout::Tabs] {
        let text = layout.write(&report);
        let at = text.find(Row::Licensing.label()).unwrap();
        let text = format!("{}{}", &text[..at], text[at..].replacen(&figure, "见附件", 1));
        let reading = reading(&text);
        assert_eq!(reading.report[cell].unreadable(), Some("见附件"), "{layout}");
        assert_eq!(
            reading.report[CellId::new(Row::Penalties, Column::Decisions)],
            report[CellId::new(Row::Penalties, Column::Decisions)]
        );
    }
}
