//! One row a line, cells separated by tabs.

use memchr::memchr;
use ogi_text::blank;

use super::lines::Line;
use super::table::Table;
use crate::sheet::Columns;

/// The fewest tabs that are a row of blanks.
const FEWEST_BLANK: usize = 2;

/// The block of lines that begins with a tab in its first line; how many lines it has, 0 if the tab parts no cells. A
/// tab at the start of a line is an empty cell; tabs alone are a row of blanks, if they are as many as in the row before.
pub(super) fn block<'t>(source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let bytes = source.as_bytes();
    let is_row = |line: &&Line| {
        let (first, last) = blank::trim(bytes, line.start, line.end);
        first < last && memchr(b'\t', &bytes[line.start..line.end]).is_some()
    };
    // One tab at the start of lines is an indentation, unless others have more.
    let is_parted = |line: &Line| {
        let (first, last) = blank::trim(bytes, line.start, line.end);
        memchr(b'\t', &bytes[first..last]).is_some()
            || memchr::memchr_iter(b'\t', &bytes[line.start..line.end]).nth(1).is_some()
    };
    if !lines.iter().take_while(is_row).take(2).any(is_parted) {
        return 0;
    }
    let tabs = |line: &Line| memchr::memchr_iter(b'\t', &bytes[line.start..line.end]).count();
    let mut used = 0;
    for (i, line) in lines.iter().enumerate() {
        let is_blank_row =
            || i > 0 && tabs(line) >= FEWEST_BLANK && tabs(line) == tabs(&lines[i - 1]);
        if !is_row(&line) && !is_blank_row() {
            break;
        }
        let mut at = line.start;
        let line_end = line.end;
        let mut order = 0_u16;
        loop {
            let end = memchr(b'\t', &bytes[at..line_end]).map_or(line_end, |it| at + it);
            let (first, last) = blank::trim(bytes, at, end);
            table.cell(&source[first..last], first..last, Columns::Order(order));
            order = order.saturating_add(1);
            if end == line_end {
                break;
            }
            at = end + 1;
        }
        table.end_row(0);
        used += 1;
    }
    used
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn a_tab_may_be_an_indentation() {
        assert_eq!(sheet("\t规章\n\n\t12\n").to_string(), "  规章\n\n  #12\n");
    }

    #[test]
    fn tabs_alone_are_a_row_of_blanks() {
        assert_eq!(
            sheet("规章\t0\t3\n\t\t\n\n").to_string(),
            "| 规章[0] #0[1] #3[2]\n| _[0] _[1] _[2]\n"
        );
    }

    #[test]
    fn a_tab_at_the_start_is_an_empty_cell() {
        let text = "\t规章\t0\t\t3\n行政许可\t7\n";
        assert_eq!(
            sheet(text).to_string(),
            "| .<0> 规章<1> #0<2> _<3> #3<4>\n| 行政许可<0> #7<1>\n"
        );
    }
}
