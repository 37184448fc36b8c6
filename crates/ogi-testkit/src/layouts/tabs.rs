//! Pasted from a spreadsheet.

use crate::sheet::Table;

/// One row a line with all its cells, separated by tabs; a merged cell prints in its first place only.
pub(super) fn pasted(table: &Table) -> String {
    let mut text = vec![vec![""; table.width]; table.rows.len()];
    let mut taken = vec![vec![false; table.width]; table.rows.len()];
    for (r, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            while taken[r].get(column) == Some(&true) {
                column += 1;
            }
            if let Some(place) = text[r].get_mut(column) {
                *place = &cell.text;
            }
            for row in taken.iter_mut().skip(r).take(cell.row_span) {
                for place in row.iter_mut().skip(column).take(cell.column_span) {
                    *place = true;
                }
            }
            column += cell.column_span;
        }
    }
    text.iter().map(|row| row.join("\t") + "\n").collect()
}
