//! What stands before part one: title, dates, preamble.

mod fill;
mod page;
mod signature;

use core::ops::Range;

use crate::grammar::{Title, title};
pub(crate) use signature::Signature;

/// The lines before part one.
#[derive(Debug)]
pub(crate) struct Front<'t> {
    text: &'t str,
    lines: Vec<Range<usize>>,
    title: Option<Found>,
    /// How many lines were searched for the title.
    searched: usize,
}

/// The title and where it was found.
#[derive(Clone, Debug)]
struct Found {
    title: Title,
    printed: String,
    /// Its lines.
    lines: Range<usize>,
}

impl<'t> Front<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, lines: Vec::new(), title: None, searched: 0 }
    }

    pub(crate) fn push(&mut self, start: usize, end: usize) {
        self.lines.push(start..end);
    }

    pub(crate) const fn text(&self) -> &'t str {
        self.text
    }

    fn line(&self, i: usize) -> &'t str {
        &self.text[self.lines[i].clone()]
    }

    /// The year that the title tells, as far as it was met.
    pub(crate) fn year(&mut self) -> Option<u16> {
        self.find_title();
        self.title.as_ref()?.title.year
    }

    /// The last title that tells most, of agency and year; it may be broken over lines. Lists of reports and
    /// names of sites stand before the report's own title.
    fn find_title(&mut self) {
        for i in self.searched..self.lines.len() {
            if let Some(found) = self.title_at(i)
                && self.title.as_ref().is_none_or(|it| found.title.facts() >= it.title.facts())
            {
                self.title = Some(found);
            }
        }
        self.searched = self.lines.len();
    }

    fn title_at(&self, i: usize) -> Option<Found> {
        let line = self.line(i);
        let (mut printed, mut lines) = (line.to_owned(), i..i + 1);
        let mut read = title(line);
        if read.is_none()
            && line.len() < 120
            && line.contains("信息公开")
            && i + 1 < self.lines.len()
        {
            let joined = format!("{line}{}", self.line(i + 1));
            read = title(&joined);
            (printed, lines) = (joined, i..i + 2);
        }
        let mut found = Found { title: read?, printed, lines };
        if found.title.year.is_none()
            && let Some(joined) = self.with_line_before(&found, is_year)
            && joined.title.year.is_some()
        {
            found = joined;
        }
        if found.title.agency.is_none()
            && let Some(joined) = self.with_line_before(&found, |_| true)
            && joined.title.agency.is_some()
            && joined.title.year == found.title.year
        {
            found = joined;
        }
        if found.title.year.is_none() && found.lines.end < self.lines.len() {
            // The year in brackets on the line after.
            let joined = format!("{}{}", found.printed, self.line(found.lines.end));
            if let Some(read) = title(&joined).filter(|it| it.year.is_some()) {
                found = Found {
                    title: read,
                    printed: joined,
                    lines: found.lines.start..found.lines.end + 1,
                };
            }
        }
        let markdown = found.printed.trim_start_matches(['#', ' ']).to_owned();
        Some(Found { printed: markdown, ..found })
    }

    /// A title and the line before it, where that is a part of it: the name, or the year.
    fn with_line_before(&self, found: &Found, may: impl Fn(&str) -> bool) -> Option<Found> {
        let before = found.lines.start.checked_sub(1)?;
        let line = Some(self.line(before)).filter(|it| may(it))?;
        let printed = format!("{line}{}", found.printed);
        Some(Found { title: title(&printed)?, printed, lines: before..found.lines.end })
    }
}

/// A year and nothing else.
fn is_year(line: &str) -> bool {
    line.len() == 4 && line.starts_with("20") && line.bytes().all(|it| it.is_ascii_digit())
}
