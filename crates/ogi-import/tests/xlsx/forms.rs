//! The form of both editions comes back as it was written.

use ogi_model::{CellId, Edition, Place};
use ogi_testkit::Generator;

use crate::writer::{self, Style};
use crate::{document, read};

/// Whether the second is the first, but for the zeros at the end of a sum of money: a workbook keeps none.
fn same(wrote: &ogi_model::Cell, got: &ogi_model::Cell) -> bool {
    let value = |it: &ogi_model::Cell| it.value().map(|it| it.decimal());
    wrote == got
        || (value(wrote).is_some() && value(wrote) == value(got) && wrote.remark() == got.remark())
}

fn round_trip(style: Style) {
    let mut figures = 0;
    for edition in Edition::ALL {
        for seed in 0..20 {
            let generator = Generator::new(seed).edition(*edition);
            for report in [
                generator.clone().report(),
                generator.clone().blanks(0.3).report(),
                generator.clone().blanks(1.0).report(),
                generator.blanks(0.1).not_applicable(0.1).remarks(0.2).report(),
            ] {
                let bytes = writer::report(&report, style);
                let reading = read(&bytes);
                for cell in CellId::all() {
                    let (wrote, got) = (&report[cell], &reading.report[cell]);
                    assert!(
                        same(wrote, got),
                        "{style:?} {edition} {seed}: {cell}: {wrote:?}, {got:?}\n{:#?}",
                        document(&bytes)
                    );
                    figures += usize::from(wrote.is_present());
                    if wrote.is_present() {
                        let place = reading.place(cell);
                        let told = matches!(place, Some(Place::Grid(it)) if it.address.is_some());
                        assert!(told, "{place:?}");
                    }
                }
                assert_eq!(reading.report.agency, report.agency);
                assert_eq!(reading.report.year, report.year);
                assert_eq!(reading.report.overview, report.overview);
                assert_eq!(reading.report.other_matters, report.other_matters);
            }
        }
    }
    println!("{style:?}: {figures} figures, all as written");
}

#[test]
fn one_sheet_comes_back() {
    round_trip(Style::OneSheet);
}

#[test]
fn a_dense_sheet_comes_back() {
    round_trip(Style::Dense);
}

#[test]
fn several_sheets_come_back() {
    round_trip(Style::Sheets);
}

#[test]
fn a_sheet_without_blank_cells_comes_back() {
    round_trip(Style::Bare);
}

/// The same workbook saved by two programs, in the old container and in the new one.
#[test]
fn the_old_container_holds_the_same() {
    let new = read(include_bytes!("fixtures/form.xlsx"));
    let old = read(include_bytes!("fixtures/form.xls"));
    assert_eq!(new.report, old.report);
    assert_eq!(old.report.agency.as_deref(), Some("示例市发展和改革委员会"));
    let (mut figures, mut blank) = (0, 0);
    for cell in CellId::all() {
        assert_eq!(new.place(cell), old.place(cell), "{cell}");
        figures += usize::from(old.report[cell].value().is_some());
        blank += usize::from(old.report[cell].is_blank());
        assert!(old.report[cell].unreadable().is_none(), "{cell}");
    }
    assert_eq!((figures, blank), (185, 15));
}
