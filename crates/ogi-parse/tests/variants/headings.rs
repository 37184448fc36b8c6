//! The headings of the parts.

use ogi_model::{Edition, NoteKind, Row, Section, TableId};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::Layout;

use crate::{assert_nothing_wrong, assert_same_figures, certain, has, reading, report};

#[test]
fn tables_are_known_without_their_headings() {
    let report = report(4);
    for layout in certain() {
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
