//! Where figures are on a sheet.

use ogi_model::CellId;
use rust_xlsxwriter::{ColNum, RowNum};

/// A row and a column of a sheet, from 0.
pub(super) type Place = (RowNum, ColNum);

/// Where the figures of a table are on their sheet, by [`CellId::index`].
pub(super) type Addresses = [Option<Place>; CellId::COUNT];

/// Cells as the arguments of a sum.
pub(super) fn list(cells: &[Place]) -> String {
    ranges(cells).join(",")
}

/// Cells as ranges, those that follow one another along a row or down a column together.
pub(super) fn ranges(cells: &[Place]) -> Vec<String> {
    let mut ranges: Vec<(Place, Place)> = Vec::new();
    for cell in cells {
        match ranges.last_mut() {
            Some((first, last))
                if (first.0 == cell.0 && *cell == (last.0, last.1 + 1))
                    || (first.1 == cell.1 && *cell == (last.0 + 1, last.1)) =>
            {
                *last = *cell;
            }
            _ => ranges.push((*cell, *cell)),
        }
    }
    let text = ranges.into_iter().map(|(first, last)| {
        if first == last { address(first) } else { format!("{}:{}", address(first), address(last)) }
    });
    text.collect()
}

/// An address, as `B7`.
pub(super) fn address((row, column): Place) -> String {
    rust_xlsxwriter::row_col_to_cell(row, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_become_ranges() {
        assert_eq!(list(&[(1, 1), (1, 2), (1, 3)]), "B2:D2");
        assert_eq!(list(&[(1, 1), (2, 1), (4, 1)]), "B2:B3,B5");
        assert_eq!(list(&[(1, 1), (1, 2), (2, 2)]), "B2:C2,C3");
    }
}
