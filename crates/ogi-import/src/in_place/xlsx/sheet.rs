//! The cells of a sheet in its XML.

use std::collections::BTreeMap;

use crate::in_place::markup::Element;

/// A sheet.
pub(super) struct Sheet<'x> {
    all: Vec<Element<'x>>,
    /// The number of each cell's element, by its row and column, both from 1.
    cells: BTreeMap<(u32, u32), usize>,
    /// The first and the last cell of merged ones.
    merged: Vec<Merged>,
}

type Merged = ((u32, u32), (u32, u32));

impl<'x> Sheet<'x> {
    pub(super) fn of(all: Vec<Element<'x>>) -> Self {
        let (mut cells, mut merged) = (BTreeMap::new(), Vec::new());
        // Cells and rows that do not say where they stand come behind those before.
        let (mut row, mut column) = (0_u32, 0_u32);
        for (number, element) in all.iter().enumerate() {
            match element.local() {
                "row" => {
                    let said = element.attribute("r").and_then(|it| it.parse().ok());
                    row = said.unwrap_or(row.saturating_add(1));
                    column = 0;
                }
                "c" => {
                    let said = element.attribute("r").and_then(|it| address(&it));
                    column = said.map_or(column.saturating_add(1), |it| it.1);
                    cells.insert((row, column), number);
                }
                "mergeCell" => {
                    let range = element.attribute("ref").unwrap_or_default();
                    let ends = range.split_once(':');
                    let ends = ends.and_then(|(a, b)| Some((address(a)?, address(b)?)));
                    merged.extend(ends);
                }
                _ => {}
            }
        }
        Self { all, cells, merged }
    }

    /// The element of a cell. Of merged cells the first one has what all of them show.
    pub(super) fn cell(&self, row: u32, column: u32) -> Option<usize> {
        let covers =
            |it: &&Merged| (it.0.0..=it.1.0).contains(&row) && (it.0.1..=it.1.1).contains(&column);
        let first = self.merged.iter().find(covers).map_or((row, column), |it| it.0);
        self.cells.get(&first).copied()
    }

    pub(super) fn element(&self, number: usize) -> &Element<'x> {
        &self.all[number]
    }

    /// The elements that are in another one, and in none below it.
    pub(super) fn children(&self, number: usize) -> impl Iterator<Item = &Element<'x>> {
        let parent = &self.all[number];
        self.within(parent).iter().filter(|it| it.depth == parent.depth + 1)
    }

    /// All elements that are in another one.
    pub(super) fn within(&self, parent: &Element<'_>) -> &[Element<'x>] {
        let from = self.all.partition_point(|it| it.open.start < parent.open.end);
        let to = self.all.partition_point(|it| it.open.start < parent.close.end);
        &self.all[from..to.max(from)]
    }
}

/// The row and the column of `B7`, from 1.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = text.split_at(letters);
    let column = column.bytes().try_fold(0_u32, |number, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        number.checked_mul(26)?.checked_add(letter)
    })?;
    Some((row.parse().ok()?, column)).filter(|_| letters > 0)
}
