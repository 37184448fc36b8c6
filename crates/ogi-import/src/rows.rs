//! The rows of a table, whose cells are known by where their right borders are.

use crate::table::{Block, Table};

/// Borders this close are one, in twentieths of a point.
const SNAP: i32 = 60;

/// Where a cell ends, and with which cells it is merged.
#[derive(Clone, Copy, Default)]
pub(crate) struct Edge {
    pub(crate) right: i32,
    /// The first of merged cells below one another, or one of the others.
    pub(crate) down: Option<bool>,
    /// Merged with the cell before it.
    pub(crate) across: bool,
}

/// What is said about a row.
#[derive(Clone, Default)]
pub(crate) struct Definition {
    pub(crate) left: i32,
    edges: Vec<Edge>,
    /// Whether the row is deleted or hidden.
    pub(crate) is_dropped: bool,
}

/// A table that is open.
pub(crate) struct Rows {
    number: u32,
    rows: Vec<(Definition, Vec<Vec<Block>>)>,
    cells: Vec<Vec<Block>>,
    cell: Vec<Block>,
}

impl Definition {
    pub(crate) const fn new(left: i32) -> Self {
        Self { left, edges: Vec::new(), is_dropped: false }
    }

    /// Where the last cell ends.
    pub(crate) fn right(&self) -> i32 {
        self.edges.last().map_or(self.left, |it| it.right)
    }

    /// Adds a cell. A border before the last one is none; the cell is there all the same.
    pub(crate) fn push(&mut self, edge: Edge) {
        let right = edge.right.max(self.right());
        self.edges.push(Edge { right, ..edge });
    }

    pub(crate) fn edge_mut(&mut self, cell: usize) -> Option<&mut Edge> {
        self.edges.get_mut(cell)
    }
}

impl Rows {
    pub(crate) const fn new(number: u32) -> Self {
        Self { number, rows: Vec::new(), cells: Vec::new(), cell: Vec::new() }
    }

    pub(crate) fn push(&mut self, block: Block) {
        self.cell.push(block);
    }

    /// Whether something stands in a cell that has not ended.
    pub(crate) const fn is_in_cell(&self) -> bool {
        !self.cell.is_empty()
    }

    pub(crate) fn end_cell(&mut self) {
        self.cells.push(core::mem::take(&mut self.cell));
    }

    pub(crate) fn end_row(&mut self, definition: &Definition) {
        if self.is_in_cell() {
            self.end_cell();
        }
        if !self.cells.is_empty() {
            // Borders beyond the last cell are not seen.
            let edges = definition.edges.iter().take(self.cells.len()).copied().collect();
            let definition = Definition { edges, ..*definition };
            self.rows.push((definition, core::mem::take(&mut self.cells)));
        }
    }

    /// The table with the columns that the borders of all its rows make.
    pub(crate) fn into_table(mut self, last: &Definition) -> Table {
        self.end_row(last);
        let mut borders: Vec<i32> = Vec::new();
        for (definition, _) in &self.rows {
            borders.push(definition.left);
            borders.extend(definition.edges.iter().map(|it| it.right));
        }
        borders.sort_unstable();
        borders.dedup_by(|next, kept| next.saturating_sub(*kept) <= SNAP);
        let column = |at: i32| {
            let before = borders.partition_point(|it| it.saturating_add(SNAP) < at);
            u32::try_from(before).unwrap_or(u32::MAX)
        };
        let mut table = Table::new(self.number);
        for (definition, cells) in self.rows {
            let mut first = column(definition.left);
            table.open_row();
            if definition.is_dropped {
                table.drop_row();
            }
            table.skip_columns(first);
            let mut edges = definition.edges.into_iter();
            for blocks in cells {
                // A cell beyond the last border is a column of its own.
                let edge = edges.next();
                let after = edge.map_or(first + 1, |it| column(it.right)).max(first + 1);
                let edge = edge.unwrap_or_default();
                table.open_cell();
                table.span(after - first);
                if let Some(is_first) = edge.down {
                    table.merge_down(is_first);
                }
                if edge.across {
                    table.merge_across();
                }
                blocks.into_iter().for_each(|it| table.push(it));
                table.close_cell();
                first = after;
            }
            table.close_row();
        }
        table
    }
}
