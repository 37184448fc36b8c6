//! What is written, to find the words of a source in it.

/// The letters and digits of a report as it is written, each to be found once.
pub(super) struct Written {
    text: String,
    /// For each byte, whether it was found already.
    found: Vec<bool>,
}

impl Written {
    pub(super) fn new(text: &str) -> Self {
        let text = folded(text);
        Self { found: vec![false; text.len()], text }
    }

    /// Whether words stand in it that were not found before.
    pub(super) fn take(&mut self, words: &str) -> bool {
        let mut from = 0;
        while let Some(at) = self.text[from..].find(words).map(|it| it + from) {
            let span = at..at + words.len();
            if !self.found[span.clone()].contains(&true) {
                self.found[span].fill(true);
                return true;
            }
            from = at + words.chars().next().map_or(1, char::len_utf8);
        }
        false
    }
}

/// Letters and digits alone, of one width: what a reader would call the same words.
pub(super) fn folded(text: &str) -> String {
    text.chars()
        .map(ogi_text::narrow::one)
        .filter(|it| it.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_as_often_as_it_is_written() {
        let mut written = Written::new("示例市民政局２０２５年\n总计\n总计");
        assert!(written.take(&folded("2025年")));
        assert!(written.take(&folded(" 总 计 ")) && written.take(&folded("总计：")));
        assert!(!written.take(&folded("总计")));
        assert!(!written.take(&folded("局2025")), "a part of it was found before");
        assert!(written.take(&folded("示例市民政局")));
    }
}
