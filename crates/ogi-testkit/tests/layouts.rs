//! What the layouts write.

use ogi_model::{Cell, CellId, Column, Decimal, Edition, NotApplicable, Report, Row, TableId};
use ogi_testkit::{Generator, Layout, Mess, Size, Style, reports_with_gaps};
use proptest::prelude::*;

/// Few rows, so that somebody can look at it; blanks in awkward places.
fn small() -> Report {
    let mut report = Generator::new(4).edition(Edition::E2021).size(Size::Requests(1200)).report();
    let keep = [
        Row::Rules,
        Row::Licensing,
        Row::Fees,
        Row::NewlyReceived,
        Row::Granted,
        Row::DeniedStateSecret,
        Row::DeniedByLaw,
        Row::Concluded,
        Row::CarriedOut,
    ];
    let there: Vec<_> = report.cells().map(|(cell, _)| cell).collect();
    for cell in there {
        if cell.table() != TableId::Disputes && !keep.contains(&cell.row()) {
            report.set(cell, Cell::Absent);
        }
    }
    let blank = [
        (Row::Rules, Column::InForce),
        (Row::Granted, Column::NaturalPerson),
        (Row::DeniedByLaw, Column::OtherOrganization),
        (Row::DeniedByLaw, Column::Total),
        (Row::Reconsideration, Column::Total),
        (Row::LitigationAfterReconsideration, Column::Total),
    ];
    for (row, column) in blank {
        report.set(CellId::new(row, column), Cell::Blank);
    }
    report.set(CellId::new(Row::Rules, Column::Issued), NotApplicable::Slash);
    let licences = Cell::from(1113).with_remark("其中延续 16 件");
    report.set(CellId::new(Row::Licensing, Column::Decisions), licences);
    report.set(CellId::new(Row::Fees, Column::Amount), Decimal::new(188_710, 4));
    report.preamble = Some("按照《条例》第五十条的要求，现公布本年度报告。".to_owned());
    report.overview = Some("（一）主动公开情况。\n全年公开信息532条。".to_owned());
    report.problems = Some("一是健全机制。".to_owned());
    report.other_matters = Some("无其他需要报告的事项。".to_owned());
    report
}

#[test]
fn goldens() {
    let report = small();
    for layout in Layout::ALL {
        insta::assert_snapshot!(layout.key(), layout.write(&report));
    }
}

#[test]
fn goldens_of_mess() {
    let report = small();
    for style in Style::ALL {
        let text = Layout::A5.write_messy(&report, &Mess::new(6, 0.7).only(&[*style]));
        insta::assert_snapshot!(format!("mess_{style:?}").to_lowercase(), text);
    }
    insta::assert_snapshot!("mess_all", Layout::A4.write_messy(&report, &Mess::new(6, 0.4)));
}

#[test]
fn a_growth_may_have_a_sign() {
    let mut report = Generator::new(4).edition(Edition::E2019).report();
    report.set(CellId::new(Row::Licensing, Column::Change), 1036);
    report.set(CellId::new(Row::Penalties, Column::Change), -8);
    report.set(CellId::new(Row::CompulsoryMeasures, Column::Change), 0);
    let mess = Mess::new(1, 1.0).only(&[Style::PlusSigns, Style::Thousands]);
    let text = Layout::A5.write_messy(&report, &mess);
    assert!(text.contains(" | +1,036 | ") && text.contains(" | -8 | "));
    assert!(!text.contains("+0"));
}

#[test]
fn keys_name_layouts() {
    for layout in Layout::ALL {
        assert_eq!(layout.to_string().parse(), Ok(*layout));
    }
    assert!("A17".parse::<Layout>().is_err());
}

/// Layouts that write every cell in one piece, in the order of the page, apart by lines, tabs or bars.
fn in_order() -> impl Iterator<Item = &'static Layout> {
    const PLAIN: [Layout; 10] = [
        Layout::Standard,
        Layout::A1,
        Layout::A1b,
        Layout::A2,
        Layout::A3,
        Layout::A4,
        Layout::A5,
        Layout::A6,
        Layout::A6b,
        Layout::Tabs,
    ];
    Layout::ALL.iter().filter(|it| PLAIN.contains(it))
}

/// What is printed, cut at everything that may stand between cells.
fn tokens(text: &str) -> Vec<&str> {
    text.split(['\n', '\t', '|']).map(str::trim).filter(|it| !it.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_layout_prints_the_same_in_the_same_order(report in reports_with_gaps()) {
        let standard = Layout::Standard.write(&report);
        for layout in in_order() {
            let text = layout.write(&report);
            prop_assert_eq!(tokens(&text), tokens(&standard), "{}", layout);
            prop_assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
        }
        let figures = report.cells().filter(|(_, cell)| !cell.is_blank());
        let printed = tokens(&standard);
        for (id, cell) in figures {
            prop_assert!(printed.contains(&cell.to_string().as_str()), "{} {}", id, cell);
        }
    }

    #[test]
    fn blanks_stay_where_the_layout_says_so(report in reports_with_gaps()) {
        let blanks = report.cells().filter(|(_, cell)| cell.is_blank()).count();
        let mut full = report.clone();
        for (id, cell) in report.cells() {
            if cell.is_blank() {
                full.set(id, 7);
            }
        }
        for layout in in_order() {
            // How many separators there are says how many cells; blanks may not change it.
            let separators = |report: &Report| match layout {
                Layout::Standard | Layout::A1 | Layout::A1b => {
                    layout.write(report).lines().filter(|it| !it.is_empty()).count()
                }
                _ => layout.write(report).matches(['|', '\t']).count(),
            };
            // Where bars or tabs hold a cell open, the separators are all there, even if nobody knows whose they are.
            let lost = if matches!(layout, Layout::A1 | Layout::A1b) { blanks } else { 0 };
            prop_assert_eq!(separators(&report) + lost, separators(&full), "{}", layout);
        }
    }

    #[test]
    fn a_mess_is_the_same_for_the_same_seed(report in reports_with_gaps(), seed: u64) {
        let mess = Mess::new(seed, 0.5);
        for layout in Layout::ALL {
            let text = layout.write_messy(&report, &mess);
            prop_assert_eq!(&text, &layout.write_messy(&report, &mess.clone()));
            prop_assert_ne!(text, layout.write(&report));
        }
    }

    #[test]
    fn a_mess_keeps_the_narrative(report in reports_with_gaps(), seed: u64) {
        let text = Layout::A4.write_messy(&report, &Mess::new(seed, 1.0));
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        let parts = [&report.preamble, &report.overview, &report.problems, &report.other_matters];
        for paragraph in parts.into_iter().flatten().flat_map(|it| it.lines()) {
            prop_assert!(lines.contains(&paragraph));
        }
    }
}
