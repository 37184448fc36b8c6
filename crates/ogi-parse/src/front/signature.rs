//! The name and the day that close a report.
//!
//! `示例市民政局`, and below it `2026年1月20日`.

use core::ops::Range;

use ogi_model::{Date, Section};
use ogi_text::date::is_date;

use super::body::is_body;
use super::chrome::is_chrome;

/// The name and the day that close a report, by their places in the text.
#[derive(Clone, Debug)]
pub(crate) struct Signature {
    pub(crate) name: Option<Range<usize>>,
    pub(crate) date: Date,
    pub(crate) day: Range<usize>,
}

impl Signature {
    /// Takes the signature off the paragraphs of part six, and what stands below: it is no matter to report.
    ///
    /// A name above a day closes a report, whatever a portal prints below them (attachments, who edited the page, the next
    /// article); a day alone does so only at the end, or above buttons.
    pub(crate) fn take(text: &str, paragraphs: &mut Vec<(Section, Range<usize>)>) -> Option<Self> {
        let is_of_part = |it: &(Section, Range<usize>)| it.0 == Section::OtherMatters;
        while paragraphs.last().is_some_and(|it| is_of_part(it) && is_chrome(&text[it.1.clone()])) {
            paragraphs.pop();
        }
        let first = paragraphs.iter().position(is_of_part)?;
        let signed = (first + 1..paragraphs.len()).find(|at| {
            is_body(&text[paragraphs[at - 1].1.clone()])
                && day(&text[paragraphs[*at].1.clone()]).is_some()
        });
        let at = signed.unwrap_or(paragraphs.len() - 1);
        let day_at = paragraphs[at].1.clone();
        let date = is_of_part(&paragraphs[at]).then(|| day(&text[day_at.clone()])).flatten()?;
        let name = signed.map(|at| paragraphs[at - 1].1.clone());
        paragraphs.truncate(at - usize::from(name.is_some()));
        Some(Self { name, date, day: day_at })
    }
}

/// The day that a line is, if it is nothing else.
fn day(line: &str) -> Option<Date> {
    let ends = |it: char| it.is_ascii_digit() || "日)）]".contains(it);
    is_date(line).filter(|_| line.ends_with(ends))
}
