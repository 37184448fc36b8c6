//! The letters of a label: ideographs and digits, whatever else is printed.

use ogi_text::fold::folded;

/// Folded ideographs and digits of a text.
pub(super) type Letters = Vec<u16>;

/// The letters of a text. Latin letters are no part of a label: `Unnamed: 1`.
pub(super) fn letters(text: &str) -> Letters {
    let mut letters = folded(text);
    letters.retain(|it| *it >= 0x4E00 || (0x30..=0x39).contains(it));
    letters
}
