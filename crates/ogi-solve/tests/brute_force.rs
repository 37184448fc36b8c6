//! Evaluation against an oracle that tries every assignment of small counts to the unknown figures.

use std::collections::BTreeMap;

use ogi_model::{CellId, Equality, Sign, TableForm};
use ogi_solve::{Evaluation, Expected, Figure, can_hold, evaluate};
use proptest::prelude::*;

fn equalities() -> impl Strategy<Value = &'static Equality> {
    let all: Vec<&'static Equality> =
        TableForm::ALL.iter().flat_map(|form| form.equalities()).collect();
    proptest::sample::select(all)
}

/// Figures for every cell of an equality; few of them unknown, so that the oracle comes to an end.
fn cases() -> impl Strategy<Value = (&'static Equality, BTreeMap<CellId, Figure>)> {
    equalities().prop_flat_map(|equality| {
        let len = equality.parts().len() + 1;
        let most = if len > 8 { 2 } else { 3 };
        let known = proptest::collection::vec(
            prop_oneof![
                8 => (-1_i64..=3).prop_map(Figure::Known),
                1 => Just(Figure::NotApplicable),
            ],
            len,
        );
        let unknown = proptest::collection::vec(0..len, 0..=most);
        // As often as not a total that fits the known parts, or nearly.
        let total = prop_oneof![Just(None), (-1_i64..=1).prop_map(Some)];
        (known, unknown, total).prop_map(move |(mut figures, unknown, total)| {
            if let Some(off) = total {
                let sum: i64 =
                    equality.parts().iter().zip(&figures).map(|(t, f)| t.sign.of(value(*f))).sum();
                figures[len - 1] = Figure::Known(sum + off);
            }
            for place in unknown {
                figures[place] = Figure::Unknown;
            }
            (equality, equality.cells().zip(figures).collect())
        })
    })
}

fn value(figure: Figure) -> i64 {
    match figure {
        Figure::Known(value) => value,
        Figure::NotApplicable => 0,
        Figure::Unknown | Figure::NotWhole => unreachable!("no value"),
    }
}

/// Every assignment of `0..=most` to the unknown cells that makes the equality hold.
fn solutions(equality: &Equality, figures: &BTreeMap<CellId, Figure>) -> Vec<Vec<(CellId, i64)>> {
    let unknown: Vec<CellId> =
        equality.cells().filter(|cell| figures[cell] == Figure::Unknown).collect();
    // What is left for the unknown ones is at most this, so that more would find no more.
    let most = 1 + figures
        .values()
        .map(|it| if let Figure::Known(n) = it { n.abs() } else { 0 })
        .sum::<i64>();
    let mut found = Vec::new();
    let mut counts = vec![0; unknown.len()];
    loop {
        let of = |cell: CellId| match unknown.iter().position(|it| *it == cell) {
            Some(i) => counts[i],
            None => value(figures[&cell]),
        };
        let sum: i64 = equality
            .parts()
            .iter()
            .map(|term| match term.sign {
                Sign::Plus => of(term.cell),
                Sign::Minus => -of(term.cell),
            })
            .sum();
        if sum == of(equality.total()) {
            found.push(unknown.iter().copied().zip(counts.iter().copied()).collect());
        }
        let Some(i) = counts.iter().position(|it| *it < most) else { return found };
        counts[..i].fill(0);
        counts[i] += 1;
    }
}

proptest! {
    #[test]
    fn says_what_every_assignment_says((equality, figures) in cases()) {
        let evaluation = evaluate(equality, &|cell: CellId| figures[&cell]);
        let solutions = solutions(equality, &figures);
        let unknown: Vec<CellId> =
            equality.cells().filter(|cell| figures[cell] == Figure::Unknown).collect();

        prop_assert_eq!(evaluation.is_broken(), solutions.is_empty());
        prop_assert_eq!(evaluation.holds(), unknown.is_empty() && !solutions.is_empty());
        prop_assert_eq!(can_hold(equality, &|cell: CellId| figures[&cell]), !evaluation.is_broken());
        if let Evaluation::Open(open) = evaluation {
            prop_assert_eq!(open.unknown().collect::<Vec<_>>(), unknown.clone());
            let determined: Vec<(CellId, i128)> = unknown
                .iter()
                .enumerate()
                .filter(|(i, _)| solutions.iter().all(|it| it[*i].1 == solutions[0][*i].1))
                .map(|(i, cell)| (*cell, i128::from(solutions[0][i].1)))
                .collect();
            prop_assert_eq!(open.implied().collect::<Vec<_>>(), determined);
        }
    }

    /// What is expected is what any total that fits would print.
    #[test]
    fn expects_what_would_hold((equality, mut figures) in cases()) {
        let evaluation = evaluate(equality, &|cell: CellId| figures[&cell]);
        if let Evaluation::Broken(broken) = evaluation {
            let expected = match broken.expected {
                Expected::Exactly(n) | Expected::AtLeast(n) | Expected::AtMost(n) => n as i64,
            };
            let step = match broken.expected {
                Expected::Exactly(_) => 0,
                Expected::AtLeast(_) => 1,
                Expected::AtMost(_) => -1,
            };
            let mut with_total = |total| {
                figures.insert(equality.total(), Figure::Known(total));
                evaluate(equality, &|cell: CellId| figures[&cell])
            };
            prop_assert!(!with_total(expected).is_broken());
            prop_assert!(!with_total(expected + 3 * step).is_broken());
            prop_assert_eq!(with_total(expected - 1).is_broken(), step != -1);
            prop_assert_eq!(with_total(expected + 1).is_broken(), step != 1);
        }
    }

    /// What is no count is never a pass, and never blamed on the others.
    #[test]
    fn a_figure_that_is_not_whole_leaves_open((equality, mut figures) in cases(), at in 0_usize..25) {
        let cells: Vec<CellId> = equality.cells().collect();
        let cell = cells[at % cells.len()];
        figures.insert(cell, Figure::NotWhole);
        let Evaluation::Open(open) = evaluate(equality, &|cell: CellId| figures[&cell]) else {
            return Err(TestCaseError::fail("not open"));
        };
        prop_assert_eq!(open.not_whole().collect::<Vec<_>>(), [cell]);
        prop_assert!(open.unknown().any(|it| it == cell));
        prop_assert_eq!(open.implied().count(), 0);
    }
}

#[test]
fn the_largest_figures_do_not_overflow() {
    for equality in TableForm::ALL.iter().flat_map(|form| form.equalities()) {
        for value in [i64::MAX, i64::MIN] {
            let all = |_: CellId| Figure::Known(value);
            let signs: i128 = equality.parts().iter().map(|it| i128::from(it.sign.of(1))).sum();
            match evaluate(equality, &all) {
                Evaluation::Holds => assert_eq!(signs, 1),
                Evaluation::Broken(broken) => {
                    let sum = signs * i128::from(value);
                    assert_eq!(broken.expected, Expected::Exactly(sum));
                    assert_eq!(broken.residual(), Some(i128::from(value) - sum));
                }
                Evaluation::Open(_) => panic!("nothing is unknown"),
            }
        }
    }
}
