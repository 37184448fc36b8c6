//! What each line before part one is.
//!
//! `索引号：… 发布机构：…` has facts, `示例市民政局2025年政府信息公开工作年度报告` is the title.

use core::ops::Range;
use std::borrow::Cow;

use ogi_model::Date;
use ogi_text::date::is_date;

use super::body::is_body;
use super::chrome::{is_chrome, is_edge};
use super::facts::facts;
use super::plain::plain;
use crate::grammar::{names_form, title};

/// A line before part one.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) span: Range<usize>,
    /// What it prints, without markup.
    pub(super) shown: Cow<'t, str>,
    pub(super) kind: Kind,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The name of a report, this one or another.
    Title,
    /// Labels and values about the page.
    Facts,
    /// The value of the label on the line before.
    Value,
    /// A day and nothing else.
    Day(Date),
    /// Buttons and paths of a portal.
    Chrome,
    /// A separator, or what a browser prints at the edge of a page.
    Edge,
    /// Anything else.
    Text,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str, span: Range<usize>) -> Self {
        let shown = plain(&text[span.clone()]);
        let kind = Kind::of(&shown);
        Self { span, shown, kind }
    }

    /// Whether it is prose, whole or a line of it: it has the punctuation of sentences.
    pub(super) fn is_sentence(&self) -> bool {
        const SHORTEST: usize = 8;
        let line = self.shown.trim_end();
        let ideographs =
            || line.chars().filter(|it| ('\u{4e00}'..='\u{9fff}').contains(it)).count();
        self.kind == Kind::Text
            && (line.contains('。')
                || line.contains(['，', '；', '、', '：', ',', '》']) && ideographs() >= SHORTEST)
    }

    /// Whether it calls on a body that the report is sent to: `市政府办公室:`.
    pub(super) fn is_salutation(&self) -> bool {
        let name = self.shown.trim_end().strip_suffix(['：', ':']);
        self.kind == Kind::Text && name.is_some_and(is_body)
    }

    /// Whether it is the name that stands under a title.
    pub(super) fn is_name(&self, agency: Option<&str>) -> bool {
        let line = self.shown.trim();
        self.kind == Kind::Text && (agency == Some(line) || is_body(line))
    }
}

impl Kind {
    fn of(shown: &str) -> Self {
        if is_edge(shown) {
            Self::Edge
        } else if let Some(day) = is_date(shown) {
            Self::Day(day)
        } else if !facts(shown).is_empty() {
            Self::Facts
        } else if title(shown).is_some_and(|it| it.facts() > 0) || names_form(shown) {
            Self::Title
        } else if is_chrome(shown) {
            Self::Chrome
        } else {
            Self::Text
        }
    }
}
