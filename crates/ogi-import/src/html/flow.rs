//! Running text: blanks collapsed as a browser does, pieces joined as they are read.

/// The text of a paragraph or cell in the making.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) text: String,
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
        self.text.clear();
        self.breaks.clear();
        (self.line, self.blank, self.broken) = (None, false, false);
    }

    /// Adds text, its blanks collapsed.
    pub(super) fn push(&mut self, text: &str, line: u32) {
        let mut first = true;
        for word in text.split(is_space) {
            if !first {
                self.blank = true;
            }
            first = false;
            if !word.is_empty() {
                self.word(word, line);
            }
        }
    }

    /// Adds text as it is.
    pub(super) fn push_preformatted(&mut self, text: &str, line: u32) {
        if !text.is_empty() {
            self.join(text, line);
            self.text.push_str(text);
        }
    }

    fn word(&mut self, word: &str, line: u32) {
        if self.blank && !self.broken && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.join(word, line);
        self.text.push_str(word);
    }

    /// Words over several lines of a cell are one label, but figures are never joined: `1` over `2` is not 12.
    fn join(&mut self, next: &str, line: u32) {
        self.line.get_or_insert(line);
        if self.broken && !self.text.is_empty() {
            let figure = |c: Option<char>| c.is_some_and(char::is_numeric);
            if figure(self.text.chars().next_back()) || figure(next.chars().next()) {
                self.text.push(' ');
            }
        }
        (self.blank, self.broken) = (false, false);
    }

    /// What follows is on another line.
    pub(super) fn end_line(&mut self) {
        self.broken = true;
        self.blank = false;
    }

    /// What follows is in another block.
    pub(super) fn end_block(&mut self) {
        self.end_line();
        if self.breaks.last().copied().unwrap_or(0) < self.text.len() {
            self.breaks.push(self.text.len());
        }
    }

    /// The blocks, one by one.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        let ends = self.breaks.iter().copied().chain([self.text.len()]);
        ends.map(move |end| {
            let block = &self.text[start..end];
            start = end;
            trimmed(block)
        })
        .filter(|it| !it.is_empty())
    }

    /// The whole text; empty if it only holds a cell open.
    pub(super) fn trimmed(&self) -> &str {
        trimmed(&self.text)
    }
}

/// The blanks that HTML collapses: a no-break space is none of them.
const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Without blanks of any kind around it, those of no width too.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
    })
}
