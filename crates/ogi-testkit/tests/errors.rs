//! Planted errors break the sums.

use ogi_model::{Cell, CellId, Equality, Report};
use ogi_testkit::{ErrorKind, Generator, plant, plant_kind, reports, reports_with_gaps, rng};
use proptest::prelude::*;

fn is_broken(report: &Report, equality: &Equality) -> bool {
    let counted = |cell: CellId| match &report[cell] {
        Cell::NotApplicable(_) => Some(0),
        cell => cell.count(),
    };
    let sum = equality
        .parts()
        .iter()
        .try_fold(0, |sum, term| Some(sum + term.sign.of(counted(term.cell)?)));
    matches!((sum, counted(equality.total())), (Some(sum), Some(total)) if sum != total)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_kind_breaks_an_equality(
        sound in prop_oneof![reports(), reports_with_gaps()],
        seed: u64,
    ) {
        for kind in ErrorKind::ALL {
            let mut wrong = sound.clone();
            let Some(planted) = plant_kind(&mut wrong, *kind, &mut rng(seed)) else {
                prop_assert_eq!(&wrong, &sound);
                continue;
            };
            prop_assert_eq!(planted.kind, *kind);
            prop_assert!(wrong.equalities().any(|it| is_broken(&wrong, it)), "{:?}", planted);

            // Nothing else was touched.
            prop_assert_eq!(sound[planted.cell].count(), Some(planted.from));
            prop_assert_eq!(wrong[planted.cell].count(), Some(planted.to));
            wrong.set(planted.cell, sound[planted.cell].clone());
            prop_assert_eq!(&wrong, &sound);
        }
    }

    #[test]
    fn some_kind_fits_every_report(mut report in reports(), seed: u64) {
        prop_assert!(plant(&mut report, &mut rng(seed)).is_some());
    }

    #[test]
    fn strategies_give_valid_reports(report in prop_oneof![reports(), reports_with_gaps()]) {
        prop_assert!(!report.equalities().any(|it| is_broken(&report, it)));
    }
}

#[test]
fn the_same_seed_plants_the_same() {
    let report = Generator::new(1).report();
    let planted: Vec<_> =
        (0..200).map(|seed| plant(&mut report.clone(), &mut rng(seed)).unwrap()).collect();
    for (seed, before) in planted.iter().enumerate() {
        assert_eq!(plant(&mut report.clone(), &mut rng(seed as u64)).as_ref(), Some(before));
    }
    for kind in ErrorKind::ALL {
        assert!(planted.iter().any(|it| it.kind == *kind), "{kind:?}");
    }
}

#[test]
fn nothing_is_planted_where_nothing_could_be_found() {
    assert_eq!(plant(&mut Report::new(), &mut rng(1)), None);
    let mut blank = Generator::new(1).blanks(1.0).report();
    assert_eq!(plant(&mut blank, &mut rng(1)), None);
}
