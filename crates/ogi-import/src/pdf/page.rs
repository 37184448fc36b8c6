//! One page: what stands on it, from top to bottom.

use ogi_model::{PagePlace, Place};
use ogi_parse::Sheet;
use pdfplumber::{
    BBox, Cell, Image, Page, PageObject, Table, TableSettings, TextLine, TextOptions,
};

use super::columns::Columns;
use crate::seen::{PICTURE, Print};

/// What stands on a page.
pub(super) struct Content {
    /// From 1.
    number: u32,
    items: Vec<Item>,
    images: Vec<Image>,
}

/// Something on a page.
pub(super) enum Item {
    Line(TextLine),
    Table(Table),
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Self::Line(line) => line.bbox.top,
            Self::Table(table) => table.bbox.top,
        }
    }
}

impl Content {
    /// Looks what stands on a page.
    pub(super) fn of(page: &Page) -> Self {
        let tables: Vec<Table> =
            page.find_tables(&TableSettings::default()).into_iter().filter(is_table).collect();
        let outside = page.filter(|object| match object {
            PageObject::Char(char) => !tables.iter().any(|it| holds(&it.bbox, &char.bbox)),
            _ => true,
        });
        let lines = outside.extract_text_lines(&TextOptions::default());
        let mut items: Vec<Item> =
            lines.into_iter().map(Item::Line).chain(tables.into_iter().map(Item::Table)).collect();
        items.sort_by(|a, b| a.top().total_cmp(&b.top()));
        let number = u32::try_from(page.page_number()).unwrap_or(u32::MAX).saturating_add(1);
        Self { number, items, images: page.images().to_vec() }
    }

    pub(super) fn has_images(&self) -> bool {
        !self.images.is_empty()
    }

    /// How many lines and cells it has.
    pub(super) fn len(&self) -> usize {
        let len = |it: &Item| match it {
            Item::Line(_) => 1,
            Item::Table(table) => table.cells.len(),
        };
        self.items.iter().map(len).sum()
    }

    /// The tables, from top to bottom.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Table> {
        self.items.iter().filter_map(|it| match it {
            Item::Table(table) => Some(table),
            Item::Line(_) => None,
        })
    }

    /// Adds it to a sheet; the columns are those of each of its tables.
    pub(super) fn put<'c>(
        &self,
        mut columns: impl Iterator<Item = &'c Columns>,
        sheet: &mut Sheet<'static>,
    ) {
        let (mut table, mut line) = (0, 0);
        for item in &self.items {
            match item {
                Item::Line(text) => {
                    line += 1;
                    sheet.paragraph(&text.text(), self.place(0, line, 1));
                }
                Item::Table(grid) => {
                    table += 1;
                    let Some(columns) = columns.next() else { continue };
                    self.put_table(table, grid, columns, sheet);
                }
            }
        }
    }

    fn put_table(&self, number: u32, table: &Table, columns: &Columns, sheet: &mut Sheet<'static>) {
        for (row, cells) in (1..).zip(&table.rows) {
            let printed: Vec<_> = (1..)
                .zip(cells)
                .filter_map(|(column, cell)| Some((column, cell, self.text(cell)?)))
                .collect();
            sheet.row(printed.iter().map(|(column, cell, text)| {
                (text.as_str(), self.place(number, row, *column), columns.of(&cell.bbox))
            }));
        }
    }

    /// What a cell prints; nothing where another cell covers its position.
    fn text(&self, cell: &Cell) -> Option<String> {
        let mut print = Print::default();
        print.push(cell.text.as_deref()?);
        if self.images.iter().any(|it| is_in(it, &cell.bbox)) {
            print.push_unclear(PICTURE);
        }
        Some(print.into_cell())
    }

    /// Lines outside of tables have table 0, and their number on the page as row.
    fn place(&self, table: u32, row: u32, column: u32) -> Place {
        Place::Page(Box::new(PagePlace { page: self.number, table, row, column }))
    }
}

/// A frame around prose is found as a table of one column.
fn is_table(table: &Table) -> bool {
    table.columns.len() > 1
}

/// Whether an image is in a cell: one that lies behind the whole page is not.
fn is_in(image: &Image, cell: &BBox) -> bool {
    const MARGIN: f64 = 3.0;
    image.x0 >= cell.x0 - MARGIN
        && image.x1 <= cell.x1 + MARGIN
        && image.top >= cell.top - MARGIN
        && image.bottom <= cell.bottom + MARGIN
}

/// Whether the middle of something is within a frame.
fn holds(frame: &BBox, inner: &BBox) -> bool {
    let (x, y) = ((inner.x0 + inner.x1) / 2.0, (inner.top + inner.bottom) / 2.0);
    (frame.x0..=frame.x1).contains(&x) && (frame.top..=frame.bottom).contains(&y)
}
