//! What a cell prints, without the marks of the language that it is written in.

use std::borrow::Cow;

use super::tags::without_tags;
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

/// A text without characters that print nothing.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|it| !is_invisible(*it)).collect())
}

/// What a cell or line of Markdown prints: without tags, escapes, and marks of strong text around it.
pub(super) fn of_markdown(text: &str) -> Cow<'_, str> {
    let text = match without_tags(text) {
        Cow::Borrowed(text) => unescaped(strong(text)),
        Cow::Owned(text) => Cow::Owned(unescaped(strong(&text)).into_owned()),
    };
    text
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
        assert_eq!(visible("1\u{ad}2\u{2060}3"), "123");
    }
}
