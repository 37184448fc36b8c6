//! Cells separated by bars. What a cell above covers is not there, as in the rows of HTML.

use crate::sheet::{Table, TableCell};

/// A cell, then a line with a bar. Of a blank cell only an empty line and the bar are left.
pub(super) fn bar_below(table: &Table) -> String {
    table.rows.iter().flatten().map(|cell| format!("{}\n|\n", cell.text)).collect()
}

/// `cell |` on a line of its own, and `||` below it for two more columns that it covers.
pub(super) fn cell_a_line(table: &Table) -> String {
    let mut out = String::new();
    for cell in table.rows.iter().flatten() {
        out.push_str(&cell.text);
        out.push_str(" |\n");
        if cell.column_span > 1 {
            out.push_str(&pads(cell));
            out.push('\n');
        }
    }
    out
}

/// `a | b | c |`, with ` ||` after a cell that covers two more columns if `padded`.
pub(super) fn row_a_line(table: &Table, padded: bool) -> String {
    lines(table, |row| {
        row.iter()
            .map(|cell| {
                let bar = format!("{} |", cell.text);
                if padded && cell.column_span > 1 { format!("{bar} {}", pads(cell)) } else { bar }
            })
            .collect::<Vec<_>>()
            .join(" ")
    })
}

/// `| a |      0 |`, figures to the right.
pub(super) fn framed(table: &Table) -> String {
    lines(table, |row| {
        let cells = row.iter().map(|cell| {
            if cell.is_figure() {
                format!("{:>8} |", cell.text)
            } else {
                format!(" {} |", cell.text)
            }
        });
        format!("|{}", cells.collect::<String>())
    })
}

/// `| ⏎       a  | ⏎`: every cell over two lines between its bars.
pub(super) fn over_lines(table: &Table) -> String {
    lines(table, |row| {
        let cells = row.iter().map(|cell| {
            if cell.is_figure() {
                format!(" \n      \n       {}  |", cell.text)
            } else {
                format!(" \n       {}  |", cell.text)
            }
        });
        format!("|{}", cells.collect::<String>())
    })
}

/// `a0012`: one row a line, nothing between cells.
pub(super) fn glued(table: &Table) -> String {
    lines(table, |row| row.iter().map(|cell| cell.text.as_str()).collect())
}

/// The same without lines: the whole table is one word, and the last figure of a row stands before the next ordinal.
pub(super) fn all_glued(table: &Table) -> String {
    glued(table).replace('\n', "") + "\n"
}

fn lines(table: &Table, line: impl Fn(&[TableCell]) -> String) -> String {
    table.rows.iter().map(|row| line(row) + "\n").collect()
}

fn pads(cell: &TableCell) -> String {
    "|".repeat(cell.column_span - 1)
}
