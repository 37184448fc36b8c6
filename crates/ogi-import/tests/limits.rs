//! Junk, cut-off files and files that blow up: an error or an honest reading, in bounded time and memory.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::{Limits, ReadError, read};
use ogi_model::{CellId, Reading};
use ogi_parse::ReadOptions;

const PORTAL: &[u8] = include_bytes!("fixtures/portal.html");
const MIXED: &[u8] = include_bytes!("fixtures/mixed.html");
const DOCX: &[u8] = include_bytes!("fixtures/clerk.docx");
const XLSX: &[u8] = include_bytes!("fixtures/clerk.xlsx");
const XLS: &[u8] = include_bytes!("xlsx/fixtures/form.xls");
#[cfg(feature = "pdf")]
const PDF: &[u8] = include_bytes!("fixtures/printed.pdf");

fn try_read(bytes: &[u8]) -> Result<Reading, ReadError> {
    read(bytes, &ReadOptions::default())
}

/// Cuts a source off at many points: it gives an error, or figures that are those of the whole. `last_may_be_cut` if
/// nothing marks where a figure ends.
fn assert_cut_honestly(bytes: &[u8], cuts: usize, last_may_be_cut: bool) {
    let whole = try_read(bytes).unwrap().report;
    for cut in 0..cuts {
        let end = bytes.len() * cut / cuts;
        let Ok(part) = try_read(&bytes[..end]) else { continue };
        let mut others = 0;
        for cell in CellId::all() {
            let (whole, part) = (&whole[cell], &part.report[cell]);
            if part.value().is_some() && part != whole {
                others += 1;
                assert!(last_may_be_cut, "cut at {end}: {cell} is {whole:?}, read {part:?}");
            }
        }
        assert!(others <= 1, "cut at {end}: {others} figures are others");
    }
}

#[test]
fn cut_off_pages_give_no_other_figure() {
    assert_cut_honestly(PORTAL, 200, true);
    assert_cut_honestly(MIXED, 200, true);
}

#[test]
fn cut_off_office_files_give_no_other_figure() {
    for bytes in [DOCX, XLSX, XLS] {
        assert_cut_honestly(bytes, 60, false);
    }
}

#[test]
#[cfg(feature = "doc")]
fn cut_off_documents_of_word_97_give_no_other_figure() {
    let report = ogi_testkit::Generator::new(7).report();
    assert_cut_honestly(&ogi_testkit::Document::Doc.write(&report), 200, false);
}

#[test]
#[cfg(feature = "pdf")]
fn cut_off_pdfs_give_no_other_figure() {
    assert_cut_honestly(PDF, 40, false);
}

#[test]
#[cfg(feature = "pdf")]
fn more_pages_than_allowed_are_no_damage() {
    let pages = |many| ReadOptions::default().with_limits(Limits::default().with_pages(many));
    assert!(read(PDF, &pages(50)).is_ok());
    let error = read(PDF, &pages(1)).unwrap_err();
    assert_eq!(error.kind(), "too-large");
    assert!(error.message().zh.contains("超过1页"), "{error:?}");
}

/// A PDF of one page, with what draws it so many times, its resources, and objects from the fifth on.
#[cfg(feature = "pdf")]
fn pdf(content: &str, times: usize, resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let contents = "4 0 R ".repeat(times);
    let content = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << {resources} >> /Contents [{contents}] >>"
    );
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>".into();
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".into();
    let objects = [catalog, pages, page, content].map(String::into_bytes);
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (object, n) in objects.iter().chain(more).zip(1..) {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend_from_slice(format!("{n} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (begin, size) = (file.len(), 5 + more.len());
    let end = format!(
        "xref\n0 {size}\n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n"
    );
    file.extend_from_slice(end.as_bytes());
    file
}

/// A page of so many forms, each of which shows the next one so many times.
#[cfg(feature = "pdf")]
fn forms_in_forms(forms: usize, times: usize) -> Vec<u8> {
    let form = |form: usize| {
        let next = 5 + (form + 1).min(forms - 1);
        let shows = if form + 1 < forms { "/F Do ".repeat(times) } else { "0 0 m".to_owned() };
        format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /XObject << /F {next} 0 R >> >> \
             /Length {} >>\nstream\n{shows}\nendstream",
            shows.len()
        )
    };
    let all: Vec<_> = (0..forms).map(|it| form(it).into_bytes()).collect();
    pdf("/F Do", 1, "/XObject << /F 5 0 R >>", &all)
}

#[test]
#[cfg(feature = "pdf")]
fn forms_in_forms_are_not_drawn_for_ever() {
    // 2^40 of them, were all drawn; 10^9; eleven in a row.
    for (forms, times) in [(40, 2), (9, 10), (11, 1)] {
        let error = try_read(&forms_in_forms(forms, times)).unwrap_err();
        assert_eq!(error.kind(), "too-large", "{forms} {times}: {error}");
    }
    assert_eq!(try_read(&forms_in_forms(3, 3)).unwrap_err().kind(), "unsupported");
}

#[test]
#[cfg(feature = "pdf")]
fn a_pdf_unpacks_no_more_than_allowed() {
    use std::io::{Read, Write};

    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("0", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 4 << 20]).unwrap();
    let mut archive = zip::ZipArchive::new(archive.finish().unwrap()).unwrap();
    let mut stream = b"\x78\x9C".to_vec();
    archive.by_index_raw(0).unwrap().read_to_end(&mut stream).unwrap();
    let mut packed =
        format!("<< /Filter /FlateDecode /Length {} >>\nstream\n", stream.len()).into_bytes();
    packed.extend_from_slice(&stream);
    packed.extend_from_slice(b"\nendstream");
    let file = pdf("", 1, "", &[packed]);
    let unpacked =
        |bytes| ReadOptions::default().with_limits(Limits::default().with_unpacked_bytes(bytes));
    assert_eq!(read(&file, &unpacked(1 << 20)).unwrap_err().kind(), "too-large");
    assert_eq!(read(&file, &unpacked(8 << 20)).unwrap_err().kind(), "unsupported");
}

#[test]
#[cfg(feature = "pdf")]
fn a_page_draws_the_same_no_thousand_times() {
    let page = |times| pdf(&" ".repeat(100_000), times, "", &[]);
    assert_eq!(try_read(&page(1000)).unwrap_err().kind(), "too-large");
    assert_eq!(try_read(&page(10)).unwrap_err().kind(), "unsupported");
}

#[test]
#[cfg(feature = "pdf")]
fn a_predictor_takes_no_memory_that_no_picture_needs() {
    let packed = |colors: u32| {
        let stream = format!(
            "<< /Length 9 /Filter /FlateDecode /DecodeParms << /Predictor 10 /Colors {colors} /Columns 1 >> >>\n\
             stream\n123456789\nendstream"
        );
        pdf("", 1, "", &[stream.into_bytes()])
    };
    assert_eq!(try_read(&packed(1 << 29)).unwrap_err().kind(), "damaged");
    assert_eq!(try_read(&packed(4)).unwrap_err().kind(), "unsupported");
}

#[test]
fn cut_off_text_gives_no_other_figure() {
    let report = ogi_testkit::Generator::new(5).report();
    for layout in [ogi_testkit::Layout::A4, ogi_testkit::Layout::Standard] {
        assert_cut_honestly(layout.write(&report).as_bytes(), 200, true);
    }
}

/// What many a kind of file begins with, and junk behind it.
const BEGINNINGS: [&[u8]; 11] = [
    b"",
    b"<html><table><tr><td>",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"PK\x03\x04word/document.xml",
    b"PK\x03\x04xl/workbook.xml",
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
    b"{\\rtf1\\trowd\\cellx99\\intbl ",
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=7\r\n\r\n--7\r\n",
    b"\xFF\xFE",
    "示例市民政局2025年政府信息公开工作年度报告\n二、主动公开政府信息情况\n".as_bytes(),
];

const JUNK: [&[u8]; 9] = [
    b"\0",
    b"7",
    b"7\n",
    b"<table><tr>",
    b"<td>1",
    b"|",
    b"\xFF",
    "行政许可|".as_bytes(),
    b"W\0o\0r\0k\0b\0o\0o\0k\0\0\0",
];

fn junk(beginning: &[u8], piece: &[u8], size: usize) -> Vec<u8> {
    let mut bytes = beginning.to_vec();
    while bytes.len() < size {
        bytes.extend_from_slice(&piece.repeat((size - bytes.len()).div_ceil(piece.len())));
    }
    bytes
}

#[test]
fn a_hundred_megabytes_are_too_large_before_anything_is_read() {
    for beginning in BEGINNINGS {
        let error = try_read(&junk(beginning, b"\0", 100_000_000)).unwrap_err();
        assert_eq!(error.kind(), "too-large");
    }
}

/// No junk gives a figure.
fn assert_junk_is_no_report(size: usize) {
    let limits = Limits::default().with_bytes(usize::MAX);
    let options = ReadOptions::default().with_limits(limits);
    for beginning in BEGINNINGS {
        for piece in JUNK {
            let Ok(reading) = read(&junk(beginning, piece, size), &options) else {
                continue;
            };
            let figures = reading.report.cells().filter(|(_, it)| it.value().is_some()).count();
            assert_eq!(figures, 0, "{:?}", String::from_utf8_lossy(piece));
        }
    }
}

#[test]
fn junk_gives_no_figure() {
    assert_junk_is_no_report(100_000);
}

/// `.ci/run` gives it no more memory than the limits allow.
#[test]
#[cfg_attr(debug_assertions, ignore = "takes long without optimisation")]
fn twenty_megabytes_of_junk_give_no_figure() {
    assert_junk_is_no_report(20_000_000);
}

/// Entities that a page declares are text in HTML: nothing is expanded.
#[test]
fn entities_of_a_page_are_not_expanded() {
    let entities: String = (1..10)
        .map(|i| format!("<!ENTITY a{i} \"{}\">", format!("&a{};", i - 1).repeat(10)))
        .collect();
    let page = format!(
        "<!DOCTYPE html [<!ENTITY a0 \"7\">{entities}]><h1>示例市民政局2025年政府信息公开工作年度报告</h1>\
         <table><tr><td colspan=2>第二十条第（五）项</td></tr><tr><td>信息内容</td><td>本年处理决定数量</td></tr>\
         <tr><td>行政许可</td><td>&a9;</td></tr></table>"
    );
    if let Ok(reading) = try_read(page.as_bytes()) {
        assert!(reading.report.cells().all(|(_, it)| it.value().is_none()));
    }
}
