//! A column that the form does not have, without a head: what a clerk reckons beside the form. Rows with a blank cell
//! have as many figures then as the form has columns, and none of them may be taken for another.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::path::Path;

use ogi_model::{CellId, Edition};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Differences, Generator, Layout, Ratchet};

/// A cell more in each row that has figures.
fn with_column(text: &str, layout: Layout) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let cells = line.matches(['|', '\t']).count();
        let has_figures = line.contains(|c: char| c.is_ascii_digit()) && !line.contains("第二十条");
        let more = match layout {
            Layout::Tabs => "\t77",
            Layout::A6 => "      77 |",
            _ => " 77 |",
        };
        let more = if cells > 0 && has_figures { more } else { "" };
        out += &format!("{line}{more}\n");
    }
    out
}

/// How much is read of it is listed, or a reader that reads nothing would pass.
#[test]
fn its_figures_are_no_others() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet/extra_column.tsv");
    let mut ratchet = Ratchet::open(&list);
    for layout in [Layout::A4, Layout::A5, Layout::A6, Layout::Tabs] {
        let (mut right, mut unreadable, mut wrong) = (0, 0, 0);
        for seed in 0..30 {
            for edition in Edition::ALL {
                let blanks = [0.05, 0.2, 0.5][seed as usize % 3];
                let report = Generator::new(seed).edition(*edition).blanks(blanks).report();
                let text = with_column(&layout.write(&report), layout);
                let reading = read(&text, &ReadOptions::default()).unwrap();
                for cell in CellId::all() {
                    let (wrote, got) = (&report[cell], &reading.report[cell]);
                    if got == wrote {
                        right += usize::from(wrote.is_present());
                    } else if got.unreadable().is_some() {
                        unreadable += 1;
                    } else {
                        wrong += 1;
                        println!("{layout} {edition} {seed}: {cell} is {wrote:?}, read {got:?}");
                    }
                }
            }
        }
        println!("{layout}: {right} right, {unreadable} unreadable, {wrong} wrong");
        assert_eq!(wrong, 0, "{layout}");
        ratchet.record(layout.key(), right, format!("{unreadable} unreadable"));
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default());
}
