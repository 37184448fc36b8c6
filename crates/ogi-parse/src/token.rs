//! Tables as tokens: labels, figures, blanks, whatever drew the borders.

use memchr::memchr2;
use ogi_model::Unit;

use crate::blank;
use crate::grammar::{figure, is_date};
use crate::lexicon::{self, Found};

/// A piece of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What a piece of a table is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A label of the form.
    Label(Found),
    /// A label put together from pieces, which are there too, as [`Kind::Part`].
    Torn(Found),
    /// A piece of a torn label.
    Part,
    /// A piece of a merged head or of a column head, of no use alone.
    Scrap,
    /// A plain whole number.
    Count(i64),
    /// Anything else that is a figure, or a token for none.
    Figure,
    /// What has digits like a figure and is none.
    Odd,
    /// A blank that holds a cell open.
    Blank,
    /// The end of a row whose borders are drawn.
    Break,
    /// Text that is no label.
    Text,
}

impl Token {
    pub(crate) const fn span(&self) -> core::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) const fn is_figure(&self) -> bool {
        matches!(self.kind, Kind::Count(_) | Kind::Figure | Kind::Odd)
    }

    /// Whether it stands for a cell.
    pub(crate) const fn is_cell(&self) -> bool {
        self.is_figure() || matches!(self.kind, Kind::Blank)
    }

    pub(crate) const fn label(&self) -> Option<Found> {
        match self.kind {
            Kind::Label(found) | Kind::Torn(found) => Some(found),
            _ => None,
        }
    }
}

/// About as many tokens as table three has.
const USUAL: usize = 320;

/// The tokens of a table, made line by line.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    pub(crate) all: Vec<Token>,
    /// Whether borders of rows or cells are drawn, so that blank cells show.
    pub(crate) bordered: bool,
    /// Whether the last cell was ended by a bar, so that the next bar opens a row or ends a blank cell.
    closed: bool,
    /// Whether rows open with a bar, as the first row with several cells shows.
    opening: Option<bool>,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, all: Vec::with_capacity(USUAL), bordered: false, closed: true, opening: None }
    }

    /// Forgets the last table.
    pub(crate) fn clear(&mut self) {
        self.all.clear();
        (self.bordered, self.closed, self.opening) = (false, true, None);
    }

    pub(crate) fn push(&mut self, kind: Kind, start: usize, end: usize) {
        self.closed = false;
        // Sources are limited to far less than 4 GiB.
        self.all.push(Token { kind, start: start as u32, end: end as u32 });
    }

    /// Adds a line that as a whole is no label and no plain number. `start..end` is the line without its
    /// line feed, and not trimmed: a tab at its start is an empty cell.
    pub(crate) fn push_line(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let (first, last) = blank::trim(bytes, start, end);
        if first == last {
            self.push_blank_line(start, end);
            return;
        }
        match memchr2(b'|', b'\t', &bytes[start..end]).map(|i| bytes[start + i]) {
            Some(b'|') => self.push_bars(first, last),
            Some(_) if memchr2(b'\t', b'\t', &bytes[first..last]).is_some() => {
                self.push_tabs(start, end);
            }
            _ => self.push_spaced(first, last),
        }
    }

    /// A line with nothing but wide blanks holds a cell open; one of plain spaces is an empty line.
    fn push_blank_line(&mut self, start: usize, end: usize) {
        let bytes = &self.text.as_bytes()[start..end];
        if !bytes.is_ascii() {
            self.push(Kind::Blank, start, end);
        } else if bytes.contains(&b'\t') && self.bordered {
            self.push(Kind::Break, end, end);
        }
    }

    /// Cells that end with bars, on one line or many.
    fn push_bars(&mut self, first: usize, last: usize) {
        let line = &self.text[first..last];
        if is_rule(line) {
            return;
        }
        self.bordered = true;
        let only_bars = line.split('|').all(|it| blank::trimmed(it).is_empty());
        let mut cells = 0;
        let mut at = first;
        let bar_first = line.starts_with('|');
        let opening = self.opening.unwrap_or(bar_first);
        if bar_first && (!self.closed || (opening && !only_bars)) {
            // The bar that ends the cell of the line before, or the one that opens a row.
            at += 1;
        }
        let mut closed = true;
        while at < last {
            let bar = next_bar(self.text.as_bytes(), at, last);
            let (start, end) = blank::trim(self.text.as_bytes(), at, bar.unwrap_or(last));
            if start < end {
                self.push_piece(start, end);
                cells += 1;
                closed = bar.is_some();
            } else if bar.is_some() {
                self.push(Kind::Blank, at, bar.unwrap_or(at));
            }
            at = bar.map_or(last, |it| it + 1);
        }
        if cells > 1 {
            self.push(Kind::Break, last, last);
            self.opening = Some(opening);
        }
        self.closed = closed;
    }

    /// One row a line, cells separated by tabs.
    fn push_tabs(&mut self, start: usize, end: usize) {
        self.bordered = true;
        let mut at = start;
        for cell in self.text[start..end].split('\t') {
            let (first, last) = blank::trim(self.text.as_bytes(), at, at + cell.len());
            if first < last {
                self.push_piece(first, last);
            } else {
                self.push(Kind::Blank, first, first);
            }
            at += cell.len() + 1;
        }
        self.push(Kind::Break, end, end);
    }

    /// A piece, or pieces with wide gaps between them.
    fn push_spaced(&mut self, first: usize, last: usize) {
        if is_page_number(&self.text[first..last]) {
            return;
        }
        let kind = classify(&self.text[first..last]);
        if !matches!(kind, Kind::Text) {
            self.push(kind, first, last);
            return;
        }
        let mut at = first;
        while at < last {
            let gap = next_gap(self.text.as_bytes(), at, last);
            let (start, end) = blank::trim(self.text.as_bytes(), at, gap);
            if start < end {
                self.push_piece(start, end);
            }
            at = gap + 1;
            while at < last && !self.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }

    /// A piece without gaps: a label, a figure, or a label with figures behind single spaces.
    fn push_piece(&mut self, start: usize, end: usize) {
        let text = self.text;
        let piece = &text[start..end];
        if is_page_number(piece) {
            return;
        }
        let kind = classify(piece);
        if matches!(kind, Kind::Text)
            && let Some(figures) = figures_behind(piece)
        {
            let (_, label_end) = blank::trim(text.as_bytes(), start, start + figures);
            if label_end > start {
                self.push(classify(&text[start..label_end]), start, label_end);
            }
            let mut at = start + figures;
            for word in text[at..end].split(is_blank) {
                if !word.is_empty() {
                    self.push(classify(word), at, at + word.len());
                }
                at += word.len();
                at += text[at..end].chars().next().map_or(0, char::len_utf8);
            }
            return;
        }
        self.push(kind, start, end);
    }
}

/// What a whole piece is.
fn classify(piece: &str) -> Kind {
    if let Some(n) = plain_count(piece.as_bytes()) {
        return Kind::Count(n);
    }
    if let Some(found) = lexicon::find_exactly(piece.as_bytes()).or_else(|| lexicon::find(piece)) {
        return Kind::Label(found);
    }
    figure_kind(piece).unwrap_or(Kind::Text)
}

/// A whole number that fits and has nothing about it.
fn plain_count(bytes: &[u8]) -> Option<i64> {
    if bytes.is_empty() || bytes.len() > 18 {
        return None;
    }
    bytes.iter().try_fold(0_i64, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
}

/// A figure; or what has digits and nothing that words are made of: it stands for a cell even if nobody can
/// read it. An ordinal (`2、`) does not.
fn figure_kind(piece: &str) -> Option<Kind> {
    let first = piece.chars().next()?;
    let opens = first.is_ascii_digit()
        || ('０'..='９').contains(&first)
        || "+-＋－−—–/／\\无增减?.".contains(first)
        || piece.starts_with(ogi_model::Cell::UNREADABLE);
    if !opens || opens_with_ordinal(piece) || is_date(piece).is_some() {
        return None;
    }
    if figure(piece, Unit::Count).is_some() || figure(piece, Unit::Money).is_some() {
        return Some(Kind::Figure);
    }
    let wordless = !piece.chars().any(|c| c.is_alphabetic() || is_blank(c));
    let ordinal = piece.ends_with(['.', '、', '．', ',', '，', ')', '）']);
    (wordless && !ordinal && piece.chars().any(char::is_numeric)).then_some(Kind::Odd)
}

/// Whether a piece begins like `5.属于…`.
fn opens_with_ordinal(piece: &str) -> bool {
    let rest = piece.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < piece.len()
        && rest
            .strip_prefix(['.', '、', '．'])
            .is_some_and(|it| it.chars().next().is_some_and(char::is_alphabetic))
}

/// Where figures begin that follow a label, or nothing, behind single spaces.
fn figures_behind(piece: &str) -> Option<usize> {
    let mut begin = None;
    let mut end = piece.len();
    while end > 0 {
        let word = piece[..end]
            .rfind(is_blank)
            .map_or(0, |i| i + piece[i..].chars().next().map_or(1, char::len_utf8));
        let text = &piece[word..end];
        if !text.is_empty() {
            if !matches!(classify(text), Kind::Count(_) | Kind::Figure | Kind::Odd) {
                break;
            }
            begin = Some(word);
        }
        end = piece[..word].trim_end_matches(is_blank).len();
    }
    let begin = begin?;
    let before = piece[..begin].trim_end_matches(is_blank);
    (before.is_empty() || lexicon::find(before).is_some()).then_some(begin)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}'
}

/// The next gap: two blanks or more. One alone, however wide, may stand within a label.
fn next_gap(bytes: &[u8], mut at: usize, last: usize) -> usize {
    while at < last {
        match blank::len_at(bytes, at) {
            0 => at += 1,
            n if blank::len_at(bytes, at + n) > 0 => return at,
            n => at += n,
        }
    }
    last
}

/// The next bar that is not escaped.
fn next_bar(bytes: &[u8], from: usize, last: usize) -> Option<usize> {
    (from..last).find(|i| bytes[*i] == b'|' && (*i == from || bytes[i - 1] != b'\\'))
}

/// The line under the heads of a Markdown table.
fn is_rule(line: &str) -> bool {
    line.contains("---") && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

/// `-3-`, `— 5 —`, `第 3 页`.
pub(crate) fn is_page_number(line: &str) -> bool {
    const LONGEST: usize = 24;
    if line.len() > LONGEST {
        return false;
    }
    let dash = |c: char| "-—–－".contains(c);
    let inner = line.trim_matches(|c: char| dash(c) || is_blank(c));
    if inner.is_empty() || inner.len() == line.len() {
        let page = line.strip_prefix('第').and_then(|it| it.strip_suffix('页'));
        return page.is_some_and(|it| is_number(it.trim()));
    }
    is_number(inner) && line.starts_with(dash) && line.ends_with(dash)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> String {
        let mut tokens = Tokens::new(text);
        let mut at = 0;
        for line in text.split('\n') {
            tokens.push_line(at, at + line.len());
            at += line.len() + 1;
        }
        tokens
            .all
            .iter()
            .map(|it| match it.kind {
                Kind::Label(_) | Kind::Torn(_) => 'L',
                Kind::Count(_) => '0',
                Kind::Figure => 'F',
                Kind::Odd => '?',
                Kind::Blank => '_',
                Kind::Break => ';',
                Kind::Text => 't',
                Kind::Part | Kind::Scrap => 's',
            })
            .collect()
    }

    #[test]
    fn every_way_to_draw_cells() {
        assert_eq!(kinds("规章\n\n0\n\n 0\n\n\u{a0}\n\n/"), "L00_F", "A1");
        assert_eq!(kinds("规章\n|\n0\n|\n|\n0\n|"), "L0_0", "A2");
        assert_eq!(kinds("行政许可 |\n0 |\n||\n规章 |"), "L0__L", "A3");
        assert_eq!(
            kinds("行政许可 | 0 | |||\n规章 | 1 | | 2 |"),
            "L0___;L1_2;".replace(['1', '2'], "0"),
            "A4"
        );
        assert_eq!(kinds("|  规章  |   0 |  |  1,113 |"), "L0_F;", "A6");
        assert_eq!(kinds("\t规章\t0\t\t3\n规章\t0"), "_L0_0;L0;", "tabs");
        assert_eq!(kinds("行政许可          447228"), "L0", "A9");
        assert_eq!(kinds("规章 0 0 11"), "L000");
        assert_eq!(kinds("| --- | --- |\n- 3 -\n— 5 —\n第3页"), "");
        assert_eq!(kinds("第二十条 \u{a0}第(一)项"), "L");
        assert_eq!(kinds("该部分以表格形式报告"), "t");
        assert_eq!(kinds("2024年1月17日"), "t");
        assert_eq!(kinds("1,11"), "?");
        assert_eq!(kinds("2、"), "t");
    }
}
