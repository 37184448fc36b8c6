//! What stands before part one: title, facts about the page, preamble.

mod body;
mod chrome;
mod facts;
mod fill;
mod line;
mod plain;
mod preamble;
mod signature;
mod title;

pub(crate) use chrome::is_edge;
pub(crate) use signature::Signature;

use facts::{Fact, end_of_leading_day, facts};
use line::{Kind, Line};

/// The lines before part one.
#[derive(Debug)]
pub(crate) struct Front<'t> {
    text: &'t str,
    lines: Vec<Line<'t>>,
}

impl<'t> Front<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, lines: Vec::new() }
    }

    /// The text that the lines are of.
    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    /// Adds a line. Of one that is a page whose line ends are lost the first words are lines of their own, up to the
    /// first sentence: `示例市民政局2025年政府信息公开工作年度报告 发布日期：2026-01-20 本报告根据…`.
    pub(crate) fn push(&mut self, start: usize, end: usize) {
        const LONGEST: usize = 300;
        let mut from = start;
        while end - from > LONGEST
            && let Some(blank) = self.text[from..end].find(char::is_whitespace)
            && !Line::new(self.text, from..from + blank).is_sentence()
        {
            self.line(from, from + blank);
            from = end - self.text[from + blank..end].trim_start().len();
        }
        self.line(from, end);
    }

    fn line(&mut self, start: usize, end: usize) {
        if let Some(day) = end_of_leading_day(&self.text[start..end]) {
            let blanks = self.text[start + day..end].trim_start().len();
            self.lines.push(Line::new(self.text, start..start + day));
            return self.lines.push(Line::new(self.text, end - blanks..end));
        }
        let line = Line::new(self.text, start..end);
        // The value of a label on the line before.
        let is_value = line.kind != Kind::Facts
            && self.lines.last().filter(|it| it.kind == Kind::Facts).is_some_and(|before| {
                facts(&before.shown).last().is_some_and(|it| it.may_have(&line.shown))
            });
        self.lines.push(if is_value { Line { kind: Kind::Value, ..line } } else { line });
    }

    /// The year that the title states.
    pub(crate) fn year(&self) -> Option<u16> {
        title::find(&self.lines)?.title.year
    }

    /// All facts about the page, each with its line; the value may stand on the next.
    fn facts(&self) -> impl Iterator<Item = (Fact<'_>, &Line<'t>)> {
        let lines = self.lines.iter().enumerate().filter(|it| it.1.kind == Kind::Facts);
        lines.flat_map(|(i, line)| {
            let mut found = facts(&line.shown);
            let next = self.lines.get(i + 1).filter(|it| it.kind == Kind::Value);
            if let (Some(last), Some(next)) = (found.last_mut(), next) {
                last.value = &next.shown;
            }
            found.into_iter().map(move |it| (it, line))
        })
    }
}
