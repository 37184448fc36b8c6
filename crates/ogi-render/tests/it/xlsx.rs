//! Workbooks: their parts, their formulas, text that is no formula.

use std::io::{Cursor, Read as _};

use ogi_check::Policy;
use ogi_model::{Cell, CellId, Column, Edition, Report, Row};
use ogi_render::WriteError;
use zip::ZipArchive;

use crate::reports;

/// The text of a part of a workbook.
pub(crate) fn part(book: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The formulas of a sheet with what they give: address, formula, result.
fn formulas(book: &[u8], sheet: usize) -> Vec<(String, String, String)> {
    let text = part(book, &format!("xl/worksheets/sheet{sheet}.xml"));
    let between = |text: &str, a: &str, b: &str| {
        text.split_once(a).and_then(|it| it.1.split_once(b)).map(|it| it.0.to_owned())
    };
    let cells = text.split("<c r=\"").skip(1).filter_map(|cell| {
        let formula = between(cell, "<f>", "</f>")?.replace("&gt;", ">").replace("&amp;", "&");
        Some((cell.split('"').next()?.to_owned(), formula, between(cell, "<v>", "</v>")?))
    });
    cells.collect()
}

fn formula_at(book: &[u8], sheet: usize, address: &str) -> Option<(String, String)> {
    let found = formulas(book, sheet).into_iter().find(|it| it.0 == address)?;
    Some((found.1, found.2))
}

const APPLICATIONS: usize = 2;

#[test]
fn sheets() {
    let mut wrong = reports::sound();
    wrong.overview = Some("全年主动公开信息1,286条。".to_owned());
    wrong.set(CellId::new(Row::Granted, Column::Total), 3);
    let outcome = ogi_check::check(&wrong, &Policy::default());
    let book = ogi_render::xlsx_with_findings(&wrong, &outcome).unwrap();
    for (name, path) in [
        ("workbook", "xl/workbook.xml"),
        ("styles", "xl/styles.xml"),
        ("text", "xl/worksheets/sheet1.xml"),
        ("findings", "xl/worksheets/sheet5.xml"),
        ("properties", "docProps/core.xml"),
    ] {
        insta::assert_snapshot!(format!("xlsx.{name}"), part(&book, path).replace("><", ">\n<"));
    }
}

#[test]
fn a_total_that_equals_its_sum_is_a_formula() {
    let book = ogi_render::xlsx(&reports::sound()).unwrap();
    let at = |address| formula_at(&book, APPLICATIONS, address).unwrap();
    assert_eq!(at("J5"), ("SUM(D5:I5)".to_owned(), "1".to_owned()));
    assert_eq!(at("D28"), ("SUM(D7:D27)".to_owned(), "1".to_owned()));
    // What is carried over is counted, and checked beside the table.
    assert_eq!(formula_at(&book, APPLICATIONS, "D29"), None);
    let (check, shown) = at("K29");
    assert!(check.contains("SUM(D29)=SUM(D5:D6)-SUM(D28)"), "{check}");
    assert_eq!(shown, "");
    assert_eq!(formula_at(&book, 3, "E5").unwrap().0, "SUM(A5:D5)");
}

#[test]
fn a_total_that_differs_is_as_printed_and_the_formula_stands_beside() {
    let mut report = reports::sound();
    report.set(CellId::new(Row::Granted, Column::Total), 3);
    report.set(CellId::new(Row::Reconsideration, Column::Total), 7);
    let book = ogi_render::xlsx(&report).unwrap();
    assert_eq!(formula_at(&book, APPLICATIONS, "J7"), None);
    let (check, shown) = formula_at(&book, APPLICATIONS, "K7").unwrap();
    assert_eq!(
        check,
        "IF(COUNTBLANK(D7:J7)>0,\"\",IF(SUM(J7)=SUM(D7:I7),\"\",\"总计应为\"&(SUM(D7:I7))&\"　\"))"
    );
    assert_eq!(shown, "总计应为1　");
    // The other total of the same cell: it does not hold any more.
    assert_eq!(formula_at(&book, APPLICATIONS, "K28").unwrap().1, "总计应为3　");
    assert_eq!(formula_at(&book, 3, "P5").unwrap().1, "行政复议应为0　");
}

#[test]
fn what_a_workbook_would_miscount_is_in_no_formula() {
    let granted = |column| CellId::new(Row::Granted, column);
    let mut report = reports::sound();
    for odd in
        [Cell::Unreadable("1O".into()), Cell::from(1).with_remark("其中"), Cell::from(i64::MAX)]
    {
        report.set(granted(Column::NaturalPerson), odd.clone());
        let book = ogi_render::xlsx(&report).unwrap();
        let all = formulas(&book, APPLICATIONS);
        assert!(!all.iter().any(|it| it.1.contains("D7")), "{odd:?}: {all:#?}");
    }
    // A blank is not 0: the total stays what it is, and nothing is said beside it.
    report.set(granted(Column::NaturalPerson), Cell::Blank);
    let book = ogi_render::xlsx(&report).unwrap();
    assert_eq!(formula_at(&book, APPLICATIONS, "J7"), None);
    assert_eq!(formula_at(&book, APPLICATIONS, "K7").unwrap().1, "");
}

#[test]
fn blank_totals_of_a_form_wait_for_their_parts() {
    let form = Report::builder(Edition::E2021).agency("示例市民政局").year(2026).build().unwrap();
    let book = ogi_render::xlsx_form(&form).unwrap();
    assert_eq!(
        formula_at(&book, APPLICATIONS, "J5"),
        Some(("IF(COUNTBLANK(D5:I5)>0,\"\",SUM(D5:I5))".to_owned(), String::new()))
    );
    for sheet in [APPLICATIONS, 3] {
        for (address, formula, shown) in formulas(&book, sheet) {
            assert_eq!(shown, "", "{address}: {formula}");
        }
    }
    assert_eq!(
        formulas(&ogi_render::xlsx(&form).unwrap(), APPLICATIONS).len(),
        25,
        "a check a row"
    );
}

#[test]
fn text_is_never_a_formula() {
    for hostile in
        ["=1+1", "+cmd|'/c calc'!A0", "-1+1", "@SUM(A1)", "{=1}", "\u{1b}=HYPERLINK(\"x\")"]
    {
        let mut report = reports::edition_2021();
        for text in [
            &mut report.title,
            &mut report.agency,
            &mut report.preamble,
            &mut report.overview,
            &mut report.problems,
        ] {
            *text = Some(hostile.to_owned());
        }
        report.set(CellId::new(Row::Rules, Column::Issued), Cell::Unreadable(hostile.into()));
        let outcome = ogi_check::check(&report, &Policy::default());
        let book = ogi_render::xlsx_with_findings(&report, &outcome).unwrap();
        for sheet in 1..=8 {
            for (address, formula, _) in formulas(&book, sheet) {
                let ours = formula.starts_with("SUM(") || formula.starts_with("IF(COUNTBLANK(");
                assert!(ours, "{address}: {formula}");
            }
        }
        let strings = part(&book, "xl/sharedStrings.xml");
        assert_eq!(strings.chars().find(|it| it.is_control() && *it != '\n'), None);
    }
}

#[test]
fn a_paragraph_that_fits_no_cell_is_an_error() {
    let mut report = reports::edition_2021();
    report.overview = Some("信".repeat(32_768));
    let error = ogi_render::xlsx(&report).unwrap_err();
    assert!(matches!(error, WriteError::TooLong { limit: 32_767 }), "{error}");
    report.overview = Some("信".repeat(32_767));
    ogi_render::xlsx(&report).unwrap();
}
