//! Cells whose borders are not all drawn: a head without its left side, a row cut off by the page's end.
//!
//! The finder of tables takes closed cells only. What stands between borders and in no cell gets the sides that its
//! cell lacks, from the ends of the borders around it.

use pdfplumber::{BBox, Edge, Line, Orientation, Page, Table, WordOptions};

use super::frame::{holds, innermost};
use super::stroke;

/// Borders this close are one, in points.
const SNAP: f64 = 3.0;
/// How far a word may reach over the border of its cell.
const WITHIN: f64 = 1.0;
/// No cell is higher.
const HIGHEST: f64 = 250.0;
/// A page with more words times borders is read as it is.
const MOST: usize = 50_000_000;

/// The lines that open cells lack; none if there are no open cells.
pub(super) fn lacking(page: &Page, tables: &[Table]) -> Vec<Line> {
    if tables.is_empty() {
        return Vec::new();
    }
    let edges: Vec<Edge> = page.edges().into_iter().filter(|it| length(it) > SNAP).collect();
    let words = page.extract_words(&WordOptions::default());
    if edges.len().saturating_mul(words.len()) > MOST {
        return Vec::new();
    }
    let mut cells = innermost(tables);
    let mut lines = Vec::new();
    for word in &words {
        if cells.iter().any(|it| holds(it, &word.bbox)) {
            continue;
        }
        let in_table = tables.iter().any(|it| holds(&it.bbox, &word.bbox));
        if let Some(cell) = around(&word.bbox, &edges, in_table) {
            lines.extend(sides(&cell));
            cells.push(cell);
        }
    }
    lines
}

/// The open cell that a word stands in.
fn around(word: &BBox, edges: &[Edge], in_table: bool) -> Option<BBox> {
    let (left_end, right_end) = (word.x0 + WITHIN, word.x1 - WITHIN);
    let y = (word.top + word.bottom) / 2.0;
    let across = edges.iter().filter(|it| {
        it.orientation == Orientation::Horizontal && it.x0 <= right_end && it.x1 >= left_end
    });
    let down = edges.iter().filter(|it| {
        it.orientation == Orientation::Vertical && it.top <= y + WITHIN && it.bottom >= y - WITHIN
    });
    let above = across.clone().filter(|it| it.top <= y).max_by(|a, b| a.top.total_cmp(&b.top));
    let below = across.filter(|it| it.top >= y).min_by(|a, b| a.top.total_cmp(&b.top));
    let left = down.clone().filter(|it| it.x0 <= left_end).max_by(|a, b| a.x0.total_cmp(&b.x0));
    let right = down.filter(|it| it.x0 >= right_end).min_by(|a, b| a.x0.total_cmp(&b.x0));
    let drawn = [above, below, left, right].iter().flatten().count();
    // Above and below alone are the ends of two tables, with a heading between.
    let is_ruled = in_table && above.is_some() && below.is_some();
    if drawn < 3 && !is_ruled || drawn == 4 && is_closed(above?, below?, left?, right?) {
        return None;
    }
    let ends = [above, below].into_iter().flatten();
    let x0 = left.map(|it| it.x0).into_iter().chain(ends.clone().map(|it| it.x0));
    let x1 = right.map(|it| it.x0).into_iter().chain(ends.map(|it| it.x1));
    let x0 = x0.filter(|at| *at <= left_end).max_by(f64::total_cmp)?;
    let x1 = x1.filter(|at| *at >= right_end).min_by(f64::total_cmp)?;
    let verticals = [left, right].into_iter().flatten();
    let top =
        above.map(|it| it.top).or(verticals.clone().map(|it| it.top).max_by(f64::total_cmp))?;
    let bottom = below.map(|it| it.top).or(verticals.map(|it| it.bottom).min_by(f64::total_cmp))?;
    let is_cell = x1 - x0 > SNAP && bottom - top > SNAP && bottom - top < HIGHEST;
    (is_cell && top <= y && bottom >= y).then(|| BBox::new(x0, top, x1, bottom))
}

/// Whether four borders meet: a box that stands alone.
fn is_closed(above: &Edge, below: &Edge, left: &Edge, right: &Edge) -> bool {
    let across = |it: &Edge| it.x0 <= left.x0 + SNAP && it.x1 >= right.x0 - SNAP;
    let down = |it: &Edge| it.top <= above.top + SNAP && it.bottom >= below.top - SNAP;
    across(above) && across(below) && down(left) && down(right)
}

fn sides(cell: &BBox) -> [Line; 4] {
    let BBox { x0, top, x1, bottom } = *cell;
    [
        stroke::across(x0, x1, top),
        stroke::across(x0, x1, bottom),
        stroke::down(x0, top, bottom),
        stroke::down(x1, top, bottom),
    ]
}

fn length(edge: &Edge) -> f64 {
    (edge.x1 - edge.x0).abs().max((edge.bottom - edge.top).abs())
}
