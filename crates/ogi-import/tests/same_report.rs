//! One report in every kind of file has the same figures. All agencies are fictional.

#![cfg(all(
    feature = "html",
    feature = "docx",
    feature = "xlsx",
    feature = "rtf",
    feature = "mail",
    feature = "zip",
    feature = "ofd"
))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write as _};

use ogi_import::{Kind, read};
use ogi_model::{Edition, Report};
use ogi_parse::ReadOptions;
use ogi_testkit::{Document, Generator, HtmlStyle};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

/// A page as browsers save it.
fn saved(page: &[u8]) -> Vec<u8> {
    let mut bytes =
        b"From: <Saved by Example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n"
            .to_vec();
    bytes.extend_from_slice(page);
    bytes
}

fn assert_same(bytes: &[u8], report: &Report, what: &str) {
    let got = read(bytes, &ReadOptions::default());
    let got = got.unwrap_or_else(|error| panic!("{what}: {error}")).report;
    assert_eq!((&got.agency, got.year), (&report.agency, report.year), "{what}");
    for (cell, printed) in report.cells() {
        assert_eq!(&got[cell], printed, "{what}: {cell}");
    }
}

#[test]
fn in_every_kind_of_file() {
    for (seed, edition) in (0..3).flat_map(|seed| Edition::ALL.iter().map(move |it| (seed, *it))) {
        let generator = Generator::new(seed).edition(edition);
        for report in [generator.clone().report(), generator.blanks(0.3).report()] {
            for document in Document::FILED {
                assert_same(&document.write(&report), &report, &document.to_string());
            }
            let odt = Document::Odt.write(&report);
            assert_same(&zipped("content.xml", &odt), &report, "odt, packed");
            let page = Document::Html(HtmlStyle::Plain).write(&report);
            assert_same(&saved(&page), &report, "mht");
            assert_same(&zipped("年报.html", &page), &report, "zip");
        }
    }
}

#[test]
fn kinds_are_stated_by_content() {
    let report = Generator::new(1).report();
    for (document, kind) in [
        (Document::Doc, Kind::Doc),
        (Document::Rtf, Kind::RichText),
        (Document::Odt, Kind::OpenDocument),
        (Document::Ofd, Kind::Ofd),
    ] {
        assert_eq!(Kind::of(&document.write(&report)), Ok(kind));
    }
}
