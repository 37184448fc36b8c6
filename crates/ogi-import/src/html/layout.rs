//! Which tables are tables, and which only place things on the page.

use core::convert::Infallible;

use super::flow::trimmed;
use super::node::Id;
use super::tag::Tag;
use super::tree::{Step, Tree};

/// A table that is open.
struct Open {
    table: Id,
    cells_of_row: u32,
    has_wide_row: bool,
    has_table_with_content: bool,
}

/// The tables that place things.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Those that hold others with content, and those of one column; sorted.
    all: Vec<Id>,
    /// Those of one column that hold no others: their blank cells may be figures that are blank. Sorted.
    columns: Vec<Id>,
}

impl Layout {
    /// Whether a table only places things.
    pub(super) fn contains(&self, table: Id) -> bool {
        self.all.binary_search(&table).is_ok()
    }

    /// Whether such a table is a column of cells.
    pub(super) fn is_column(&self, table: Id) -> bool {
        self.columns.binary_search(&table).is_ok()
    }
}

/// Finds the tables that place things.
pub(super) fn layout_tables(tree: &Tree) -> Layout {
    let mut open: Vec<Open> = Vec::new();
    let mut found = Layout::default();
    let visit = |step| -> Result<bool, Infallible> {
        match step {
            Step::Enter(id) => {
                match tree.node(id).tag() {
                    Tag::Table => open.push(Open {
                        table: id,
                        cells_of_row: 0,
                        has_wide_row: false,
                        has_table_with_content: false,
                    }),
                    Tag::Row => {
                        if let Some(table) = open.last_mut() {
                            table.cells_of_row = 0;
                        }
                    }
                    Tag::Cell => {
                        if let Some(table) = open.last_mut() {
                            table.cells_of_row += 1;
                            table.has_wide_row |= table.cells_of_row > 1;
                        }
                    }
                    tag if tag.is_unread() => return Ok(false),
                    _ => {}
                }
                let has_text = || tree.text(id).is_some_and(|it| !trimmed(it).is_empty());
                if open.len() > 1 && has_text() {
                    // Those further out were marked with the first text.
                    for table in open.iter_mut().rev().skip(1) {
                        if table.has_table_with_content {
                            break;
                        }
                        table.has_table_with_content = true;
                    }
                }
                Ok(true)
            }
            Step::Leave(id) => {
                if tree.node(id).tag() == Tag::Table
                    && let Some(table) = open.pop()
                    && (table.has_table_with_content || !table.has_wide_row)
                {
                    found.all.push(table.table);
                    if !table.has_table_with_content {
                        found.columns.push(table.table);
                    }
                }
                Ok(true)
            }
        }
    };
    let _ = tree.walk(Tree::ROOT, visit);
    found.all.sort_unstable();
    found.columns.sort_unstable();
    found
}
