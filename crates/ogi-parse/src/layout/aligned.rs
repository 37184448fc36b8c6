//! Text that is aligned by blanks: where in its line each piece stands.
//!
//! `行政许可            1286`: the number stands 20 columns from the left.

use super::width::is_wide;
use crate::grammar::PieceKind;
use crate::sheet::{Columns, Piece, Sheet, SheetRow};

/// The fewest rows with wide gaps between their figures that make a text aligned, and the fewest figures in each.
const ROWS: usize = 2;
const FIGURES: usize = 2;
/// How far figures of a column may be from standing below one another.
const STRAY: u16 = 1;
/// With more pieces in a row, it is likely a whole article on one line.
const MOST: usize = 64;

/// Gives the pieces of rows that are not drawn their offsets, if the text is aligned. An ideograph counts one
/// (pdftotext) or two (terminals), by which more figures stand below one another.
pub(super) fn give_offsets(source: &str, sheet: &mut Sheet<'_>) {
    let is_aligned = |row: &&SheetRow| {
        let gapped = |it: &usize| {
            let gap = sheet.source_span(it - 1).end..sheet.source_span(*it).start;
            sheet.pieces[*it].kind.is_figure()
                && source.get(gap).is_some_and(|it| it.starts_with("  "))
        };
        !row.is_drawn
            && row.pieces().len() <= MOST
            && row.pieces().skip(1).filter(gapped).count() >= FIGURES
    };
    if sheet.rows.iter().filter(is_aligned).take(ROWS).count() < ROWS {
        return;
    }
    // A wide blank alone on its line is what a label lost at its end, and holds no cell open.
    let pieces = &sheet.pieces;
    let is_open = |it: &Piece| it.kind == PieceKind::Blank && it.columns == Columns::Loose;
    sheet.rows.retain(|it| it.pieces().len() != 1 || !is_open(&pieces[it.from as usize]));
    let width = if in_columns(source, sheet, 2) > in_columns(source, sheet, 1) { 2 } else { 1 };
    let mut line = Columnar::new(source, width);
    for row in sheet.rows.clone() {
        if row.is_drawn || row.pieces().len() > MOST {
            continue;
        }
        for piece in row.pieces() {
            let span = sheet.source_span(piece);
            let (start, end) = (line.column(span.start), line.column(span.end));
            sheet.pieces[piece].columns = Columns::Offset { start, end };
        }
    }
}

/// How many figures begin or end below one of the row before: rows with blank cells line up as complete ones do.
fn in_columns(source: &str, sheet: &Sheet<'_>, width: usize) -> usize {
    let mut line = Columnar::new(source, width);
    let mut above: Vec<(u16, u16)> = Vec::new();
    let mut many = 0;
    for row in sheet.rows.iter().filter(|it| !it.is_drawn && it.pieces().len() <= MOST) {
        let has_label = sheet.pieces_of(row).iter().any(|it| it.kind == PieceKind::Words);
        let figures: Vec<(u16, u16)> = row
            .pieces()
            .filter(|it| sheet.pieces[*it].kind.is_figure())
            .map(|it| sheet.source_span(it))
            .map(|it| (line.column(it.start), line.column(it.end)))
            .collect();
        if figures.len() < FIGURES || !has_label {
            continue;
        }
        let is_below = |it: &&(u16, u16)| {
            above.iter().any(|at| it.0.abs_diff(at.0) <= STRAY || it.1.abs_diff(at.1) <= STRAY)
        };
        many += figures.iter().filter(is_below).count();
        above = figures;
    }
    many
}

/// The columns of bytes, asked for from the start of a text to its end.
struct Columnar<'t> {
    source: &'t str,
    width: usize,
    at: usize,
    column: usize,
}

impl<'t> Columnar<'t> {
    const fn new(source: &'t str, width: usize) -> Self {
        Self { source, width, at: 0, column: 0 }
    }

    fn column(&mut self, at: usize) -> u16 {
        let passed = &self.source[self.at.min(at)..at];
        // What stands on lines before does not count.
        let line = match memchr::memrchr3(b'\n', b'\r', 0x0C, passed.as_bytes()) {
            Some(end) => {
                self.column = 0;
                &passed[end + 1..]
            }
            None => passed,
        };
        self.column += line.chars().map(|c| if is_wide(c) { self.width } else { 1 }).sum::<usize>();
        self.at = at;
        self.column.min(usize::from(u16::MAX)) as u16
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn offsets_count_an_ideograph_as_complete_rows_line_up() {
        let one = "甲      1    22     3\n乙丙     4     5     6\n总计\n丁戊己庚   7     8     9\n";
        let shown = sheet(one).to_string();
        assert!(shown.contains("总计@0-2") && shown.contains("#4@7-8"), "{shown}");
        let two = "甲        1    22     3\n乙丙      4     5     6\n丁戊己庚  7     8     9\n";
        let shown = sheet(two).to_string();
        assert!(shown.contains("#4@10-11") && shown.contains("#7@10-11"), "{shown}");
    }

    /// Rows with as many figures do not line up where their blanks are in other columns.
    #[test]
    fn offsets_where_cells_are_blank() {
        let text = "甲        1           3\n丁戊己庚        8     9\n乙丙丁    4           6\n丙丁            5     7\n";
        let shown = sheet(text).to_string();
        assert!(shown.contains("#1@10-11") && shown.contains("#8@16-17"), "{shown}");
        assert!(shown.contains("#4@10-11") && shown.contains("#7@22-23"), "{shown}");
    }

    #[test]
    fn one_cell_a_line_has_no_offsets() {
        assert_eq!(sheet("规章\n 0\n  1").to_string(), "  规章\n  #0\n  #1\n");
    }
}
