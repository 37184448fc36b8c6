//! One row a line, cells separated by commas or other signs: CSV, and rows as people type them.
//!
//! Sentences have commas too: a text is read so only if rows of figures show it.

use core::ops::Range;
use std::sync::LazyLock;

use nom::branch::alt;
use nom::bytes::complete::{take_till, take_while};
use nom::character::complete::{char, satisfy};
use nom::combinator::{eof, peek, recognize};
use nom::multi::{many0_count, many1_count};
use nom::sequence::delimited;
use nom::{IResult, Parser};
use ogi_model::{Grid, TableForm};
use ogi_text::blank;
use ogi_text::number::is_digit;
use ogi_text::ordinal;

use super::lines::Line;
use super::table::{Table, is_nothing};
use crate::grammar::piece_kind;
use crate::lexicon::{self, Mark};
use crate::sheet::Columns;

/// What may separate cells, beside single blanks.
const SEPARATORS: [char; 6] = [',', '，', '、', ';', '；', WIDE_BLANK];
/// At the ends of a line it separates nothing: it indents.
const WIDE_BLANK: char = '\u{3000}';
/// The fewest rows that show a separator, and the fewest figures in each.
const ROWS: usize = 3;
const FIGURES: usize = 2;
/// A row of blanks alone has more of them than this.
const BLANKS: usize = 4;
/// With single blanks between figures, the fewest that make a complete row.
const COMPLETE: usize = 4;
/// The fewest rows that agree in how many cells single blanks part, and the most cells.
const AGREE: usize = 6;
const MOST: usize = 32;
/// The longest line that may be a row, in bytes, and the longest head.
const LONGEST_ROW: usize = 1200;
const LONGEST_HEAD: usize = 120;
/// The most cells of a row of the form.
static WIDEST: LazyLock<usize> =
    LazyLock::new(|| TableForm::ALL.iter().map(|it| Grid::of(it).width).max().unwrap_or_default());
/// How many lines of heads may stand before the first row.
const HEADS: usize = 6;
/// The most lines of a quoted cell.
const TALLEST: usize = 20;

/// The separator of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Separator {
    sign: char,
    /// How many figures a complete row has, where blanks separate.
    complete: usize,
}

/// What rows of figures show about the blanks and signs of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Habits {
    pub(super) separator: Option<Separator>,
    /// Whether rows have blanks between their figures: then heads may have single ones between them.
    pub(super) is_spaced: bool,
}

impl Habits {
    pub(super) fn of(source: &str, lines: &[Line]) -> Self {
        let mut found = [0_usize; SEPARATORS.len()];
        let (mut spaced, mut parted) = (0, 0);
        for line in lines {
            let Some((sign, text)) = sign_before_last(source, line) else { continue };
            if let Some(at) = SEPARATORS.iter().position(|it| *it == sign) {
                let last = text.split_whitespace().next_back();
                if last.is_some_and(|it| it.contains(sign) && is_figure(it)) {
                    // One number, its thousands marked.
                    continue;
                }
                if sign == WIDE_BLANK && is_aligned(text) {
                    continue;
                }
                let run = text.rsplit(sign).take_while(|it| is_cell(it)).count();
                found[at] += usize::from(run >= FIGURES);
            } else if sign == ' ' {
                parted += 1;
                let run = text.split_whitespace().rev().take_while(|it| is_figure(it)).count();
                spaced += usize::from(run >= COMPLETE);
            }
        }
        let most = (0..SEPARATORS.len()).max_by_key(|it| (found[*it], usize::MAX - it));
        let most = most.filter(|it| found[*it] >= ROWS);
        let separator = match most {
            Some(most) => Some(Separator { sign: SEPARATORS[most], complete: 0 }),
            None if parted >= AGREE => {
                complete(source, lines).map(|complete| Separator { sign: ' ', complete })
            }
            None => None,
        };
        Self { separator, is_spaced: spaced >= ROWS }
    }
}

/// Whether a cell is the label of a row: `行政事业性收费，` has one blank cell.
fn names_row(cell: &str) -> bool {
    lexicon::find(cell).is_some_and(|it| matches!(it.mark, Mark::Row(_)))
}

impl Separator {
    /// How a line stands to rows.
    fn kind(self, line: &str) -> Kind {
        if line.len() > LONGEST_ROW
            || !line.contains(self.sign)
            || self.sign == WIDE_BLANK && is_aligned(line)
        {
            return Kind::Other;
        }
        let fields = self.fields(line);
        let cells = || fields.iter().map(|it| blank::trimmed(unquoted(&line[it.clone()])));
        let run = cells().rev().take_while(|it| is_cell(it)).count();
        if self.sign == ' ' {
            let is_row = run == self.complete && run < fields.len();
            return if is_row { Kind::Row { run } } else { Kind::Other };
        }
        let figures = cells().rev().take(run).any(is_figure);
        let is_sentence = |it: &str| it.len() > LONGEST_HEAD || it.contains(['。', '！', '？']);
        if run > 0
            && (run < fields.len() || figures || run > BLANKS)
            && !cells().any(|it| it.contains('。'))
        {
            let is_row = figures || run >= FIGURES || cells().next().is_some_and(names_row);
            return if is_row { Kind::Row { run } } else { Kind::Head };
        }
        let filled = cells().filter(|it| !it.is_empty()).count();
        if fields.len() > 1 && filled > 0 && !cells().any(is_sentence) {
            Kind::Head
        } else {
            Kind::Other
        }
    }

    /// The fields of a line; a separator in brackets or quotes separates nothing, nor does one behind an ordinal.
    fn fields(self, line: &str) -> Vec<Range<usize>> {
        let (mut fields, mut at) = (Vec::new(), 0);
        loop {
            let end = match field(&line[at..], self.sign) {
                Ok((_, field)) => at + field.len(),
                Err(_) => line.len(),
            };
            let is_ordinal = |it: &str| self.sign == '、' && ordinal::is_numerals(it);
            if let Some(last) =
                fields.last_mut().filter(|it: &&mut Range<usize>| is_ordinal(&line[(*it).clone()]))
            {
                last.end = end;
            } else {
                fields.push(at..end);
            }
            if end == line.len() {
                return fields;
            }
            at = end + self.sign.len_utf8();
        }
    }

    /// The block of rows that begins with the first line, and how many lines it has; 0 if none does.
    pub(super) fn block<'t>(self, source: &'t str, table: &mut Table<'t>, lines: &[Line]) -> usize {
        let kind =
            |i: usize| lines.get(i).map_or(Kind::Other, |it| self.kind(self.text(source, it).0));
        let begins = match kind(0) {
            Kind::Row { .. } => true,
            Kind::Head => (1..HEADS)
                .map(kind)
                .find(|it| *it != Kind::Head)
                .is_some_and(|it| it != Kind::Other),
            Kind::Other => false,
        };
        if !begins {
            return 0;
        }
        let mut used = 0;
        while let Some(line) = lines.get(used) {
            let (text, start) = self.text(source, line);
            let (text, more) = self.quoted_lines(source, start, text, &lines[used..]);
            let run = match self.kind(text) {
                Kind::Row { run } => run,
                Kind::Head => 0,
                Kind::Other => break,
            };
            self.row(table, text, start, run);
            used += more;
        }
        used
    }

    /// A line as far as it matters, and where it begins: blanks may be separators.
    fn text<'t>(self, source: &'t str, line: &Line) -> (&'t str, usize) {
        let text = &source[line.start..line.end];
        if self.sign == ' ' {
            return (text, line.start);
        }
        let kept = text.trim_start_matches([' ', '\u{feff}']);
        (kept.trim_end_matches([' ', '\r']), line.start + text.len() - kept.len())
    }

    /// The line with those that a quoted cell goes on over, and how many they are.
    fn quoted_lines<'t>(
        self,
        source: &'t str,
        start: usize,
        text: &'t str,
        lines: &[Line],
    ) -> (&'t str, usize) {
        let is_open = |text: &str| text.bytes().filter(|it| *it == b'"').count() % 2 == 1;
        if self.sign != ',' || !is_open(text) {
            return (text, 1);
        }
        let ends = lines.iter().take(TALLEST).enumerate().skip(1);
        let end = ends.map(|(i, it)| (&source[start..it.end], i + 1)).find(|it| !is_open(it.0));
        end.unwrap_or((text, 1))
    }

    fn row<'t>(self, table: &mut Table<'t>, text: &'t str, start: usize, run: usize) {
        let mut fields = self.fields(text);
        // A line end is lost: `27 3.其他` ends one row and begins the next.
        let joined = fields.iter().skip(1).find_map(|it| {
            let (figure, label) = text[it.clone()].split_once(' ')?;
            let end = it.start + figure.len();
            (is_figure(figure) && begins_row(label)).then_some((end, end + 1))
        });
        if let Some((end, next)) = joined {
            for (from, to) in [(0, end), (next, text.len())] {
                let row = &text[from..to];
                let run = if let Kind::Row { run } = self.kind(row) { run } else { 0 };
                self.row(table, row, start + from, run);
            }
            return;
        }
        let labels = fields.len() - run;
        // A label may have the sign in it.
        if matches!(self.sign, '、' | ' ') && run > 0 && labels > 1 {
            let label = fields[0].start..fields[labels - 1].end;
            fields.splice(..labels, [label]);
        }
        for (i, field) in fields.iter().enumerate() {
            let place = start + field.start..start + field.end;
            table.cell(cell(&text[field.clone()]), place, order(i));
        }
        table.end_row(0);
    }
}

/// Whether a text is a row's label with its ordinal, or none: of `1 .信访举报` the digit is no figure.
fn begins_row(text: &str) -> bool {
    let opens = |c: char| c.is_alphanumeric() || matches!(c, '（' | '(');
    text.trim_start().starts_with(opens) && names_row(text.trim_start())
}

/// The place of a cell in its row.
fn order(at: usize) -> Columns {
    Columns::Order(u16::try_from(at).unwrap_or(u16::MAX))
}

/// How a line stands to rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A row whose last cells are figures or blank.
    Row {
        run: usize,
    },
    /// Words only.
    Head,
    Other,
}

/// The sign before the last figure of a line, or at its end, and the line.
fn sign_before_last<'t>(source: &'t str, line: &Line) -> Option<(char, &'t str)> {
    let bytes = &source.as_bytes()[line.start..line.end];
    // Most lines of the standard layout are a number, or end with a word: the first bytes state.
    let last = bytes.iter().rposition(|it| !matches!(it, b' ' | b'\r'))?;
    let is_number = bytes.len() < 8 && bytes.iter().all(|it| it.is_ascii_digit() || *it == b' ');
    // ， 、 ； ０ to ９, 元, U+3000 and U+00A0
    let ends_wide = || {
        matches!(
            bytes[..=last],
            [.., 0xEF, 0xBC, 0x8C | 0x90..=0x99 | 0x9B]
                | [.., 0xE3, 0x80, 0x80 | 0x81]
                | [.., 0xE5, 0x85, 0x83]
                | [.., 0xC2, 0xA0]
        )
    };
    let may_end = match bytes[last] {
        b'0'..=b'9' | b'/' | b',' | b';' => true,
        b'e' => bytes[..=last].ends_with(b"None"),
        0x80.. => ends_wide(),
        _ => false,
    };
    let is_padded = last + 2 < bytes.len();
    if is_number || bytes.len() > LONGEST_ROW || !(may_end || is_padded) {
        return None;
    }
    let text = blank::trimmed(&source[line.start..line.start + last + 1]);
    let last = text.chars().next_back()?;
    if SEPARATORS.contains(&last) {
        return text.contains(char::is_numeric).then_some((last, text));
    }
    if is_padded && !may_end {
        return Some((' ', text));
    }
    let figure = |c: char| c.is_ascii_alphanumeric() || is_digit(c) || "./元-".contains(c);
    let before = text.trim_end_matches(figure);
    // Blanks may stand around a sign.
    let sign = blank::trimmed(before).chars().next_back().filter(|it| SEPARATORS.contains(it));
    Some((sign.or_else(|| before.chars().next_back())?, text))
}

fn is_figure(text: &str) -> bool {
    piece_kind(text.trim()).is_figure() || is_nothing(text.trim())
}

/// Whether cells have other blanks between them than wide ones: these only fill up columns.
fn is_aligned(line: &str) -> bool {
    line.contains("  ") || line.split(WIDE_BLANK).any(|it| it.trim() != it)
}

fn is_cell(text: &str) -> bool {
    text.is_empty() || is_figure(text)
}

/// How many figures a complete row has where single blanks separate: nearly all rows have as many cells, some of them
/// with two blanks or more for blank cells.
fn complete(source: &str, lines: &[Line]) -> Option<usize> {
    // How many rows have as many cells, and how many of them blank ones.
    let mut rows = [(0_usize, 0_usize); MOST];
    for line in lines {
        let text = source[line.start..line.end].trim_end_matches('\r');
        if text.len() > LONGEST_ROW || memchr::memchr(b' ', text.as_bytes()).is_none() {
            continue;
        }
        let cells = || text.rsplit(' ').take(MOST);
        let run = cells().take_while(|it| is_cell(it)).count();
        let has_label = cells().nth(run).is_some();
        if run >= COMPLETE && has_label {
            rows[run].0 += 1;
            rows[run].1 += usize::from(cells().take(run).any(str::is_empty));
        }
    }
    // Columns that blanks fill up have other numbers of them, and few that could be a row of the form.
    let all: usize = rows.iter().map(|it| it.0).sum();
    let most = (0..=(*WIDEST).min(MOST - 1)).max_by_key(|it| (rows[*it].0, MOST - it))?;
    let (agree, blanks) = rows[most];
    (agree >= AGREE && agree * 4 >= all * 3 && blanks > 0).then_some(most)
}

/// A field up to the next separator.
fn field(text: &str, sign: char) -> IResult<&str, &str> {
    let quoted = |text| {
        let doubled = recognize(delimited(char('"'), take_till(|c| c == '"'), char('"')));
        let whole = recognize((take_while(|c| c == ' '), many1_count(doubled)));
        (whole, peek(alt((recognize(char(sign)), eof)))).parse(text).map(|(left, it)| (left, it.0))
    };
    let bracketed = |text| {
        alt((
            recognize(delimited(char('（'), take_till(|c| "（）".contains(c)), char('）'))),
            recognize(delimited(char('('), take_till(|c| "()".contains(c)), char(')'))),
        ))
        .parse(text)
    };
    let plain = |text| {
        let other = satisfy(|c| c != sign);
        recognize(many0_count(alt((bracketed, recognize(other))))).parse(text)
    };
    if sign == ',' { alt((quoted, plain)).parse(text) } else { plain(text) }
}

fn unquoted(field: &str) -> &str {
    let field = field.trim_matches(' ');
    field.strip_prefix('"').and_then(|it| it.strip_suffix('"')).unwrap_or(field)
}

/// What a field prints: without quotes, and with one for each two.
fn cell(field: &str) -> std::borrow::Cow<'_, str> {
    let inner = unquoted(field);
    if inner.len() < field.trim_matches(' ').len() && inner.contains(['"', '\n']) {
        return inner.replace("\"\"", "\"").replace(['\r', '\n'], " ").into();
    }
    inner.into()
}

#[cfg(test)]
mod tests {
    use super::super::sheet;

    fn shown(text: &str) -> String {
        sheet(text).to_string()
    }

    #[test]
    fn comma_separated_values() {
        let text = "Unnamed: 0,甲,\"乙,丙\"\n规章,\"1,113\",0\n\"（一）\n予以公开\",,12\n行政许可,3,4\n工作有序,共三项。\n";
        assert_eq!(
            shown(text),
            "| Unnamed: 0[0] 甲[1] 乙,丙[2]\n| 规章[0] =1,113[1] #0[2]\n| （一） 予以公开[0] _[1] #12[2]\n| 行政许可[0] #3[1] #4[2]\n  工作有序,共三项。\n"
        );
    }

    #[test]
    fn signs_of_sentences() {
        let text = "信息内容，制发（件，份），废止\n规章，0，11\n其他，1，2\n行政许可，，7\n全年共三项，均已办结。\n";
        assert_eq!(
            shown(text),
            "| 信息内容[0] 制发（件，份）[1] 废止[2]\n| 规章[0] #0[1] #11[2]\n| 其他[0] #1[1] #2[2]\n| 行政许可[0] _[1] #7[2]\n  全年共三项，均已办结。\n"
        );
        let labels = "甲、乙不予公开、1、2\n丙、3、4\n一、新收、5、6\n";
        assert_eq!(
            shown(labels),
            "| 甲、乙不予公开[0] #1[1] #2[2]\n| 丙[0] #3[1] #4[2]\n| 一、新收[0] #5[1] #6[2]\n"
        );
    }

    #[test]
    fn blanks_are_cells_where_rows_agree() {
        let rows = ["甲 1 2 3 4", "乙 1   4", "丙    4", "丁 1 2 3 4", "戊  2 3 4", "己 1 2 3 4"];
        let found = shown(&rows.join("\n"));
        assert!(found.contains("| 乙[0] #1[1] _[2] _[3] #4[4]\n"), "{found}");
        let wide = ["甲　1　2", "乙　　3", "丙　4　", "丁　5　6"].join("\n");
        assert_eq!(
            shown(&wide),
            "| 甲[0] #1[1] #2[2]\n| 乙[0] _[1] #3[2]\n| 丙[0] #4[1] _[2]\n| 丁[0] #5[1] #6[2]\n"
        );
    }
}
