//! Markdown as renderers read it.

use crate::reports;

/// The cells of a line of a pipe table, by the rules of GitHub: a bar that is not escaped ends a cell.
fn cells(line: &str) -> Vec<String> {
    let inner = line.strip_prefix('|').and_then(|it| it.strip_suffix('|'));
    let inner = inner.expect("bars at both ends");
    let (mut cells, mut cell, mut escaped) = (Vec::new(), String::new(), false);
    for c in inner.chars() {
        match c {
            '|' if !escaped => cells.push(core::mem::take(&mut cell)),
            c => cell.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    cells.push(cell);
    cells.iter().map(|it| it.trim().to_owned()).collect()
}

#[test]
fn tables_are_complete() {
    for (name, report) in reports::all() {
        let text = ogi_render::markdown(&report);
        let lines: Vec<_> = text.lines().collect();
        let mut tables = 0;
        for table in lines.split(|line| !line.starts_with('|')).filter(|it| !it.is_empty()) {
            tables += 1;
            let rows: Vec<_> = table.iter().map(|line| cells(line)).collect();
            assert!(rows.len() >= 3, "{name}: a head, a rule and a row");
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}: {table:#?}");
            assert!(rows[1].iter().all(|cell| cell == "---" || cell == "---:"), "{name}");
            assert!(rows[2..].iter().all(|row| row.iter().any(|cell| !cell.is_empty())), "{name}");
        }
        let blocks: usize = ogi_model::TableId::ALL
            .iter()
            .flat_map(|table| report.blocks(*table))
            .filter(|(_, block)| {
                block.rows.iter().any(|row| {
                    block.columns.iter().any(|column| {
                        report[ogi_model::CellId::new(row.row, column.column)].is_present()
                    })
                })
            })
            .count();
        assert_eq!(tables, blocks, "{name}");
    }
}

#[test]
fn a_paragraph_is_one_line_between_empty_lines() {
    for (name, report) in reports::all() {
        let text = ogi_render::markdown(&report);
        let lines: Vec<_> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let starts = !line.is_empty() && !line.starts_with('|');
            assert!(!starts || at == 0 || lines[at - 1].is_empty(), "{name}: {line}");
        }
    }
}

#[test]
fn only_our_own_marks_are_marks() {
    let text = ogi_render::markdown(&reports::awkward_text());
    assert_eq!(text.lines().filter(|it| it.starts_with("# ")).count(), 1);
    let narrative = text.lines().filter(|it| !it.starts_with('#'));
    for line in narrative {
        assert!(!line.starts_with(['|', '-', '=', '>', '+']), "{line}");
    }
}
