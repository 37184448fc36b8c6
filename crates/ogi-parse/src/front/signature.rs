//! The name and the day that close a report.

use core::ops::Range;

use ogi_model::{Date, Section};

use super::body::is_body;
use crate::grammar::is_date;

/// The name and the day that close a report, by their places in the text.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    pub(crate) name: Option<Range<usize>>,
    pub(crate) date: Date,
    pub(crate) day: Range<usize>,
}

impl Signature {
    /// Takes the signature off the paragraphs of part six: it is no matter to report.
    pub(crate) fn take(text: &str, paragraphs: &mut Vec<(Section, Range<usize>)>) -> Option<Self> {
        let (Section::OtherMatters, day) = paragraphs.last()?.clone() else { return None };
        let last = &text[day.clone()];
        if !last.ends_with(['日', ')', '）', ']']) && !last.ends_with(|c: char| c.is_ascii_digit())
        {
            return None;
        }
        let date = is_date(last)?;
        paragraphs.pop();
        let above = paragraphs.last().filter(|it| it.0 == Section::OtherMatters);
        let name = above.map(|it| it.1.clone()).filter(|it| is_body(&text[it.clone()]));
        if name.is_some() {
            paragraphs.pop();
        }
        Some(Self { name, date, day })
    }
}
