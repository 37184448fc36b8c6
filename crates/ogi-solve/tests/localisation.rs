//! Planted errors are found, all explanations mend, and none is missed.

use std::collections::BTreeSet;

use ogi_model::{
    Cell, CellId, Decimal, Edition, Equality, EqualityKind, NotApplicable, Report, Sign, TableId,
};
use ogi_solve::{Budget, Explanation, Localisation, Mechanism, System, evaluate};
use ogi_testkit::{Generator, Size, reports};
use proptest::prelude::*;
use proptest::sample::Index;

fn localise(report: &Report) -> Localisation {
    System::of_report(report).localise(Budget::default())
}

fn table_three(report: &Report) -> Vec<CellId> {
    CellId::of_table(TableId::Applications).filter(|it| report[*it].count().is_some()).collect()
}

fn equalities(report: &Report) -> Vec<&'static Equality> {
    report.equalities().filter(|it| it.table() == TableId::Applications).collect()
}

/// Changes cells, each by its own amount; a figure that would be negative goes up instead.
fn plant(
    report: &mut Report,
    cells: &[CellId],
    errors: &[(Index, i64)],
) -> BTreeSet<(CellId, i64)> {
    let mut planted = BTreeSet::new();
    for (cell, by) in errors {
        let cell = cells[cell.index(cells.len())];
        let right = report[cell].count().unwrap_or_default();
        if planted.iter().any(|it: &(CellId, i64)| it.0 == cell) {
            continue;
        }
        let wrong = if right + by < 0 { right - by } else { right + by };
        report.set(cell, wrong);
        planted.insert((cell, right));
    }
    planted
}

/// What an explanation says the cells should be.
fn edits(explanation: &Explanation) -> BTreeSet<(CellId, i64)> {
    explanation.edits.iter().map(|it| (it.cell, it.to)).collect()
}

fn error() -> impl Strategy<Value = (Index, i64)> {
    let by = prop_oneof![-9_i64..0, 1_i64..10, -999_i64..0, 1_i64..1000];
    (any::<Index>(), by)
}

fn small() -> impl Strategy<Value = Report> {
    (any::<u64>(), 0..12_u32, prop::sample::select(Edition::ALL)).prop_map(
        |(seed, requests, edition)| {
            Generator::new(seed).edition(edition).size(Size::Requests(requests)).report()
        },
    )
}

/// Applied, it leaves every equality of the table holding, and nothing but counts.
fn mends(report: &Report, explanation: &Explanation) -> Result<(), TestCaseError> {
    let mut mended = report.clone();
    for edit in &explanation.edits {
        prop_assert_eq!(report[edit.cell].count(), edit.from);
        prop_assert_ne!(edit.from, Some(edit.to));
        prop_assert!(edit.to >= 0);
        mended.set(edit.cell, edit.to);
    }
    prop_assert!(equalities(report).iter().all(|it| evaluate(it, &mended).holds()));
    let broken: Vec<_> = equalities(report)
        .iter()
        .filter(|it| evaluate(it, report).is_broken())
        .map(|it| it.id())
        .collect();
    prop_assert_eq!(&explanation.mends, &broken);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_single_error_is_located_and_valued(sound in reports(), error in error()) {
        let mut report = sound.clone();
        let planted = plant(&mut report, &table_three(&sound), &[error]);
        let found = localise(&report);
        prop_assert!(found.exhaustive);
        prop_assert_eq!(edits(&found.explanations[0]), planted);
        prop_assert!(found.explanations[0].posterior > 0.9, "{:?}", found.explanations);
        let of_one = found.explanations.iter().filter(|it| it.edits.len() == 1);
        prop_assert_eq!(of_one.count(), 1);
    }

    #[test]
    fn two_errors_of_different_size_are_one_set(sound in reports(), errors in [error(), error()]) {
        let mut report = sound.clone();
        let planted = plant(&mut report, &table_three(&sound), &errors);
        let sizes: BTreeSet<i64> = planted
            .iter()
            .map(|(cell, right)| right.abs_diff(report[*cell].count().unwrap_or_default()) as i64)
            .collect();
        prop_assume!(planted.len() == 2 && sizes.len() == 2);
        let found = localise(&report);
        let pairs: Vec<_> =
            found.explanations.iter().filter(|it| it.edits.len() == 2).map(edits).collect();
        prop_assert!(pairs.contains(&planted));
        // Slips of whole lines that come to two cells are such pairs too.
        prop_assert_eq!(pairs.len(), 1);
    }

    /// Each in a row and a column of its own: more than are searched for together.
    #[test]
    fn errors_far_apart_are_found_piece_by_piece(sound in reports(), first in 0..14_usize, many in 4..=6_usize) {
        let results: Vec<CellId> = equalities(&sound)
            .iter()
            .filter(|it| it.kind() == EqualityKind::OutcomeSum)
            .enumerate()
            .take(many)
            .map(|(column, sum)| sum.parts()[first + column].cell)
            .collect();
        let mut report = sound.clone();
        for (at, cell) in results.iter().enumerate() {
            report.set(*cell, sound[*cell].count().unwrap() + (7 << at));
        }
        let found = localise(&report);
        prop_assert!(!found.exhaustive, "it cannot be, since sets of so many are not searched");
        let planted: BTreeSet<_> =
            results.iter().map(|it| (*it, sound[*it].count().unwrap())).collect();
        prop_assert_eq!(edits(&found.explanations[0]), planted);
        prop_assert_eq!(found.explanations[0].mechanism, Mechanism::SeveralFigures);
        prop_assert!(found.explanations[0].posterior < 0.9);
        for explanation in &found.explanations {
            mends(&report, explanation)?;
        }
    }

    #[test]
    fn up_to_three_errors_are_detected_and_mended(
        sound in reports(),
        errors in prop::collection::vec(error(), 1..=3),
    ) {
        let mut report = sound.clone();
        let planted = plant(&mut report, &table_three(&sound), &errors);
        prop_assert!(!System::of_report(&report).is_sound());
        let found = localise(&report);
        prop_assert!(found.exhaustive);
        prop_assert!(!found.explanations.is_empty());
        for explanation in &found.explanations {
            mends(&report, explanation)?;
        }
        // A smaller set may explain as much, and be so much likelier that no larger one is looked for.
        let smallest = found.explanations.iter().map(|it| it.edits.len()).min();
        if smallest == Some(planted.len()) {
            prop_assert!(found.explanations.iter().any(|it| edits(it) == planted));
        }
        let sum: f64 = found.explanations.iter().map(|it| it.posterior).sum();
        prop_assert!(sum < 1.0 + 1e-9);
        prop_assert!(found.explanations.is_sorted_by(|a, b| a.posterior > b.posterior - 1e-8));
    }

    /// A wrong figure and a blank together: 2t + s < 4.
    #[test]
    fn an_error_beside_a_blank_is_located(sound in reports(), error in error(), blank in any::<Index>()) {
        let mut report = sound.clone();
        let cells = table_three(&sound);
        let planted = plant(&mut report, &cells, &[error]);
        let blank = cells[blank.index(cells.len())];
        prop_assume!(planted.iter().all(|it| it.0 != blank));
        report.set(blank, Cell::Blank);
        let found = localise(&report);
        prop_assert_eq!(edits(&found.explanations[0]), planted);
        report.set(found.explanations[0].edits[0].cell, found.explanations[0].edits[0].to);
        let filling = System::of_report(&report).filling();
        prop_assert_eq!(filling.count(blank), sound[blank].count().map(i128::from));
    }

    #[test]
    fn nothing_is_searched_in_a_sound_report(report in reports()) {
        let found = localise(&report);
        prop_assert_eq!(found.explanations.len(), 0);
        prop_assert!(found.exhaustive && found.choices == 0);
    }

    #[test]
    fn a_small_budget_is_stated(sound in reports(), errors in [error(), error()]) {
        let mut report = sound.clone();
        let planted = plant(&mut report, &table_three(&sound), &errors);
        prop_assume!(planted.len() == 2 && localise(&report).explanations.iter().all(|it| it.edits.len() > 1));
        let found = System::of_report(&report).localise(Budget { choices: 1, ..Budget::default() });
        prop_assert!(!found.exhaustive);
        prop_assert!(found.choices <= 1);
    }
}

/// Whatever a cell may hold.
fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => (0_i64..20).prop_map(Cell::from),
        1 => any::<i64>().prop_map(Cell::from),
        1 => prop::sample::select(vec![i64::MIN, -1, 0, i64::MAX]).prop_map(Cell::from),
        2 => Just(Cell::Blank),
        1 => Just(Cell::from(NotApplicable::Slash)),
        1 => Just(Cell::from(Decimal::new(35, 1))),
        1 => Just(Cell::Absent),
        1 => Just(Cell::Unreadable("o".into())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Nothing panics, and an explanation of anything leaves no equality broken that it says it mends.
    #[test]
    fn any_figures_can_be_searched(
        sound in reports(),
        cells in prop::collection::vec((any::<Index>(), any_cell()), 0..60),
    ) {
        let mut report = sound;
        let all: Vec<CellId> = report.cells().map(|it| it.0).collect();
        for (at, cell) in cells {
            report.set(all[at.index(all.len())], cell);
        }
        let system = System::of_report(&report);
        let _ = system.filling();
        let found = system.localise(Budget { choices: 500, ..Budget::default() });
        for explanation in &found.explanations {
            let mut mended = report.clone();
            explanation.edits.iter().for_each(|it| mended.set(it.cell, it.to));
            for it in report.equalities().filter(|it| explanation.mends.contains(&it.id())) {
                prop_assert!(!evaluate(it, &mended).is_broken(), "{:?}", it.id());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Against an oracle that tries every pair of cells, each by every amount that an equality is out by.
    #[test]
    fn no_pair_is_missed(sound in small(), errors in [(any::<Index>(), 1_i64..4), (any::<Index>(), -3_i64..0)]) {
        let mut report = sound.clone();
        let cells = table_three(&sound);
        plant(&mut report, &cells, &errors);
        let found = localise(&report);
        prop_assume!(found.explanations.iter().all(|it| it.edits.len() > 1));
        let ours: BTreeSet<_> =
            found.explanations.iter().map(edits).filter(|it| it.len() == 2).collect();
        prop_assert_eq!(ours, all_pairs(&report, &cells));
    }
}

fn all_pairs(report: &Report, cells: &[CellId]) -> BTreeSet<BTreeSet<(CellId, i64)>> {
    let equalities = equalities(report);
    let count = |cell: CellId| report[cell].count().unwrap_or_default();
    let times = |equality: &Equality, cell: CellId| -> i64 {
        let part = equality.parts().iter().find(|it| it.cell == cell);
        match part {
            Some(term) if term.sign == Sign::Plus => 1,
            Some(_) => -1,
            None if equality.total() == cell => -1,
            None => 0,
        }
    };
    let matrix: Vec<Vec<i64>> =
        cells.iter().map(|cell| equalities.iter().map(|it| times(it, *cell)).collect()).collect();
    let residuals: Vec<i64> = equalities
        .iter()
        .map(|it| it.cells().map(|cell| times(it, cell) * count(cell)).sum())
        .collect();
    let amounts: BTreeSet<i64> =
        residuals.iter().filter(|it| **it != 0).flat_map(|it| [*it, -it]).collect();
    // All that one cell can do, to try pairs quickly.
    let single: Vec<(usize, i64)> = (0..cells.len())
        .flat_map(|cell| amounts.iter().map(move |by| (cell, *by)))
        .filter(|(cell, by)| count(cells[*cell]) - by >= 0)
        .collect();
    let mut found = BTreeSet::new();
    for (n, (one, by)) in single.iter().enumerate() {
        for (other, by_other) in &single[n + 1..] {
            let mended = one != other
                && (0..residuals.len()).all(|at| {
                    matrix[*one][at] * by + matrix[*other][at] * by_other == residuals[at]
                });
            if mended {
                let right = |cell: usize, by: i64| (cells[cell], count(cells[cell]) - by);
                found.insert(BTreeSet::from([right(*one, *by), right(*other, *by_other)]));
            }
        }
    }
    found
}

/// 洪泽 2023: each of two totals of table four prints 0.
#[test]
fn totals_left_at_zero_are_the_likeliest() {
    use ogi_model::{Column, Row};
    let mut report = Generator::new(1).edition(Edition::E2021).report();
    let cells: Vec<CellId> = CellId::of_table(TableId::Disputes).collect();
    cells.iter().for_each(|cell| report.set(*cell, 0));
    report.set(CellId::new(Row::Reconsideration, Column::Upheld), 10);
    report.set(CellId::new(Row::Reconsideration, Column::Corrected), 1);
    report.set(CellId::new(Row::LitigationAfterReconsideration, Column::Upheld), 5);
    let found = localise(&report);
    let likeliest: Vec<_> = found
        .explanations
        .iter()
        .filter(|it| it.posterior > 0.5)
        .map(|it| (it.mechanism, it.edits[0].cell.row(), it.edits[0].cell.column(), it.edits[0].to))
        .collect();
    assert_eq!(
        likeliest,
        [
            (Mechanism::TotalLeftZero, Row::Reconsideration, Column::Total, 11),
            (Mechanism::TotalLeftZero, Row::LitigationAfterReconsideration, Column::Total, 5),
        ]
    );
    // That the only part was made up is possible.
    let of_five = found.explanations.iter().filter(|it| it.mends == found.explanations[1].mends);
    assert_eq!(of_five.count(), 2);
    assert!(found.explanations[1].posterior < found.explanations[0].posterior);
}

/// Requests of natural persons alone, by their results; all sums hold.
fn of_natural_persons(results: &[(ogi_model::Row, i64)]) -> Report {
    use ogi_model::{Column, Row};
    let mut report = Generator::new(1).edition(Edition::E2021).report();
    CellId::of_table(TableId::Applications).for_each(|cell| report.set(cell, 0));
    CellId::of_table(TableId::Disputes).for_each(|cell| report.set(cell, 0));
    let all = results.iter().map(|it| it.1).sum();
    for (row, count) in [(Row::NewlyReceived, all), (Row::Concluded, all)].iter().chain(results) {
        for column in [Column::NaturalPerson, Column::Total] {
            report.set(CellId::new(*row, column), *count);
        }
    }
    report
}

/// A 6 was copied down from the row above, and added into its row: 6 less in other rows would mend all as well.
#[test]
fn a_figure_copied_from_the_row_above() {
    use ogi_model::{Column, Row};
    let sound = of_natural_persons(&[
        (Row::Granted, 12),
        (Row::PartiallyGranted, 9),
        (Row::DeniedThirdParty, 6),
        (Row::UnavailableNotHeld, 3),
    ]);
    let with_six_in = |row: Row, column: Column| {
        let mut report = sound.clone();
        for it in [column, Column::Total] {
            report.set(CellId::new(row, it), 6);
        }
        localise(&report).explanations
    };
    // 内部事务信息 stands below 第三方合法权益.
    let below = with_six_in(Row::DeniedInternalAffairs, Column::NaturalPerson);
    assert_eq!(below[0].mechanism, Mechanism::CopiedFromAbove);
    assert!(below[0].edits.iter().all(|it| it.cell.row() == Row::DeniedInternalAffairs));
    assert!(below.len() > 3 && below[0].posterior > 2.0 * below[1].posterior, "{below:#?}");
    // Far from it, nothing says that it is copied.
    let elsewhere = with_six_in(Row::RefusedRepeat, Column::NaturalPerson);
    assert!(elsewhere.iter().all(|it| {
        it.edits[0].cell.row() != Row::RefusedRepeat || it.mechanism != Mechanism::CopiedFromAbove
    }));
}

/// 维持 6, 纠正 6, in all 6: the second is likelier to be the copy of the first than the reverse.
#[test]
fn a_figure_copied_from_the_left() {
    use ogi_model::{Column, Row};
    let mut report = of_natural_persons(&[]);
    let [upheld, corrected, total] = [Column::Upheld, Column::Corrected, Column::Total]
        .map(|it| CellId::new(Row::Reconsideration, it));
    for it in [upheld, corrected, total] {
        report.set(it, 6);
    }
    let found = localise(&report).explanations;
    let of = |cell| found.iter().find(|it| it.edits[0].cell == cell).unwrap();
    assert_eq!(of(corrected).mechanism, Mechanism::CopiedFromLeft);
    assert!(of(corrected).posterior > of(upheld).posterior);
    // Another figure than that beside it is no copy.
    report.set(corrected, 7);
    let found = localise(&report).explanations;
    assert!(found.iter().all(|it| it.mechanism != Mechanism::CopiedFromLeft));
}
