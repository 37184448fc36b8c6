//! A government and the bodies below it.

use ogi_model::{CellId, Decimal, Edition, Report, TableForm, TableId, Unit};
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

use super::{Agency, Generator, count};

impl Generator {
    /// A government and so many bodies below it, all of one year and edition, each of another name. Its figures are
    /// the sums of theirs, but for those that do not add up (see [`CellId::is_additive`]).
    ///
    /// Gaps are opened last, and not in the government's report, so that it has the true sums.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Row};
    /// use ogi_testkit::Generator;
    ///
    /// let (parent, children) = Generator::new(1).family(3);
    /// let total = CellId::new(Row::NewlyReceived, Column::Total);
    /// let sum: i64 = children.iter().filter_map(|it| it[total].count()).sum();
    /// assert_eq!(parent[total].count(), Some(sum));
    /// ```
    pub fn family(&mut self, children: usize) -> (Report, Vec<Report>) {
        let drawn = Edition::ALL.choose(&mut self.rng).copied().unwrap_or(Edition::E2021);
        let edition = self.edition.unwrap_or(drawn);
        let year = match edition {
            Edition::E2019 => self.rng.random_range(2019..=2020),
            Edition::E2021 => self.rng.random_range(2021..=2025),
        };
        let government = Agency::government(&mut self.rng);
        let mut parent = self.complete(edition, &government, year, 0, None);
        let mut reports: Vec<Report> = Vec::new();
        while reports.len() < children {
            let mut agency = Agency::random(&mut self.rng);
            let is_taken = |name: &str| {
                [&parent].into_iter().chain(&reports).any(|it| it.agency.as_deref() == Some(name))
            };
            if is_taken(&agency.name) {
                agency.name += &format!("第{}办公室", reports.len());
            }
            let requests = self.size.requests(&mut self.rng);
            reports.push(self.complete(edition, &agency, year, requests, None));
        }
        for cell in TableId::ALL.iter().flat_map(|table| TableForm::of(*table, edition).cells()) {
            add_up(&mut parent, cell, &reports);
        }
        self.write(&mut parent, &government);
        for report in &mut reports {
            self.gaps.open(report, &mut self.rng);
        }
        (parent, reports)
    }
}

fn add_up(parent: &mut Report, cell: CellId, children: &[Report]) {
    if !cell.is_additive() {
        return;
    }
    if cell.unit() == Unit::Money {
        let sum: Decimal = children.iter().filter_map(|it| it[cell].decimal()).sum();
        parent.set(cell, sum);
    } else {
        parent.set(cell, children.iter().map(|it| count(&it[cell])).sum::<i64>());
    }
}
