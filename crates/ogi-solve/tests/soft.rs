//! Equalities from elsewhere distinguish what those of the form cannot, and may be wrong themselves.

use ogi_model::{CellId, Column, Edition, Report, Row, Sign, Term};
use ogi_solve::{Budget, Mechanism, SoftEquality, System};
use ogi_testkit::{Generator, Size};

const CATEGORIES: [Column; 2] = [Column::NaturalPerson, Column::CommercialEnterprise];

fn report() -> Report {
    Generator::new(8).edition(Edition::E2021).size(Size::Requests(400)).report()
}

/// Last year's report carried out what this one should carry in.
fn from_last_year(sound: &Report) -> impl Iterator<Item = SoftEquality> + '_ {
    CATEGORIES.map(|column| CellId::new(Row::CarriedIn, column)).into_iter().map(|cell| {
        let terms = vec![Term { sign: Sign::Plus, cell }];
        SoftEquality { terms, value: sound[cell].count().unwrap_or(-1), doubt: 0.05 }
    })
}

/// A value in another column: with the form alone it may have been in any of three rows.
#[test]
fn last_year_states_rows_apart() {
    let sound = report();
    for row in [Row::NewlyReceived, Row::CarriedIn] {
        let mut wrong = sound.clone();
        for (column, by) in CATEGORIES.into_iter().zip([-1, 1]) {
            let cell = CellId::new(row, column);
            wrong.set(cell, sound[cell].count().unwrap_or_default() + by);
        }
        let alone = System::of_report(&wrong).localise(Budget::default());
        assert!(alone.explanations[0].class_size > 1);
        assert!(alone.explanations[0].posterior < 0.9);

        let system = from_last_year(&sound).fold(System::of_report(&wrong), System::with_soft);
        let found = system.localise(Budget::default());
        let likeliest = &found.explanations[0];
        assert!(likeliest.posterior > 0.6, "{:#?}", found.explanations);
        assert!(likeliest.gives_up.is_empty());
        if row == Row::CarriedIn {
            assert!(likeliest.posterior > 0.9);
            assert!(likeliest.edits.iter().all(|it| it.cell.row() == row), "{likeliest:#?}");
        } else {
            assert!(likeliest.edits.iter().all(|it| it.cell.row() != Row::CarriedIn));
        }
    }
}

#[test]
fn a_source_outside_may_be_wrong() {
    let sound = report();
    let cell = CellId::new(Row::NewlyReceived, Column::Total);
    let right = sound[cell].count().unwrap_or_default();
    let claim =
        |value| SoftEquality { terms: vec![Term { sign: Sign::Plus, cell }], value, doubt: 0.1 };
    let system = System::of_report(&sound).with_soft(claim(right));
    assert!(system.localise(Budget::default()).explanations.is_empty());

    let system = System::of_report(&sound).with_soft(claim(right + 9));
    assert!(system.is_sound());
    let found = system.localise(Budget::default());
    let likeliest = &found.explanations[0];
    assert_eq!(likeliest.mechanism, Mechanism::SourceOutside);
    assert_eq!(likeliest.gives_up, [0]);
    assert!(likeliest.edits.is_empty() && likeliest.mends.is_empty());
}

/// Where the form says little, a sentence may say what is wrong.
#[test]
fn a_claim_locates_an_error_in_table_four() {
    let mut report = report();
    let cell = |column| CellId::new(Row::Reconsideration, column);
    for (column, count) in [
        (Column::Upheld, 7),
        (Column::Corrected, 2),
        (Column::OtherResult, 0),
        (Column::Pending, 4),
    ] {
        report.set(cell(column), count);
    }
    report.set(cell(Column::Total), 15);
    let alone = System::of_report(&report).localise(Budget::default());
    assert!(alone.explanations[0].posterior < 0.9);
    let terms = vec![Term { sign: Sign::Plus, cell: cell(Column::Total) }];
    let claim = SoftEquality { terms, value: 13, doubt: 0.1 };
    let found = System::of_report(&report).with_soft(claim).localise(Budget::default());
    let likeliest = &found.explanations[0];
    assert_eq!((likeliest.edits[0].cell, likeliest.edits[0].to), (cell(Column::Total), 13));
    assert!(likeliest.posterior > 0.9, "{:#?}", found.explanations);
}

/// There is room for some; those beyond are left out, and nothing breaks.
#[test]
fn too_many_are_left_out() {
    let sound = report();
    let cells: Vec<CellId> = CellId::all().filter(|it| sound[*it].count().is_some()).collect();
    let mut system = System::of_report(&sound);
    for cell in cells.iter().cycle().take(300) {
        let terms = vec![Term { sign: Sign::Plus, cell: *cell }];
        let value = sound[*cell].count().unwrap_or_default();
        system = system.with_soft(SoftEquality { terms, value, doubt: 0.1 });
    }
    assert!(system.localise(Budget::default()).explanations.is_empty());
}
