//! What pages do to the form, one thing at a time, on reports of fictional agencies.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod cells;
mod errors;
mod flattening;
mod headings;
mod labels;
mod metadata;

use ogi_model::{CellId, Edition, NoteKind, Reading, Report};
use ogi_parse::{ReadOptions, read};
use ogi_testkit::{Generator, Layout, Size};

fn report(seed: u64) -> Report {
    Generator::new(seed).edition(Edition::E2021).size(Size::Medium).report()
}

fn reading(text: &str) -> Reading {
    read(text, &ReadOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Layouts that leave no doubt about a complete report.
fn certain() -> impl Iterator<Item = &'static Layout> {
    Layout::ALL.iter().filter(|it| it.has_one_reading())
}

#[track_caller]
fn assert_same_figures(reading: &Reading, report: &Report, text: &str) {
    for cell in CellId::all() {
        let got = &reading.report[cell];
        assert_eq!(*got, report[cell], "{cell}\n{text}\n{:#?}", reading.notes);
    }
}

/// Equal, or honest about it.
#[track_caller]
fn assert_nothing_wrong(reading: &Reading, report: &Report, text: &str) {
    for (cell, got) in reading.report.cells() {
        let honest = got.unreadable().is_some() || *got == report[cell];
        assert!(honest, "{cell}: {got:?}, not {:?}\n{text}\n{:#?}", report[cell], reading.notes);
    }
}

fn has(reading: &Reading, kind: impl Fn(&NoteKind) -> bool) -> bool {
    reading.notes.iter().any(|it| kind(&it.kind))
}
