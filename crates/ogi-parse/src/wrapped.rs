//! Lines that end only because the page does, as PDF and its text print them.

use core::ops::Range;

use ogi_text::ordinal::begins_item;

use crate::front::is_edge;

/// How wide a page may be, in columns; an ideograph has two. A list may have narrower lines, all as wide.
const PAGE: core::ops::RangeInclusive<usize> = 50..=130;
/// The share of the widest line that a full one reaches at least.
const FULL: (usize, usize) = (7, 8);
/// The fewest full lines within a sentence that make a page: a few may be as wide by chance.
const FEWEST: usize = 3;
/// What ends a sentence, an item, or the words before a list.
const ENDS: [char; 10] = ['。', '！', '？', '：', ':', '；', ';', '.', '!', '?'];
/// What may stand behind that.
const CLOSES: [char; 6] = ['”', '"', '’', '》', '）', ')'];

/// How the narrative lines of a text stand on its pages.
#[derive(Debug)]
pub(crate) struct Pages<'t> {
    text: &'t str,
    /// The column that full lines reach at least; `None` if lines are paragraphs.
    full: Option<usize>,
}

impl<'t> Pages<'t> {
    /// Learns from all lines of the narrative. What a browser prints at the edges of a page is wider than its text.
    pub(crate) fn learn<'r>(
        text: &'t str,
        lines: impl Iterator<Item = &'r Range<usize>> + Clone,
    ) -> Self {
        let lines = lines.filter(|it| !is_edge(&text[(*it).clone()]));
        let edge = |it: &&Range<usize>| indentation(text, it) + width(&text[(*it).clone()]);
        let widest = lines.clone().map(|it| edge(&it)).max().unwrap_or_default();
        let full = widest * FULL.0 / FULL.1;
        let broken = lines.filter(|it| !ends(&text[(*it).clone()]) && edge(it) >= full);
        let page = PAGE.contains(&widest) && broken.take(FEWEST).count() == FEWEST;
        Self { text, full: page.then_some(full) }
    }

    /// Whether the paragraph of a line goes on with the next: it is full and ends within a sentence, and the next
    /// neither begins further right nor with an ordinal.
    pub(crate) fn goes_on(&self, line: &Range<usize>, next: &Range<usize>) -> bool {
        let Some(full) = self.full else { return false };
        let (printed, below) = (&self.text[line.clone()], &self.text[next.clone()]);
        let (left, left_below) = (indentation(self.text, line), indentation(self.text, next));
        let digit = |c: char| c.is_ascii_digit();
        left + width(printed) >= full
            && left_below <= left
            && !ends(printed)
            && !(printed.ends_with('》') && below.starts_with('《'))
            && !begins_item(below)
            // A number that goes over the end of a line is not to be distinguished from two.
            && !(printed.ends_with(digit) && below.starts_with(digit))
    }
}

/// Whether a sentence, or a part of one that may stand on a line of its own, ends with a line.
fn ends(line: &str) -> bool {
    line.trim_end_matches(CLOSES).ends_with(ENDS)
}

/// The columns before a line.
fn indentation(text: &str, line: &Range<usize>) -> usize {
    let before = &text[..line.start];
    let blanks = before.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
    width(&before[blanks.len()..])
}

/// The columns that a text takes.
fn width(text: &str) -> usize {
    text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> Vec<bool> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start + line.len() - line.trim_start().len()..start + line.len());
            start += line.len() + 1;
        }
        let pages = Pages::learn(text, lines.iter());
        lines.windows(2).map(|it| pages.goes_on(&it[0], &it[1])).collect()
    }

    #[test]
    fn full_lines_go_on_unless_a_sentence_ends_or_an_item_begins() {
        let text = "\
    示例市民政局全年工作有序开展，通过门户网站主动公开各类\n\
示例市民政局的信息三千条，受理政府信息公开申请三百件，均已按\n\
照规定答复。\n    \
    示例市民政局另有其他工作三项，已在规定的时间内全部办结\n    \
    （二）其他工作\n\
示例市民政局的信息三千条，受理政府信息公开申请三百件，均已按\n\
（三）又一项";
        assert_eq!(joined(text), [true, true, false, false, false, false]);
    }

    #[test]
    fn lines_of_text_without_pages_are_paragraphs() {
        assert_eq!(joined("全年工作\n有序开展"), [false]);
        assert_eq!(joined("示例市民政局\n示例市林业局\n示例市水利局\n示例市园林局"), [false; 3]);
        let long = "工".repeat(90);
        assert_eq!(joined(&format!("{long}\n{long}\n{long}")), [false, false]);
    }

    #[test]
    fn a_number_over_the_end_of_a_line_stays_apart() {
        let line = "示例市民政局全年工作有序开展，共受理各类政府信息公开申请3";
        assert_eq!(joined(&format!("{line}\n{line}\n{line}\n1件。")), [true, true, false]);
    }
}
