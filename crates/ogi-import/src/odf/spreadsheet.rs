//! The sheets of a spreadsheet.

use calamine::Dimensions;
use ogi_parse::Sheet;

use super::styles::Styles;
use super::{characters, is_unseen, repeated, skip};
use crate::seen::{Print, Seen, unreadable};
use crate::xlsx::{Shown, Worksheet};
use crate::xml::{Element, Piece, Xml};
use crate::{ImportError, Limits, words};

/// A cell that is open.
#[derive(Default)]
struct Cell {
    print: Print,
    /// Whether it says what it prints, be it nothing.
    is_printed: bool,
    /// What it prints if it does not say so.
    stated: Option<String>,
    columns: u32,
    repeated: u32,
}

/// A sheet that is read.
#[derive(Default)]
struct Open {
    name: String,
    cells: Vec<((u32, u32), String)>,
    merged: Vec<Dimensions>,
    row: u32,
    rows: u32,
    column: u32,
    cell: Option<Cell>,
}

/// Reads from the begin of the first sheet to the end of the last.
pub(super) fn read(
    xml: &mut Xml<'_>,
    styles: &Styles,
    limits: &Limits,
) -> Result<Sheet<'static>, ImportError> {
    let mut sheet = Sheet::within(limits);
    let mut left = limits.cells;
    let too_many = || ImportError::Limit { what: words::CELLS, limit: limits.cells as u64 };
    let (mut number, mut table) = (0, Open::default());
    let mut open: Vec<(String, Seen)> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(element) if is_unseen(&element) => {
                if element.local() == "table-row" {
                    table.row += repeated(&element, "number-rows-repeated");
                }
                skip(xml)?;
            }
            Piece::Open(element) => {
                let around = open.last().map_or(Seen::Plainly, |it| it.1);
                let seen = styles.seen(&element, around);
                table.enter(&element, seen);
                open.push((element.local().to_owned(), seen));
            }
            Piece::Close => {
                let Some((name, _)) = open.pop() else { break };
                table.leave(&name);
                if table.cells.len() > left {
                    return Err(too_many());
                }
                if name == "table" {
                    number += 1;
                    let done = core::mem::take(&mut table);
                    done.put(number, &mut sheet, &mut left).ok_or_else(too_many)?;
                }
            }
            Piece::Text(text) => {
                if open.iter().any(|it| it.0 == "p")
                    && let Some(cell) = &mut table.cell
                {
                    cell.print.push_seen(&text, open.last().map_or(Seen::Plainly, |it| it.1));
                }
            }
        }
    }
    Ok(sheet)
}

impl Open {
    fn enter(&mut self, element: &Element<'_>, seen: Seen) {
        match element.local() {
            "table" => self.name = element.attribute("name").unwrap_or_default(),
            "table-row" => {
                self.rows = repeated(element, "number-rows-repeated");
                self.column = 0;
            }
            "table-cell" => {
                let (columns, rows) = (
                    repeated(element, "number-columns-spanned"),
                    repeated(element, "number-rows-spanned"),
                );
                if columns > 1 || rows > 1 {
                    let end = (
                        self.row.saturating_add(rows - 1),
                        self.column.saturating_add(columns - 1),
                    );
                    self.merged.push(Dimensions::new((self.row, self.column), end));
                }
                self.cell = Some(Cell {
                    stated: stated(element),
                    columns: 1,
                    repeated: repeated(element, "number-columns-repeated"),
                    ..Cell::default()
                });
            }
            "covered-table-cell" => {
                let many = repeated(element, "number-columns-repeated");
                self.column = self.column.saturating_add(many);
            }
            name => {
                let text = characters(element);
                if let Some(cell) = &mut self.cell {
                    match text {
                        Some(text) => cell.print.push_seen(&text, seen),
                        None if name == "p" => {
                            cell.is_printed = true;
                            cell.print.part();
                        }
                        None => {}
                    }
                }
            }
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "table-cell" => {
                let Some(mut cell) = self.cell.take() else { return };
                // A formula whose result is an empty text prints an empty paragraph.
                if let Some(stated) = cell.stated.filter(|_| !cell.is_printed) {
                    cell.print.push(&stated);
                }
                let text = cell.print.into_cell();
                // Blank cells up to the last column there can be are one element.
                let many = if text.is_empty() { 1 } else { cell.repeated.min(MOST_REPEATED) };
                for at in 0..many {
                    self.cells.push(((self.row, self.column.saturating_add(at)), text.clone()));
                }
                self.column = self.column.saturating_add(cell.repeated.max(cell.columns));
            }
            "table-row" => self.row = self.row.saturating_add(self.rows),
            _ => {}
        }
    }

    fn put(self, number: u32, sheet: &mut Sheet<'static>, left: &mut usize) -> Option<()> {
        let mut worksheet = Worksheet::new(number, self.name, self.merged, Shown::default());
        for (place, text) in self.cells {
            worksheet.push(place, text);
        }
        worksheet.put(sheet, left)
    }
}

/// What a cell prints by its value, if it has no paragraphs; a formula without a result is unreadable.
fn stated(element: &Element<'_>) -> Option<String> {
    let stated = |name| element.attribute(name);
    match stated("value-type").as_deref() {
        Some("float") => stated("value"),
        Some("string") => stated("string-value"),
        _ => stated("value").map(|it| unreadable(&it)),
    }
    .or_else(|| stated("formula").map(|it| unreadable(&it)))
}

/// No figure is repeated over more columns.
const MOST_REPEATED: u32 = 64;
