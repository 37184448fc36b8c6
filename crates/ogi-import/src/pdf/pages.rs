//! The pages of a document, and the tables that go on from one to the next.

use ogi_parse::Sheet;
use pdfplumber::Page;

use super::columns::Columns;
use super::page::Content;
use super::running;
use crate::limits::go_on;
use crate::{ImportError, Limits, words};

/// What stands on the pages of a document, in their order.
#[derive(Default)]
pub(crate) struct Pages {
    all: Vec<Content>,
    cells: usize,
}

impl Pages {
    /// Looks what stands on the next page.
    pub(crate) fn push(&mut self, page: &Page, limits: &Limits) -> Result<(), ImportError> {
        go_on(limits)?;
        let page = Content::of(page);
        self.cells += page.len();
        if self.cells > limits.cells {
            return Err(ImportError::Limit { what: words::CELLS, limit: limits.cells as u64 });
        }
        self.all.push(page);
        Ok(())
    }

    /// Whether there are images on any of them.
    pub(crate) fn have_images(&self) -> bool {
        self.all.iter().any(|it| it.has_images)
    }

    /// All that stands on them; nothing if there is no text.
    pub(crate) fn into_sheet(mut self, limits: &Limits) -> Option<Sheet<'static>> {
        running::drop(&mut self.all);
        let mut sheet = Sheet::within(limits);
        let (all, of_tables) = columns(&self.all);
        let mut of_tables = of_tables.iter().filter_map(|it| all.get(*it));
        for page in &self.all {
            page.put(&mut of_tables, &mut sheet);
        }
        (!sheet.is_empty()).then_some(sheet)
    }
}

/// The columns of all tables, and which are those of each table: a page's first table may be the rest of the last one
/// of the page before.
fn columns(pages: &[Content]) -> (Vec<Columns>, Vec<usize>) {
    let (mut all, mut of_tables): (Vec<Columns>, Vec<usize>) = (Vec::new(), Vec::new());
    for page in pages {
        for (at, table) in page.tables().enumerate() {
            if at > 0 || !all.last().is_some_and(|it| it.go_on_in(table)) {
                all.push(Columns::default());
            }
            if let Some(last) = all.last_mut() {
                last.add(table);
            }
            of_tables.push(all.len() - 1);
        }
    }
    (all, of_tables)
}
