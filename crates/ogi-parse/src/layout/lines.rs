//! The lines of a text, whatever ends them.

use memchr::memchr3;
use ogi_text::blank;

/// A line, without what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether a form feed stands before it: a page begins.
    pub(super) opens_page: bool,
}

impl Line {
    /// What it prints, without blanks at its ends.
    pub(super) fn trimmed(self, source: &str) -> &str {
        blank::trimmed(&source[self.start..self.end])
    }
}

/// The lines of a text: they end with a line feed, a carriage return, both, or a form feed.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut opens_page = false;
    core::iter::from_fn(move || {
        let start = at;
        let rest = bytes.get(start..).filter(|it| !it.is_empty())?;
        let end = memchr3(b'\n', b'\r', 0x0C, rest).map_or(bytes.len(), |it| start + it);
        let line = Line { start, end, opens_page };
        at = end + 1;
        if bytes.get(end) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
            at += 1;
        }
        opens_page = bytes.get(end) == Some(&0x0C);
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn whatever_ends_them() {
        let text = "a\nb\r\nc\rd\u{c}e\n\nf";
        let of: Vec<_> = lines(text).map(|it| (&text[it.start..it.end], it.opens_page)).collect();
        let none = false;
        assert_eq!(
            of,
            [
                ("a", none),
                ("b", none),
                ("c", none),
                ("d", none),
                ("e", true),
                ("", none),
                ("f", none)
            ]
        );
    }
}
