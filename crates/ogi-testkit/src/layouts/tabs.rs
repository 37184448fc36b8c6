//! Pasted from a spreadsheet.

use crate::sheet::Table;

/// One row a line with all its cells, separated by tabs; a merged cell prints in its first place only.
pub(super) fn pasted(table: &Table) -> String {
    let mut text = vec![vec![""; table.width]; table.rows.len()];
    for it in table.placed() {
        if let Some(place) = text[it.row].get_mut(it.column) {
            *place = &it.cell.text;
        }
    }
    text.iter().map(|row| row.join("\t") + "\n").collect()
}
