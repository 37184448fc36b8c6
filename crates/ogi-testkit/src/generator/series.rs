//! One agency over years.

use ogi_model::{Edition, Report};
use rand::RngExt as _;

use super::{Agency, Generator};

impl Generator {
    /// The reports of one agency over years, the first year first. Each is valid, and follows from the one before:
    /// what is carried in, what is in force, and in edition 2019 the items of last year.
    ///
    /// The edition is that of each year unless one was chosen. Gaps are opened last, so that what is printed still
    /// follows.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Row};
    /// use ogi_testkit::Generator;
    ///
    /// let years = Generator::new(1).series(2019..2024);
    /// assert_eq!(years.len(), 5);
    /// let total = |row, n: usize| years[n][CellId::new(row, Column::Total)].count();
    /// assert_eq!(total(Row::CarriedIn, 3), total(Row::CarriedOut, 2));
    /// ```
    pub fn series(&mut self, years: impl IntoIterator<Item = u16>) -> Vec<Report> {
        let agency = Agency::random(&mut self.rng);
        let first = self.size.requests(&mut self.rng);
        let mut reports: Vec<Report> = Vec::new();
        for year in years {
            let edition = self.edition.unwrap_or_else(|| Edition::of_year(year));
            // A quarter more or less, as from year to year.
            let requests = first * self.rng.random_range(75..=125) / 100;
            let report = self.complete(edition, &agency, year, requests, reports.last());
            reports.push(report);
        }
        for report in &mut reports {
            self.gaps.open(report, &mut self.rng);
        }
        reports
    }
}
