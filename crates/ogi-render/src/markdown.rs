//! Markdown: complete pipe tables under one line of heads, as GitHub renders them.
//!
//! A pipe table has no merged cells. Each row has all its cells: a merged label stands in the first of the
//! columns and rows that it covers. Rows that the form prints beside one another (table four) are written below
//! one another, so that one line of heads is enough.

use core::iter;

use ogi_model::{Block, Content, Grid, GridCell, Report, TableForm};

use crate::line::{one_line, paragraphs};
use crate::report::{PartContent, ReportPart, metadata, parts};

/// A report as Markdown with complete pipe tables.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// assert!(ogi_render::markdown(&report).contains("\n| 信息内容 | 本年处理决定数量 |\n| --- | ---: |\n"));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    if let Some(title) = &report.title {
        paragraph(&mut out, "# ", &escape(&one_line(title)));
    }
    if let Some(metadata) = metadata(report) {
        paragraph(&mut out, "", &escape_line(&metadata));
    }
    if let Some(preamble) = &report.preamble {
        prose(&mut out, preamble);
    }
    for ReportPart { heading, content, .. } in parts(report) {
        paragraph(&mut out, "## ", heading);
        match content {
            PartContent::Narrative(text) => prose(&mut out, text),
            PartContent::Table(table) => {
                for (form, block) in report.blocks(table) {
                    write_block(&mut out, report, form, block);
                }
            }
        }
    }
    out.truncate(out.trim_end_matches('\n').len());
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn paragraph(out: &mut String, mark: &str, text: &str) {
    out.push_str(mark);
    out.push_str(text);
    out.push_str("\n\n");
}

fn prose(out: &mut String, text: &str) {
    for text in paragraphs(text) {
        paragraph(out, "", &escape_line(&text));
    }
}

/// A block of a table as a table of its own, because blocks differ in their heads.
fn write_block(out: &mut String, report: &Report, form: &'static TableForm, block: &'static Block) {
    let grid = Grid::of_blocks_down(&[(form, block)], |cell| report[cell].is_present());
    let page = Page::of(&grid);
    let Some(first) = grid.rows.iter().position(|row| !row.iter().all(GridCell::is_head)) else {
        return;
    };
    if let Some(label) = block.label {
        paragraph(out, "### ", label);
    }
    let figures = page.rows[first].iter().filter(|it| matches!(it, Some(Content::Figure(_))));
    let labels = grid.width - figures.count();

    let heads = (0..grid.width).map(|column| page.head(first, column).to_owned());
    row(out, heads);
    let rules = iter::repeat_n("---", labels).chain(iter::repeat_n("---:", grid.width - labels));
    row(out, rules.map(str::to_owned));
    for cells in &page.rows[first..] {
        row(
            out,
            cells.iter().map(|content| match content {
                None => String::new(),
                Some(Content::Head(label) | Content::Label(label)) => escape(label),
                Some(Content::Figure(id)) => escape(&one_line(&report[*id].to_string())),
            }),
        );
    }
    out.push('\n');
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&cell);
        if !cell.is_empty() {
            out.push(' ');
        }
    }
    out.push_str("|\n");
}

/// A grid with a place for every row and column; what a merged cell covers beside its first place is `None`.
struct Page {
    rows: Vec<Vec<Option<Content>>>,
}

impl Page {
    fn of(grid: &Grid) -> Self {
        let mut rows = vec![vec![None; grid.width]; grid.rows.len()];
        for placed in grid.placed() {
            rows[placed.row][placed.column] = Some(placed.cell.content);
        }
        Self { rows }
    }

    /// The lowest head of a column among the rows before `end`.
    fn head(&self, end: usize, column: usize) -> &'static str {
        self.rows[..end]
            .iter()
            .rev()
            .find_map(|row| row[column].and_then(|it| it.label()))
            .unwrap_or("")
    }
}

/// Marks that mean something to Markdown anywhere in a line.
const MARKS: &[char] = &['|', '*', '_', '`', '~', '<', '[', ']'];

/// The text with Markdown's own marks escaped by a backslash, so that it is rendered as it is.
///
/// The way back is that of Markdown: a backslash before ASCII punctuation goes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek();
        let means_something = match c {
            // The backslash itself, where it would take the next character with it; at the end of a cell that
            // is the bar of the table.
            '\\' => next.is_none_or(char::is_ascii_punctuation),
            // An entity: &lt; or &#60;
            '&' => next.is_some_and(|it| it.is_ascii_alphanumeric() || *it == '#'),
            c => MARKS.contains(&c),
        };
        if means_something {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Like [`escape`], for text at the start of a line, where a few more marks make a heading, a list or a rule.
fn escape_line(text: &str) -> String {
    let escaped = escape(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match escaped.as_bytes().get(digits) {
        Some(b'#' | b'>' | b'-' | b'+' | b'=') if digits == 0 => true,
        Some(b'.' | b')') if digits > 0 => {
            escaped[digits + 1..].chars().next().is_none_or(char::is_whitespace)
        }
        _ => false,
    };
    if mark { format!("{}\\{}", &escaped[..digits], &escaped[digits..]) } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped() {
        assert_eq!(escape("a|b*c_d"), r"a\|b\*c\_d");
        assert_eq!(escape(r"\"), r"\\");
        assert_eq!(escape(r"C:\目录\|"), r"C:\目录\\\|");
        assert_eq!(escape("A&B & C&amp;"), r"A\&B & C\&amp;");
        assert_eq!(escape("（一）公开情况，1.5%；“三审”"), "（一）公开情况，1.5%；“三审”");
    }

    #[test]
    fn line_starts_are_escaped() {
        assert_eq!(escape_line("# 标题"), r"\# 标题");
        assert_eq!(escape_line("- 项目"), r"\- 项目");
        assert_eq!(escape_line("---"), r"\---");
        assert_eq!(escape_line("1. 强化责任"), r"1\. 强化责任");
        assert_eq!(escape_line("1.强化责任"), "1.强化责任");
        assert_eq!(escape_line("2025年"), "2025年");
        assert_eq!(escape_line("12"), "12");
    }
}
