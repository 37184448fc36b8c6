//! A register made of tables tallies back to these tables.

use ogi_model::{EqualityKind, Report, Sign, TableForm, TableId};
use ogi_tally::Scope;
use ogi_testkit::{Generator, Size, register_csv, rng};
use proptest::prelude::*;
use rand::seq::SliceRandom as _;

use crate::tallied;

/// Everything that makes a register: a report of few enough requests, and chance.
fn report_and_seed() -> impl Strategy<Value = (Report, u64)> {
    let edition = prop::sample::select(ogi_model::Edition::ALL);
    (any::<u64>(), edition, 0..250_u32).prop_map(|(seed, edition, requests)| {
        let size = Size::Requests(requests);
        (Generator::new(seed).edition(edition).size(size).report(), seed)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn tables_come_back((report, seed) in report_and_seed()) {
        let mut rng = rng(seed);
        let mut requests = ogi_testkit::register(&report, &mut rng);
        let scope = Scope::of_report(&report, None).unwrap();
        let first = tallied(register_csv(&requests, &mut rng).as_bytes(), scope);
        prop_assert_eq!(&first.left_over, &[]);
        let comparison = first.compare(&report);
        prop_assert_eq!(comparison.differences, []);
        prop_assert_eq!(comparison.not_compared, []);
        prop_assert!(comparison.compared > 170);
        prop_assert!(!first.answered_before.is_empty());

        requests.shuffle(&mut rng);
        let shuffled = tallied(register_csv(&requests, &mut rng).as_bytes(), scope);
        prop_assert!(first.cells().all(|it| first.figure(it) == shuffled.figure(it)));
        prop_assert_eq!(first.answered_before.len(), shuffled.answered_before.len());
        prop_assert_eq!(first.received_after.len(), shuffled.received_after.len());
    }

    /// Each row is somewhere, once; what is carried out is what is left.
    #[test]
    fn nothing_is_dropped((report, seed) in report_and_seed(), cut in 0..7_usize) {
        let mut rng = rng(seed);
        let text = register_csv(&ogi_testkit::register(&report, &mut rng), &mut rng);
        // A cell of every third row is lost.
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut rows = 0;
        for (n, record) in reader.records().enumerate() {
            let record = record.unwrap();
            let is_lost = |at: usize| n % 3 == 2 && at == cut;
            writer.write_record(record.iter().enumerate().map(|(at, it)| if is_lost(at) { "" } else { it })).unwrap();
            rows += usize::from(n > 0);
        }
        let text = writer.into_inner().unwrap();
        let scope = Scope::of_report(&report, None).unwrap();
        let tally = tallied(&text, scope);
        let of_requests = |it: &&ogi_tally::LeftOver| it.table == TableId::Applications;
        let placed = tally.requests + tally.answered_before.len() + tally.received_after.len()
            + tally.left_over.iter().filter(of_requests).count();
        prop_assert_eq!(placed, rows - tally.aside.len());
        for it in TableForm::of(TableId::Applications, scope.edition).equalities() {
            if it.kind() == EqualityKind::Balance {
                let sign = |sign| if sign == Sign::Plus { 1 } else { -1 };
                let sum: i64 = it.parts().iter().map(|it| sign(it.sign) * tally.figure(it.cell)).sum();
                prop_assert_eq!(sum, tally.figure(it.total()));
            }
        }
    }
}

/// A city's.
#[test]
fn large_tables_come_back() {
    let report = Generator::new(3).size(Size::Large).report();
    let mut rng = rng(3);
    let requests = ogi_testkit::register(&report, &mut rng);
    assert!(requests.len() > 2_000);
    let scope = Scope::of_report(&report, None).unwrap();
    let tally = tallied(register_csv(&requests, &mut rng).as_bytes(), scope);
    assert_eq!(tally.compare(&report).differences, []);
    assert_eq!(tally.left_over, []);
}
