//! One page: what stands on it, from top to bottom.

use ogi_model::{PagePlace, Place};
use ogi_parse::Sheet;
use pdfplumber::{Page, PageObject, Table, TableSettings, TextLine, TextOptions, Word};

use super::columns::Columns;
use super::frame::{holds, innermost};
use super::grid::Grid;
use super::ink::Ink;
use super::{baseline, downward, open, stroke};
use crate::seen::Seen;

/// How often open cells of a page are closed.
const MOST_PASSES: usize = 3;

/// What stands on a page.
pub(super) struct Content {
    /// From 1.
    number: u32,
    pub(super) items: Vec<Item>,
    pub(super) has_images: bool,
}

/// Something on a page.
pub(super) enum Item {
    /// A line, and what is seen of it.
    Line(TextLine, String),
    Table(Grid),
}

impl Item {
    fn top(&self) -> f64 {
        match self {
            Self::Line(line, _) => line.bbox.top,
            Self::Table(table) => table.bbox.top,
        }
    }
}

impl Content {
    /// Looks what stands on a page.
    pub(super) fn of(page: &Page) -> Self {
        let mended = baseline::mended(page);
        let page = mended.as_ref().unwrap_or(page);
        let rows = downward::lacking(page);
        let ruled = (!rows.is_empty()).then(|| stroke::drawn(page, rows));
        let page = ruled.as_ref().unwrap_or(page);
        let mut tables = match page.edges().is_empty() {
            true => Vec::new(),
            false => page.find_tables(&TableSettings::default()),
        };
        // A closed cell makes a table larger, and then others are within it. Where only columns are ruled, an open cell
        // says nothing.
        let mut better = None;
        for _ in 0..if ruled.is_some() { 0 } else { MOST_PASSES } {
            let Some((closed, more)) = closed(better.as_ref().unwrap_or(page), &tables) else {
                break;
            };
            (better, tables) = (Some(closed), more);
        }
        let page = better.as_ref().unwrap_or(page);
        tables.retain(is_table);
        let options = TextOptions::default();
        let lines = if tables.is_empty() {
            page.extract_text_lines(&options)
        } else {
            let outside = page.filter(|object| match object {
                PageObject::Char(char) => !tables.iter().any(|it| holds(&it.bbox, &char.bbox)),
                _ => true,
            });
            outside.extract_text_lines(&options)
        };
        let ink = Ink::of(page);
        let lines = lines.into_iter().map(|it| {
            let text = seen(&it, &ink);
            Item::Line(it, text)
        });
        let tables = tables.iter().map(|it| Item::Table(Grid::of(it, page, &ink)));
        let mut items: Vec<Item> = lines.chain(tables).collect();
        items.sort_by(|a, b| a.top().total_cmp(&b.top()));
        let number = u32::try_from(page.page_number()).unwrap_or(u32::MAX).saturating_add(1);
        Self { number, items, has_images: !page.images().is_empty() }
    }

    /// How many lines and cells it has.
    pub(super) fn len(&self) -> usize {
        let len = |it: &Item| match it {
            Item::Line(..) => 1,
            Item::Table(table) => table.cells().count(),
        };
        self.items.iter().map(len).sum()
    }

    /// The tables, from top to bottom.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Grid> {
        self.items.iter().filter_map(|it| match it {
            Item::Table(table) => Some(table),
            Item::Line(..) => None,
        })
    }

    /// Adds it to a sheet; the columns are those of each of its tables.
    pub(super) fn put<'c>(
        &self,
        columns: &mut impl Iterator<Item = &'c Columns>,
        sheet: &mut Sheet<'static>,
    ) {
        let (mut table, mut line) = (0, 0);
        for item in &self.items {
            match item {
                Item::Line(_, text) => {
                    line += 1;
                    sheet.paragraph(text, self.place(0, line, 1));
                }
                Item::Table(grid) => {
                    table += 1;
                    let Some(columns) = columns.next() else { continue };
                    for (row, cells) in (1..).zip(&grid.rows) {
                        sheet.row(cells.iter().map(|it| {
                            let place = self.place(table, row, it.column);
                            (it.text.as_str(), place, it.columns(columns))
                        }));
                    }
                }
            }
        }
    }

    /// Lines outside of tables have table 0, and their number on the page as row.
    fn place(&self, table: u32, row: u32, column: u32) -> Place {
        Place::Page(Box::new(PagePlace { page: self.number, table, row, column }))
    }
}

/// What is seen of a line. A word that is crossed out leaves its place to no other.
fn seen(line: &TextLine, ink: &Ink) -> String {
    let is_plain = |it: &Word| it.chars.iter().all(|it| ink.seen(it, None) == Seen::Plainly);
    if line.words.iter().all(is_plain) {
        return line.text();
    }
    let words = line.words.iter().map(|it| ink.print(core::slice::from_ref(it), None).into_cell());
    words.collect::<Vec<_>>().join(" ")
}

/// The page with its open cells closed, and the tables on it; nothing if there are none, or if it is no better.
fn closed(page: &Page, found: &[Table]) -> Option<(Page, Vec<Table>)> {
    let lacking = open::lacking(page, found);
    if lacking.is_empty() {
        return None;
    }
    let closed = stroke::drawn(page, lacking);
    let tables = closed.find_tables(&TableSettings::default());
    let outside = |tables: &[Table]| {
        let cells = innermost(tables);
        page.chars().iter().filter(|it| !cells.iter().any(|cell| holds(cell, &it.bbox))).count()
    };
    (outside(&tables) < outside(found)).then_some((closed, tables))
}

/// A frame around prose is found as a table of one column.
fn is_table(table: &Table) -> bool {
    table.columns.len() > 1
}
