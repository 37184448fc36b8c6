//! Tables with drawn borders: `┌─┬─┐`, `+---+---+`, as w3m, rst and many programs draw them.
//!
//! Borders say which columns a cell covers, and where it ends: its lines are joined.

use core::ops::Range;

use ogi_text::blank;

use super::lines::Line;
use super::rows::Rows;
use super::table::Table;
use super::width::is_wide;
use crate::grammar::{PieceKind, piece_kind};
use crate::sheet::Columns;

/// More borders than any table has in a line.
const MOST: usize = 400;
/// How far a border may be from where others have it: characters whose width is not agreed upon stand before it.
const NEAR: usize = 3;

/// What a character is to a border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stroke {
    None,
    Along,
    Down,
    Corner,
}

fn stroke(c: char, is_ascii: bool) -> Stroke {
    match c {
        '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' | '╴' | '╶' | '╸' | '╺' => {
            Stroke::Along
        }
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' | '╵' | '╷' | '╹' | '╻' => {
            Stroke::Down
        }
        '\u{2500}'..='\u{257f}' => Stroke::Corner,
        '-' | '=' if is_ascii => Stroke::Along,
        '|' if is_ascii => Stroke::Down,
        '+' if is_ascii => Stroke::Corner,
        _ => Stroke::None,
    }
}

/// Whether a line begins a table with borders.
pub(super) fn begins(line: &str) -> bool {
    let line = blank::trimmed(line);
    is_ascii_rule(line) || line.contains(|c: char| stroke(c, false) == Stroke::Down) || {
        line.starts_with(|c| stroke(c, false) == Stroke::Corner)
    }
}

fn is_ascii_rule(line: &str) -> bool {
    line.starts_with("+-") || line.starts_with("+=") || line.starts_with("+:")
}

/// A stretch of a line between two borders.
struct Segment {
    /// Its borders, in characters.
    from: usize,
    to: usize,
    /// What stands between them in the source.
    span: Range<usize>,
    is_rule: bool,
}

/// A cell that is open.
struct Open {
    last: usize,
    text: String,
    place: Range<usize>,
    row: usize,
    /// Whether digits went on over the end of a line: they may be one number or two.
    is_torn: bool,
}

/// Writes the table that begins with the first line; how many lines it has.
pub(super) fn block<'t>(rows: &mut Rows<'t>, table: &mut Table<'t>, lines: &[Line]) -> usize {
    let source = rows.source();
    let is_ascii = is_ascii_rule(lines[0].trimmed(source));
    let belongs = |line: &&Line| {
        let text = line.trimmed(source);
        match is_ascii {
            true => text.starts_with(['|', '+']),
            false => text.contains(|c| stroke(c, false) != Stroke::None),
        }
    };
    let used = lines.iter().take_while(belongs).count().max(1);
    let lines = &lines[..used];
    let (mut segments, mut borders, off) = measured(source, lines, is_ascii, 1);
    if off > 0 {
        let wide = measured(source, lines, is_ascii, 2);
        if wide.2 < off {
            (segments, borders) = (wide.0, wide.1);
        }
    }
    Frame::new(source, &borders, &segments).cells(&segments, table);
    table.write(rows);
    used
}

type Segments = Vec<Vec<Segment>>;

/// The segments of the lines where an ideograph is so wide, the borders, and how many do not stand below others.
fn measured(
    source: &str,
    lines: &[Line],
    is_ascii: bool,
    width: usize,
) -> (Segments, Vec<usize>, usize) {
    let segments: Segments = lines.iter().map(|it| segments(source, it, is_ascii, width)).collect();
    let with_rules = |it: &&Vec<Segment>| it.iter().any(|it| it.is_rule);
    let edges = |it: &Vec<Segment>| it.iter().flat_map(|it| [it.from, it.to]).collect::<Vec<_>>();
    let mut borders: Vec<usize> = segments.iter().filter(with_rules).flat_map(edges).collect();
    if borders.is_empty() {
        borders = segments.iter().max_by_key(|it| it.len()).map(edges).unwrap_or_default();
    }
    borders.sort_unstable();
    borders.dedup();
    let off = segments.iter().flat_map(edges).filter(|it| borders.binary_search(it).is_err());
    let off = off.count();
    (segments, borders, off)
}

fn segments(source: &str, line: &Line, is_ascii: bool, width: usize) -> Vec<Segment> {
    let text = &source[line.start..line.end];
    let (mut all, mut column) = (Vec::new(), 0);
    let mut left: Option<(usize, usize)> = None;
    let (mut is_rule, mut filled) = (true, false);
    for (at, c) in text.char_indices() {
        let stroke = match stroke(c, is_ascii) {
            // A sign in a cell: `+14`, `-`.
            Stroke::Corner | Stroke::Along if is_ascii && !is_of_rule(text.as_bytes(), at) => {
                Stroke::None
            }
            it => it,
        };
        match stroke {
            Stroke::Down | Stroke::Corner => {
                let at = line.start + at;
                if let Some((from, start)) = left {
                    let is_rule = is_rule && filled;
                    all.push(Segment { from, to: column, span: start..at, is_rule });
                }
                left = Some((column, at + c.len_utf8()));
                (is_rule, filled) = (true, false);
            }
            Stroke::Along => filled = true,
            // The alignment of a column: `+:===:+`.
            Stroke::None => is_rule = is_rule && c == ':',
        }
        column += if is_wide(c) { width } else { 1 };
        if all.len() > MOST {
            break;
        }
    }
    // A table without a border at its right.
    if let Some((from, start)) = left
        && blank::trim(source.as_bytes(), start, line.end).0 < line.end
    {
        all.push(Segment { from, to: column, span: start..line.end, is_rule: is_rule && filled });
    }
    all
}

/// Whether the sign at a byte is one of a rule, which may be part of a line: `| 自然人 +-----+-----+`.
fn is_of_rule(bytes: &[u8], at: usize) -> bool {
    let dashes = |it: &[u8]| {
        it == b"--" || it == b"==" || it == b"-:" || it == b":-" || it == b"=:" || it == b":="
    };
    let signs = |it: u8| b"-=+:".contains(&it);
    let (before, behind) = (bytes[..at].last(), bytes.get(at + 1));
    if bytes[at] == b'+' {
        dashes(&bytes[at.saturating_sub(2)..at]) || bytes.get(at + 1..at + 3).is_some_and(dashes)
    } else {
        before.is_some_and(|it| signs(*it)) && behind.is_some_and(|it| signs(*it))
    }
}

/// The columns of a table, and the cells that are open in them.
struct Frame<'a> {
    source: &'a str,
    borders: &'a [usize],
    /// Whether rows have no borders between them: each line is one.
    is_outline: bool,
    open: Vec<Option<Open>>,
    done: Vec<(usize, usize, Open)>,
}

impl<'a> Frame<'a> {
    fn new(source: &'a str, borders: &'a [usize], segments: &Segments) -> Self {
        let open = (0..borders.len()).map(|_| None).collect();
        let is_outline = is_outline(source, segments);
        Self { source, borders, is_outline, open, done: Vec::new() }
    }

    /// Gives the table its cells, row by row.
    fn cells(mut self, segments: &Segments, table: &mut Table<'_>) {
        for (row, line) in segments.iter().enumerate() {
            if self.is_outline {
                self.close(0, self.borders.len());
            }
            self.line(row, line);
        }
        self.close(0, self.borders.len());
        self.done.sort_by_key(|(row, first, _)| (*row, *first));
        let mut row = None;
        for (top, first, cell) in self.done {
            if row.is_some_and(|it| it != top) {
                table.end_row(0);
            }
            row = Some(top);
            let columns = Columns::Exact { first: first as u16, last: cell.last as u16 };
            match cell.is_torn {
                true => table.kept(PieceKind::Unclear, cell.text, cell.place, columns),
                false => table.cell(cell.text, cell.place, columns),
            }
        }
        table.end_row(0);
    }

    fn line(&mut self, row: usize, line: &[Segment]) {
        let mut first = 0;
        for segment in line {
            first = self.column(segment.from).max(first);
            let end = self.column(segment.to).max(first + 1).min(self.borders.len());
            if segment.is_rule {
                self.close(first, end);
            } else if let Some(Some(open)) = self.open.get_mut(first)
                && open.last + 1 == end
            {
                open.go_on(self.source, &segment.span);
            } else if first < end {
                self.close(first, end);
                let (start, to) =
                    blank::trim(self.source.as_bytes(), segment.span.start, segment.span.end);
                let text = self.source[start..to].to_owned();
                self.open[first] =
                    Some(Open { last: end - 1, text, place: start..to, row, is_torn: false });
            }
            first = end;
        }
    }

    /// The border that stands where a character does, or nearest to it.
    fn column(&self, at: usize) -> usize {
        let next = self.borders.partition_point(|it| *it < at);
        let far = |it: usize| self.borders.get(it).map_or(usize::MAX, |it| it.abs_diff(at));
        match next.checked_sub(1) {
            Some(before) if far(before) < far(next) && far(before) <= NEAR => before,
            _ => next,
        }
    }

    /// Ends the cells that reach into these columns.
    fn close(&mut self, first: usize, end: usize) {
        // One that began further left.
        let left = self.open[..first].iter().rposition(Option::is_some);
        let reaches = left.filter(|it| self.open[*it].as_ref().is_some_and(|it| it.last >= first));
        let end = end.min(self.open.len());
        for at in reaches.into_iter().chain(first..end) {
            if let Some(cell) = self.open[at].take() {
                self.done.push((cell.row, at, cell));
            }
        }
    }
}

impl Open {
    fn go_on(&mut self, source: &str, span: &Range<usize>) {
        let (start, end) = blank::trim(source.as_bytes(), span.start, span.end);
        if start == end {
            return;
        }
        let more = &source[start..end];
        let is_digit = |c: char| c.is_ascii_digit();
        if self.text.is_empty() {
            self.place = start..end;
        } else if self.text.ends_with(is_digit) && more.starts_with(is_digit) {
            self.is_torn = true;
            self.text.push(' ');
        } else if self.text.ends_with(|c: char| c.is_ascii_alphanumeric())
            && more.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            self.text.push(' ');
        }
        self.text.push_str(more);
        self.place.end = end;
    }
}

/// Whether two lines without a border between them are two rows: both print a figure in one column, or something in
/// every column of a table that has borders above and below its heads only.
fn is_outline(source: &str, segments: &Segments) -> bool {
    let rules = segments.iter().filter(|it| it.iter().any(|it| it.is_rule)).count();
    segments.windows(2).any(|it| {
        let (above, below) = (&it[0], &it[1]);
        if above.len() != below.len() || above.iter().chain(below).any(|it| it.is_rule) {
            return false;
        }
        let text = |it: &Segment| blank::trimmed(&source[it.span.clone()]);
        let is_figure = |it: &Segment| piece_kind(text(it)).is_figure();
        let filled = |it: &Segment| !text(it).is_empty();
        above.iter().zip(below).any(|(a, b)| is_figure(a) && is_figure(b))
            || rules <= 3 && above.len() > 1 && above.iter().chain(below).all(filled)
    })
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    #[test]
    fn cells_are_joined_and_cover_columns() {
        let text = "\
┌────────────┬─────────────┐
│            │法人         │
│申请人情况  ├──────┬──────┤
│            │商业企│其他  │
│            │业    │      │
├─────┬──────┼──────┼──────┤
│结果 │（一）│12    │      │
└─────┴──────┴──────┴──────┘
完";
        assert_eq!(
            sheet(text).to_string(),
            "| 申请人情况[0-1] 法人[2-3]\n| 商业企业[2] 其他[3]\n| 结果[0] （一）[1] #12[2] _[3]\n  完\n"
        );
    }

    #[test]
    fn rows_without_borders_between_them_are_lines() {
        let text = "\
+----+-----+
| 甲 | 数  |
+====+=====+
| 乙 | 1   |
| 丙 | -8  |
+----+-----+";
        assert_eq!(sheet(text).to_string(), "| 甲[0] 数[1]\n| 乙[0] #1[1]\n| 丙[0] =-8[1]\n");
        let bars = "│ 2.重复申请 │ 6 │   │";
        assert_eq!(sheet(bars).to_string(), "| 2.重复申请[0] #6[1] _[2]\n");
    }

    #[test]
    fn rules_may_be_part_of_a_line() {
        let text = "\
+-------+-----------+
| corner| -8        |
|       +-----+-----+
|       | +14 | -   |
+-------+-----+-----+
| 1     | 2   | 3   |
+-------+-----+-----+";
        assert_eq!(
            sheet(text).to_string(),
            "| corner[0] =-8[1-2]\n| =+14[1] =-[2]\n| #1[0] #2[1] #3[2]\n"
        );
    }

    #[test]
    fn digits_over_two_lines_are_unclear() {
        let text = "+---+----+\n| a | 12 |\n|   | 34 |\n+---+----+\n| b | 5  |\n+---+----+\n| c | 6  |\n+---+----+\n";
        let shown = sheet(text).to_string();
        assert!(!shown.contains("#1234"), "{shown}");
    }
}
