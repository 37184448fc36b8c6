//! Small files that were read wrongly or refused, each for its kind. They lie beside the project, with a page that says
//! what is right; without them the test says so.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx", feature = "pdf"))]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::PathBuf;

use ogi_import::{Limits, read};
use ogi_model::{CellId, Column, Row};
use ogi_parse::ReadOptions;
use serde_json::{Value, json};

/// What a cell may be read as.
enum Right {
    /// As this, and nothing else.
    Is(Value),
    /// As this, or not at all.
    OrUnread(Value),
    /// Not at all.
    Unread,
}

use Right::{Is, OrUnread, Unread};

fn file(name: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wild/repro");
    let bytes = fs::read(folder.join(name)).ok();
    if bytes.is_none() {
        eprintln!("!!! SKIPPED: {name} is not beside the project");
    }
    bytes
}

fn report(bytes: &[u8]) -> Result<Value, String> {
    let reading = read(bytes, &ReadOptions::default(), &Limits::default());
    let reading = reading.map_err(|error| error.kind().to_owned())?;
    Ok(serde_json::to_value(&reading.report).unwrap())
}

fn is_unread(value: &Value) -> bool {
    value.get("unreadable").is_some()
}

#[test]
fn each_kind_is_read_or_refused_as_it_should_be() {
    const NEW: Row = Row::NewlyReceived;
    const PERSON: Column = Column::NaturalPerson;
    let figures: [(&str, Vec<(Row, Column, Right)>); 14] = [
        ("R02_chartsheet.xlsx", vec![(Row::Licensing, Column::Decisions, Is(json!(7867)))]),
        (
            "R12_browser_print_header.pdf",
            vec![
                (Row::Licensing, Column::Decisions, Is(json!(7867))),
                (Row::Penalties, Column::Decisions, Is(json!(9617))),
                (NEW, PERSON, Is(json!(7788))),
                (Row::Granted, PERSON, Is(json!(6489))),
                (Row::CarriedIn, Column::Total, Is(json!(8672))),
            ],
        ),
        (
            "R17_css_tables.html",
            vec![
                (Row::Rules, Column::Issued, Is(json!(3770))),
                (Row::Rules, Column::InForce, Is(Value::Null)),
                (NEW, Column::Total, Is(json!(1669))),
            ],
        ),
        (
            "W04_formula_without_result.xlsx",
            vec![(NEW, Column::Total, Unread), (Row::CarriedOut, Column::Total, Unread)],
        ),
        ("W05a_strike.docx", vec![(NEW, Column::Total, Is(json!(1669)))]),
        ("W05b_superscript.docx", vec![(NEW, Column::Total, OrUnread(json!(1669)))]),
        ("W05c_footnote_custom_mark.docx", vec![(NEW, Column::Total, OrUnread(json!(1669)))]),
        ("W05f_line_through_style.html", vec![(NEW, PERSON, Is(json!(6)))]),
        ("W06a_visibility_hidden.html", vec![(NEW, PERSON, Is(json!(6)))]),
        (
            "W06e_hidden_duplicate_table.html",
            vec![(NEW, PERSON, Is(json!(5))), (NEW, Column::Total, Is(json!(8)))],
        ),
        ("W07_textarea.html", vec![(NEW, PERSON, OrUnread(json!(6)))]),
        (
            "W08_sym_digits.docx",
            vec![
                (NEW, PERSON, OrUnread(json!(1638))),
                (Row::Rules, Column::Issued, Is(json!(2302))),
            ],
        ),
        (
            "W09_error_cell.xlsx",
            vec![
                (Row::Rules, Column::Issued, Is(Value::Null)),
                (Row::Rules, Column::Repealed, Is(Value::Null)),
                (Row::Rules, Column::InForce, Unread),
            ],
        ),
        ("OK_owner_password.pdf", vec![(Row::Rules, Column::Issued, Is(json!(2302)))]),
    ];
    for (name, cells) in figures {
        let Some(bytes) = file(name) else { continue };
        let reading = read(&bytes, &ReadOptions::default(), &Limits::default())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        for (row, column, right) in cells {
            let got = serde_json::to_value(&reading.report[CellId::new(row, column)]).unwrap();
            let is_right = match &right {
                Is(value) => got == *value,
                OrUnread(value) => got == *value || is_unread(&got),
                Unread => is_unread(&got),
            };
            assert!(is_right, "{name}: {row:?} {column:?} is read as {got}");
        }
    }
    for (name, kind) in [
        ("R03a_many_mulrk.xls", "not-a-report"),
        ("R03b_WORKBOOK_capitals.xls", "not-a-report"),
        ("R03d_password.xls", "encrypted"),
        ("R07_password.docx", "encrypted"),
        ("R08_user_password.pdf", "encrypted"),
        ("W06c_hidden_table.html", "no-tables"),
    ] {
        let Some(bytes) = file(name) else { continue };
        assert_eq!(report(&bytes), Err(kind.to_owned()), "{name}");
    }
}

/// Files of one report: every figure of its truth.
#[test]
fn one_report_is_read_from_every_kind_alike() {
    let Some(truth) = file("W03f_truth.json") else { return };
    let truth: Value = serde_json::from_slice(&truth).unwrap();
    for (name, unread) in [
        ("R01_word_online_document2.docx", 0),
        ("R04_word2003.xml", 0),
        ("R09_altchunk_html.docx", 0),
        ("R13_head_cell_lost.pdf", 0),
        ("R15_soft_hyphen_u00ad.docx", 0),
        // A figure is broken over two lines of a cell that has room for one more digit.
        ("W03f_cairo_printed.pdf", 1),
    ] {
        let Some(bytes) = file(name) else { continue };
        let got = report(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut left = 0;
        for table in ["active_disclosure", "applications", "disputes"] {
            for (row, columns) in truth[table].as_object().unwrap() {
                let Some(columns) = columns.as_object() else { continue };
                for (column, value) in columns {
                    let got = &got[table][row][column];
                    left += usize::from(is_unread(got));
                    let same = got == value
                        || got.as_str() == value.as_f64().map(|it| it.to_string()).as_deref();
                    assert!(
                        same || is_unread(got),
                        "{name}: {row} {column} is {value}, read {got}"
                    );
                }
            }
        }
        assert!(left <= unread, "{name}: {left} figures are not read");
    }
}
