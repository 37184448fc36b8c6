//! More of what programs make of a PDF: text in columns of characters, rows of one blank between cells, totals after
//! everything else.

use super::width::wrapped;
use crate::sheet::{Placed, Table, TableCell};

/// How wide labels are in characters before they are wrapped.
const LABEL: usize = 12;

/// `pdftotext -layout` of a narrow table: an ideograph is one column wide, labels are wrapped with their figures on a
/// line of their own in their middle, letters are set apart.
pub(super) fn layout(table: &Table) -> String {
    let first_figure = figure_column(table);
    let mut out = Vec::new();
    for (r, row) in table.rows.iter().enumerate() {
        let cells: Vec<Placed<'_>> = table.placed().into_iter().filter(|it| it.row == r).collect();
        let column = |it: &Placed<'_>| match it.column.checked_sub(first_figure) {
            // Few columns are wide.
            Some(beyond) => {
                2 + first_figure.min(3) * (LABEL + 1)
                    + beyond * if table.width < 6 { 14 } else { 7 }
            }
            None => 2 + it.column * (LABEL + 1),
        };
        let has_figures = row.iter().any(TableCell::is_figure);
        let mut lines: Vec<Vec<(usize, String)>> = Vec::new();
        let mut put = |line: usize, at: usize, text: String| {
            lines.resize(lines.len().max(line + 1), Vec::new());
            lines[line].push((at, text));
        };
        let tallest =
            |it: &Placed<'_>| if has_figures { wrapped(&it.cell.text, 2 * LABEL).len() } else { 1 };
        let height = cells.iter().filter(|it| !it.cell.is_figure()).map(tallest).max().unwrap_or(1);
        for it in cells.iter().filter(|it| !it.cell.text.is_empty()) {
            if it.cell.is_figure() || !has_figures {
                put(height / 2, column(it), it.cell.text.clone());
                continue;
            }
            let pieces = wrapped(&it.cell.text, 2 * LABEL);
            let is_split = pieces.len() > 1;
            for (i, piece) in pieces.into_iter().enumerate() {
                let line = if height > 1 && i >= height / 2 {
                    i + usize::from(height % 2 == 0)
                } else {
                    i
                };
                put(line, column(it), if is_split { set_apart(&piece) } else { piece });
            }
        }
        out.extend(lines.iter().map(|it| in_line(it)).filter(|it| !it.is_empty()));
    }
    out.join("\n") + "\n"
}

/// Where figures begin.
fn figure_column(table: &Table) -> usize {
    let figures = table.placed().into_iter().filter(|it| it.cell.is_figure());
    figures.map(|it| it.column).min().unwrap_or(0)
}

/// `其 他 法 律`: a line that is stretched to the width of its column.
fn set_apart(text: &str) -> String {
    text.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

fn in_line(pieces: &[(usize, String)]) -> String {
    let mut line = String::new();
    for (at, text) in pieces {
        let width = line.chars().count();
        let gap = if width == 0 { *at } else { at.saturating_sub(width).max(1) };
        line.extend(core::iter::repeat_n(' ', gap));
        line += text;
    }
    line
}

/// `pdftotext -raw`, pypdf: one row a line, one blank between cells; a long label is wrapped and its figures follow
/// its last line.
pub(super) fn raw(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let mut line: Vec<String> = Vec::new();
        for cell in row.iter().filter(|it| !it.text.is_empty()) {
            let pieces = if cell.is_figure() {
                vec![cell.text.clone()]
            } else {
                wrapped(&cell.text, 2 * LABEL)
            };
            for (i, piece) in pieces.into_iter().enumerate() {
                if i > 0 {
                    out += &(core::mem::take(&mut line).join(" ") + "\n");
                }
                line.push(piece);
            }
        }
        out += &(line.join(" ") + "\n");
    }
    out
}

/// Plain `pdftotext` of a table on one page: a cell a line, row by row without the last column, which follows at the
/// end, its head first.
pub(super) fn tail(table: &Table) -> String {
    let mut out: Vec<&str> = Vec::new();
    let mut last_column: Vec<&str> = Vec::new();
    for Placed { column, cell, .. } in table.placed() {
        let is_last = column + 1 == table.width && column > 3;
        let lines = if is_last { &mut last_column } else { &mut out };
        if !cell.text.is_empty() {
            lines.push(&cell.text);
        }
    }
    out.extend(last_column);
    out.join("\n\n") + "\n"
}
