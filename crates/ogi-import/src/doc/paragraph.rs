//! What properties say about a paragraph, and about the row that it ends.

use super::properties::{Properties, ROW};
use super::streams::Streams;
use crate::archive::number;
use crate::rows::{Definition, Edge};

/// A paragraph.
#[derive(Clone, Default)]
pub(super) struct Paragraph {
    in_table: bool,
    level: usize,
    /// Whether it ends a row, of the outermost table or of one within.
    pub(super) ends_row: bool,
    pub(super) ends_inner_row: bool,
    /// Whether it ends a cell of a table within a cell.
    pub(super) ends_inner_cell: bool,
    /// Whether it has a number or a bullet, which is not in its text.
    pub(super) is_item: bool,
    pub(super) row: Definition,
}

impl Paragraph {
    /// The same with more properties, over those of its style.
    pub(super) fn with(mut self, properties: Properties<'_>) -> Self {
        properties.for_each(|it| self.take(it));
        self
    }

    /// In how many tables it stands.
    pub(super) fn level(&self) -> usize {
        self.level.max(usize::from(self.in_table))
    }

    pub(super) fn take(&mut self, (code, operand): (u16, &[u8])) {
        let is_on = operand.first().is_some_and(|it| *it != 0);
        match code {
            0x2416 => self.in_table = is_on,
            0x2417 => self.ends_row = is_on,
            0x6649 => self.level = number::<4>(operand, 0).unwrap_or(0),
            0x244B => self.ends_inner_cell = is_on,
            0x244C => self.ends_inner_row = is_on,
            // Lists of Word 97 and those of Word 95, whose number 0 and 0xF801 are none.
            0x460B => self.is_item = !matches!(number::<2>(operand, 0), None | Some(0 | 0xF801)),
            ROW => self.row = row(operand).unwrap_or_default(),
            // Cells merged down: which one, and whether it is the first.
            0xD62B => {
                if let [cell, merged, ..] = operand
                    && let Some(edge) = self.row.edge_mut(usize::from(*cell))
                {
                    edge.down = down(usize::from(*merged));
                }
            }
            _ => {}
        }
    }
}

/// Properties that do not fit into a page.
pub(super) fn in_data<'s>(mut properties: Properties<'_>, streams: &'s Streams) -> Properties<'s> {
    const IN_DATA: [u16; 2] = [0x6646, 0x6645];
    let place = properties.find(|it| IN_DATA.contains(&it.0)).and_then(|it| number::<4>(it.1, 0));
    Properties(place.map(|it| streams.data(it)).unwrap_or_default())
}

/// The definition of a row: its borders from the left to the right, and what is said of each cell.
fn row(operand: &[u8]) -> Option<Definition> {
    const CELL: usize = 20;
    let cells = usize::from(*operand.first()?);
    let border = |at: usize| Some(i32::from(number::<2>(operand, 1 + 2 * at)? as i16));
    let mut row = Definition::new(border(0)?);
    // Which of two bits says that a cell is the first of merged ones differs between programs: it is the one that the first
    // of them has.
    let mut first = 0;
    for cell in 0..cells {
        let right = border(cell + 1)?;
        let said = number::<2>(operand, 1 + 2 * (cells + 1) + CELL * cell).unwrap_or(0);
        let merged = said & 3;
        let across = merged != 0 && first != 0 && merged != first;
        if !across {
            first = merged;
        }
        row.push(Edge { right, down: down(said >> 5), across });
    }
    Some(row)
}

/// Whether a cell is the first of several merged below one another, or one of the others.
const fn down(said: usize) -> Option<bool> {
    match said & 3 {
        0 => None,
        1 => Some(false),
        _ => Some(true),
    }
}
