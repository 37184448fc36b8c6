//! The reports of one agency, each beside those before it.

use super::Years;
use crate::judge::Context;
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
        outcomes[n] = Some(Run::new(*subject, policy).judge(Context::Years(&years)));
        years.add(*subject);
    }
    outcomes.into_iter().flatten().collect()
}
