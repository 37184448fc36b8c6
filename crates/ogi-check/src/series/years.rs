//! What came before a report.

use ogi_model::Report;

use crate::Subject;

/// What one agency reported before a report: the oldest year first, versions of a year as they came.
///
/// [`Run::years`](crate::Run::years) gives them to a rule.
#[derive(Debug, Default)]
pub struct Years<'a>(Vec<(u16, Subject<'a>)>);

impl<'a> Years<'a> {
    pub(super) fn add(&mut self, subject: Subject<'a>) {
        self.0.extend(subject.report().year.map(|year| (year, subject)));
    }

    /// The report of this year, in its last version.
    pub fn of(&self, year: u16) -> Option<&'a Report> {
        self.0.iter().rev().find(|it| it.0 == year).map(|it| it.1.report())
    }

    /// The report of the year before, in its last version.
    pub fn before(&self, year: u16) -> Option<&'a Report> {
        self.of(year.checked_sub(1)?)
    }

    /// The reports of the years before, each in its last version, the latest first.
    pub fn earlier(&self, year: u16) -> Vec<&'a Report> {
        let mut years: Vec<_> = self.0.iter().map(|it| it.0).filter(|it| *it < year).collect();
        years.sort_unstable_by_key(|it| core::cmp::Reverse(*it));
        years.dedup();
        years.into_iter().filter_map(|it| self.of(it)).collect()
    }

    /// The last year before this one that there is a report of.
    pub fn last(&self, year: u16) -> Option<u16> {
        self.0.iter().rev().map(|it| it.0).find(|it| *it < year)
    }
}
