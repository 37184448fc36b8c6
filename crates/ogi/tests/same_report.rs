//! The same report from every format and layout: its figures are equal, or unreadable where the source has no unique
//! reading, and never other ones. `--nocapture` shows how many of each.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fmt;
use std::path::Path;

use ogi::{Cell, CellId, Edition, Format, ReadOptions, Report};
use ogi_testkit::{Differences, Document, Generator, Layout, Medium, Mess, Ratchet, Size, Style};

/// A way in which a report is written.
#[derive(Clone, Copy, Debug)]
enum Source {
    In(Medium),
    /// Written by the project itself: it makes no mess.
    Own(Format),
}

impl Source {
    fn all() -> impl Iterator<Item = Self> {
        let layouts = Layout::ALL.iter().map(|it| Medium::Text(*it));
        let documents = Document::ALL.iter().chain(Document::FILED);
        let documents = documents.map(|it| Medium::Document(*it));
        // JSON is read by serde.
        let own = Format::ALL.iter().filter(|it| **it != Format::Json).map(|it| Self::Own(*it));
        layouts.chain(documents).map(Self::In).chain(own)
    }

    fn write(self, report: &Report, mess: &Mess) -> Vec<u8> {
        match self {
            Self::In(medium) => medium.write_messy(report, mess),
            Self::Own(format) => {
                let mut written = Vec::new();
                ogi::write(report, format, &mut written).unwrap();
                written
            }
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::In(medium) => medium.fmt(f),
            Self::Own(format) => write!(f, "own {format}"),
        }
    }
}

/// How the figures of reports came back.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    right: usize,
    unreadable: usize,
    wrong: usize,
}

/// Reports of both editions: complete ones, and some with blank cells, tokens and remarks.
fn reports(many: u64, gaps: bool) -> impl Iterator<Item = Report> {
    let sizes = [Size::Small, Size::Medium, Size::Large];
    (0..many).flat_map(move |seed| {
        Edition::ALL.iter().map(move |edition| {
            let size = sizes[seed as usize % sizes.len()];
            let generator = Generator::new(seed).edition(*edition).size(size);
            match (gaps, seed % 3) {
                (false, _) => generator,
                (true, 0) => generator.blanks(1.0),
                (true, 1) => generator.blanks(0.3),
                (true, _) => generator.blanks(0.1).not_applicable(0.1).remarks(0.2),
            }
            .report()
        })
    })
}

/// Money is the same by value: a workbook keeps no zeros at its end.
fn is_same(wrote: &Cell, got: &Cell) -> bool {
    let value = |it: &Cell| it.value().map(|it| it.decimal());
    wrote == got
        || (value(wrote).is_some() && value(wrote) == value(got) && wrote.remark() == got.remark())
}

/// Reads a report back and says how each of its figures came. A page that is refused is unreadable whole.
fn count(source: Source, report: &Report, mess: &Mess, count: &mut Count) {
    let bytes = source.write(report, mess);
    let reading = match ogi::read(&bytes, &ReadOptions::default()) {
        Ok(reading) => reading,
        Err(error) => {
            println!("{source}: {error} {mess:?}");
            count.unreadable += report.cells().filter(|it| it.1.is_present()).count();
            return;
        }
    };
    for cell in CellId::all() {
        let (wrote, got) = (&report[cell], &reading.report[cell]);
        if is_same(wrote, got) {
            count.right += usize::from(wrote.is_present());
        } else if wrote.is_present() && (got.unreadable().is_some() || !got.is_present()) {
            count.unreadable += 1;
        } else {
            count.wrong += 1;
            println!("{source}: {cell} is {wrote:?}, read {got:?} {mess:?}");
        }
    }
    assert_eq!(reading.report.agency, report.agency, "{source} {mess:?}");
    assert_eq!(reading.report.year, report.year, "{source} {mess:?}");
}

fn print(what: &str, source: Source, count: Count) {
    let Count { right, unreadable, wrong } = count;
    println!(
        "{what:9} {:18} {right:6} right, {unreadable:5} unreadable, {wrong} wrong",
        source.to_string()
    );
}

fn list(name: &str) -> Ratchet {
    Ratchet::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet").join(name))
}

/// Lists what is not read whole: what is unreadable, and what is wrong, which are faults that are known.
fn record(ratchet: &mut Ratchet, source: Source, count: Count) {
    let Count { right, unreadable, wrong } = count;
    if unreadable + wrong > 0 {
        let details = format!("{unreadable} unreadable, {wrong} wrong");
        ratchet.record(&source.to_string(), right, details);
    }
}

#[test]
fn complete_reports_are_read_whole() {
    let mut ratchet = list("complete.tsv");
    for source in Source::all() {
        let mut counted = Count::default();
        for report in reports(6, false) {
            count(source, &report, &Mess::none(), &mut counted);
        }
        print("complete", source, counted);
        record(&mut ratchet, source, counted);
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default(), "see CONTRIBUTING.md");
}

#[test]
fn blank_cells_stay_blank_where_they_leave_a_trace() {
    let mut ratchet = list("gaps.tsv");
    for source in Source::all() {
        let mut counted = Count::default();
        for report in reports(6, true) {
            count(source, &report, &Mess::none(), &mut counted);
        }
        print("gaps", source, counted);
        record(&mut ratchet, source, counted);
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default(), "see CONTRIBUTING.md");
}

#[test]
fn a_mess_is_read_as_listed() {
    let mut ratchet = list("mess.tsv");
    for source in Source::all().filter(|it| !matches!(it, Source::Own(_))) {
        let mut counted = Count::default();
        for (i, report) in (0..).zip(reports(4, false).chain(reports(4, true))) {
            let mess = Mess::new(i, [0.05, 0.2, 0.5, 1.0][i as usize % 4]);
            count(source, &report, &mess, &mut counted);
        }
        print("mess", source, counted);
        record(&mut ratchet, source, counted);
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default(), "see CONTRIBUTING.md");
}

/// What only marks tables up differently, or puts other words around them, costs no figure of a document. A note below
/// a table that is blank altogether may be one of its cells.
#[test]
fn a_mess_that_keeps_the_letters_of_labels_costs_no_figure_of_a_document() {
    let mut ratchet = list("letters.tsv");
    for document in Document::ALL.iter().chain(Document::FILED) {
        let source = Source::In(Medium::Document(*document));
        let mut counted = Count::default();
        for (i, report) in (0..).zip(reports(4, false)) {
            let mess = Mess::new(i, [0.2, 0.5, 1.0][i as usize % 3]).without(Style::LabelLosses);
            count(source, &report, &mess, &mut counted);
        }
        for (i, report) in (0..).zip(reports(4, true)) {
            let mess = Mess::new(i, [0.2, 0.5, 1.0][i as usize % 3]);
            let mess = mess.without(Style::LabelLosses).without(Style::TableNotes);
            count(source, &report, &mess, &mut counted);
        }
        print("letters", source, counted);
        record(&mut ratchet, source, counted);
    }
    assert_eq!(ratchet.close().unwrap(), Differences::default(), "see CONTRIBUTING.md");
}
