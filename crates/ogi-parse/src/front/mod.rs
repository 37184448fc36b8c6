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
        if found.title.agency.is_none() && i > 0 {
            // The name on the line before.
            let joined = format!("{}{}", self.line(i - 1), found.printed);
            if let Some(read) =
                title(&joined).filter(|it| it.agency.is_some() && it.year == found.title.year)
            {
                found = Found { title: read, printed: joined, lines: i - 1..found.lines.end };
            }
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
}
