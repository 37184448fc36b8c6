//! HTML in text: tables in Markdown, and tags in lines.
//!
//! `行政许可<br>12`, or `<table>` within Markdown.

use core::ops::Range;

use ogi_text::blank;

use super::lines::Line;
use super::markup::{Scan, Step, markup, step, without_tags};
use super::rows::Rows;
use super::spans::Spans;
use super::table::Table;
use crate::sheet::Columns;

/// Whether a line has a tag, which may go on over lines.
pub(super) fn has_tag(source: &str, line: &Line) -> bool {
    let begins = memchr::memchr_iter(b'<', &source.as_bytes()[line.start..line.end]);
    begins.into_iter().any(|at| markup(&source[line.start + at..]).is_ok())
}

/// The byte where a table begins in a line.
pub(super) fn table_in(line: &str) -> Option<usize> {
    memchr::memchr_iter(b'<', line.as_bytes())
        .find(|at| markup(&line[*at..]).is_ok_and(|it| it.1.is("table") && !it.1.closes))
}

/// Writes a table, and where it ends in the source.
pub(super) fn table<'t>(rows: &mut Rows<'t>, start: usize) -> usize {
    let source = rows.source();
    let mut table = Table::of_at_most(rows.most());
    let mut spans = Spans::default();
    let mut cell: Option<(Range<usize>, Columns, Scan)> = None;
    let mut rest = &source[start..];
    let mut depth = 0_usize;
    while !rest.is_empty() {
        let at = source.len() - rest.len();
        let (left, step) = step(rest);
        rest = left;
        let Step::Tag(tag) = step else {
            if let Some((_, _, scan)) = &mut cell {
                scan.take(step);
            }
            continue;
        };
        let ends_cell = tag.is_any(&["td", "th"]) || tag.is("tr") || tag.is("table") && tag.closes;
        if depth == 1
            && ends_cell
            && let Some((place, columns, scan)) = cell.take()
        {
            table.cell(scan.text, place.start..at, columns);
        }
        if tag.is("table") {
            depth = if tag.closes { depth.saturating_sub(1) } else { depth + 1 };
            if depth == 0 {
                break;
            }
        }
        if depth == 1 && tag.is("tr") {
            table.end_row(0);
            if !tag.closes {
                spans.next_row();
            }
        } else if depth == 1 && tag.is_any(&["td", "th"]) && !tag.closes {
            let [columns, rows] = ["colspan", "rowspan"].map(|it| tag.number(it).unwrap_or(1));
            let place = source.len() - rest.len();
            cell = Some((place..place, spans.place(columns, rows), Scan::default()));
        } else if let Some((_, _, scan)) = &mut cell {
            scan.take(Step::Tag(tag));
        }
    }
    table.end_row(0);
    table.write(rows);
    source.len() - rest.len()
}

/// What a line prints that may have tags in it, with the lines that its last tag goes on over, and how many they are.
pub(super) fn tagged(source: &str, lines: &[Line]) -> (String, usize) {
    let mut scan = Scan::default();
    let mut rest = &source[lines[0].start..];
    let mut end = lines[0].end;
    let mut used = 1;
    while source.len() - rest.len() < end {
        let at = source.len() - rest.len();
        let (left, step) = step(rest);
        match step {
            Step::Text(text) if at + text.len() > end => {
                scan.take(Step::Text(&text[..end - at]));
                break;
            }
            step => scan.take(step),
        }
        rest = left;
        // The tag went on over the end of its line.
        while source.len() - rest.len() > end && used < lines.len() {
            end = lines[used].end;
            used += 1;
        }
    }
    (scan.text, used)
}

/// Adds what stands in a stretch of the source beside a table.
pub(super) fn beside(rows: &mut Rows<'_>, span: Range<usize>) {
    let source = rows.source();
    let (start, end) = blank::trim(source.as_bytes(), span.start, span.end);
    if start < end {
        let text = without_tags(&source[start..end]).into_owned();
        rows.line(&text, start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn a_table_among_lines() {
        let text = "# 题\n<table><tr><td colspan=\"2\" rowspan='2'>申请人<br/>情况</td><td>数&nbsp;</td></tr>\n<tr><td><p>1,113</p></td></tr><tr><td\nclass=\"a\">甲</td><td></td><td><b>7</b><s>8</s></td></tr></table>完\n下";
        assert_eq!(
            sheet(text).to_string(),
            "  题\n| 申请人 情况[0-1] 数[2]\n| =1,113[2]\n| 甲[0] _[1] #7[2]\n  完\n  下\n"
        );
    }

    #[test]
    fn places_are_those_of_the_source() {
        let text = "甲<table><tr><td>规<b>章</b></td><td>12</td></tr></table>";
        let sheet = sheet(text);
        let places: Vec<_> = sheet.pieces.iter().map(|it| sheet.place(it.span()).span()).collect();
        let printed: Vec<_> = places.into_iter().flatten().map(|it| &text[it]).collect();
        assert_eq!(printed, ["甲", "规<b>章</b>", "12"]);
    }
}
