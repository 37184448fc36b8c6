//! Marks before the figures of a page's source.

use core::ops::Range;

use ogi_model::NotApplicable;

use crate::in_place::figure::numbers;

/// The first mark; they are for private use, and nobody's text has them.
const FIRST: u32 = 0xF_0000;
const LAST: u32 = 0xF_FFFD;

/// The figures of a source that have a mark, in order.
pub(super) struct Marks(Vec<Range<usize>>);

/// A piece of what a marked cell prints.
pub(super) struct Piece {
    pub(super) text: String,
    /// Where it stands in the source, if that is known.
    pub(super) span: Option<Range<usize>>,
}

impl Marks {
    /// Of all numbers in texts, and of texts that are a token for "not applicable".
    pub(super) fn of(source: &str) -> Self {
        let mut all = Vec::new();
        for text in texts(source) {
            let printed = &source[text.clone()];
            let trimmed = printed.trim();
            if trimmed.parse::<NotApplicable>().is_ok() {
                let start = text.start + printed.len() - printed.trim_start().len();
                all.push(start..start + trimmed.len());
            } else {
                all.extend(numbers(printed).map(|it| text.start + it.start..text.start + it.end));
            }
        }
        all.truncate((LAST - FIRST) as usize + 1);
        Self(all)
    }

    /// The source with all marks.
    pub(super) fn put(&self, source: &str) -> String {
        let mut out = String::with_capacity(source.len() + 4 * self.0.len());
        let mut from = 0;
        for (span, mark) in self.0.iter().zip(FIRST..) {
            out.push_str(&source[from..span.start]);
            out.extend(char::from_u32(mark));
            from = span.start;
        }
        out.push_str(&source[from..]);
        out
    }

    /// What a cell prints, in pieces: the figures behind their marks, and what is between them.
    pub(super) fn pieces(&self, source: &str, printed: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = printed;
        while let Some((at, span)) = self.first(rest) {
            let (before, after) = rest.split_at(at);
            let after = after.chars().next().map_or("", |mark| &after[mark.len_utf8()..]);
            pieces.push(Piece { text: before.to_owned(), span: None });
            rest = match after.strip_prefix(&source[span.clone()]) {
                Some(behind) => {
                    let text = source[span.clone()].to_owned();
                    pieces.push(Piece { text, span: Some(span) });
                    behind
                }
                // Something that stood within it is not shown.
                None => after,
            };
        }
        pieces.push(Piece { text: rest.to_owned(), span: None });
        pieces
    }

    /// The first mark in a text, and the figure that it is of.
    fn first(&self, text: &str) -> Option<(usize, Range<usize>)> {
        text.char_indices().find_map(|(at, c)| {
            let number = u32::from(c).checked_sub(FIRST)?;
            Some((at, self.0.get(number as usize)?.clone()))
        })
    }
}

/// Elements whose content is no text of the page.
const OTHER: [&str; 10] = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript",
    "template",
];

/// The texts of a source: what is no tag, no comment, no reference to a character.
fn texts(source: &str) -> Vec<Range<usize>> {
    let mut texts = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        let end = rest.find(['<', '&']).unwrap_or(rest.len());
        if end > 0 {
            texts.push(at..at + end);
        }
        at += end;
        let rest = &source[at..];
        at += match rest.as_bytes() {
            [] => 0,
            [b'&', ..] => reference(rest),
            [b'<', b'!', b'-', b'-', ..] => rest.find("-->").map_or(rest.len(), |it| it + 3),
            [b'<', b'!' | b'?', ..] => rest.find('>').map_or(rest.len(), |it| it + 1),
            [b'<', b'/' | b'a'..=b'z' | b'A'..=b'Z', ..] => tag(rest),
            _ => 1,
        };
    }
    texts
}

/// How long a reference to a character is; 1 for a sign that begins none.
fn reference(rest: &str) -> usize {
    const LONGEST: usize = 32;
    let is_of_name = |it: &u8| it.is_ascii_alphanumeric() || *it == b'#';
    let name = rest.bytes().skip(1).take(LONGEST).take_while(is_of_name).count();
    1 + name + usize::from(rest.as_bytes().get(1 + name) == Some(&b';'))
}

/// How long a tag is, with what it holds if that is no text.
fn tag(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut quote = None;
    let mut before = b' ';
    let mut end = rest.len();
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, *byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            // Only the value of an attribute is quoted.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(*byte),
            (None, b'>') => {
                end = at + 1;
                break;
            }
            (None, _) => {}
        }
        if !byte.is_ascii_whitespace() {
            before = *byte;
        }
    }
    let name = rest[1..].find(|c: char| !c.is_ascii_alphanumeric()).map_or("", |it| &rest[1..=it]);
    if OTHER.iter().any(|it| it.eq_ignore_ascii_case(name)) {
        let closes = |at: &usize| {
            let name_at = at + 2..at + 2 + name.len();
            bytes.get(*at + 1) == Some(&b'/')
                && bytes.get(name_at).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
        };
        let found = rest[end..].match_indices('<').map(|it| end + it.0).find(closes);
        return found.unwrap_or(rest.len());
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_texts_are_marked_and_nothing_else() {
        let source = "<td width='5>6' a=7>12<b>,3 4</b>&#49;5<!-- 8 --><script>if (9 < 1) {}</script> / <a title=\"8>\">规章1.</a> < 6 <td>-2";
        let found: Vec<_> = Marks::of(source).0.iter().map(|it| &source[it.clone()]).collect();
        assert_eq!(found, ["12", "3", "4", "5", "/", "1", "6", "-2"]);
    }

    #[test]
    fn a_marked_cell_is_taken_apart() {
        let source = "<span>1</span><b>2</b>件";
        let marks = Marks::of(source);
        let pieces = marks.pieces(source, "\u{f0000}1\u{f0001}2件");
        let texts: Vec<_> = pieces.iter().map(|it| (it.text.as_str(), it.span.clone())).collect();
        let expected =
            [("", None), ("1", Some(6..7)), ("", None), ("2", Some(17..18)), ("件", None)];
        assert_eq!(texts, expected);
    }
}
