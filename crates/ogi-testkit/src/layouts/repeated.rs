//! Merged cells printed again at every position that they cover: python-docx, pandas.

use crate::sheet::Table;

/// One row a line with tabs, as rows of a Word document come out of python-docx.
pub(super) fn tabs(table: &Table) -> String {
    rows(table).iter().map(|row| row.join("\t") + "\n").collect()
}

/// The same as a table of Markdown; its first row is the head.
pub(super) fn bars(table: &Table) -> String {
    let mut lines: Vec<String> =
        rows(table).iter().map(|row| format!("| {} |\n", row.join(" | "))).collect();
    lines.insert(1, format!("|{}\n", "---|".repeat(table.width)));
    lines.concat()
}

/// `DataFrame.to_string()`: numbers over the columns and before the rows, aligned to the right by characters, `NaN`
/// for a blank.
pub(super) fn frame(table: &Table) -> String {
    let mut all = vec![(0..table.width).map(|i| i.to_string()).collect::<Vec<_>>()];
    all.extend(rows(table).iter().map(|row| {
        row.iter()
            .map(|it| if it.is_empty() { "NaN".to_owned() } else { (*it).to_owned() })
            .collect()
    }));
    let widest = |column: usize| all.iter().map(|row| row[column].chars().count()).max();
    let widths: Vec<usize> = (0..table.width).map(|it| widest(it).unwrap_or(0)).collect();
    let mut out = String::new();
    for (i, row) in all.iter().enumerate() {
        let index = i.checked_sub(1).map(|it| it.to_string()).unwrap_or_default();
        out += &format!("{index:<3}");
        for (text, width) in row.iter().zip(&widths) {
            out += &format!("  {text:>width$}");
        }
        out.push('\n');
    }
    out
}

/// `read_excel(...).to_markdown()`: what a merged cell covers is `nan`, and so is a blank; the first row became the
/// head, where it is `Unnamed: 3`; numbers before the rows.
pub(super) fn unnamed(table: &Table) -> String {
    let mut out = String::new();
    for (i, row) in table.positions().iter().enumerate() {
        let cells = row.iter().enumerate().map(|(column, position)| match position {
            Some((cell, true)) if !cell.text.is_empty() => cell.text.clone(),
            _ if i == 0 => format!("Unnamed: {column}"),
            _ => "nan".to_owned(),
        });
        let index = i.checked_sub(1).map(|it| it.to_string()).unwrap_or_default();
        out += &format!("| {index:>2} | {} |\n", cells.collect::<Vec<_>>().join(" | "));
        if i == 0 {
            out += &format!("|---:|{}\n", ":---|".repeat(table.width));
        }
    }
    out
}

fn rows(table: &Table) -> Vec<Vec<&str>> {
    let text = |row: &Vec<_>| {
        row.iter()
            .map(|it: &Option<(&crate::sheet::TableCell, bool)>| {
                it.map_or("", |it| it.0.text.as_str())
            })
            .collect()
    };
    table.positions().iter().map(text).collect()
}
