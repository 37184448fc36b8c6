//! How a text lays out its tables: from text to rows of pieces.

mod aligned;
mod bars;
mod cell;
mod content;
mod frame;
mod glued;
mod labels;
mod latex;
mod lines;
mod markup;
mod pages;
mod plain;
mod rows;
mod ruled;
mod separated;
mod spans;
mod table;
mod tabs;
mod tags;
mod width;
mod wiki;

use memchr::{memchr, memchr_iter, memchr3};

use ogi_text::blank;

use crate::sheet::Sheet;
use cell::Apart;
use lines::{Line, lines};
pub(crate) use pages::is_page_number;
use rows::Rows;
use separated::{Habits, Separator};
use table::Table;
pub(crate) use table::is_nothing;

/// The rows of pieces that a text shows. Where it has more pieces or lines than that the sheet is full, and ends early.
pub(crate) fn sheet_of_at_most(text: &str, most: usize) -> Sheet<'_> {
    let mut rows = Rows::new(text, most);
    let mut table = Table::of_at_most(most);
    let lines: Vec<Line> = lines(text).take(most.saturating_add(1)).collect();
    if lines.len() > most {
        rows.set_full();
        return rows.finish();
    }
    let bytes = text.as_bytes();
    let is_special = memchr3(b'|', b'\t', b'<', bytes).is_some() || has_border(bytes);
    if latex::is_latex(text) {
        latex::text(&mut rows, &mut table, &lines);
        return rows.finish();
    }
    if is_special && wiki::is_wiki(text) {
        wiki::text(&mut rows, &mut table, &lines);
        return rows.finish();
    }
    let habits = Habits::of(text, &lines);
    if is_markdown(text) {
        rows.set_markdown();
    }
    if habits.is_spaced {
        rows.set_apart(Apart::Heads);
    }
    let mut at = 0;
    while at < lines.len() && !rows.is_full() {
        at += if plain::number(&mut rows, lines[at]) {
            1
        } else if is_special {
            block(&mut rows, &mut table, habits.separator, &lines[at..])
        } else {
            unmarked(&mut rows, &mut table, habits.separator, &lines[at..])
        };
    }
    rows.finish()
}

/// Whether a text has a sign that borders are drawn with, U+2500 to U+257F.
fn has_border(bytes: &[u8]) -> bool {
    memchr_iter(0xE2, bytes).any(|at| matches!(bytes[at + 1], 0x94 | 0x95))
}

/// Whether a text has headings, strong lines or rules of Markdown.
fn is_markdown(text: &str) -> bool {
    let begins = |it: &str| it.starts_with("# ") || it.starts_with("## ") || it.starts_with("**");
    let after = |marks: &[u8]| memchr::memmem::find(text.as_bytes(), marks).is_some();
    begins(text)
        || [&b"\n# "[..], b"\n## ", b"\n### ", b"\n**", b"|---", b"| --- |", b"|:--"]
            .into_iter()
            .any(after)
}

/// Writes what the first line begins: a block of rows, or a line of its own. How many lines it has.
fn block<'t>(
    rows: &mut Rows<'t>,
    table: &mut Table<'t>,
    separator: Option<Separator>,
    lines: &[Line],
) -> usize {
    let source = rows.source();
    let line = lines[0];
    let text = &source[line.start..line.end];
    let bytes = text.as_bytes();
    let is_rule = bytes.iter().find(|it| **it != b' ') == Some(&b'+');
    if memchr3(b'|', b'\t', b'<', bytes).is_none() && !is_rule && !has_border(bytes) {
        return unmarked(rows, table, separator, lines);
    }
    let [bar, tab, tag] = [b'|', b'\t', b'<'].map(|it| memchr(it, bytes).is_some());
    if tag && let Some(at) = tags::table_in(text) {
        tags::beside(rows, line.start..line.start + at);
        let end = tags::table(rows, line.start + at);
        let used = lines.iter().take_while(|it| it.end < end).count();
        if let Some(last) = lines.get(used) {
            tags::beside(rows, end.max(last.start)..last.end.max(end));
        }
        return (used + 1).min(lines.len());
    }
    if frame::begins(text) {
        return frame::block(rows, table, lines);
    }
    // A bar within a tag is none.
    if bar && bars::may_be_row(text) && (!tag || markup::without_tags(text).contains('|')) {
        return bars::block(rows, table, lines);
    }
    if tag && tags::has_tag(source, &line) {
        let (text, used) = tags::tagged(source, lines);
        rows.line(&text, line.start..lines[used - 1].end);
        return used;
    }
    if tab && !blank::trimmed(text).is_empty() {
        let used = tabs::block(source, table, lines);
        if used > 0 {
            table.write(rows);
            return used;
        }
    }
    unmarked(rows, table, separator, lines)
}

/// The same where nothing but separators and gaps may part cells.
fn unmarked<'t>(
    rows: &mut Rows<'t>,
    table: &mut Table<'t>,
    separator: Option<Separator>,
    lines: &[Line],
) -> usize {
    let ruled = ruled::block(rows.source(), table, lines);
    if ruled > 0 {
        table.write(rows);
        return ruled;
    }
    if let Some(separator) = separator {
        let used = separator.block(rows.source(), table, lines);
        if used > 0 {
            table.write(rows);
            return used;
        }
    }
    plain::line(rows, &lines[0])
}

#[cfg(test)]
fn sheet(text: &str) -> Sheet<'_> {
    Sheet::of_text(text)
}

#[cfg(test)]
mod tests;
