//! Full-width forms of ASCII, made narrow.

use std::borrow::Cow;

/// The text with full-width forms as ASCII and every blank as a plain space, one character for one.
///
/// ```
/// assert_eq!(ogi_text::narrow::narrow("２０２６．１"), "2026.1");
/// ```
pub fn narrow(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| one(c) != c) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(one).collect())
}

/// A full-width form as ASCII, a blank as a plain space; any other character as it is.
///
/// ```
/// assert_eq!(ogi_text::narrow::one('２'), '2');
/// ```
pub fn one(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u8::try_from(c as u32 - 0xff00 + 0x20).map_or(c, char::from),
        '\u{a0}' | '\u{3000}' | '\u{2000}'..='\u{200b}' | '\u{202f}' | '\u{feff}' => ' ',
        _ => c,
    }
}
