//! Blanks against the reports that they were made in, and against an oracle that tries all counts.

use ogi_model::{Cell, CellId, Edition, Report, TableForm, TableId};
use ogi_solve::{Filling, System};
use ogi_testkit::reports;
use proptest::prelude::*;

/// Tables three and four of the report's edition.
fn cells(report: &Report) -> Vec<CellId> {
    report.equalities().flat_map(|it| it.cells()).collect()
}

/// Blanks these cells, by their numbers.
fn blank(report: &mut Report, cells: &[CellId], chosen: &[prop::sample::Index]) -> Vec<CellId> {
    let mut blanks: Vec<CellId> = chosen.iter().map(|it| cells[it.index(cells.len())]).collect();
    blanks.sort();
    blanks.dedup();
    blanks.iter().for_each(|cell| report.set(*cell, Cell::Blank));
    blanks
}

/// Every blank is in one of the lists, and what is said of it is true of the sound report.
fn agrees(filling: &Filling, sound: &Report, blanks: &[CellId]) -> Result<(), TestCaseError> {
    let mut listed: Vec<CellId> = filling.filled.iter().map(|it| it.cell).collect();
    listed.extend(filling.bounded.iter().map(|it| it.cell));
    listed.sort();
    prop_assert_eq!(listed, blanks);
    prop_assert!(filling.is_consistent());
    for it in &filling.filled {
        prop_assert_eq!(sound[it.cell].count().map(i128::from), Some(it.count));
    }
    for it in &filling.bounded {
        let count = i128::from(sound[it.cell].count().unwrap_or(-1));
        prop_assert!(it.least <= count && it.most.is_none_or(|most| count <= most), "{:?}", it);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn up_to_three_blanks_of_table_three_are_filled(
        sound in reports(),
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 1..=3),
    ) {
        let mut report = sound.clone();
        let table: Vec<CellId> = cells(&sound)
            .into_iter()
            .filter(|it| it.table() == TableId::Applications)
            .collect();
        let blanks = blank(&mut report, &table, &chosen);
        let filling = System::of_report(&report).filling();
        prop_assert_eq!(filling.filled.len(), blanks.len());
        agrees(&filling, &sound, &blanks)?;
    }

    #[test]
    fn nothing_untrue_is_said_of_any_number_of_blanks(
        sound in reports(),
        chosen in prop::collection::vec(any::<prop::sample::Index>(), 1..=120),
    ) {
        let mut report = sound.clone();
        let blanks = blank(&mut report, &cells(&sound), &chosen);
        agrees(&System::of_report(&report).filling(), &sound, &blanks)?;
    }

    /// One sum alone, with small counts: every assignment is tried.
    #[test]
    fn one_sum_says_what_every_assignment_says(
        printed in prop::collection::vec(prop::option::weighted(0.5, 0_i64..4), 4),
        total in prop::option::weighted(0.8, 0_i64..9),
    ) {
        let sum = &TableForm::DISPUTES_2021.equalities()[0];
        let figures: Vec<Option<i64>> = printed.iter().copied().chain([total]).collect();
        let mut report = Report::builder(Edition::E2021).agency("示例市").year(2025).build().unwrap_or_default();
        for (cell, figure) in sum.cells().zip(&figures) {
            report.set(cell, figure.map_or(Cell::Blank, Cell::from));
        }
        // All four parts blank is at most 9 each.
        let most = 12_i64;
        let mut fitting: Vec<Vec<i64>> = Vec::new();
        for n in 0..(most + 1).pow(4) {
            let digits: Vec<i64> = (0..4).map(|i| n / (most + 1).pow(i) % (most + 1)).collect();
            let parts_fit = printed.iter().zip(&digits).all(|(printed, it)| printed.is_none_or(|printed| printed == *it));
            let sum: i64 = digits.iter().sum();
            if parts_fit && total.is_none_or(|total| total == sum) {
                fitting.push(digits.into_iter().chain([sum]).collect());
            }
        }
        let filling = System::new([sum], &report).filling();
        prop_assert_eq!(filling.is_consistent(), !fitting.is_empty() || figures.iter().all(Option::is_some));
        if filling.is_consistent() {
            for (at, cell) in sum.cells().enumerate().filter(|(at, _)| figures[*at].is_none()) {
                let counts = || fitting.iter().map(|it| i128::from(it[at]));
                let (least, most_seen) = (counts().min(), counts().max());
                let bounded = filling.bounded.iter().find(|it| it.cell == cell);
                match filling.count(cell) {
                    Some(count) => prop_assert_eq!((least, most_seen), (Some(count), Some(count))),
                    None => {
                        let it = bounded.unwrap();
                        prop_assert_eq!(Some(it.least), least);
                        // Without a total there is no end.
                        prop_assert_eq!(it.most, total.and(most_seen));
                    }
                }
            }
        }
    }

    /// 2t + s < 4: a wrong figure beside a blank is still seen.
    #[test]
    fn a_wrong_figure_leaves_its_table_unfilled(
        sound in reports(),
        chosen in any::<prop::sample::Index>(),
        wrong in any::<prop::sample::Index>(),
        by in prop_oneof![-50_i64..0, 1_i64..50],
    ) {
        let mut report = sound.clone();
        let table: Vec<CellId> = cells(&sound)
            .into_iter()
            .filter(|it| it.table() == TableId::Applications)
            .collect();
        let blanks = blank(&mut report, &table, &[chosen]);
        let wrong = table[wrong.index(table.len())];
        prop_assume!(!blanks.contains(&wrong));
        report.set(wrong, sound[wrong].count().unwrap_or(0) + by);
        prop_assert_eq!(System::of_report(&report).filling().contradictory, blanks);
    }
}

/// What 2.2 of the theory says can be filled, and what cannot.
#[test]
fn whole_rows_and_columns() {
    let sound = ogi_testkit::Generator::new(3).edition(Edition::E2021).report();
    let form = TableForm::APPLICATIONS_2021;
    let rows: Vec<_> = form.rows().map(|it| it.row).collect();
    let filled = |blanks: &dyn Fn(CellId) -> bool| {
        let mut report = sound.clone();
        form.cells().filter(|it| blanks(*it)).for_each(|cell| report.set(cell, Cell::Blank));
        let filling = System::of_report(&report).filling();
        assert!(filling.is_consistent());
        filling.bounded.is_empty()
    };
    let last = rows.len() - 1;
    for row in &rows[2..] {
        assert!(filled(&|it| it.row() == *row), "{row}");
    }
    assert!(filled(&|it| rows[last - 1..].contains(&it.row())));
    let columns: Vec<_> = form.blocks[0].columns.iter().map(|it| it.column).collect();
    for column in &columns {
        assert!(filled(&|it| it.column() == *column), "{column}");
    }
    assert!(filled(&|it| it.column() == columns[6] || rows[last - 1..].contains(&it.row())));
    assert!(!filled(&|it| rows[..2].contains(&it.row())));
}
