//! Valid reports for property tests.

use ogi_model::{Edition, Report};
use proptest::prelude::*;

use crate::{Generator, Size};

/// Valid reports of both editions and any size, with a figure in every cell.
///
/// They are those of a [`Generator`] and shrink towards few requests and edition 2021.
///
/// ```
/// use ogi_model::{Cell, CellId, Column, Row};
/// use proptest::prelude::*;
///
/// proptest!(ProptestConfig::with_cases(8), |(report in ogi_testkit::reports())| {
///     let total = CellId::new(Row::NewlyReceived, Column::Total);
///     prop_assert!(report[total].count() >= Some(0));
/// });
/// ```
pub fn reports() -> impl Strategy<Value = Report> {
    generators().prop_map(|mut generator| generator.report())
}

/// The same with blank cells, tokens for "not applicable" and remarks, each in some of the reports.
///
/// ```
/// use proptest::prelude::*;
///
/// proptest!(ProptestConfig::with_cases(8), |(report in ogi_testkit::reports_with_gaps())| {
///     prop_assert!(report.cells().count() > 0);
/// });
/// ```
pub fn reports_with_gaps() -> impl Strategy<Value = Report> {
    // Percentages, because they shrink to a plain 0.
    let share = |most: u32| prop_oneof![Just(0), 0..=most].prop_map(|it| f64::from(it) / 100.0);
    (generators(), share(40), share(60), share(60)).prop_map(
        |(generator, blanks, not_applicable, remarks)| {
            generator.blanks(blanks).not_applicable(not_applicable).remarks(remarks).report()
        },
    )
}

fn generators() -> impl Strategy<Value = Generator> {
    let edition = prop_oneof![Just(Edition::E2021), Just(Edition::E2019)];
    // Mostly small ones, as in the wild; they are also the quickest to make.
    let requests = prop_oneof![6 => 0..60_u32, 3 => 60..1_000_u32, 1 => 1_000..30_000_u32];
    (any::<u64>().no_shrink(), edition, requests).prop_map(|(seed, edition, requests)| {
        Generator::new(seed).edition(edition).size(Size::Requests(requests))
    })
}
