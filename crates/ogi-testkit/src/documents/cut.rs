//! Tables cut into several, as pages have them.

use ogi_model::TableId;

use crate::sheet::{Placed, Table, TableCell};

/// A table for each block: cut above heads as wide as the table.
pub(super) fn by_blocks(table: &Table) -> Vec<Table> {
    let is_head = |row: &[TableCell]| matches!(row, [cell] if cell.column_span == table.width);
    let blocks = table.rows.chunk_by(|_, next| !is_head(next));
    blocks
        .map(|rows| Table {
            id: table.id,
            rows: rows.to_vec(),
            width: table.width,
            beyond: table.beyond,
        })
        .collect()
}

/// Table four as a table for each group of columns that ends with a total; any other table as it is.
pub(super) fn by_groups(table: &Table) -> Vec<Table> {
    let spans = table.rows.iter().flatten().map(|it| it.column_span);
    let group = match table.id {
        TableId::Disputes => spans.filter(|it| *it > 1).min().unwrap_or(table.width),
        _ => table.width,
    };
    if group == table.width {
        return vec![table.clone()];
    }
    (0..table.width).step_by(group).map(|first| columns(table, first, group)).collect()
}

/// These columns alone, with those cells that reach into them.
fn columns(table: &Table, first: usize, width: usize) -> Table {
    let mut rows = vec![Vec::new(); table.rows.len()];
    for Placed { row, column, cell } in table.placed() {
        let (from, to) = (column.max(first), (column + cell.column_span).min(first + width));
        if from < to {
            rows[row].push(TableCell { column_span: to - from, ..cell.clone() });
        }
    }
    Table { id: table.id, rows, width, beyond: 0 }
}
