//! Narrative as one line a paragraph, one way to print each sign, and the way back to the source.

use core::ops::Range;

use ogi_text::ordinal::begins_item;
use ogi_text::{blank, narrow};

/// The share of the longest line that a broken line fills at least.
const FILLED: (usize, usize) = (3, 4);
/// The longest line, in characters, of text that is broken into lines of a page's width.
const PAGE_WIDTH: usize = 80;

/// A paragraph: without blanks, with full-width punctuation and plain digits.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// Where each byte of it stands in the source.
    at: Vec<u32>,
}

/// The paragraphs of lines of the source. Lines that only end because the page does are joined.
pub(super) fn paragraphs(source: &str, lines: &[Range<usize>]) -> Vec<Paragraph> {
    let width = |line: &Range<usize>| source[line.clone()].chars().count();
    let longest = lines.iter().map(width).max().unwrap_or_default();
    let may_be_broken = longest <= PAGE_WIDTH;
    let mut paragraphs = Vec::new();
    let mut open: Option<Paragraph> = None;
    for line in lines {
        let printed = &source[line.clone()];
        if open.is_some() && begins_item(printed) {
            paragraphs.extend(open.take());
        }
        let paragraph = open.get_or_insert_default();
        paragraph.push(printed, line.start);
        let filled = width(line) * FILLED.1 >= longest * FILLED.0;
        if !(may_be_broken && filled) || printed.trim_end().ends_with(['。', '：', ':']) {
            paragraphs.extend(open.take());
        }
    }
    paragraphs.extend(open);
    paragraphs
}

impl Paragraph {
    fn push(&mut self, printed: &str, start: usize) {
        // A number that goes over the end of a line is not to be distinguished from two.
        let begins = printed.trim_start().starts_with(|c| narrow(c).is_ascii_digit());
        if begins && self.text.ends_with(|c: char| c.is_ascii_digit()) {
            self.push_char(' ', start);
        }
        let digit = |it: Option<char>| it.is_some_and(|it| narrow(it).is_ascii_digit());
        self.text.reserve(printed.len());
        self.at.reserve(printed.len());
        let mut chars = printed.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            let blank = is_blank(c);
            while blank && chars.next_if(|it| is_blank(it.1)).is_some() {}
            let before = self.text.chars().next_back();
            let next = chars.peek().map(|it| it.1);
            let between = digit(before) && digit(next);
            let kept = match narrow(c) {
                // What stands between two digits keeps them apart.
                ' ' if between => Some(' '),
                // Two numbers, or thousands.
                ',' if c == '，' && between => Some(' '),
                ' ' | '*' | '\\' => None,
                ',' if between => Some(','),
                '.' if !between => {
                    let ends = before.is_some_and(|it| !it.is_ascii())
                        && next.is_none_or(|it| !it.is_ascii());
                    Some(if ends { '。' } else { '.' })
                }
                other => Some(wide(other)),
            };
            if let Some(kept) = kept {
                self.push_char(kept, start + i);
            }
        }
    }

    fn push_char(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.at.resize(self.text.len(), at as u32);
    }

    /// The sentences, as ranges of the text.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        self.text.split_inclusive(['。', '！', '？']).map(move |sentence| {
            let range = start..start + sentence.len();
            start = range.end;
            range
        })
    }

    /// The bytes of the source that a range of the text stands for.
    pub(super) fn source(&self, source: &str, range: Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.at.get(byte).map_or(0, |it| *it as usize);
        let start = at(range.start);
        let last = at(range.end.saturating_sub(1)).max(start);
        let end = source[last..].chars().next().map_or(last, |it| last + it.len_utf8());
        start..end
    }
}

fn is_blank(c: char) -> bool {
    narrow(c) == ' '
}

/// A full-width form as ASCII, and any blank as a space.
fn narrow(c: char) -> char {
    match c {
        // Most of what is written: neither a form of another sign nor blank.
        '\u{4e00}'..='\u{9fff}' => c,
        _ if blank::is_blank(c) => ' ',
        _ => narrow::one(c),
    }
}

/// ASCII punctuation as Chinese text has it.
const fn wide(c: char) -> char {
    match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '(' | '〔' | '[' => '（',
        ')' | '〕' | ']' => '）',
        '!' => '！',
        '?' => '？',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in source.split('\n') {
            lines.push(start..start + line.len());
            start += line.len() + 1;
        }
        paragraphs(source, &lines).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn one_way_to_print() {
        assert_eq!(texts("受理 １，１１３ 件, 1,113件;12 3"), ["受理1 113件，1,113件；12 3"]);
        assert_eq!(texts("占33.9%(共5件)."), ["占33.9%（共5件）。"]);
    }

    #[test]
    fn broken_lines_are_joined() {
        let source = "全年共受理政府信息公开申\n请31件，均已答复。\n（二）其他情况";
        assert_eq!(texts(source), ["全年共受理政府信息公开申请31件，均已答复。", "（二）其他情况"]);
        assert_eq!(texts("全年工作情况\n（一）收到申请3件"), ["全年工作情况", "（一）收到申请3件"]);
        let long = "工".repeat(90);
        assert_eq!(texts(&format!("{long}\n收到申请3件")).len(), 2);
    }

    #[test]
    fn the_way_back() {
        let source = "收到 申请３１件";
        let mut paragraph = Paragraph::default();
        paragraph.push(source, 0);
        let at = paragraph.text.find("31件").unwrap();
        assert_eq!(&source[paragraph.source(source, at..at + 5)], "３１件");
        assert_eq!(&source[paragraph.source(source, 0..paragraph.text.len())], source);
    }
}
