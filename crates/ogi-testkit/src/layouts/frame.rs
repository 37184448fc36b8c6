//! Tables drawn on a terminal, merged cells and all, with labels wrapped in their columns: w3m, grid tables of
//! reStructuredText and pandoc.

use super::width::{width_of, width_of_char, wrapped};
use crate::sheet::{Placed, Table};

/// What lines are drawn with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pencil {
    /// `│ ─ ┼` and the like.
    Box,
    /// `|`, `-` and `+`.
    Ascii,
    /// Nothing: a table without borders.
    Nothing,
}

/// How wide a column of figures is at least, and one of labels at most.
const FIGURES: usize = 6;
const LABELS: usize = 20;

pub(super) fn drawn(table: &Table, pencil: Pencil) -> String {
    let cells = table.placed();
    let widths = widths(table, &cells);
    let heights = heights(table, &cells, &widths);
    let edges = |sizes: &[usize]| -> Vec<usize> {
        let mut at = 0;
        let ends = sizes.iter().map(|size| {
            at += size + 1;
            at
        });
        core::iter::once(0).chain(ends).collect()
    };
    let (xs, ys) = (edges(&widths), edges(&heights));
    let mut canvas = Canvas::new(ys[heights.len()] + 1, xs[widths.len()] + 1);
    for Placed { row, column, cell } in &cells {
        let (left, right) = (xs[*column], xs[column + cell.column_span]);
        let (top, bottom) = (ys[*row], ys[row + cell.row_span]);
        canvas.frame(top, bottom, left, right);
        let lines = wrapped(&cell.text, right - left - 3);
        let first = top + 1 + (bottom - top - 1).saturating_sub(lines.len()) / 2;
        for (y, line) in (first..).zip(&lines) {
            canvas.write(y, left + 2, line);
        }
    }
    canvas.print(pencil)
}

/// Columns as wide as their widest figure or part of a label.
fn widths(table: &Table, cells: &[Placed<'_>]) -> Vec<usize> {
    (0..table.width)
        .map(|column| {
            let alone = cells.iter().filter(|it| it.column == column && it.cell.column_span == 1);
            let widest = alone.map(|it| match it.cell.is_figure() {
                true => width_of(&it.cell.text).max(FIGURES),
                false => width_of(&it.cell.text).min(LABELS),
            });
            widest.max().unwrap_or(FIGURES) + 2
        })
        .collect()
}

/// Rows as high as their labels need.
fn heights(table: &Table, cells: &[Placed<'_>], widths: &[usize]) -> Vec<usize> {
    let mut heights = vec![1; table.rows.len()];
    for Placed { row, column, cell } in cells {
        let inner: usize = widths[*column..column + cell.column_span].iter().sum();
        let needed = wrapped(&cell.text, inner + cell.column_span - 3).len();
        let rows = &mut heights[*row..row + cell.row_span];
        let there = rows.iter().sum::<usize>() + rows.len() - 1;
        if let Some(last) = rows.last_mut() {
            *last += needed.saturating_sub(there);
        }
    }
    heights
}

/// A position of the canvas: a character, what one of double width covers, or lines that meet: up, down, left, right.
#[derive(Clone, Copy)]
enum Spot {
    Char(char),
    Covered,
    Lines([bool; 4]),
}

struct Canvas {
    spots: Vec<Vec<Spot>>,
}

impl Canvas {
    fn new(height: usize, width: usize) -> Self {
        Self { spots: vec![vec![Spot::Lines([false; 4]); width]; height] }
    }

    fn line(&mut self, y: usize, x: usize, towards: [bool; 4]) {
        if let Spot::Lines(there) = &mut self.spots[y][x] {
            there.iter_mut().zip(towards).for_each(|(it, new)| *it |= new);
        }
    }

    fn frame(&mut self, top: usize, bottom: usize, left: usize, right: usize) {
        for y in [top, bottom] {
            for x in left..=right {
                self.line(y, x, [false, false, x > left, x < right]);
            }
        }
        for x in [left, right] {
            for y in top..=bottom {
                self.line(y, x, [y > top, y < bottom, false, false]);
            }
        }
    }

    fn write(&mut self, y: usize, x: usize, text: &str) {
        let mut x = x;
        for c in text.chars() {
            self.spots[y][x] = Spot::Char(c);
            if width_of_char(c) == 2 {
                self.spots[y][x + 1] = Spot::Covered;
            }
            x += width_of_char(c);
        }
    }

    fn print(&self, pencil: Pencil) -> String {
        let mut out = String::new();
        for row in &self.spots {
            let line: String = row
                .iter()
                .filter_map(|spot| match spot {
                    Spot::Char(c) => Some(*c),
                    Spot::Covered => None,
                    Spot::Lines(towards) => Some(stroke(*towards, pencil)),
                })
                .collect();
            let line = line.trim_end_matches(' ');
            // Without borders nothing is left of most lines between rows.
            if !(line.is_empty() && pencil == Pencil::Nothing) {
                out += line;
                out.push('\n');
            }
        }
        out
    }
}

fn stroke([up, down, left, right]: [bool; 4], pencil: Pencil) -> char {
    const STROKES: &[char; 16] =
        &[' ', '╶', '╴', '─', '╷', '┌', '┐', '┬', '╵', '└', '┘', '┴', '│', '├', '┤', '┼'];
    let which =
        usize::from(up) << 3 | usize::from(down) << 2 | usize::from(left) << 1 | usize::from(right);
    match (pencil, up || down, left || right) {
        (Pencil::Nothing, ..) | (_, false, false) => ' ',
        (Pencil::Box, ..) => STROKES[which],
        (Pencil::Ascii, true, true) => '+',
        (Pencil::Ascii, true, false) => '|',
        (Pencil::Ascii, false, true) => '-',
    }
}
