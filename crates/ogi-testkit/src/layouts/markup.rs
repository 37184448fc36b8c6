//! Tables in languages of markup, as pandoc and turndown write them.

use crate::sheet::{Table, TableCell};

/// MediaWiki: one cell a line, rows parted by `|-`, nothing where a merged cell reaches.
pub(super) fn wiki(table: &Table) -> String {
    let mut out = String::from("{|\n");
    for (i, row) in table.positions().iter().enumerate() {
        if i > 0 {
            out += "|-\n";
        }
        for position in row {
            match position {
                Some((cell, true)) => out += &format!("| {}\n", cell.text),
                _ => out += "|\n",
            }
        }
    }
    out + "|}\n"
}

/// LaTeX: a `longtable` with `\multicolumn` and `\multirow`.
pub(super) fn latex(table: &Table) -> String {
    let mut out = format!(
        "\\begin{{longtable}}[]{{@{{}}{}@{{}}}}\n\\toprule\n\\endhead\n",
        "l".repeat(table.width)
    );
    for row in table.positions() {
        let mut cells = Vec::new();
        for (column, position) in row.iter().enumerate() {
            match position {
                Some((cell, true)) => cells.push(latex_cell(cell)),
                // One below a merged cell is empty; one beside it is part of it.
                Some((cell, false)) if is_first_below(&row, column, cell) => {
                    cells.push(spanning(String::new(), cell.column_span));
                }
                _ => {}
            }
        }
        out += &format!("{} \\\\\n", cells.join(" & "));
    }
    out + "\\bottomrule\n\\end{longtable}\n"
}

/// Whether the cell, which begins in a row above, reaches from this column to the right.
fn is_first_below(row: &[Option<(&TableCell, bool)>], column: usize, cell: &TableCell) -> bool {
    let is_it = |it: &Option<(&TableCell, bool)>| it.is_some_and(|it| core::ptr::eq(it.0, cell));
    let first = row.iter().position(is_it);
    first == Some(column) && !row.iter().any(|it| is_it(it) && it.is_some_and(|it| it.1))
}

fn latex_cell(cell: &TableCell) -> String {
    let mut text = cell.text.clone();
    text = text.replace('\\', "\\textbackslash ");
    for c in ['%', '&', '#', '_', '$'] {
        text = text.replace(c, &format!("\\{c}"));
    }
    if cell.row_span > 1 {
        text = format!("\\multirow{{{}}}{{*}}{{{text}}}", cell.row_span);
    }
    spanning(text, cell.column_span)
}

fn spanning(text: String, columns: usize) -> String {
    if columns > 1 { format!("\\multicolumn{{{columns}}}{{l}}{{{text}}}") } else { text }
}

/// A table of HTML within Markdown, on one line.
pub(super) fn html(table: &Table) -> String {
    let mut out = String::from("<table border=\"1\"><tbody>");
    for row in &table.rows {
        out += "<tr>";
        for cell in row {
            let mut tag = String::from("<td");
            if cell.column_span > 1 {
                tag += &format!(" colspan=\"{}\"", cell.column_span);
            }
            if cell.row_span > 1 {
                tag += &format!(" rowspan=\"{}\"", cell.row_span);
            }
            let text = cell.text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            out += &format!("{tag}><p>{text}</p></td>");
        }
        out += "</tr>";
    }
    out + "</tbody></table>\n"
}
