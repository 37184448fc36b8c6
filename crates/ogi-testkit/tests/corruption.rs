//! Corruptions are what they say they are.

#![allow(clippy::unwrap_used)]

use ogi_model::{Edition, EqualityKind, Report};
use ogi_testkit::{Channel, Corruption, Generator, Size, rng};

fn is_sound(report: &Report) -> bool {
    report.equalities().all(|it| {
        let count = |cell| report[cell].count().unwrap();
        let sum: i64 = it.parts().iter().map(|term| term.sign.of(count(term.cell))).sum();
        sum == count(it.total())
    })
}

#[test]
fn every_corruption_changes_what_it_says_and_no_more() {
    for edition in Edition::ALL {
        for channel in Channel::ALL {
            for corruption in Corruption::ALL {
                let mut applied = 0;
                for seed in 0..40 {
                    let sound = Generator::new(seed).edition(*edition).size(Size::Medium).report();
                    let mut wrong = sound.clone();
                    let corrupted = corruption.apply(&mut wrong, *channel, &mut rng(seed));
                    applied += usize::from(!corrupted.is_empty());
                    let exchanges = [Corruption::RowsExchanged, Corruption::ColumnsExchanged]
                        .contains(corruption);
                    // Exchanged lines can add up all the same.
                    assert!(
                        corrupted.is_empty() || exchanges || !is_sound(&wrong),
                        "{corruption:?}"
                    );
                    assert!(corrupted.is_sorted_by_key(|it| it.cell));
                    for it in &corrupted {
                        assert_eq!(sound[it.cell].count(), Some(it.from));
                        assert_eq!(wrong[it.cell].count(), Some(it.to));
                        assert!(it.from != it.to && it.to >= 0);
                        wrong.set(it.cell, it.from);
                    }
                    assert_eq!(wrong, sound);
                }
                assert!(applied > 20, "{corruption:?}");
            }
        }
    }
}

/// What is carried into all totals leaves nothing but the balance broken.
#[test]
fn carried_errors_hide_from_the_sums() {
    for seed in 0..40 {
        let mut report = Generator::new(seed).report();
        let _ =
            Corruption::CarriedIntoAllTotals.apply(&mut report, Channel::People, &mut rng(seed));
        let count = |cell| report[cell].count().unwrap();
        for it in report.equalities().filter(|it| it.kind() != EqualityKind::Balance) {
            let sum: i64 = it.parts().iter().map(|term| term.sign.of(count(term.cell))).sum();
            assert_eq!(sum, count(it.total()));
        }
    }
}
