//! The standard text layout.

use ogi_model::{Edition, Report, TableForm, TableId};

use crate::reports;

#[test]
fn cells_stand_on_lines_between_empty_lines() {
    for (name, report) in reports::all() {
        let text = ogi_render::text(&report);
        let lines: Vec<_> = text.lines().collect();
        for (_, cell) in report.cells().filter(|(id, _)| report.table(id.table()).is_some()) {
            let printed = cell.to_string();
            let printed = if printed.is_empty() { "\u{a0}" } else { &printed };
            let at = lines.iter().position(|line| *line == printed);
            let at = at.unwrap_or_else(|| panic!("{name}: no line `{printed}`"));
            assert_eq!(lines[at - 1], "", "{name} {printed}");
        }
    }
}

/// The lines of the tables of a report in which every cell is filled.
fn cells(text: &str) -> Vec<&str> {
    text.lines().filter(|it| it.parse::<f64>().is_ok() || it.contains('\u{a0}')).collect()
}

#[test]
fn figures_come_in_the_order_of_the_form() {
    for (report, edition) in
        [(reports::edition_2021(), Edition::E2021), (reports::edition_2019(), Edition::E2019)]
    {
        let expected: Vec<_> = TableId::ALL
            .iter()
            .flat_map(|table| TableForm::of(*table, edition).cells())
            .map(|cell| report[cell].to_string())
            .collect();
        assert_eq!(cells(&ogi_render::text(&report)), expected);
    }
}

#[test]
fn no_line_has_blanks_at_its_end_and_the_last_one_ends() {
    for (name, report) in reports::all() {
        let text = ogi_render::text(&report);
        assert_eq!(text.ends_with('\n'), report != Report::new(), "{name}");
        assert!(!text.ends_with("\n\n"), "{name}");
        for line in text.lines() {
            assert_eq!(line, line.trim_end_matches([' ', '\t', '\u{3000}', '\r']), "{name}");
        }
    }
}
