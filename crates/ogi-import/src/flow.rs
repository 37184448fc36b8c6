//! Text and tables as they follow one another, in formats whose tables are paragraphs that end cells and rows.

use crate::ImportError;
use crate::document::Document;
use crate::rows::{Definition, Rows};
use crate::seen::Print;
use crate::table::Block;

/// No document has tables within tables deeper than this.
const DEEPEST_TABLE: usize = 16;

/// The text of a document, or that of a text box in it.
#[derive(Default)]
pub(crate) struct Flow {
    /// The paragraph that is open.
    pub(crate) paragraph: Print,
    /// The tables that are open, each in a cell of the one before.
    tables: Vec<Rows>,
    done: Vec<Block>,
}

impl Flow {
    /// Adds what another flow did.
    pub(crate) fn push(&mut self, block: Block) {
        match self.tables.last_mut() {
            Some(rows) => rows.push(block),
            None => self.done.push(block),
        }
    }

    /// Ends tables within tables, and begins them, until a paragraph at this level may follow. A row that has not ended is
    /// as the last definition says.
    pub(crate) fn open_tables(
        &mut self,
        level: usize,
        row: &Definition,
        document: &mut Document<'_>,
    ) {
        let level = level.min(DEEPEST_TABLE);
        while self.tables.len() > level {
            let Some(rows) = self.tables.pop() else { break };
            self.push(Block::Table(rows.into_table(row)));
        }
        while self.tables.len() < level {
            self.tables.push(Rows::new(document.table_number()));
        }
    }

    /// # Errors
    /// Too many cells and paragraphs.
    pub(crate) fn end_paragraph(
        &mut self,
        level: usize,
        row: &Definition,
        document: &mut Document<'_>,
    ) -> Result<(), ImportError> {
        document.count()?;
        self.open_tables(level, row, document);
        let print = core::mem::take(&mut self.paragraph);
        if !print.is_empty() {
            self.push(Block::Paragraph(print));
        }
        Ok(())
    }

    pub(crate) fn end_cell(&mut self) {
        if let Some(rows) = self.tables.last_mut() {
            rows.end_cell();
        }
    }

    pub(crate) fn end_row(&mut self, row: &Definition) {
        if let Some(rows) = self.tables.last_mut() {
            rows.end_row(row);
        }
    }

    /// What is done, which is no longer kept.
    pub(crate) fn take_done(&mut self) -> Vec<Block> {
        core::mem::take(&mut self.done)
    }
}
