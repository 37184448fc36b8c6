//! The rows of a table as Word has them: a cell that reaches down is there again in each row that it covers.

use ogi_model::{Content, Grid, PlacedCell, Report};

use crate::line::printable;

/// A row.
pub(super) struct Row {
    /// Whether it is a head of the whole table, to be printed again on the next page.
    pub(super) repeats: bool,
    /// Whether it stands on one page with the row below.
    pub(super) keeps: bool,
    pub(super) cells: Vec<Cell>,
}

/// A cell, or what continues one.
pub(super) struct Cell {
    column: usize,
    pub(super) width: usize,
    pub(super) span: usize,
    pub(super) down: Down,
    /// The style of its text.
    pub(super) style: &'static str,
    /// Whether it is shaded.
    pub(super) head: bool,
    pub(super) text: String,
    /// The size of the letters in half points, if it must be smaller than that of the style.
    pub(super) size: Option<usize>,
}

/// Whether a cell reaches down.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Down {
    No,
    Begins,
    Continues,
}

pub(super) fn rows(report: &Report, grid: &Grid, widths: &[usize]) -> Vec<Row> {
    // A head over one block only is no head of the table.
    let all_heads = grid.rows.iter().take_while(|row| row.iter().all(|it| it.is_head())).count();
    let heads = if grid.rows.iter().skip(all_heads).flatten().any(|it| it.is_head()) {
        0
    } else {
        all_heads
    };
    let mut rows: Vec<Row> = (0..grid.rows.len())
        .map(|i| Row { repeats: i < heads, keeps: i + 1 < grid.rows.len(), cells: Vec::new() })
        .collect();
    for it in grid.placed() {
        rows[it.row].cells.push(Cell::new(report, grid, &it, widths));
        for row in rows.iter_mut().skip(it.row + 1).take(it.cell.row_span - 1) {
            row.cells.push(Cell {
                down: Down::Continues,
                text: String::new(),
                ..Cell::new(report, grid, &it, widths)
            });
        }
    }
    for row in &mut rows {
        row.cells.sort_by_key(|it| it.column);
    }
    rows
}

impl Cell {
    fn new(report: &Report, grid: &Grid, it: &PlacedCell, widths: &[usize]) -> Self {
        let (span, column) = (it.cell.column_span, it.column);
        let (style, text) = match it.cell.content {
            Content::Head(label) if span == grid.width => ("TableLabel", label.to_owned()),
            Content::Head(label) => ("TableFigure", label.to_owned()),
            Content::Label(label) => ("TableLabel", label.to_owned()),
            Content::Figure(id) => ("TableFigure", printable(&report[id].to_string())),
        };
        let width = widths.iter().skip(column).take(span).sum();
        Self {
            column,
            width,
            size: size(&text, width),
            span,
            down: if it.cell.row_span > 1 { Down::Begins } else { Down::No },
            style,
            head: it.cell.is_head(),
            text,
        }
    }
}

/// Of text that no program can break where it may be broken, as a long number: a number in two lines is two numbers.
fn size(text: &str, width: usize) -> Option<usize> {
    /// Of the style of figures, in half points.
    const USUAL: usize = 18;
    const SMALLEST: usize = 8;
    /// On both sides together, in twentieths of a point, with a little room.
    const MARGINS: usize = 100;
    let letters = text.chars().count();
    if letters == 0 || !text.chars().all(|it| it.is_ascii_graphic()) {
        return None;
    }
    // A digit is half as wide as it is high, five twentieths of a point for each half point; in fonts that programs
    // take in place of those that they lack up to 6.5.
    let fits = width.saturating_sub(MARGINS) * 2 / (13 * letters);
    (fits < USUAL).then(|| fits.max(SMALLEST))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn long_numbers_are_smaller() {
        assert_eq!(size("1234", 590), None);
        assert_eq!(size("1234567", 590), Some(10));
        assert_eq!(size("22（其中修订16件）", 590), None);
        assert_eq!(size("", 590), None);
    }
}
