//! What a writer of any layout writes is read back: whole, or, where the layout loses something, each cell
//! equal or unreadable, never another value.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use ogi_model::{Cell, CellId, Edition, Report};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Differences, Generator, Layout, Mess, Ratchet, Size, Style};

/// Complete reports, and reports with blanks, tokens and remarks, of both editions and all sizes.
fn reports(many: u64) -> impl Iterator<Item = (String, Report)> {
    let sizes = [Size::Small, Size::Medium, Size::Large];
    Edition::ALL.iter().flat_map(move |edition| {
        sizes.into_iter().flat_map(move |size| {
            (0..many).flat_map(move |seed| {
                let plain = Generator::new(seed).edition(*edition).size(size);
                let gaps = plain.clone().blanks(0.1).not_applicable(0.05).remarks(0.05);
                [("complete", plain), ("gaps", gaps)].map(|(name, mut generator)| {
                    (format!("{edition} {size:?} {name} seed {seed}"), generator.report())
                })
            })
        })
    })
}

/// Counts of cells: all, unreadable or not found. Panics at the first that has another value.
fn compare(name: &str, text: &str, written: &Report, may_be_unreadable: bool) -> (usize, usize) {
    let reading =
        read(text, &ReadOptions::default()).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"));
    let (mut all, mut unreadable) = (0, 0);
    for cell in CellId::all() {
        let (wrote, got) = (&written[cell], &reading.report[cell]);
        all += usize::from(wrote.is_present());
        if may_be_unreadable && matches!(got, Cell::Unreadable(_) | Cell::Absent) {
            unreadable += usize::from(wrote.is_present());
            continue;
        }
        assert_eq!(got, wrote, "{name}: {cell}\n{text}\n{:#?}", reading.notes);
    }
    (all, unreadable)
}

#[test]
fn every_layout_is_read_back_whole_or_nothing_is_wrong() {
    for layout in Layout::ALL {
        let (mut all, mut unreadable) = (0, 0);
        for (name, report) in reports(6) {
            let text = layout.write(&report);
            let name = format!("{layout} {name}");
            let complete = report.cells().all(|it| !it.1.is_blank());
            let unique = layout.has_one_reading() && (complete || !layout.loses_blanks());
            let (a, u) = compare(&name, &text, &report, !unique);
            (all, unreadable) = (all + a, unreadable + u);
            let read = read(&text, &ReadOptions::default()).unwrap().report;
            // On one line paragraphs have no ends.
            if u == 0 && *layout != Layout::A12 {
                assert_eq!(read, report, "{name}\n{text}");
            }
        }
        println!("{layout}: {all} cells, {unreadable} unreadable");
    }
}

/// How much is read of it is listed, or a reader that reads nothing would pass.
#[test]
fn in_a_mess_nothing_is_wrong() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet/mess.tsv");
    let mut ratchet = Ratchet::open(&list);
    for layout in Layout::ALL {
        let (mut all, mut unreadable) = (0, 0);
        for (i, (name, report)) in reports(6).enumerate() {
            let mess = Mess::new(i as u64, [0.05, 0.2, 0.5, 1.0][i % 4]);
            let text = layout.write_messy(&report, &mess);
            let (a, u) = compare(&format!("{layout} {name}"), &text, &report, true);
            (all, unreadable) = (all + a, unreadable + u);
        }
        println!("{layout} in a mess: {all} cells, {unreadable} unreadable");
        ratchet.record(layout.key(), all - unreadable, format!("{unreadable} unreadable"));
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default());
}

/// A mess of each style alone costs no cell, but for letters that are lost from labels.
#[test]
fn each_style_of_mess_alone_is_read_whole() {
    for style in Style::ALL.iter().filter(|it| **it != Style::LabelLosses) {
        for layout in Layout::ALL {
            for (i, (name, report)) in reports(1).enumerate() {
                let mess = Mess::new(i as u64, 1.0).only(&[*style]);
                let text = layout.write_messy(&report, &mess);
                // A line of plain spaces may be a blank cell or an empty line.
                let padded = *style == Style::Padding && *layout == Layout::Standard;
                let may_be_unreadable =
                    layout.loses_blanks() || !layout.has_one_reading() || padded;
                compare(&format!("{style:?} {layout} {name}"), &text, &report, may_be_unreadable);
            }
        }
    }
}
