//! One page: what stands on it, from top to bottom.

use std::borrow::Cow;

use ogi_model::{PagePlace, Place};
use ogi_parse::Sheet;
use pdfplumber::{
    BBox, Cell, Image, Page, PageObject, Table, TableSettings, TextLine, TextOptions,
};

use crate::picture;

/// Something on a page.
enum Item {
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

/// Adds what stands on a page, and says how many cells that is.
pub(super) fn read(page: &Page, document: &mut Sheet<'static>) -> usize {
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
    let (mut table, mut line, mut cells) = (0, 0, 0);
    for item in items {
        match item {
            Item::Line(text) => {
                line += 1;
                document.paragraph(&text.text(), place(number, 0, line, 1));
                cells += 1;
            }
            Item::Table(grid) => {
                table += 1;
                cells += grid.cells.len();
                for (row, cells) in (1..).zip(&grid.rows) {
                    let real = (1..)
                        .zip(cells)
                        .filter_map(|(column, cell)| Some((column, text(cell, page.images())?)));
                    let real: Vec<_> = real.collect();
                    document.row(real.iter().map(|(column, text)| {
                        (
                            text.as_ref(),
                            place(number, table, row, *column),
                            ogi_parse::Columns::exact(*column as u16 - 1, 1),
                        )
                    }));
                }
            }
        }
    }
    cells
}

/// A frame around prose is found as a table of one column.
fn is_table(table: &Table) -> bool {
    table.columns.len() > 1
}

/// What a cell prints; nothing where another cell covers its position.
fn text<'a>(cell: &'a Cell, images: &[Image]) -> Option<Cow<'a, str>> {
    let text = cell.text.as_deref()?;
    let with_picture = images.iter().any(|it| is_in(it, &cell.bbox));
    let picture = if with_picture { picture::in_cell(text) } else { None };
    Some(picture.map_or(Cow::Borrowed(text), Cow::Owned))
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

/// Lines outside of tables have table 0, and their number on the page as row.
fn place(page: u32, table: u32, row: u32, column: u32) -> Place {
    Place::Page(Box::new(PagePlace { page, table, row, column }))
}
