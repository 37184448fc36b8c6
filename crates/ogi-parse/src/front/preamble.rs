//! The text before part one that is the report's own.
//!
//! `本报告根据《条例》编制。` is; `文字版 图片版` above it is the portal's.

use core::ops::Range;

use super::line::{Kind, Line};
use crate::markdown::unescaped;
use crate::wrapped::Pages;

/// The preamble, and where it stands.
#[derive(Debug, Default)]
pub(super) struct Preamble {
    pub(super) text: String,
    pub(super) span: Option<Range<usize>>,
    pub(super) lines: Vec<Range<usize>>,
}

impl Preamble {
    /// Of the lines behind the title. What a portal prints between title and text is none of it, nor is the name or the
    /// day that stands under a title.
    pub(super) fn new(
        text: &str,
        lines: &[Line<'_>],
        agency: Option<&str>,
        markdown: bool,
        pages: &Pages<'_>,
    ) -> Self {
        let start = first_sentence(lines);
        let is_noise = |it: &&Line<'_>| matches!(it.kind, Kind::Facts | Kind::Value | Kind::Chrome);
        let noise = lines[..start].iter().rposition(|it| is_noise(&it)).map_or(0, |it| it + 1);
        // Beside buttons stand others that nobody knows.
        let has_chrome = lines[..start].iter().any(|it| it.kind == Kind::Chrome);
        let kept = if has_chrome { start } else { noise };
        let mut preamble = Self::default();
        for (i, line) in lines.iter().enumerate().skip(kept) {
            if line.kind == Kind::Text && !(i < start && line.is_name(agency)) {
                preamble.push(text, line, markdown, pages);
            }
        }
        preamble
    }

    fn push(&mut self, text: &str, line: &Line<'_>, markdown: bool, pages: &Pages<'_>) {
        let span = line.span.clone();
        if let Some(before) = self.lines.last() {
            // What stands in a table beside its cells is shown before it.
            let gap = text.get(before.end..span.start).unwrap_or("\n");
            if !gap.contains('\n') {
                // Words of one line.
                self.text.push_str(gap);
            } else if !pages.goes_on(before, &span) {
                self.text.push('\n');
            }
        }
        let printed = &text[span.clone()];
        let is_tagged = printed.starts_with(['<', '[', '\'']) || printed.ends_with('>');
        if is_tagged {
            self.text.push_str(&line.shown);
        } else if markdown || printed.contains('\\') {
            self.text.push_str(&unescaped(printed));
        } else {
            self.text.push_str(printed);
        }
        self.lines.push(span.clone());
        self.span = Some(self.span.as_ref().map_or(span.start, |it| it.start)..span.end);
    }
}

/// The first line that is a sentence, or calls on a body (市政府办公室：).
pub(super) fn first_sentence(lines: &[Line<'_>]) -> usize {
    lines.iter().position(|it| it.is_sentence() || it.is_salutation()).unwrap_or(lines.len())
}
