//! One row a line, cells separated by a mark that is punctuation elsewhere.

use crate::sheet::Table;

/// CSV: what a merged cell covers is empty, text stands in quotes.
pub(super) fn csv(table: &Table) -> String {
    let line = |row: &Vec<Option<(&crate::sheet::TableCell, bool)>>| {
        let fields = row.iter().map(|position| match position {
            Some((cell, true)) if cell.is_figure() && !cell.text.contains([',', '"', '\n']) => {
                cell.text.clone()
            }
            Some((cell, true)) if !cell.text.is_empty() => {
                format!("\"{}\"", cell.text.replace('"', "\"\""))
            }
            _ => String::new(),
        });
        fields.collect::<Vec<_>>().join(",") + "\n"
    };
    table.positions().iter().map(line).collect()
}

/// `规章，0，0，0`: nothing for what a merged cell covers; a blank cell leaves its commas.
pub(super) fn by_commas(table: &Table) -> String {
    let rows = table
        .rows
        .iter()
        .map(|row| row.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("，") + "\n");
    rows.collect()
}

/// `规章、0、0、0`: blank cells leave nothing.
pub(super) fn enumerated(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty());
        cells.collect::<Vec<_>>().join("、") + "\n"
    });
    rows.collect()
}
