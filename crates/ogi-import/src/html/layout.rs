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

/// The tables that place things: those that hold others with content, and those of one column.
///
/// Sorted.
pub(super) fn layout_tables(tree: &Tree) -> Vec<Id> {
    let mut open: Vec<Open> = Vec::new();
    let mut found = Vec::new();
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
                    Tag::Script | Tag::Skipped => return Ok(false),
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
                    found.push(table.table);
                }
                Ok(true)
            }
        }
    };
    let _ = tree.walk(Tree::ROOT, visit);
    found.sort_unstable();
    found
}
