//! What programs make of a PDF: text aligned in columns, in jumbled columns, or page by page.

use super::width::width_of;
use crate::sheet::{Placed, Table, TableCell};

/// How wide figures and labels are, in half-width characters.
const FIGURE: usize = 8;
const LABEL: usize = 18;

/// `pdftotext -layout`: columns aligned by spaces, labels over several lines with the figures on the middle one,
/// merged heads beside rows one character a line, a page number within the table.
pub(super) fn aligned(table: &Table) -> String {
    let cells = table.placed();
    let is_label_column = |column: usize| {
        cells.iter().any(|it| it.column == column && !it.cell.is_figure() && it.row > 0)
            && !cells.iter().any(|it| it.column == column && it.cell.is_figure())
    };
    // A merged head beside very many rows is a narrow column.
    let is_narrow =
        |column: usize| cells.iter().any(|it| it.column == column && is_vertical(it.cell));
    let widths: Vec<usize> = (0..table.width)
        .map(|column| match (is_narrow(column), is_label_column(column)) {
            (true, _) => 4,
            (_, true) => LABEL,
            // Few columns are wide.
            _ if table.width < 6 => 2 * LABEL,
            _ => FIGURE,
        })
        .collect();
    let mut out = Vec::new();
    let mut vertical = Vertical::default();
    for (r, row) in table.rows.iter().enumerate() {
        let in_row: Vec<&Placed<'_>> = cells.iter().filter(|it| it.row == r).collect();
        let mut pieces: Vec<(usize, Vec<String>)> = Vec::new();
        for it in &in_row {
            let start = widths[..it.column].iter().sum();
            let width = widths[it.column..it.column + it.cell.column_span].iter().sum();
            if is_vertical(it.cell) {
                vertical.start(start, &it.cell.text);
            } else if it.cell.is_figure() {
                pieces.push((start, vec![it.cell.text.clone()]));
            } else {
                pieces.push((start, wrapped(&it.cell.text, width)));
            }
        }
        let height = pieces.iter().map(|it| it.1.len()).max().unwrap_or(0);
        for line in 0..height {
            let mut printed = Line::default();
            if let Some((at, letter)) = vertical.next() {
                printed.put(at, &letter);
            }
            for (at, lines) in &pieces {
                let first = (height - lines.len()) / 2;
                if let Some(text) = line.checked_sub(first).and_then(|i| lines.get(i)) {
                    printed.put(*at, text);
                }
            }
            out.push(printed.text);
        }
        if r == table.rows.len() / 2 && row.iter().any(|it| it.is_figure()) {
            out.push(format!("\n{}-3-\n", " ".repeat(40)));
        }
    }
    out.join("\n") + "\n"
}

/// Plain `pdftotext`: a cell a line; where a label takes several lines its figures come before it, and the last
/// head after the figures.
pub(super) fn jumbled(table: &Table) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut late: Vec<String> = Vec::new();
    for (r, row) in table.rows.iter().enumerate() {
        let figures: Vec<&TableCell> = row.iter().filter(|it| it.is_figure()).collect();
        let labels: Vec<&TableCell> = row.iter().filter(|it| !it.is_figure()).collect();
        let (mut before, mut behind) = (Vec::new(), Vec::new());
        for label in labels.iter().filter(|it| !it.text.is_empty()) {
            let lines = wrapped(&label.text, LABEL);
            if is_vertical(label) {
                late.extend(label.text.chars().map(String::from));
            } else if lines.len() > 1 && !figures.is_empty() {
                behind.extend(lines);
            } else {
                before.extend(lines);
            }
        }
        let last_head = figures.is_empty()
            && table.rows.get(r + 1).is_some_and(|it| it.iter().all(|it| it.is_figure()));
        let moved = if last_head { before.pop() } else { None };
        out.extend(before);
        out.extend(figures.iter().filter(|it| !it.text.is_empty()).map(|it| it.text.clone()));
        late.extend(behind);
        late.extend(moved);
        // Held back for a row or two.
        if r % 2 == 1 {
            out.append(&mut late);
        }
    }
    // Of table four, the last figure comes after its head.
    let last = if late.len() == 1 { out.pop() } else { None };
    out.append(&mut late);
    out.extend(last);
    out.join("\n\n") + "\n"
}

/// A flip book, page by page: heads one character a line and beside one another, rows on lines of their own.
pub(super) fn flipped(table: &Table) -> String {
    let mut out = Vec::new();
    for row in &table.rows {
        let is_head = row.iter().all(|it| !it.is_figure()) && row.len() > 3;
        if is_head {
            let letters: Vec<Vec<char>> = row.iter().map(|it| it.text.chars().collect()).collect();
            let height = letters.iter().map(Vec::len).max().unwrap_or(0);
            for i in 0..height {
                let line: Vec<String> =
                    letters.iter().filter_map(|it| it.get(i)).map(char::to_string).collect();
                out.push(line.join(" "));
            }
        } else {
            let cells = row.iter().map(|it| it.text.trim()).filter(|it| !it.is_empty());
            out.push(cells.collect::<Vec<_>>().join(" "));
        }
    }
    out.join("\n") + "\n"
}

/// Whether a merged head is printed one character a line: it lies beside many rows.
fn is_vertical(cell: &TableCell) -> bool {
    !cell.is_figure() && cell.row_span > 9
}

/// Letters still to be printed, one a line.
#[derive(Default)]
struct Vertical {
    at: usize,
    letters: Vec<char>,
}

impl Vertical {
    fn start(&mut self, at: usize, text: &str) {
        (self.at, self.letters) = (at, text.chars().rev().collect());
    }
}

impl Iterator for Vertical {
    type Item = (usize, String);

    fn next(&mut self) -> Option<Self::Item> {
        Some((self.at, self.letters.pop()?.to_string()))
    }
}

/// A line, filled from the left.
#[derive(Default)]
struct Line {
    text: String,
    width: usize,
}

impl Line {
    fn put(&mut self, at: usize, text: &str) {
        // Never nearer than two blanks: cells would be one.
        let gap = if self.width == 0 { at } else { at.saturating_sub(self.width).max(2) };
        self.text.extend(core::iter::repeat_n(' ', gap));
        self.text.push_str(text);
        self.width += gap + width_of(text);
    }
}

/// Text cut into lines of a width.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        if lines.last().is_some_and(|it| width_of(it) + 4 > width) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(c);
        }
    }
    lines
}
