//! Which year is counted, on which form.

use ogi_model::{Edition, Report, TableEdition, TableId};

/// The year that is counted, and the edition of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The year.
    pub year: u16,
    /// The edition of tables three and four.
    pub edition: Edition,
}

impl Scope {
    /// A year, on the form of that year.
    pub const fn of_year(year: u16) -> Self {
        Self { year, edition: Edition::of_year(year) }
    }

    /// The year of a report, or another, on the form that the report uses for table three.
    ///
    /// ```
    /// use ogi_model::{Edition, Report};
    /// use ogi_tally::Scope;
    ///
    /// let report = Report::builder(Edition::E2019).agency("示例镇人民政府").year(2023).build()?;
    /// let scope = Scope::of_report(&report, None).unwrap();
    /// assert_eq!((scope.year, scope.edition), (2023, Edition::E2019));
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn of_report(report: &Report, year: Option<u16>) -> Option<Self> {
        let of_year = Self::of_year(year.or(report.year)?);
        Some(match report.table(TableId::Applications) {
            Some(TableEdition::One(edition)) => Self { edition, ..of_year },
            Some(TableEdition::Mixed) | None => of_year,
        })
    }
}
