//! Workbooks that nobody vouches for.

use std::io::{Cursor, Read as _, Write as _};

use ogi_import::{ImportError, Limits, import};
use ogi_model::Edition;
use ogi_testkit::{Document, Generator, XlsxStyle};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn sample() -> Vec<u8> {
    Document::Xlsx(XlsxStyle::OneSheet).write(&Generator::new(1).edition(Edition::E2021).report())
}

/// The sample with a part changed.
fn with(name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(sample())).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for i in 0..archive.len() {
        let mut file = archive.by_index(i).unwrap();
        let own = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        if own == name {
            text = change(text);
        }
        out.start_file(own, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[track_caller]
fn assert_limit(bytes: &[u8], limits: &Limits) {
    let error = import(bytes, limits).unwrap_err();
    assert!(matches!(error, ImportError::Limit { .. }), "{error:?}");
}

#[track_caller]
fn assert_damaged(bytes: &[u8]) {
    let error = import(bytes, &Limits::default()).unwrap_err();
    assert!(matches!(error, ImportError::Damaged { .. }), "{error:?}");
}

#[test]
fn more_than_limits_allow_is_refused() {
    let limits = Limits::default();
    let bytes = sample();
    assert_limit(&bytes, &limits.clone().with_unpacked_bytes(10_000));
    assert_limit(&bytes, &limits.clone().with_entries(3));
    assert_limit(&bytes, &limits.clone().with_cells(50));
    assert_limit(&bytes, &limits.clone().with_bytes(50));
    let bomb =
        with(SHEET, |it| it.replace("<sheetData>", &format!("<sheetData>{}", " ".repeat(1 << 22))));
    assert!(bomb.len() < 50_000);
    assert_limit(&bomb, &limits.with_unpacked_bytes(1 << 22));
}

#[test]
fn far_cells_and_giant_merged_ones_cost_nothing() {
    let sheet = |cells: &str, merged: &str| {
        with(SHEET, |_| {
            let cell = |at: &&str| {
                let row = at.trim_start_matches(|c: char| c.is_ascii_alphabetic());
                format!("<row r=\"{row}\"><c r=\"{at}\"><v>1</v></c></row>")
            };
            let rows: String = cells.split(' ').collect::<Vec<_>>().iter().map(cell).collect();
            format!(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\
                 {rows}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
            )
        })
    };
    let merge = |it: &str| format!("<mergeCell ref=\"{it}\"/>");
    let limits = Limits::default();
    assert!(import(&sheet("A1 XFD1048576", ""), &limits).is_ok());
    assert!(import(&sheet("A1 B2 C1048576", &merge("A1:XFD1048576")), &limits).is_ok());
    assert!(import(&sheet("A1", &(merge("A1:B2") + &merge("B2:C3"))), &limits).is_ok());
    let backwards = import(&sheet("A1", &merge("C3:A1")), &limits);
    assert!(matches!(backwards, Ok(_) | Err(ImportError::Damaged { .. })), "{backwards:?}");
    assert!(import(&sheet("A1", &merge("A1:A1").repeat(100_000)), &limits).is_ok());
}

/// A text that the file has once, and that very many cells refer to.
#[test]
fn a_text_of_many_cells_counts_for_each() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..2_000 {
        sheet.write(row, 0, "甲".repeat(10_000)).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    assert!(bytes.len() < 100_000);
    assert_limit(&bytes, &Limits::default().with_unpacked_bytes(4 << 20));
}

#[test]
fn entities_of_its_own_are_not_expanded() {
    let bytes = with("xl/sharedStrings.xml", |it| {
        let it =
            it.replacen("?>", "?><!DOCTYPE a [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;\">]>", 1);
        it.replacen("<t>", "<t>&b;", 1)
    });
    assert_damaged(&bytes);
}

#[test]
fn damaged_parts_are_stated() {
    assert_damaged(&with(SHEET, |it| it[..it.len() / 2].to_owned()));
    assert_damaged(&with(SHEET, |it| it.replacen("</row>", "</c>", 1)));
    assert_damaged(&with("xl/sharedStrings.xml", |it| it.replacen("<t>", "<t", 1)));
    assert_damaged(&with("xl/workbook.xml", |_| String::new()));
}

#[test]
fn a_cut_off_workbook_is_stated() {
    let bytes = sample();
    for end in (0..bytes.len()).step_by(bytes.len() / 100) {
        if let Ok(document) = import(&bytes[..end], &Limits::default()) {
            assert!(end < 40, "{end}: {document:?}");
        }
    }
}

const OLD: &[u8] = include_bytes!("fixtures/form.xls");

#[test]
fn old_workbooks_that_span_all_memory_are_refused() {
    // Where the table of strings is used for the first time: a cell, with its row and column.
    let cell = OLD.windows(4).position(|it| it == [0xFD, 0x00, 0x0A, 0x00]).unwrap() + 4;
    let mut bytes = OLD.to_vec();
    bytes[cell..cell + 4].fill(0xFF);
    assert_limit(&bytes, &Limits::default());
    let dimensions = OLD.windows(4).position(|it| it == [0x00, 0x02, 0x0E, 0x00]).unwrap() + 4;
    let mut bytes = OLD.to_vec();
    bytes[dimensions + 4..dimensions + 8].fill(0xFF);
    assert_limit(&bytes, &Limits::default());
    // Rows that end before they begin: the library makes room for all that there can be.
    let mut bytes = OLD.to_vec();
    bytes[dimensions..dimensions + 8].copy_from_slice(&[9, 0, 0, 0, 1, 0, 0, 0]);
    assert_limit(&bytes, &Limits::default());
}

#[test]
fn a_cut_off_old_workbook_is_stated() {
    let whole = format!("{:?}", import(OLD, &Limits::default()).unwrap());
    for end in (0..OLD.len()).step_by(OLD.len() / 100) {
        // Behind the last sector that is in use nothing is lost.
        if let Ok(document) = import(&OLD[..end], &Limits::default()) {
            assert!(end < 40 || format!("{document:?}") == whole, "{end}: {document:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = sample();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _: Result<_, _> = import(&bytes, &Limits::default());
    }

    #[test]
    fn no_bytes_of_an_old_workbook_make_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = OLD.to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _: Result<_, _> = import(&bytes, &Limits::default());
    }

    /// Changes that the archive does not notice.
    #[test]
    fn no_text_makes_it_panic(
        part in prop::sample::select(vec![SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;:\"=a-zA-Z0-9]{0,3}"), 1..8),
    ) {
        let bytes = with(part, |mut text| {
            for (at, new) in &changes {
                let at = text.floor_char_boundary(at.index(text.len()));
                text.insert_str(at, new);
            }
            text
        });
        let _: Result<_, _> = import(&bytes, &Limits::default());
    }
}
