//! What checks of many reports came to, for people: as a page and as a workbook.

mod entry;
mod line;

pub use entry::Entry;
pub(crate) use entry::{Fate, Judged};
pub(crate) use line::Line;

use ogi_check::Statistics;
use ogi_model::{Language, Severity};

/// What checks of many reports came to: a row for every file, those among them that could not be read or were passed over.
///
/// [`Html::overview`](crate::Html::overview) and [`xlsx_overview`](crate::xlsx_overview) write it. The worst files come
/// first: what could not be read, then by verdict; those that are equal in the order in which they were put in.
///
/// ```
/// use ogi_check::{FileOutcome, Language, Policy};
/// use ogi_model::{Edition, Report};
/// use ogi_render::{Entry, Html, Overview};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let mut overview = Overview::new(Language::Zh);
/// let file = FileOutcome::new("司法局.txt", &report, &outcome);
/// overview.push(Entry::new(&file, Language::Zh).page("pages/a.html"));
/// overview.push(Entry::skipped("Thumbs.db", "不是报告"));
/// assert!(Html::new().overview(&overview).contains(r#"<a href="pages/a.html">示例市司法局</a>"#));
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Overview {
    pub(crate) language: Language,
    entries: Vec<Entry>,
    statistics: Statistics,
}

impl Overview {
    /// Of no files yet, in a language.
    pub fn new(language: Language) -> Self {
        Self { language, entries: Vec::new(), statistics: Statistics::default() }
    }

    /// Adds a file.
    pub fn push(&mut self, entry: Entry) {
        self.statistics += entry.statistics.clone();
        self.entries.push(entry);
    }

    /// How many files have which verdict, and how often each rule is broken.
    pub const fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    /// The files, the worst first.
    pub(crate) fn entries(&self) -> Vec<&Entry> {
        let mut entries: Vec<_> = self.entries.iter().collect();
        entries.sort_by_key(|it| it.fate.rank());
        entries
    }

    /// The reports of each agency, those with the most errors first; reports that name no agency are left out.
    pub(crate) fn agencies(&self) -> Vec<(&str, Vec<&Entry>, Statistics)> {
        let mut agencies: Vec<(&str, Vec<&Entry>, Statistics)> = Vec::new();
        let judged = self.entries.iter().filter_map(|it| Some((it.fate.judged()?, it)));
        let mut named: Vec<_> = judged
            .filter_map(|(judged, it)| Some((judged.agency.as_deref()?, judged.year, it)))
            .collect();
        named.sort_by_key(|(agency, year, _)| (*agency, *year));
        for (agency, _, entry) in named {
            match agencies.last_mut().filter(|it| it.0 == agency) {
                Some((_, entries, statistics)) => {
                    entries.push(entry);
                    *statistics += entry.statistics.clone();
                }
                None => agencies.push((agency, vec![entry], entry.statistics.clone())),
            }
        }
        let counts = |it: &Statistics| {
            let counts = Severity::ALL.iter().rev().map(|level| it.findings(*level));
            core::cmp::Reverse(counts.collect::<Vec<_>>())
        };
        agencies.sort_by_key(|it| counts(&it.2));
        agencies
    }
}
