//! Full-width forms of ASCII, made narrow.

use std::borrow::Cow;

/// The text with full-width forms as ASCII and every blank as a plain space.
pub(crate) fn narrow(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| one(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(one).collect())
}

fn one(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(c as u32 - 0xff00 + 0x20).map_or(c, char::from),
        '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{feff}' => ' ',
        _ => c,
    }
}
