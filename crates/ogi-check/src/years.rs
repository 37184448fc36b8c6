//! The reports of one agency over years.

use ogi_model::Report;

use crate::judge::Beside;
use crate::run::Run;
use crate::{Outcome, Policy, Subject};

/// Checks the reports of one agency over years: each as [`check`](crate::check) does, and beside those before it.
///
/// The outcomes are in the order of the reports, which may come in any. A finding about two years belongs to the
/// later one. Of several reports of one year the last published counts for later years, and where that is not known
/// the last given; a report without a year is checked on its own.
///
/// ```
/// use ogi_check::{Policy, check_series};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let of_year = |year, row, count| {
///     let cell = CellId::new(row, Column::NaturalPerson);
///     Report::builder(Edition::E2021).agency("示例市民政局").year(year).set(cell, count).build()
/// };
/// let reports = [of_year(2023, Row::CarriedOut, 5)?, of_year(2024, Row::CarriedIn, 3)?];
///
/// let outcomes = check_series(&reports, &Policy::default());
/// let found = &outcomes[1].findings;
/// let carried = found.iter().find(|it| it.rule.id == "series-carry-over").unwrap();
/// assert_eq!(carried.cell, Some(CellId::new(Row::CarriedIn, Column::NaturalPerson)));
/// assert_eq!(carried.expected.unwrap().to_string(), "5");
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn check_series<'a, S: Into<Subject<'a>>>(
    reports: impl IntoIterator<Item = S>,
    policy: &Policy,
) -> Vec<Outcome> {
    let subjects: Vec<Subject<'_>> = reports.into_iter().map(Into::into).collect();
    let mut oldest_first: Vec<_> = subjects.iter().enumerate().collect();
    oldest_first.sort_by_key(|(n, it)| (it.report().year, it.report().published, *n));

    let mut outcomes = vec![None; subjects.len()];
    let mut years = Years::default();
    for (n, subject) in oldest_first {
        outcomes[n] = Some(Run::new(*subject, policy).judge(Beside::Years(&years)));
        years.add(subject.report());
    }
    outcomes.into_iter().flatten().collect()
}

/// What one agency reported before a report: the oldest year first, versions of a year as they came.
#[derive(Default)]
pub(crate) struct Years<'a>(Vec<(u16, &'a Report)>);

impl<'a> Years<'a> {
    fn add(&mut self, report: &'a Report) {
        self.0.extend(report.year.map(|year| (year, report)));
    }

    /// The report of the year before, in its last version.
    pub(crate) fn before(&self, year: u16) -> Option<&'a Report> {
        self.0.iter().rev().find(|it| it.0 + 1 == year).map(|it| it.1)
    }

    /// The last year before this one that there is a report of.
    pub(crate) fn last(&self, year: u16) -> Option<u16> {
        self.0.iter().rev().map(|it| it.0).find(|it| *it < year)
    }
}
