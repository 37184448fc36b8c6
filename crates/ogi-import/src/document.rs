//! A document of paragraphs and tables as it is put down, whatever its format.

use ogi_model::{GridPlace, Place};
use ogi_parse::Sheet;

use crate::limits::go_on;
use crate::seen::Print;
#[cfg(any(feature = "doc", feature = "rtf"))]
use crate::table::Block;
use crate::table::Table;
use crate::{ImportError, Limits, words};

/// What has been put down; paragraphs and tables are counted from 1.
pub(crate) struct Document<'a> {
    limits: &'a Limits,
    pub(crate) sheet: Sheet<'static>,
    paragraphs: u32,
    tables: u32,
    pieces: usize,
}

impl<'a> Document<'a> {
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self { limits, sheet: Sheet::within(limits), paragraphs: 0, tables: 0, pieces: 0 }
    }

    /// The next table.
    pub(crate) fn table(&mut self) -> Table {
        let number = self.table_number();
        Table::new(number)
    }

    pub(crate) fn table_number(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    #[cfg(any(feature = "doc", feature = "rtf"))]
    pub(crate) fn put(&mut self, block: &Block) {
        match block {
            Block::Table(table) => table.put(&mut self.sheet),
            Block::Paragraph(print) => {
                self.paragraph(print);
            }
        }
    }

    /// A paragraph, a line each; where it is put down.
    pub(crate) fn paragraph(&mut self, print: &Print) -> GridPlace {
        self.paragraphs += 1;
        let place = GridPlace { row: self.paragraphs, column: 1, ..GridPlace::default() };
        // A line of blanks is an empty one, and no blank cell below a table.
        for line in print.lines().filter(|it| !it.trim().is_empty()) {
            self.sheet.paragraph(line, Place::Grid(Box::new(place.clone())));
        }
        place
    }

    /// Counts what costs memory: paragraphs and cells.
    pub(crate) fn count(&mut self) -> Result<(), ImportError> {
        go_on(self.limits)?;
        self.pieces += 1;
        if self.pieces > self.limits.cells {
            let limit = self.limits.cells as u64;
            return Err(ImportError::Limit { what: words::CELLS_AND_PARAGRAPHS, limit });
        }
        Ok(())
    }
}
