//! The place of a blank is that of the blank cell, not of its label: where a figure would stand if there were one.

#![cfg(all(feature = "docx", feature = "html", feature = "xlsx", feature = "rtf"))]
// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use ogi::{Cell, CellId, Column, Place, Policy, ReadOptions, Reading, Row};
use ogi_testkit::{Document, Generator, Layout};

const CELLS: [CellId; 3] = [
    CellId::new(Row::Licensing, Column::Decisions),
    CellId::new(Row::Granted, Column::NaturalPerson),
    CellId::new(Row::Reconsideration, Column::Total),
];

fn read(source: &[u8]) -> Reading {
    ogi::read(source, &ReadOptions::default()).unwrap()
}

/// Where the finding says that the blank is.
fn place_of_blank(reading: &Reading, cell: CellId) -> Place {
    let outcome = ogi::check(reading, &Policy::default());
    let is_it = |it: &&ogi::Finding| it.rule.id == "doc-cell-blank" && it.cell == Some(cell);
    outcome.findings.iter().find(is_it).unwrap().place.clone().unwrap()
}

#[test]
fn in_every_kind_of_document() {
    let mut looked_at = 0;
    for document in Document::ALL.iter().chain(&[Document::Doc, Document::Rtf, Document::Odt]) {
        for cell in CELLS {
            let mut report = Generator::new(5).edition(ogi::Edition::E2021).report();
            let filled = read(&document.write(&report));
            report.set(cell, Cell::Blank);
            let blank = read(&document.write(&report));
            if blank.report[cell] != Cell::Blank {
                // What leaves no trace of a blank is unreadable, and no finding of a blank.
                assert!(blank.report[cell].unreadable().is_some(), "{document} {cell}");
                continue;
            }
            let place = place_of_blank(&blank, cell);
            assert_eq!(Some(&place), filled.place(cell), "{document} {cell}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 40, "{looked_at}");
}

/// The line of the cell in text that has a line or a column for it.
#[test]
fn in_text() {
    let mut looked_at = 0;
    for layout in [Layout::Standard, Layout::Tabs, Layout::Box] {
        for cell in CELLS {
            let mut report = Generator::new(5).edition(ogi::Edition::E2021).report();
            let filled = read(layout.write(&report).as_bytes());
            report.set(cell, Cell::Blank);
            let blank = read(layout.write(&report).as_bytes());
            if blank.report[cell] != Cell::Blank {
                assert!(blank.report[cell].unreadable().is_some(), "{layout} {cell}");
                continue;
            }
            let line = |reading: &Reading, place: &Place| {
                reading.lines().at(place.span().unwrap().start).line
            };
            let place = place_of_blank(&blank, cell);
            let of_filled = line(&filled, filled.place(cell).unwrap());
            assert_eq!(line(&blank, &place), of_filled, "{layout} {cell}");
            looked_at += 1;
        }
    }
    assert!(looked_at == 9, "{looked_at}");
}
