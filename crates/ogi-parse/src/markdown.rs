//! Markdown escapes.

use std::borrow::Cow;

/// The text without the backslashes that escape ASCII punctuation (CommonMark 2.4).
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let next = rest.as_str().chars().next();
        match next.filter(|it| c == '\\' && it.is_ascii_punctuation()) {
            Some(escaped) => {
                plain.push(escaped);
                rest.next();
            }
            None => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// A line without the marks of a heading or of strong text around it.
pub(crate) fn without_marks(line: &str) -> &str {
    line.trim_start_matches(['#', '*', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_escapes_are_dropped() {
        assert_eq!(unescaped(r"1\. 甲\|乙"), "1. 甲|乙");
        assert_eq!(unescaped(r"\\"), r"\");
        assert_eq!(unescaped(r"\甲\"), r"\甲\");
    }
}
