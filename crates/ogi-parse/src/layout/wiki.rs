//! Tables of wikis: `{|`, `|-`, `| cell || cell`, `|}`.

use core::ops::Range;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{is_not, tag, take_until};
use nom::character::complete::char;
use nom::combinator::{opt, recognize};
use nom::multi::many0_count;
use nom::sequence::{delimited, terminated};
use ogi_text::blank;

use super::lines::Line;
use super::markup::{number_of, without_tags};
use super::rows::Rows;
use super::spans::Spans;
use super::table::Table;
use super::tags::tagged;

/// Whether a line begins a table.
fn begins(line: &str) -> bool {
    blank::trimmed(line).starts_with("{|")
}

/// Whether a text is that of a wiki: it has such a table.
pub(super) fn is_wiki(text: &str) -> bool {
    text.starts_with("{|") || memchr::memmem::find(text.as_bytes(), b"\n{|").is_some()
}

/// Writes a whole text.
pub(super) fn text<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, lines: &[Line]) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if begins(&rows.source()[line.start..line.end]) {
            at += block(rows, table, &lines[at..]);
        } else {
            let (text, used) = tagged(rows.source(), &lines[at..]);
            rows.line(&printed(&text), line.start..lines[at + used - 1].end);
            at += used;
        }
    }
}

/// A cell with its lines, as far as they are read.
struct Open {
    attributes: Range<usize>,
    text: String,
    place: Range<usize>,
}

/// Writes the table that begins with the first line; how many lines it has.
fn block<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let source = rows.source();
    let mut wiki = Wiki { source, table, spans: Spans::default(), open: None };
    let mut used = 1;
    for line in &lines[1..] {
        used += 1;
        let (start, end) = blank::trim(source.as_bytes(), line.start, line.end);
        let text = &source[start..end];
        if text.starts_with("|}") {
            break;
        }
        if text.starts_with("|-") {
            wiki.close();
            wiki.table.end_row(0);
            wiki.spans.next_row();
        } else if text.starts_with("|+") {
            wiki.close();
        } else if text.starts_with(['|', '!']) {
            wiki.cells(start + 1..end, text.starts_with('!'));
        } else if let Some(open) = &mut wiki.open {
            // The text of a cell may be on lines of its own.
            open.text.push('\n');
            open.text.push_str(text);
            open.place.end = end;
        }
    }
    wiki.close();
    table.end_row(0);
    table.write(rows);
    used
}

struct Wiki<'a, 't> {
    source: &'t str,
    table: &'a mut Table<'t>,
    spans: Spans,
    open: Option<Open>,
}

impl Wiki<'_, '_> {
    /// The cells of a line; the last may go on.
    fn cells(&mut self, line: Range<usize>, are_heads: bool) {
        let source = self.source;
        let mut at = line.start;
        loop {
            let rest = &source[at..line.end];
            let bars =
                rest.find("||").into_iter().chain(rest.find("!!").filter(|_| are_heads)).min();
            let end = bars.map_or(line.end, |it| at + it);
            self.close();
            let attributes = attributes(&source[at..end]).map_or(0, str::len);
            // The bar behind the attributes.
            let text = at + attributes + usize::from(attributes > 0);
            self.open = Some(Open {
                attributes: at..at + attributes,
                text: source[text..end].to_owned(),
                place: text..end,
            });
            if end == line.end {
                break;
            }
            at = end + 2;
        }
    }

    /// Gives the cell that is open to the table.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let attributes = &self.source[open.attributes];
        let [columns, rows] =
            ["colspan", "rowspan"].map(|it| number_of(attributes, it).unwrap_or(1));
        let columns = self.spans.place(columns, rows);
        self.table.cell(printed(&open.text), open.place, columns);
    }
}

/// The attributes before the text of a cell, which has a bar of its own behind them.
fn attributes(cell: &str) -> Option<&str> {
    let quoted = recognize(delimited(char('"'), opt(is_not("\"")), char('"')));
    let other = is_not("\"|[{<");
    let found: nom::IResult<&str, &str> =
        terminated(recognize(many0_count(alt((quoted, other)))), char('|')).parse(cell);
    found.ok().map(|it| it.1).filter(|it| it.contains('='))
}

/// What the text of a cell prints: without tags, links and marks of strong text.
fn printed(text: &str) -> String {
    let mut printed = String::with_capacity(text.len());
    let plain = without_tags(text);
    let mut rest = &*plain;
    while let Some(c) = rest.chars().next() {
        let link: nom::IResult<&str, &str> =
            delimited(tag("[["), take_until("]]"), tag("]]")).parse(rest);
        if c == '['
            && let Ok((left, link)) = link
        {
            printed.push_str(link.rsplit('|').next().unwrap_or(link));
            rest = left;
        } else if rest.starts_with("''") {
            rest = rest.trim_start_matches('\'');
        } else {
            printed.push(if c == '\n' { ' ' } else { c });
            rest = &rest[c.len_utf8()..];
        }
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn a_table_of_a_wiki() {
        let text = "QQ题QQ\n{| class=\"a\"\n|-\n! colspan=\"2\" | 甲 !! 数\n|-\n| 规章\n| 12 || [[b|0]]\n|-\n| rowspan=\"2\"| 乙\n|\n丙\n| \n|-\n| 3 || 4\n|}\n完";
        assert_eq!(
            sheet(&text.replace('Q', "'")).to_string(),
            "  题\n| 甲[0-1] 数[2]\n| 规章[0] #12[1] #0[2]\n| 乙[0] 丙[1] _[2]\n| #3[1] #4[2]\n  完\n"
        );
    }
}
