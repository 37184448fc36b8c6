//! Cells between bars: one row a line, one cell a line, or cells over several lines.
//!
//! `| 行政许可 | 1286 |`.

use core::ops::Range;

use memchr::memchr;
use ogi_text::blank;

use super::content::of_markdown;
use super::lines::Line;
use super::rows::Rows;
use super::table::Table;
use crate::grammar::PieceKind;
use crate::sheet::Columns;

/// How bars stand in a block of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// `a | b | c |`, with or without a bar before the first cell.
    RowALine,
    /// `a |`, then `b |`, and `||` where merged cells may be.
    CellALine,
    /// A bar alone opens a row; each cell ends with a bar, on a line of its own or after several.
    OpenedRows,
    /// A cell, then a bar alone on a line.
    BarBelow,
}

/// The fewest bars alone on lines below their cells.
const BELOW: usize = 4;
/// The most lines of one cell.
const TALLEST: usize = 8;

/// Writes the block of lines that begins with a bar in its first line; how many lines it has.
pub(super) fn block<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let source = rows.source();
    let used = match style(source, lines) {
        Style::RowALine => rows_on_lines(source, table, lines),
        Style::CellALine => return cells_on_lines(rows, lines),
        Style::OpenedRows => opened_rows(source, table, lines),
        Style::BarBelow => return bar_below(rows, lines),
    };
    table.write(rows);
    used
}

fn style(source: &str, lines: &[Line]) -> Style {
    let first = lines[0].trimmed(source);
    let mut next = lines[1..].iter().map(|it| it.trimmed(source)).filter(|it| !it.is_empty());
    let closes = |it: &str| it.ends_with('|') && memchr(b'|', it.as_bytes()) == Some(it.len() - 1);
    if first == "|" {
        let below = next.next().unwrap_or_default();
        let indented = !source[lines[0].start..lines[0].end].starts_with('|');
        return if !indented && below.len() > 1 && closes(below) {
            Style::OpenedRows
        } else if !below.is_empty() && !below.contains('|') {
            Style::BarBelow
        } else {
            Style::CellALine
        };
    }
    let only_bars = |it: &str| it.bytes().all(|b| b == b'|' || b == b' ');
    if closes(first) && next.take(3).all(|it| closes(it) || only_bars(it)) {
        return Style::CellALine;
    }
    Style::RowALine
}

/// Whether a line with a bar may be a row: a page that is all one line has bars in its menu, a sentence may begin with
/// bars.
pub(super) fn may_be_row(line: &str) -> bool {
    const LONGEST: usize = 1200;
    let is_sentence = line.trim_start().starts_with('|') && line.trim_end().ends_with('。');
    !is_sentence && (line.len() <= LONGEST || line.split('|').all(|it| it.len() <= LONGEST))
}

/// The line under the heads of a Markdown table, or one between rows.
pub(super) fn is_rule(line: &str) -> bool {
    ["--", ":-", "-:", "|-|"].into_iter().any(|it| line.contains(it))
        && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+' | b'='))
}

/// One row a line.
fn rows_on_lines<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let mut used = 0;
    let mut gap = 0;
    let opens = rows_open(source, lines);
    for (i, line) in lines.iter().enumerate() {
        let (mut start, end) = blank::trim(source.as_bytes(), line.start, line.end);
        if start == end {
            gap += 1;
            if gap > 1 {
                break;
            }
            continue;
        }
        let text = &source[start..end];
        if is_rule(text) {
            used = i + 1;
            continue;
        }
        if memchr(b'|', text.as_bytes()).is_none() {
            break;
        }
        if !opens {
            // A blank first cell.
            start = line.start;
        }
        cells(source, start..end, opens, &mut |at, is_pad, order| {
            let columns = Columns::Order(order);
            if is_pad { table.pad(at, columns) } else { cell(source, table, at, columns) }
        });
        table.end_row(gap);
        gap = 0;
        used = i + 1;
    }
    used.max(1)
}

/// Whether a bar stands before the first cell of most rows.
fn rows_open(source: &str, lines: &[Line]) -> bool {
    let rows = lines.iter().map(|it| it.trimmed(source)).take_while(|it| it.contains('|'));
    let (open, all) =
        rows.fold((0, 0), |(open, all), it| (open + usize::from(it.starts_with('|')), all + 1));
    open * 2 > all
}

fn cell<'t>(source: &'t str, table: &mut Table<'t>, at: Range<usize>, columns: Columns) {
    let (start, end) = blank::trim(source.as_bytes(), at.start, at.end);
    if start == end {
        table.cell("", at, columns);
    } else {
        table.cell(of_markdown(&source[start..end]), start..end, columns);
    }
}

/// Gives the cells of a line, with whether nothing at all stands between their bars, and their order; `opens` where a
/// bar may stand before the first.
fn cells(
    source: &str,
    line: Range<usize>,
    opens: bool,
    give: &mut impl FnMut(Range<usize>, bool, u16),
) {
    let bytes = source.as_bytes();
    let mut at = line.start + usize::from(opens && bytes[line.start] == b'|');
    let mut order = 0_u16;
    // Nothing behind the last bar is no cell.
    while at < line.end {
        let bar = next_bar(bytes, at, line.end);
        give(at..bar, at == bar, order);
        order = order.saturating_add(1);
        at = bar + 1;
    }
}

/// The next bar that is not escaped, or the end.
fn next_bar(bytes: &[u8], from: usize, end: usize) -> usize {
    memchr::memchr_iter(b'|', &bytes[from..end])
        .map(|it| from + it)
        .find(|it| *it == from || bytes[it - 1] != b'\\')
        .unwrap_or(end)
}

/// One cell a line: rows are not separated.
fn cells_on_lines(rows: &mut Rows<'_>, lines: &[Line]) -> usize {
    let source = rows.source();
    let mut used = 0;
    let mut gap = 0;
    for (i, line) in lines.iter().enumerate() {
        let (start, end) = blank::trim(source.as_bytes(), line.start, line.end);
        let text = &source[start..end];
        if text.is_empty() {
            gap += 1;
            continue;
        }
        if !text.contains('|') {
            break;
        }
        (0..core::mem::take(&mut gap)).for_each(|_| rows.blank_line());
        rows.draw();
        if text == "|" {
            rows.piece(PieceKind::Blank, line.start..start, Columns::Loose);
        } else {
            let is_pads = text.bytes().all(|b| b == b'|');
            cells(source, start..end, true, &mut |at, is_pad, _| match is_pad {
                true => rows.piece(PieceKind::Pad, at, Columns::Loose),
                false => rows.cell(at, Columns::Loose),
            });
            if is_pads {
                // The first bar too stands for a column.
                rows.piece(PieceKind::Pad, end..end, Columns::Loose);
            }
        }
        rows.end_row();
        used = i + 1;
    }
    used
}

/// Rows that a bar alone opens; their cells end with bars, after one line or several.
fn opened_rows<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let mut used = 0;
    // The text of the cell that is open, and its order.
    let mut open: Option<(String, Range<usize>)> = None;
    let mut order = 0_u16;
    for (i, line) in lines.iter().enumerate() {
        let (start, end) = blank::trim(source.as_bytes(), line.start, line.end);
        let text = &source[start..end];
        if text.is_empty() {
            continue;
        }
        if text == "|" && start == line.start {
            table.end_row(0);
            order = 0;
            open = None;
            used = i + 1;
            continue;
        }
        if !text.contains('|') {
            let indented = start > line.start;
            let goes_on =
                lines[i..].iter().take(TALLEST).any(|it| it.trimmed(source).ends_with('|'));
            if !(indented && goes_on) {
                break;
            }
        }
        let mut at = start;
        while at < end {
            let bar = next_bar(source.as_bytes(), at, end);
            let (from, to) = blank::trim(source.as_bytes(), at, bar);
            let (mut content, mut place) = open.take().unwrap_or((String::new(), from..to));
            content.push_str(&source[from..to]);
            place.end = place.end.max(to);
            if bar == end {
                open = Some((content, place));
                break;
            }
            table.cell(content, place, Columns::Order(order));
            order = order.saturating_add(1);
            at = bar + 1;
            used = i + 1;
        }
    }
    table.end_row(0);
    used.max(1)
}

/// A cell, then a bar alone; nothing before the bar is a blank cell.
fn bar_below(rows: &mut Rows<'_>, lines: &[Line]) -> usize {
    let source = rows.source();
    let mut used = 0;
    let mut filled = true;
    let mut bars = 0;
    for (i, line) in lines.iter().enumerate() {
        let (start, end) = blank::trim(source.as_bytes(), line.start, line.end);
        let text = &source[start..end];
        if text.is_empty() {
            continue;
        }
        rows.draw();
        if text == "|" {
            if !core::mem::replace(&mut filled, false) {
                rows.piece(PieceKind::Blank, start..start, Columns::Loose);
            }
            bars += 1;
            used = i + 1;
        } else {
            let closes = lines[i..].iter().take(TALLEST).any(|it| it.trimmed(source) == "|");
            if text.contains('|') || !closes {
                break;
            }
            rows.cell(start..end, Columns::Loose);
            filled = true;
            used = i + 1;
        }
        rows.end_row();
    }
    debug_assert!(bars > 0 || BELOW > 0);
    used.max(1)
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    fn shown(text: &str) -> String {
        sheet(text).to_string()
    }

    #[test]
    fn a_row_a_line() {
        assert_eq!(
            shown("行政许可 | 7 | ||\n规章 | 1 | | 2 |\n"),
            "| 行政许可[0] #7[1] _ [2] .[3]\n| 规章[0] #1[1] _ [2] #2[3]\n"
        );
        assert_eq!(
            shown("| （一）予以公开 | 7 |\n| （二）部分公开 | 甲 | 1,113 |"),
            "| （一）予以公开<0> #7<1>\n| （二）部分公开<0> 甲<1> =1,113<2>\n"
        );
        assert_eq!(shown(r"| 甲\|乙 | 5 |"), "| 甲|乙<0> #5<1>\n", "escaped");
    }

    #[test]
    fn a_cell_a_line() {
        assert_eq!(
            shown("规章 |\n|\n|\n0 |\n||\n行政许可 |\n 7 |\n"),
            "| 规章\n| _\n| _\n| #0\n| . .\n| 行政许可\n| #7\n"
        );
        assert_eq!(shown("规章 |\n0 |\n |\n3 |"), "| 规章\n| #0\n| _ \n| #3\n", "indented");
    }

    #[test]
    fn a_bar_below_or_before_its_cells() {
        assert_eq!(shown("规章\n|\n0\n|\n\n|\n3\n|\n"), "  规章\n| #0\n| _\n| #3\n", "below");
        assert_eq!(
            shown("| \n   规章  |\n   \n   0  |\n      |\n   3  |\n| \n   行政许可  |\n   7  |\n"),
            "| 规章<0> #0<1> _<2> #3<3>\n| 行政许可<0> #7<1>\n",
            "over lines"
        );
    }

    #[test]
    fn columns_are_exact_where_every_row_has_all() {
        let repeated = "| 0 | 1 | 2 | 3 |\n|---|:--|---|---|\n| 行政许可 | 行政许可 | 7 | 7 |\n| 规章 | nan | 0 | 1 |\n";
        assert_eq!(
            shown(repeated),
            "| 0[0] 1[1] 2[2] 3[3]\n| 行政许可[0-1] #7[2] #7[3]\n| 规章[0] _nan[1] #0[2] #1[3]\n"
        );
        assert_eq!(
            shown("| 规章 | 0 0 | 1 |\n| 行政许可 | 2 3 | 4 |\n"),
            "| 规章<0> #0<1> #0<1> #1<2>\n| 行政许可<0> #2<1> #3<1> #4<2>\n",
            "two figures in a cell"
        );
    }
}
