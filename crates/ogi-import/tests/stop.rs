//! A source that nobody waits for any more is not read to its end.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use std::thread;

use ogi_import::{Limits, Stop, import, read};
use ogi_parse::ReadOptions;
use ogi_testkit::{Document, Generator, Layout, Mess};

fn options(stop: &Stop) -> ReadOptions {
    ReadOptions::default().with_limits(Limits::default().with_stop(stop))
}

/// A report in every kind of file, and as text.
fn sources() -> Vec<(String, Vec<u8>)> {
    let report = Generator::new(7).report();
    let documents = Document::ALL.iter().chain(Document::FILED);
    let documents =
        documents.map(|it| (it.to_string(), it.write_messy(&report, &Mess::new(7, 0.0))));
    let text = ("text".to_owned(), Layout::Standard.write(&report).into_bytes());
    documents.chain([text]).collect()
}

#[test]
fn what_is_stopped_before_is_not_read() {
    let (stop, other) = (Stop::new(), Stop::new());
    stop.clone().set();
    for (name, bytes) in sources() {
        let there = read(&bytes, &options(&other)).unwrap_or_else(|it| panic!("{name}: {it}"));
        assert!(there.report.cells().next().is_some(), "{name}");
        assert_eq!(read(&bytes, &options(&stop)).unwrap_err().kind(), "stopped", "{name}");
        // Text is opened in one step, and read in many.
        if name != "text" {
            let error = import(&bytes, &Limits::default().with_stop(&stop)).unwrap_err();
            assert_eq!(error.kind(), "stopped", "{name}");
        }
    }
}

/// Thousands of paragraphs with a figure each: they take seconds, and the reader looks at the flag between them.
#[test]
fn what_is_stopped_meanwhile_ends() {
    let report = Generator::new(7).report();
    let sentence =
        "2025年我局共收到政府信息公开申请31件，办结30件，其中予以公开12件，不予公开18件。\n";
    let mut text = Layout::Standard.write(&report);
    let overview = text.find("二、").unwrap();
    text.insert_str(overview, &sentence.repeat(200_000));
    let stop = Stop::new();
    let reader = thread::spawn({
        let options = options(&stop);
        move || read(text.as_bytes(), &options).map(|it| it.claims.len())
    });
    thread::sleep(std::time::Duration::from_millis(30));
    stop.set();
    let read = reader.join().unwrap();
    assert_eq!(read.map_err(|it| it.kind()), Err("stopped"));
}
