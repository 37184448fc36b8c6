//! A sheet: its cells, and how its rows are put down.

use std::collections::BTreeMap;

use calamine::Dimensions;
use ogi_model::{GridPlace, Place};
use ogi_parse::{Columns, Sheet};

use super::blocks::{Extent, Shape, shapes};
use super::merged::Merged;
use super::part_scan::Shown;
use super::rows::{SheetRow, SheetRows};

/// A sheet that was read.
pub(crate) struct Worksheet {
    /// From 1.
    number: u32,
    pub(super) name: String,
    lines: Shown,
    merged: Merged,
    /// Where merged cells begin that are shown elsewhere, because that row or column is hidden.
    moved: BTreeMap<(u32, u32), (u32, u32)>,
    /// Rows of cells, also blank ones that have a border or another format; all counted from 0 among those that are
    /// shown.
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

impl Worksheet {
    pub(crate) fn new(number: u32, name: String, merged: Vec<Dimensions>, lines: Shown) -> Self {
        let mut moved = BTreeMap::new();
        let shown = merged.into_iter().filter_map(|it| {
            let (top, bottom) = lines.rows.shown_of(it.start.0, it.end.0)?;
            let (left, right) = lines.columns.shown_of(it.start.1, it.end.1)?;
            moved.insert(it.start, (top, left));
            Some(Dimensions::new((top, left), (bottom, right)))
        });
        let merged = Merged::new(shown.collect());
        Self { number, name, lines, merged, moved, rows: BTreeMap::new() }
    }

    /// Adds a cell. What is hidden is not kept, unless it is merged with what is shown.
    pub(crate) fn push(&mut self, (row, column): (u32, u32), text: String) {
        let shown = self.lines.rows.shown(row).zip(self.lines.columns.shown(column));
        let Some((row, column)) = self.moved.get(&(row, column)).copied().or(shown) else { return };
        // Of a merged cell the first one is shown, and not those that it covers.
        self.rows.entry(row).or_default().entry(column).or_insert(text);
    }

    /// Puts the rows down, at most so many cells; nothing if there are more.
    pub(crate) fn put(&self, sheet: &mut Sheet<'static>, left: &mut usize) -> Option<()> {
        let extents = self.extents();
        let shapes = shapes(&extents);
        let first = extents.iter().filter_map(|it| it.first).min().unwrap_or(0);
        let mut merged = self.merged.clone();
        for ((row, cells), shape) in self.rows.iter().zip(shapes) {
            merged.go_to(*row);
            let text = |column| cells.get(&column).map_or("", String::as_str);
            let mut printed: Vec<PlacedCell<'_>> = Vec::new();
            match shape {
                Shape::Nothing => continue,
                Shape::Line | Shape::Head => {
                    let found = cells.iter().find(|(_, text)| !is_blank(text));
                    printed.extend(found.map(|(column, text)| {
                        let last = merged.at(*column).map_or(*column, |it| it.end.1);
                        PlacedCell { column: *column, last, text }
                    }));
                }
                Shape::Row { width } => {
                    let mut column = first;
                    while column < width {
                        let region = merged.at(column);
                        let last = region.map_or(column, |it| it.end.1);
                        if region.is_none_or(|it| it.start == (*row, column)) {
                            printed.push(PlacedCell { column, last, text: text(column) });
                            if printed.len() > *left {
                                return None;
                            }
                        }
                        column = last.saturating_add(1);
                    }
                }
            }
            *left = left.checked_sub(printed.len())?;
            match printed.as_slice() {
                // Lines of prose in one cell are paragraphs.
                [it] if shape == Shape::Line || it.text.contains('\n') => {
                    for line in it.text.lines().filter(|it| !is_blank(it)) {
                        sheet.paragraph(line, self.place(*row, it.column));
                    }
                }
                cells => sheet.row(cells.iter().map(|it| {
                    let columns = Columns::exact(it.column, it.last - it.column + 1);
                    (it.text, self.place(*row, it.column), columns)
                })),
            }
        }
        Some(())
    }

    /// The rows that hold anything, at most so many cells; nothing if there are more.
    pub(super) fn into_rows(self, left: &mut usize) -> Option<SheetRows> {
        let is_text = |it: &(&u32, &String)| !is_blank(it.1);
        let last = |cells: &BTreeMap<u32, String>| cells.iter().rfind(is_text).map(|it| *it.0);
        let width = self.rows.values().filter_map(last).max().map_or(0, |it| it as usize + 1);
        let mut rows = Vec::new();
        for (row, printed) in self.rows {
            if last(&printed).is_none() {
                continue;
            }
            *left = left.checked_sub(width)?;
            let mut cells = vec![String::new(); width];
            for (column, text) in printed {
                if let Some(cell) = cells.get_mut(column as usize) {
                    *cell = text;
                }
            }
            rows.push(SheetRow { number: self.lines.rows.original(row) + 1, cells });
        }
        Some(SheetRows { name: self.name, rows })
    }

    fn place(&self, row: u32, column: u32) -> Place {
        let (row, column) = (self.lines.rows.original(row), self.lines.columns.original(column));
        Place::Grid(Box::new(GridPlace {
            sheet: Some(self.name.clone()),
            address: Some(address(row, column)),
            table: self.number,
            row: row + 1,
            column: column + 1,
            line: None,
        }))
    }

    /// What each row has.
    fn extents(&self) -> Vec<Extent<'_>> {
        let mut merged = self.merged.clone();
        let extents = self.rows.iter().map(|(row, cells)| {
            merged.go_to(*row);
            let mut extent = Extent { row: *row, declared: cells.len(), ..Extent::default() };
            for (column, text) in cells.iter().filter(|(_, text)| !is_blank(text)) {
                extent.first.get_or_insert(*column);
                extent.texts.push(text);
                let after = merged.at(*column).map_or(*column, |it| it.end.1) + 1;
                extent.after_text = extent.after_text.max(after);
            }
            let reached = merged.last_column().map_or(0, |it| it + 1);
            extent.after = extent.after_text.max(reached);
            extent
        });
        extents.collect()
    }
}

/// A cell of a row that is put down.
struct PlacedCell<'a> {
    column: u32,
    /// The last column that it covers.
    last: u32,
    text: &'a str,
}

/// Whether nothing is printed.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The address of a cell, as `B7`.
fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().chain((row + 1).to_string().chars().collect::<Vec<_>>().iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_those_of_spreadsheets() {
        for (row, column, printed) in [
            (0, 0, "A1"),
            (6, 1, "B7"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(address(row, column), printed);
        }
    }
}
