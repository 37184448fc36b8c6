//! Series follow from year to year, families add up, and both are valid report by report.

use ogi_model::{CellId, Column, Decimal, Edition, Report, Row, Sign};
use ogi_testkit::{Generator, Size};

fn is_valid(report: &Report) -> bool {
    report.equalities().all(|it| {
        let signed = |sign: Sign, cell: CellId| Some(sign.of(report[cell].count()?));
        let sum: Option<i64> = it.parts().iter().map(|it| signed(it.sign, it.cell)).sum();
        sum == report[it.total()].count()
    }) && report.cells().all(|(cell, it)| {
        cell.column() == Column::Change || it.value().is_some_and(|it| !it.is_negative())
    })
}

#[test]
fn a_year_follows_from_the_one_before() {
    for seed in 0..20 {
        let years = Generator::new(seed).size(Size::Small).series(2019..=2023);
        assert!(years.iter().all(is_valid));
        for pair in years.windows(2) {
            let [last, this] = pair else { unreachable!() };
            assert_eq!(last.agency, this.agency);
            assert_eq!(last.year.map(|it| it + 1), this.year);
            let count = |report: &Report, row, column| report[CellId::new(row, column)].count();
            for cell in CellId::all().filter(|it| it.row() == Row::CarriedIn) {
                assert_eq!(this[cell].count(), count(last, Row::CarriedOut, cell.column()));
            }
            for row in [Row::Rules, Row::NormativeDocuments] {
                let Some(stock) = count(last, row, Column::InForce) else { continue };
                let issued = count(this, row, Column::Issued).unwrap();
                let repealed = count(this, row, Column::Repealed).unwrap();
                assert_eq!(count(this, row, Column::InForce), Some(stock + issued - repealed));
            }
            let items = |report, column| count(report, Row::Licensing, column);
            if let Some(is) = items(this, Column::ItemsLastYear) {
                let was = items(last, Column::ItemsLastYear).unwrap();
                assert_eq!(is, was + items(last, Column::Change).unwrap());
            }
        }
    }
}

#[test]
fn a_family_adds_up() {
    for edition in Edition::ALL {
        for seed in 0..10 {
            let (parent, children) =
                Generator::new(seed).size(Size::Small).edition(*edition).family(6);
            assert!(is_valid(&parent) && children.iter().all(is_valid));
            for (cell, of_parent) in parent.cells().filter(|it| it.0.is_additive()) {
                let sum: Decimal = children.iter().filter_map(|it| it[cell].decimal()).sum();
                assert_eq!(of_parent.decimal(), Some(sum), "{cell}");
            }
            let mut names: Vec<_> = children.iter().map(|it| it.agency.clone()).collect();
            names.push(parent.agency.clone());
            names.sort();
            names.dedup();
            assert_eq!(names.len(), 7);
        }
    }
}
