//! Text that is safe on a terminal.

use std::borrow::Cow;

/// Text with every control character replaced by a visible one, so that nothing in a file or a file name can
/// steer a terminal. Line feeds stay.
///
/// A replacement is as long in bytes as what it replaces: spans into the text stay right.
///
/// ```
/// use ogi::terminal::visible;
///
/// assert_eq!(visible("规章\u{1b}[2J"), "规章?[2J");
/// assert_eq!(visible("规章\r\n0\n"), "规章 \n0\n");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(|it| replacement(it) != it) {
        Cow::Owned(text.chars().map(replacement).collect())
    } else {
        Cow::Borrowed(text)
    }
}

const fn replacement(it: char) -> char {
    match it {
        '\n' => it,
        '\t' | '\r' => ' ',
        '\0'..' ' | '\u{7f}' => '?',
        // Two bytes each, as their replacement.
        '\u{80}'..='\u{9f}' | '\u{61c}' => '¿',
        // Three bytes each. They turn the direction of text, or end lines where they should not.
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            char::REPLACEMENT_CHARACTER
        }
        _ => it,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left_and_no_length_changes() {
        for it in ('\0'..=char::MAX).filter(|it| *it != '\n') {
            let shown = replacement(it);
            assert!(!shown.is_control(), "{it:?}");
            assert_eq!(shown.len_utf8(), it.len_utf8(), "{it:?}");
        }
    }
}
