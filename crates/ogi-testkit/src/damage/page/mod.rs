//! A page that can be damaged: text, letter by letter, or the cells of a document before it is written.

mod cells;
mod text;

pub(super) use cells::CellPage;
pub(super) use text::TextPage;

use super::rows::PageRow;

/// A cell, by its number.
pub(super) type CellNumber = usize;

/// Each method says whether it could do it; if not, nothing was changed.
pub(super) trait Page {
    /// What the cell prints goes, its place stays.
    fn erase(&mut self, cell: CellNumber) -> bool;

    /// The cell prints something else.
    fn reprint(&mut self, cell: CellNumber, text: &str) -> bool;

    /// A character of the cell becomes another, or goes.
    fn replace_character(&mut self, cell: CellNumber, at: usize, by: Option<char>) -> bool;

    /// The cell goes on on another line from this character on.
    fn split(&mut self, cell: CellNumber, at: usize) -> bool;

    /// Two cells print what the other did.
    fn exchange(&mut self, one: CellNumber, other: CellNumber) -> bool;

    /// These heads come to stand on one line, a single blank between each two.
    fn join_heads(&mut self, heads: &[CellNumber]) -> bool;

    /// A blank cell between two others goes, with what set it apart from the next.
    fn drop_blank(&mut self, row: &PageRow, at: usize) -> bool;

    /// The cell has an empty paragraph more.
    fn add_blank_paragraph(&mut self, cell: CellNumber) -> bool;

    /// The row stands there twice.
    fn repeat(&mut self, row: &PageRow) -> bool;

    /// The row comes after the next.
    fn exchange_rows(&mut self, row: &PageRow, next: &PageRow) -> bool;

    /// The label comes behind the figures.
    fn move_label_behind(&mut self, row: &PageRow) -> bool;

    /// The page ends above this row; the rest of its table are these.
    fn cut(&mut self, rest: &[PageRow]) -> bool;

    /// Empty cells behind the last of the row.
    fn pad(&mut self, row: &PageRow, many: usize) -> bool;

    /// A line of its own below the row, or between its lines.
    fn insert(&mut self, row: &PageRow, within: bool, line: &str) -> bool;

    /// A line that the row has a part of is joined with the next one that is not empty.
    fn join_lines(&mut self, row: &PageRow) -> bool;
}
