//! A file of an overview.

use ogi_check::{Coverage, FileOutcome, Statistics, Verdict};
use ogi_model::Language;

use super::Line;
use crate::line::printable;

/// A file of an [`Overview`](crate::Overview), and what came of it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(crate) path: String,
    /// Where its own page is, from the overview.
    pub(crate) page: Option<String>,
    pub(crate) fate: Fate,
    pub(crate) statistics: Statistics,
    /// What was found, the worst first, what says the same of several cells on one line.
    pub(crate) lines: Vec<Line>,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub(crate) enum Fate {
    Judged(Judged),
    /// It could not be read, and why.
    Unread(String),
    /// It was passed over, and why.
    Skipped(String),
}

/// What is said of a report that was judged.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub(crate) agency: Option<String>,
    pub(crate) year: Option<u16>,
    pub(crate) verdict: Verdict,
    /// What the verdict means.
    pub(crate) meaning: String,
    pub(crate) coverage: Coverage,
}

impl Entry {
    /// A file that was checked, or why it could not be; in the language of the overview.
    pub fn new(file: &FileOutcome<'_>, language: Language) -> Self {
        let path = printable(file.path());
        match file.result() {
            Ok((subject, outcome)) => {
                let report = subject.report();
                let judged = Judged {
                    agency: report.agency.as_deref().map(printable),
                    year: report.year,
                    verdict: outcome.verdict,
                    meaning: printable(language.of(&outcome.meaning())),
                    coverage: outcome.coverage,
                };
                Self {
                    path,
                    page: None,
                    fate: Fate::Judged(judged),
                    statistics: Statistics::of(outcome),
                    lines: Line::all(&subject, outcome, language),
                }
            }
            Err(error) => Self {
                path,
                page: None,
                fate: Fate::Unread(printable(error.message)),
                statistics: Statistics::unread(),
                lines: Vec::new(),
            },
        }
    }

    /// A file that was passed over, and why.
    pub fn skipped(path: &str, why: &str) -> Self {
        Self {
            path: printable(path),
            page: None,
            fate: Fate::Skipped(printable(why)),
            statistics: Statistics::default(),
            lines: Vec::new(),
        }
    }

    /// With a page of its own: its path from the overview, parts with a slash between them.
    pub fn page(self, path: &str) -> Self {
        Self { page: Some(crate::uri::of_path(path)), ..self }
    }

    /// Whose report it is; the path of the file where that is not known.
    #[cfg(feature = "html")]
    pub(crate) fn name(&self) -> &str {
        self.fate.judged().and_then(|it| it.agency.as_deref()).unwrap_or(&self.path)
    }
}

impl Fate {
    pub(crate) const fn judged(&self) -> Option<&Judged> {
        match self {
            Self::Judged(judged) => Some(judged),
            Self::Unread(_) | Self::Skipped(_) => None,
        }
    }

    /// The worst first.
    pub(crate) const fn rank(&self) -> u8 {
        match self {
            Self::Unread(_) => 0,
            Self::Judged(Judged { verdict: Verdict::Rejected, .. }) => 1,
            Self::Judged(Judged { verdict: Verdict::Incomplete, .. }) => 2,
            Self::Judged(Judged { verdict: Verdict::Accepted, .. }) => 3,
            Self::Skipped(_) => 4,
        }
    }
}
