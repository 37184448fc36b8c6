//! Markdown as tools make it of pages: a table for each row of table three, under a heading that is its label.

use ogi_model::TableId;

use crate::sheet::{Table, TableCell};

/// Table three row by row, with heads that say nothing: `| 类别 | 数据1 | … | 总计 |`. The other tables keep
/// their heads, with the rule that Markdown wants under the first line.
pub(super) fn per_row(table: &Table) -> String {
    if table.id == TableId::Applications { rows(table) } else { whole(table) }
}

fn rows(table: &Table) -> String {
    let mut out = String::new();
    let has_figures = |row: &&Vec<TableCell>| row.iter().any(|it| it.is_figure());
    for row in table.rows.iter().filter(has_figures) {
        let (figures, labels): (Vec<_>, Vec<_>) = row.iter().partition(|it| it.is_figure());
        for label in &labels {
            out += &format!("### {}\n\n", label.text.trim());
        }
        let heads = (1..figures.len()).map(|i| format!(" 数据{i} |")).collect::<String>();
        let figures_printed: String = figures.iter().map(|it| format!(" {} |", it.text)).collect();
        out += &format!("| 类别 |{heads} 总计 |\n|{}\n", " --- |".repeat(figures.len() + 1));
        out += &format!("| 数量 |{figures_printed}\n\n");
    }
    out.truncate(out.trim_end_matches('\n').len());
    out + "\n"
}

fn whole(table: &Table) -> String {
    let mut rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let cells =
                row.iter().map(|it| format!(" {} |{}", it.text, " |".repeat(it.column_span - 1)));
            format!("|{}\n", cells.collect::<String>())
        })
        .collect();
    if !rows.is_empty() {
        rows.insert(1, format!("|{}\n", " --- |".repeat(table.width)));
    }
    rows.concat()
}
