//! Reports come back from pages, Word documents and workbooks as they were written, every figure with its place.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::read;
use ogi_model::{Edition, GridPlace, Place, Report};
use ogi_parse::ReadOptions;
use ogi_testkit::{Document, DocxStyle, Generator, HtmlStyle, XlsxStyle};

fn reports() -> impl Iterator<Item = Report> {
    (0..2).flat_map(|seed| {
        Edition::ALL.iter().flat_map(move |edition| {
            let generator = Generator::new(seed).edition(*edition);
            [generator.clone(), generator.clone().blanks(0.3), generator.remarks(0.3)]
                .map(|mut it| it.report())
        })
    })
}

/// Whether the place says what can be said of it in such a document.
fn is_stated(document: Document, place: &GridPlace) -> bool {
    place.table > 0
        && place.row > 0
        && place.column > 0
        && match document {
            Document::Html(_) => place.line.is_some(),
            Document::Docx(_) | Document::Doc | Document::Rtf | Document::Odt | Document::Ofd => {
                true
            }
            Document::Xlsx(_) => place.sheet.is_some() && place.address.is_some(),
        }
}

#[test]
fn every_figure_has_a_place() {
    for document in Document::ALL {
        for report in reports() {
            let bytes = document.write(&report);
            let reading = read(&bytes, &ReadOptions::default()).unwrap();
            for (cell, _) in report.cells() {
                let place = reading.place(cell);
                let stated = matches!(place, Some(Place::Grid(it)) if is_stated(*document, it));
                assert!(stated, "{document}: {cell} {place:?}");
            }
        }
    }
}

#[test]
fn what_stands_around_the_figures_comes_back() {
    for document in Document::ALL {
        for report in reports() {
            let bytes = document.write(&report);
            let got = read(&bytes, &ReadOptions::default()).unwrap().report;
            assert_eq!(got.agency, report.agency, "{document}");
            assert_eq!(got.year, report.year, "{document}");
            assert_eq!(got.published, report.published, "{document}");
            assert_eq!(got.title, report.title, "{document}");
            assert_eq!(got.preamble, report.preamble, "{document}");
            assert_eq!(got.overview, report.overview, "{document}");
            assert_eq!(got.problems, report.problems, "{document}");
            assert_eq!(got.other_matters, report.other_matters, "{document}");
        }
    }
}

/// A cell is named by where it stands in the file, hidden rows and columns counted.
#[test]
fn hidden_rows_count_in_addresses() {
    let report = Generator::new(1).edition(Edition::E2021).report();
    let address = |style, cell| {
        let bytes = Document::Xlsx(style).write(&report);
        let reading = read(&bytes, &ReadOptions::default()).unwrap();
        match reading.place(cell) {
            Some(Place::Grid(place)) => (place.address.clone().unwrap(), place.row),
            other => panic!("{other:?}"),
        }
    };
    let (last, _) = report.cells().last().unwrap();
    let (shown, shown_row) = address(XlsxStyle::OneSheet, last);
    let (hidden, hidden_row) = address(XlsxStyle::Hidden, last);
    assert!(shown.starts_with('O') && hidden.starts_with('O'), "{shown} {hidden}");
    assert!(hidden_row > shown_row);
    assert_eq!(hidden, format!("O{hidden_row}"));
}

#[test]
fn kinds_are_stated_by_content() {
    use ogi_import::Kind;

    let report = Generator::new(1).report();
    for (document, kind) in [
        (Document::Html(HtmlStyle::Unspanned), Kind::Html),
        (Document::Docx(DocxStyle::Framed), Kind::Docx),
        (Document::Xlsx(XlsxStyle::Bare), Kind::Workbook),
    ] {
        assert_eq!(Kind::of(&document.write(&report)), Ok(kind));
    }
}
