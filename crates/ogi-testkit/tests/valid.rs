//! Generated reports are valid, and the same for the same seed.

use ogi_model::{
    AgencyKind, Cell, CellId, Edition, Period, Report, Section, TableEdition, TableId, Unit,
};
use ogi_testkit::{Generator, Layout, Size};

fn broken(report: &Report) -> Vec<String> {
    let counted = |cell: CellId| match &report[cell] {
        Cell::NotApplicable(_) => Some(0),
        cell => cell.count(),
    };
    report
        .equalities()
        .filter(|it| {
            let sum = it
                .parts()
                .iter()
                .try_fold(0, |sum, term| Some(sum + term.sign.of(counted(term.cell)?)));
            matches!((sum, counted(it.total())), (Some(sum), Some(total)) if sum != total)
        })
        .map(|it| format!("{:?}", it.id()))
        .collect()
}

fn sizes() -> [Size; 6] {
    [
        Size::Small,
        Size::Medium,
        Size::Large,
        Size::Requests(0),
        Size::Requests(1),
        Size::Requests(100_000),
    ]
}

#[test]
fn every_equality_holds_and_every_cell_is_there() {
    for edition in Edition::ALL {
        for size in sizes() {
            for report in Generator::new(11).edition(*edition).size(size).take(25) {
                assert_eq!(broken(&report), [""; 0]);
                for table in TableId::ALL {
                    assert_eq!(report.table(*table), Some(TableEdition::One(*edition)));
                    for cell in ogi_model::TableForm::of(*table, *edition).cells() {
                        let value = report[cell].value().expect("a figure in every cell");
                        assert!(!value.is_negative() || cell.unit() == Unit::Change, "{cell}");
                    }
                }
            }
        }
    }
}

#[test]
fn gaps_leave_it_valid() {
    let generator = Generator::new(3).blanks(0.1).not_applicable(0.3).remarks(0.4);
    for report in generator.take(50) {
        assert_eq!(broken(&report), [""; 0]);
    }
}

#[test]
fn metadata_fits_the_edition_and_the_law() {
    let mut kinds = Vec::new();
    for report in Generator::new(5).size(Size::Small).take(200) {
        let year = report.year.unwrap();
        let applications = report.table(TableId::Applications);
        assert_eq!(applications, Some(TableEdition::One(Edition::of_year(year))));
        assert_eq!(report.period, Period::of_year(year).ok());
        let published = report.published.unwrap();
        assert_eq!(published.year(), year + 1);
        let kind = report.agency_kind.unwrap();
        assert!(published.month() <= if kind == AgencyKind::Government { 3 } else { 1 });
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    assert_eq!(kinds.len(), AgencyKind::ALL.len(), "{kinds:?}");
}

#[test]
fn no_paragraph_is_a_heading() {
    for report in Generator::new(5).size(Size::Small).take(200) {
        let text = [&report.preamble, &report.overview, &report.problems, &report.other_matters];
        for line in text.into_iter().flatten().flat_map(|it| it.lines()) {
            assert_eq!(line, line.trim());
            for edition in Edition::ALL {
                assert!(Section::ALL.iter().all(|it| it.heading(*edition) != line));
            }
            assert!(!line.starts_with(['一', '二', '三', '四', '五', '六']) || line.len() > 60);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_text() {
    for layout in Layout::ALL {
        let one = layout.write(&Generator::new(9).report());
        assert_eq!(one, layout.write(&Generator::new(9).report()));
        assert_ne!(one, layout.write(&Generator::new(10).report()));
    }
}
