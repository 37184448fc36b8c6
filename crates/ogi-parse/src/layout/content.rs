//! What a cell prints, without the marks of the language that it is written in.
//!
//! `**12**` prints 12, and `1\|2` prints 1|2.

use std::borrow::Cow;

use nom::branch::alt;
use nom::bytes::complete::take_while;
use nom::character::complete::char;
use nom::combinator::recognize;
use nom::sequence::{delimited, terminated};
use nom::{IResult, Parser};

use super::markup::without_tags;
use crate::markdown::unescaped;

/// Characters that print nothing and part nothing: soft hyphens, direction marks, joiners.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

/// Whether a text has any of them, known by their first bytes: most have none.
pub(super) fn has_invisible(text: &str) -> bool {
    let bytes = text.as_bytes();
    let first =
        memchr::memchr3_iter(0xC2, 0xE1, 0xE2, bytes).chain(memchr::memchr_iter(0xEF, bytes));
    let may_be = |at: &usize| match bytes[*at..] {
        [0xC2, second, ..] => second == 0xAD,
        [0xE2, second, ..] => matches!(second, 0x80 | 0x81),
        [0xE1, second, ..] => second == 0xA0,
        [_, second, ..] => matches!(second, 0xB8 | 0xBB),
        _ => false,
    };
    first.filter(may_be).any(|at| text[at..].starts_with(is_invisible))
}

/// A text without characters that print nothing.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|it| !is_invisible(*it)).collect())
}

/// What a cell or line of Markdown prints: without tags, escapes, and marks of strong text around it.
pub(super) fn of_markdown(text: &str) -> Cow<'_, str> {
    let tags = without_tags(text);
    let spans = match tags {
        Cow::Borrowed(text) => without_attributes(text),
        Cow::Owned(text) => Cow::Owned(without_attributes(&text).into_owned()),
    };
    match spans {
        Cow::Borrowed(text) => unescaped(strong(text)),
        Cow::Owned(text) => Cow::Owned(unescaped(strong(&text)).into_owned()),
    }
}

/// A line of Markdown without the marks of a heading or a quotation at its start.
pub(super) fn without_marks(line: &str) -> &str {
    let heading = line.trim_start_matches('#');
    let is_heading = heading.len() < line.len() && heading.starts_with([' ', '\t', '\u{3000}']);
    if is_heading { heading.trim_end_matches('#').trim() } else { line.trim_start_matches("> ") }
}

/// A text with what `[…](…)` and `[…]{…}` show for them.
fn without_attributes(text: &str) -> Cow<'_, str> {
    let is_linked = |it: &str| it.contains("](") || it.contains("]{");
    if !text.contains('[') || !is_linked(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match linked(rest) {
            Ok((left, shown)) => {
                plain.push_str(shown);
                rest = left;
            }
            Err(_) => {
                plain.push('[');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

fn linked(text: &str) -> IResult<&str, &str> {
    let shown = delimited(char('['), take_while(|c| c != '[' && c != ']'), char(']'));
    let link = recognize((char('('), take_while(|c| c != ')' && c != '('), char(')')));
    let attributes = recognize((char('{'), take_while(|c| c != '}' && c != '{'), char('}')));
    terminated(shown, alt((link, attributes))).parse(text)
}

/// The text within `**…**` and the like.
fn strong(text: &str) -> &str {
    let trimmed = text.trim();
    for mark in ["***", "**", "__", "~~", "`", "*", "_"] {
        if let Some(inner) = trimmed.strip_prefix(mark).and_then(|it| it.strip_suffix(mark))
            && !inner.is_empty()
            && !inner.contains(mark)
        {
            return inner;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_dropped() {
        assert_eq!(of_markdown("**规章**"), "规章");
        assert_eq!(of_markdown(r"1\. 甲\|乙"), "1. 甲|乙");
        assert_eq!(of_markdown("商业<br>企业"), "商业 企业");
        assert_eq!(of_markdown("-8"), "-8");
        assert_eq!(of_markdown("[69]{style=\"a\"}[]{.b}"), "69");
        assert_eq!(of_markdown("[首页](/)"), "首页");
        assert_eq!(of_markdown("[TABLE]"), "[TABLE]");
        assert_eq!(without_marks("## 一、总体情况"), "一、总体情况");
        assert_eq!(visible("1\u{ad}2\u{2060}3"), "123");
    }
}
