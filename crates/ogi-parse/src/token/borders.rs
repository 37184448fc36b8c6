//! From lines to tokens, for every way to draw cells: lines, bars, tabs, gaps.

use memchr::memchr2;

use super::piece::{
    Piece, classify, figures_behind, figures_glued, is_blank, is_page_number, is_wordless,
    opens_with_ordinal,
};
use super::{Borders, Kind, Printed, Token, Tokens, What};
use crate::blank;
use crate::markdown::unescaped;

impl Tokens<'_> {
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
            Some(b'|') if self.opens_row(first, last, first == start) => self.end_row(),
            Some(b'|') => self.push_bars(first, last),
            Some(_) if memchr2(b'\t', b'\t', &bytes[first..last]).is_some() => {
                self.push_tabs(start, end);
            }
            _ => self.push_spaced(first, last),
        }
    }

    /// A line with nothing but wide blanks holds a cell open where each cell has a line of its own; one of plain
    /// spaces is an empty line.
    fn push_blank_line(&mut self, start: usize, end: usize) {
        let bytes = &self.text.as_bytes()[start..end];
        if !bytes.is_ascii() {
            if self.last_is_alone() {
                self.push_cell(What::Blank, start, end);
            }
        } else if bytes.contains(&b'\t') && self.borders > Borders::None {
            self.push(Kind::Break, end, end);
        }
    }

    /// Whether nothing stands on the line before the last piece.
    fn last_is_alone(&self) -> bool {
        const FAR: usize = 200;
        let Some(last) = self.all.last() else { return true };
        let start = match last.kind {
            Kind::Cells { to, .. } => self.cells[to as usize - 1].start,
            _ => last.start,
        } as usize;
        let before = &self.text.as_bytes()[start.saturating_sub(FAR)..start];
        let line = memchr::memrchr(b'\n', before).map_or(0, |it| it + 1);
        blank::trim(before, line, before.len()).0 == before.len()
    }

    /// Whether a line is the bar that opens a row whose cells are on lines of their own. The first bar of a table
    /// tells; one that is indented ends a blank cell.
    fn opens_row(&mut self, first: usize, last: usize, at_margin: bool) -> bool {
        let alone = at_margin && last - first == 1;
        if self.borders < Borders::Drawn {
            self.borders = Borders::Drawn;
            // Where bars on lines of their own end cells, the next cell has no bar on its line.
            let next = self.text[last..].lines().map(blank::trimmed).find(|it| !it.is_empty());
            self.opened_alone = alone && next.is_some_and(|it| it.len() > 1 && it.ends_with('|'));
        }
        alone && self.opened_alone && self.closed
    }

    /// Cells that end with bars, on one line or many.
    fn push_bars(&mut self, first: usize, last: usize) {
        let line = &self.text[first..last];
        self.borders = self.borders.max(Borders::Drawn);
        if is_row_rule(line) {
            // A wiki's: its bars open cells, which are on lines of their own.
            self.push(Kind::Break, last, last);
            self.is_wiki = true;
            return;
        }
        if self.is_wiki {
            return self.push_wiki(first, last);
        }
        if is_rule(line) {
            if let [.., head, Token { kind: Kind::Break, .. }] = &self.all[..]
                && head.label().is_some()
            {
                self.borders = Borders::Ruled;
            }
            return;
        }
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
                self.push_bordered(start, end);
                cells += 1;
                closed = bar.is_some();
            } else if bar.is_some() {
                self.push_cell(What::Blank, at, bar.unwrap_or(at));
            }
            at = bar.map_or(last, |it| it + 1);
        }
        if cells > 1 {
            self.push(Kind::Break, last, last);
            self.opening = Some(opening);
        }
        self.closed = closed;
    }

    /// A line of a wiki's table: a bar opens a cell, two bars another on the same line.
    fn push_wiki(&mut self, first: usize, last: usize) {
        let mut at = first;
        for cell in self.text[first..last].split("||") {
            // Attributes stand before the text, behind a bar of their own.
            let text = cell.rfind('|').map_or(0, |bar| bar + 1);
            let (start, end) = blank::trim(self.text.as_bytes(), at + text, at + cell.len());
            if start < end {
                self.push_bordered(start, end);
            } else {
                self.push_cell(What::Blank, start, start);
            }
            at += cell.len() + 2;
        }
    }

    /// One row a line, cells separated by tabs.
    fn push_tabs(&mut self, start: usize, end: usize) {
        self.borders = self.borders.max(Borders::Drawn);
        let mut at = start;
        for cell in self.text[start..end].split('\t') {
            let (first, last) = blank::trim(self.text.as_bytes(), at, at + cell.len());
            if first < last {
                self.push_bordered(first, last);
            } else {
                self.push_cell(What::Blank, first, first);
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
        let piece = classify(&self.text[first..last]);
        if !matches!(piece, Piece::Frame(Kind::Text)) {
            self.push_as(piece, first, last);
            return;
        }
        let mut at = first;
        while at < last {
            let gap = next_gap(self.text.as_bytes(), at, last);
            let (start, end) = blank::trim(self.text.as_bytes(), at, gap);
            if start < end {
                self.push_piece(start, end);
            }
            at = blank::trim(self.text.as_bytes(), gap, last).0.max(end);
            if gap == last {
                break;
            }
        }
    }

    /// What stands between borders: one cell, whatever it prints.
    fn push_bordered(&mut self, start: usize, end: usize) {
        let piece = &self.text[start..end];
        let kind = if self.markdown { classify(&unescaped(piece)) } else { classify(piece) };
        match kind {
            Piece::Frame(Kind::Text) if is_wordless(piece) => self.push_cell(What::Odd, start, end),
            kind => self.push_as(kind, start, end),
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
        if matches!(kind, Piece::Frame(Kind::Text)) && self.belongs_to_figure(piece, start, end) {
            return;
        }
        if matches!(kind, Piece::Frame(Kind::Text))
            && let Some(figures) = figures_behind(piece)
        {
            let (_, label_end) = blank::trim(text.as_bytes(), start, start + figures);
            if label_end > start {
                self.push_as(classify(&text[start..label_end]), start, label_end);
            }
            let mut at = start + figures;
            for word in text[at..end].split(is_blank) {
                if !word.is_empty() {
                    self.push_as(classify(word), at, at + word.len());
                }
                at += word.len();
                at += text[at..end].chars().next().map_or(0, char::len_utf8);
            }
            return;
        }
        self.push_as(kind, start, end);
    }

    /// Takes a piece without words behind a figure, on its line, for what it is: its unit, or one more figure that
    /// something stuck to (`8结`).
    fn belongs_to_figure(&mut self, piece: &str, start: usize, end: usize) -> bool {
        let Some(last) = self.last_figure() else { return false };
        if self.text[last.end as usize..start].contains('\n') {
            return false;
        }
        let with_unit = last.start as usize..end;
        if UNITS.contains(&piece) {
            let printed = &self.text[with_unit.clone()];
            let what = match classify(printed) {
                Piece::Cell(what) => what,
                Piece::Frame(_) => What::Odd,
            };
            self.cells.pop();
            if let Some(Token { kind: Kind::Cells { to, .. }, .. }) = self.all.last_mut() {
                *to -= 1;
            }
            self.push_cell(what, with_unit.start, with_unit.end);
            return true;
        }
        let stuck = piece.starts_with(|c: char| c.is_ascii_digit()) && !opens_with_ordinal(piece);
        if stuck && piece.chars().count() <= LONGEST_STUCK {
            self.push_cell(What::Odd, start, end);
            return true;
        }
        false
    }

    /// The figure that was pushed last, if nothing came behind it.
    fn last_figure(&self) -> Option<Printed> {
        match self.all.last()?.kind {
            Kind::Cells { .. } => self.cells.last().copied().filter(Printed::is_figure),
            _ => None,
        }
    }

    fn push_as(&mut self, piece: Piece, start: usize, end: usize) {
        if let Piece::Frame(Kind::Text) = piece
            && let Some(figures) = figures_glued(&self.text[start..end])
        {
            let (label, figures) = (classify(&self.text[start..start + figures]), start + figures);
            self.push_as(label, start, figures);
            return self.push_cell(What::Glued, figures, end);
        }
        match piece {
            Piece::Frame(kind) => self.push(kind, start, end),
            Piece::Cell(what) => self.push_cell(what, start, end),
        }
    }
}

/// The units that are printed behind an amount of money.
const UNITS: [&str; 2] = ["元", "万元"];

/// The longest figure that something stuck to, in characters.
const LONGEST_STUCK: usize = 12;

/// The next gap: two blanks or more. One alone, however wide, may stand within a label, and so may many before
/// the point of an ordinal: `6  .属于…`.
fn next_gap(bytes: &[u8], mut at: usize, last: usize) -> usize {
    while at < last {
        let first = blank::len_at(bytes, at);
        if first == 0 {
            at += 1;
            continue;
        }
        let (end, _) = blank::trim(bytes, at, last);
        if end - at > first && !opens_with_point(&bytes[end..last]) {
            return at;
        }
        at = end;
    }
    last
}

/// Whether a text begins with what ends an ordinal.
fn opens_with_point(text: &[u8]) -> bool {
    ['.', '．', '、'].iter().any(|it| text.starts_with(it.encode_utf8(&mut [0; 4]).as_bytes()))
}

/// The next bar that is not escaped.
fn next_bar(bytes: &[u8], from: usize, last: usize) -> Option<usize> {
    (from..last).find(|i| bytes[*i] == b'|' && (*i == from || bytes[i - 1] != b'\\'))
}

/// The line between the rows of a wiki's table.
fn is_row_rule(line: &str) -> bool {
    line.strip_prefix("|-")
        .is_some_and(|it| it.is_empty() || it.starts_with(' ') && it.contains('='))
}

/// The line under the heads of a Markdown table.
fn is_rule(line: &str) -> bool {
    line.contains("---") && line.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> String {
        let mut tokens = Tokens::with_capacity(text, 0, 0);
        let mut at = 0;
        for line in text.split('\n') {
            tokens.push_line(at, at + line.len());
            at += line.len() + 1;
        }
        tokens
            .all
            .iter()
            .flat_map(|it| match it.kind {
                Kind::Label(_) | Kind::Torn(_) => vec!['L'],
                Kind::Break => vec![';'],
                Kind::Text => vec!['t'],
                Kind::Part | Kind::Scrap => vec!['s'],
                Kind::Cells { from, to } => tokens.cells[from as usize..to as usize]
                    .iter()
                    .map(|it| match it.what {
                        What::Count(_) => '0',
                        What::Figure => 'F',
                        What::Glued => 'G',
                        What::Odd => '?',
                        What::Blank => '_',
                    })
                    .collect(),
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
        assert_eq!(kinds("|-\n| 规章\n| 0\n|\n| 3\n|-\n| 行政许可 || 7"), ";L0_0;L0", "a wiki's");
        assert_eq!(kinds("政府集中采购   6   251000   元"), "L0F", "a unit apart");
        assert_eq!(kinds("5.属于三类内部事务信息   7   8结"), "L0?", "a letter that stuck");
        assert_eq!(kinds("1,11"), "?");
        assert_eq!(kinds("2、"), "t");
        assert_eq!(kinds("规章000\n行政许可447228"), "LGLG", "A7");
    }
}
