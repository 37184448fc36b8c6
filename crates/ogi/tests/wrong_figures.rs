//! From a source with wrong figures to what they should be: written in every layout and format that has one reading, read,
//! checked, repaired. `--nocapture` shows how often the likeliest explanation is right.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use ogi::{Policy, ReadOptions, Report, Value};
use ogi_testkit::{Channel, Corrupted, Corruption, Document, Generator, Layout, Size, rng};

const REPORTS: u64 = 12;

/// A sound report with its sentences, the same with wrong figures, and which these are.
fn planted(corruption: Corruption, seed: u64) -> (Report, Report, Vec<Corrupted>) {
    let sizes = [Size::Small, Size::Medium, Size::Large];
    let sound = Generator::new(seed).size(sizes[seed as usize % sizes.len()]).report();
    let mut wrong = sound.clone();
    let corrupted = corruption.apply(&mut wrong, Channel::People, &mut rng(seed));
    (sound, wrong, corrupted)
}

/// Whether the likeliest explanations of all stories are what was done to the report; applied, they make it sound.
fn is_found(bytes: &[u8], sound: &Report, wrong: &Report, corrupted: &[Corrupted]) -> bool {
    let reading = ogi::read(bytes, &ReadOptions::default()).unwrap();
    for cell in wrong.cells().map(|it| it.0) {
        assert_eq!(reading.report[cell], wrong[cell], "{cell} was not read as it is printed");
    }
    let outcome = ogi::check(&reading, &Policy::default());
    assert!(!outcome.accepted);
    let likeliest: Vec<_> = outcome.stories().iter().map(|it| it.explanations[0]).collect();
    let mut edits: Vec<_> = likeliest.iter().flat_map(|it| &it.edits).collect();
    edits.sort_by_key(|it| it.cell);
    let right = edits.len() == corrupted.len()
        && edits.iter().zip(corrupted).all(|(edit, it)| {
            edit.cell == it.cell
                && edit.from == Some(Value::Count(it.to))
                && edit.to == Value::Count(it.from)
        });
    if right {
        let ids: Vec<usize> = likeliest.iter().map(|it| it.id).collect();
        let repaired = ogi::check::repair(&reading.report, &outcome, &ids).unwrap();
        for (cell, value) in sound.cells() {
            assert_eq!(&repaired.report[cell], value);
        }
    }
    right
}

/// Of reports in each way of writing them: how many are found.
fn found(corruption: Corruption, least: usize) {
    let layouts = Layout::ALL.iter().filter(|it| it.has_one_reading() && !it.loses_blanks());
    let writers = layouts.map(|it| Writer::Layout(*it));
    let writers = writers.chain(Document::ALL.iter().map(|it| Writer::Document(*it)));
    let mut ways = 0;
    for writer in writers {
        let count = (0..REPORTS).filter(|seed| {
            let (sound, wrong, corrupted) = planted(corruption, *seed);
            is_found(&writer.write(&wrong), &sound, &wrong, &corrupted)
        });
        let count = count.count();
        println!("{}, {writer:?}: {count} of {REPORTS}", corruption.title());
        assert!(count >= least, "{writer:?}: {count} of {REPORTS}");
        ways += 1;
    }
    assert!(ways > 10, "only {ways} ways of writing were tried");
}

#[derive(Clone, Copy, Debug)]
enum Writer {
    Layout(Layout),
    Document(Document),
}

impl Writer {
    fn write(self, report: &Report) -> Vec<u8> {
        match self {
            Self::Layout(layout) => layout.write(report).into_bytes(),
            Self::Document(document) => document.write(report),
        }
    }
}

#[test]
fn one_wrong_figure() {
    found(Corruption::OneSlip, REPORTS as usize);
}

#[test]
fn two_wrong_figures() {
    found(Corruption::TwoSlips, REPORTS as usize - 1);
}

#[test]
fn four_wrong_figures() {
    found(Corruption::FourSlips, REPORTS as usize / 2);
}
