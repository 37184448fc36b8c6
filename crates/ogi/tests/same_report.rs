//! The same report from every format and layout: its figures are equal, or unreadable where the source has no unique
//! reading, and never other ones. `--nocapture` shows how many of each.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::fmt;
use std::path::Path;

use ogi::{Cell, CellId, Edition, Format, ReadOptions, Report};
use ogi_testkit::{Differences, Document, Generator, Layout, Mess, Ratchet, Size, Style};

/// A way in which a report is written.
#[derive(Clone, Copy, Debug)]
enum Source {
    Layout(Layout),
    Document(Document),
    /// Written by the project itself: it makes no mess.
    Own(Format),
}

impl Source {
    fn all() -> impl Iterator<Item = Self> {
        let layouts = Layout::ALL.iter().map(|it| Self::Layout(*it));
        let documents = Document::ALL.iter().map(|it| Self::Document(*it));
        // JSON is read by serde.
        let own = Format::ALL.iter().filter(|it| **it != Format::Json).map(|it| Self::Own(*it));
        layouts.chain(documents).chain(own)
    }

    fn write(self, report: &Report, mess: &Mess) -> Vec<u8> {
        match self {
            Self::Layout(layout) => layout.write_messy(report, mess).into_bytes(),
            Self::Document(document) => document.write_messy(report, mess),
            Self::Own(format) => {
                let mut written = Vec::new();
                ogi::write(report, format, &mut written).unwrap();
                written
            }
        }
    }

    /// Whether complete reports in it can be read in one way only.
    fn has_one_reading(self) -> bool {
        !matches!(self, Self::Layout(layout) if !layout.has_one_reading())
    }

    /// Whether it leaves more than one reading of a report with blank cells.
    fn loses_blanks(self) -> bool {
        matches!(self, Self::Layout(layout) if layout.loses_blanks())
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Layout(layout) => write!(f, "text {layout}"),
            Self::Document(document) => document.fmt(f),
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

#[test]
fn complete_reports_are_read_whole() {
    let mut failed = Vec::new();
    for source in Source::all() {
        let mut counted = Count::default();
        for report in reports(9, false) {
            count(source, &report, &Mess::none(), &mut counted);
        }
        print("complete", source, counted);
        if counted.wrong > 0 || (counted.unreadable > 0 && source.has_one_reading()) {
            failed.push(source.to_string());
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn blank_cells_stay_blank_where_they_leave_a_trace() {
    let mut failed = Vec::new();
    for source in Source::all() {
        let mut counted = Count::default();
        for report in reports(9, true) {
            count(source, &report, &Mess::none(), &mut counted);
        }
        print("gaps", source, counted);
        let unique = source.has_one_reading() && !source.loses_blanks();
        if counted.wrong > 0 || (counted.unreadable > 0 && unique) {
            failed.push(source.to_string());
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}

/// How much is read of it is listed, or a reader that reads nothing would pass.
#[test]
fn in_a_mess_nothing_is_wrong() {
    let mut failed = Vec::new();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet/mess.tsv");
    let mut ratchet = Ratchet::open(&list);
    for source in Source::all().filter(|it| !matches!(it, Source::Own(_))) {
        let mut counted = Count::default();
        for (i, report) in (0..).zip(reports(6, false).chain(reports(6, true))) {
            let mess = Mess::new(i, [0.05, 0.2, 0.5, 1.0][i as usize % 4]);
            count(source, &report, &mess, &mut counted);
        }
        print("mess", source, counted);
        ratchet.record(
            &source.to_string(),
            counted.right,
            format!("{} unreadable", counted.unreadable),
        );
        if counted.wrong > 0 {
            failed.push(source.to_string());
        }
    }
    let differences = ratchet.close().unwrap();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(differences, Differences::default(), "see CONTRIBUTING.md");
}

/// What only marks tables up differently, or puts other words around them, costs no figure of a document. A note below
/// a table that is blank altogether may be one of its cells.
#[test]
fn a_mess_that_keeps_the_letters_of_labels_costs_no_figure_of_a_document() {
    let mut failed = Vec::new();
    for document in Document::ALL {
        let source = Source::Document(*document);
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
        if (counted.unreadable, counted.wrong) != (0, 0) {
            failed.push(source.to_string());
        }
    }
    assert!(failed.is_empty(), "{failed:?}");
}
