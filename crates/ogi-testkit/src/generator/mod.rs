//! Random valid reports.

mod agency;
mod complete;
mod disclosure;
mod family;
mod gaps;
mod prose;
mod requests;
mod series;
mod size;

pub use size::Size;

use ogi_model::{Cell, Date, Edition, Report, TableForm, TableId};
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use agency::Agency;
use gaps::Gaps;

/// Makes random valid reports of fictional agencies.
///
/// Valid means: every equality of the form holds, counts are whole and not negative, the year fits the
/// edition, the period is that year, and the report is published in time. Without further words the reports are
/// of either edition and of medium size, and every cell holds a figure.
///
/// ```
/// use ogi_testkit::{Generator, Size};
///
/// let reports: Vec<_> = Generator::new(1).size(Size::Large).take(3).collect();
/// assert_eq!(reports[2], Generator::new(1).size(Size::Large).nth(2).unwrap());
/// ```
#[derive(Clone, Debug)]
pub struct Generator {
    rng: ChaCha8Rng,
    size: Size,
    edition: Option<Edition>,
    gaps: Gaps,
}

impl Generator {
    /// A generator that makes the same reports for the same seed.
    pub fn new(seed: u64) -> Self {
        Self { rng: crate::rng(seed), size: Size::Medium, edition: None, gaps: Gaps::default() }
    }

    /// Reports of this size only.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Row};
    /// use ogi_testkit::{Generator, Size};
    ///
    /// let report = Generator::new(1).size(Size::Requests(12)).report();
    /// assert_eq!(report[CellId::new(Row::NewlyReceived, Column::Total)].count(), Some(12));
    /// ```
    pub fn size(mut self, size: Size) -> Self {
        self.size = size;
        self
    }

    /// Reports of this edition only.
    ///
    /// ```
    /// use ogi_model::{Edition, TableEdition, TableId};
    /// use ogi_testkit::Generator;
    ///
    /// let report = Generator::new(1).edition(Edition::E2019).report();
    /// assert_eq!(report.table(TableId::Disputes), Some(TableEdition::One(Edition::E2019)));
    /// ```
    pub fn edition(mut self, edition: Edition) -> Self {
        self.edition = Some(edition);
        self
    }

    /// Leaves this share of all cells blank, whatever their figure was; between 0 and 1.
    ///
    /// ```
    /// let report = ogi_testkit::Generator::new(1).blanks(0.2).report();
    /// assert!(report.cells().any(|(_, cell)| cell.is_blank()));
    /// ```
    pub fn blanks(mut self, share: f64) -> Self {
        self.gaps.blanks = share;
        self
    }

    /// Prints this share of the zeros as `/`, `—` or another such token; between 0 and 1.
    ///
    /// ```
    /// use ogi_model::Cell;
    ///
    /// let report = ogi_testkit::Generator::new(1).not_applicable(0.2).report();
    /// assert!(report.cells().any(|(_, cell)| matches!(cell, Cell::NotApplicable(_))));
    /// ```
    pub fn not_applicable(mut self, share: f64) -> Self {
        self.gaps.not_applicable = share;
        self
    }

    /// Gives this share of the numbers in table two a remark, as `22（其中修订16件）`; between 0 and 1.
    ///
    /// ```
    /// let report = ogi_testkit::Generator::new(1).remarks(0.5).report();
    /// assert!(report.cells().any(|(_, cell)| cell.remark().is_some()));
    /// ```
    pub fn remarks(mut self, share: f64) -> Self {
        self.gaps.remarks = share;
        self
    }

    /// The next report.
    pub fn report(&mut self) -> Report {
        let rng = &mut self.rng;
        let edition = self.edition.or_else(|| Edition::ALL.choose(rng).copied());
        let edition = edition.unwrap_or(Edition::E2021);
        let agency = Agency::random(rng);
        let year = match edition {
            Edition::E2019 => rng.random_range(2019..=2020),
            Edition::E2021 => rng.random_range(2021..=2025),
        };
        let requests = self.size.requests(rng);
        let mut report = self.complete(edition, &agency, year, requests, None);
        self.gaps.open(&mut report, &mut self.rng);
        report
    }

    /// A report with a figure in every cell, one that follows from last year's if that is given.
    fn complete(
        &mut self,
        edition: Edition,
        agency: &Agency,
        year: u16,
        requests: u32,
        last: Option<&Report>,
    ) -> Report {
        let rng = &mut self.rng;
        // The builder can fail for figures that the form does not have and years out of the calendar; neither is
        // set here, and a report without metadata is what would be seen of it.
        let mut report =
            Report::builder(edition).agency(&agency.name).year(year).build().unwrap_or_default();
        disclosure::fill(
            &mut report,
            TableForm::of(TableId::ActiveDisclosure, edition),
            requests,
            agency.makes_rules(),
            rng,
        );
        if let Some(last) = last {
            disclosure::follow(&mut report, last);
        }
        requests::fill(
            &mut report,
            TableForm::of(TableId::Applications, edition),
            requests,
            last,
            rng,
        );
        complete::fill_leaves(
            &mut report,
            TableForm::of(TableId::Disputes, edition),
            requests,
            rng,
        );
        for table in TableId::ALL {
            complete::add_up(&mut report, TableForm::of(*table, edition));
        }
        self.write(&mut report, agency);
        report
    }

    /// Publishes a report with its narrative.
    fn write(&mut self, report: &mut Report, agency: &Agency) {
        let rng = &mut self.rng;
        let year = report.year.unwrap_or_default();
        report.published = published(agency, year, rng);
        report.preamble = Some(prose::preamble(report, agency, rng));
        report.overview = Some(prose::overview(report, agency, rng));
        report.problems = Some(prose::problems(rng));
        report.other_matters = Some(prose::other_matters(report, agency, rng));
    }
}

/// Endless: each report differs from the one before.
impl Iterator for Generator {
    type Item = Report;

    fn next(&mut self) -> Option<Report> {
        Some(self.report())
    }
}

/// A day in time: by 31 January, for a government by 20 February, which is early enough for each level of them.
fn published(agency: &Agency, year: u16, rng: &mut ChaCha8Rng) -> Option<Date> {
    let last_month = if agency.is_government() { 2 } else { 1 };
    let month = rng.random_range(1..=last_month);
    let last_day = if month == 2 { 20 } else { 31 };
    Date::new(year + 1, month, rng.random_range(4..=last_day)).ok()
}

/// The count in a cell; 0 if it has none.
fn count(cell: &Cell) -> i64 {
    cell.count().unwrap_or(0)
}
