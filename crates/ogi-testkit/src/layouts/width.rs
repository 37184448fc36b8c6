//! How wide text is on a terminal, and how it is wrapped there.

use crate::ink;

/// The width of text whose ideographs are two columns wide.
pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(width_of_char).sum()
}

pub(super) fn width_of_char(c: char) -> usize {
    if c.is_ascii() || c == '\u{a0}' || ink::is_narrow(c) { 1 } else { 2 }
}

/// Text cut into lines that are no wider than this.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for c in text.chars() {
        match lines.last_mut() {
            Some(line) if line.is_empty() || width_of(line) + width_of_char(c) <= width => {
                line.push(c);
            }
            _ => lines.push(c.into()),
        }
    }
    lines
}
