//! Running text: blanks collapsed as a browser does, pieces joined as they are read.

use crate::seen::{Print, Seen, has_no_width};

/// The text of a paragraph or cell in the making.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) print: Print,
    /// The line of the source of its first character.
    pub(super) line: Option<u32>,
    /// Where blocks end within it.
    pub(super) breaks: Vec<usize>,
    /// A blank that counts if text follows.
    blank: bool,
    /// Whether a block or line ended since the last text.
    broken: bool,
}

impl Flow {
    pub(super) fn clear(&mut self) {
        self.print.clear();
        self.breaks.clear();
        (self.line, self.blank, self.broken) = (None, false, false);
    }

    /// Adds text as it is seen, its blanks collapsed.
    pub(super) fn push(&mut self, text: &str, line: u32, seen: Seen) {
        match seen {
            Seen::Plainly | Seen::Apart | Seen::White => {}
            Seen::Struck => return self.print.push_seen(text, seen),
            Seen::Hidden => return,
        }
        let mut first = true;
        for word in text.split(is_space) {
            if !first {
                self.blank = true;
            }
            first = false;
            if !word.is_empty() {
                self.word(word, line, seen);
            }
        }
    }

    /// Adds text as it is.
    pub(super) fn push_preformatted(&mut self, text: &str, line: u32) {
        if !text.is_empty() {
            self.line.get_or_insert(line);
            self.print.push(text);
            (self.blank, self.broken) = (false, false);
        }
    }

    fn word(&mut self, word: &str, line: u32, seen: Seen) {
        if self.blank && !self.broken && !self.print.text.is_empty() {
            self.print.text.push(' ');
        }
        self.line.get_or_insert(line);
        self.print.push_seen(word, seen);
        (self.blank, self.broken) = (false, false);
    }

    /// What follows is on another line.
    pub(super) const fn end_line(&mut self) {
        self.print.part();
        self.broken = true;
        self.blank = false;
    }

    /// What follows is in another block.
    pub(super) fn end_block(&mut self) {
        self.end_line();
        if self.breaks.last().copied().unwrap_or(0) < self.print.text.len() {
            self.breaks.push(self.print.text.len());
        }
    }

    /// The blocks, one by one.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        let ends = self.breaks.iter().copied().chain([self.print.text.len()]);
        ends.map(move |end| {
            let block = &self.print.text[start..end];
            start = end;
            trimmed(block)
        })
        .filter(|it| !it.is_empty())
    }

    /// The whole text; empty if it only holds a cell open.
    pub(super) fn trimmed(&self) -> &str {
        trimmed(&self.print.text)
    }
}

/// The blanks that HTML collapses: a no-break space is none of them.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Without blanks of any kind around it, those of no width too.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || has_no_width(c))
}
