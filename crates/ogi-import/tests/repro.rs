//! Small files that were read wrongly or refused, each for its kind. They lie beside the project, with a page that says
//! what is right; without them the test says so.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx", feature = "pdf"))]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;
use std::path::PathBuf;

use ogi_import::read;
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

const NEW: Row = Row::NewlyReceived;
const PERSON: Column = Column::NaturalPerson;

/// A cell, and what is right in it.
type Figure = (Row, Column, Right);

fn file(name: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/wild/repro");
    let bytes = fs::read(folder.join(name)).ok();
    if bytes.is_none() {
        eprintln!("!!! SKIPPED: {name} is not beside the project");
    }
    bytes
}

fn report(bytes: &[u8]) -> Result<Value, String> {
    let reading = read(bytes, &ReadOptions::default());
    let reading = reading.map_err(|error| error.kind().to_owned())?;
    Ok(serde_json::to_value(&reading.report).unwrap())
}

fn is_unread(value: &Value) -> bool {
    value.get("unreadable").is_some()
}

/// The cells that are not read as they should be.
fn wrong_figures(figures: impl IntoIterator<Item = (&'static str, Vec<Figure>)>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, cells) in figures {
        let Some(bytes) = file(name) else { continue };
        let reading =
            read(&bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (row, column, right) in cells {
            let got = serde_json::to_value(&reading.report[CellId::new(row, column)]).unwrap();
            let is_right = match &right {
                Is(value) => got == *value,
                OrUnread(value) => got == *value || is_unread(&got),
                Unread => is_unread(&got),
            };
            if !is_right {
                wrong.push(format!("{name}: {row:?} {column:?} is read as {got}"));
            }
        }
    }
    wrong
}

#[test]
fn each_kind_is_read_or_refused_as_it_should_be() {
    let figures: [(&str, Vec<Figure>); 17] = [
        (
            "R02_chartsheet.xlsx",
            vec![
                (Row::Licensing, Column::Decisions, Is(Value::Null)),
                (Row::Penalties, Column::Decisions, Is(json!(67))),
            ],
        ),
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
            "R01_word_online_document2.docx",
            vec![
                (Row::Rules, Column::Issued, Is(json!(3770))),
                (Row::Rules, Column::InForce, Is(Value::Null)),
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
        (
            "R06_chrome_saved.mhtml",
            vec![
                (Row::Rules, Column::Issued, Is(json!(3999))),
                (Row::Licensing, Column::Decisions, Is(json!(7867))),
            ],
        ),
        (
            "R06b_word.mht.doc",
            vec![
                (Row::Rules, Column::Issued, Is(json!(3999))),
                (Row::Licensing, Column::Decisions, Is(json!(7867))),
            ],
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
        ("OK_owner_password.pdf", vec![(Row::Rules, Column::Issued, Is(json!(3770)))]),
    ];
    let mut wrong = wrong_figures(figures);
    for (name, kind) in [
        ("R03a_many_mulrk.xls", "not-a-report"),
        ("R03b_WORKBOOK_capitals.xls", "not-a-report"),
        ("R03d_password.xls", "encrypted"),
        ("R07_password.docx", "encrypted"),
        ("R08_user_password.pdf", "encrypted"),
    ] {
        let Some(bytes) = file(name) else { continue };
        let got = report(&bytes).map(|_| "a report".to_owned()).unwrap_or_else(|it| it);
        if got != kind {
            wrong.push(format!("{name} is {got}, and not {kind}"));
        }
    }
    // Without its table it is no report that can be read, whatever the reader calls it.
    if let Some(bytes) = file("W06c_hidden_table.html") {
        assert!(report(&bytes).is_err());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Files of one report: every figure of its truth.
#[test]
fn one_report_is_read_from_every_kind_alike() {
    let Some(truth) = file("W03f_truth.json") else { return };
    let truth: Value = serde_json::from_slice(&truth).unwrap();
    let mut wrong = Vec::new();
    for (name, unread) in [
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
                for (column, value) in columns.as_object().into_iter().flatten() {
                    let got = &got[table][row][column];
                    left += usize::from(is_unread(got));
                    if got != value && !is_unread(got) {
                        wrong.push(format!("{name}: {row} {column} is {value}, read {got}"));
                    }
                }
            }
        }
        if left > unread {
            wrong.push(format!("{name}: {left} figures are not read"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Text layouts: a figure that may be another's is not read, and what is printed is no blank.
#[test]
fn each_layout_of_text_is_read_as_it_should_be() {
    const APPEAL: Row = Row::Reconsideration;
    let whole = |row, columns: &[Column]| columns.iter().map(|it| (row, *it, Unread)).collect();
    let disputes =
        [Column::Upheld, Column::Corrected, Column::OtherResult, Column::Pending, Column::Total];
    let figures: Vec<(&str, Vec<Figure>)> = vec![
        ("W01a_sum_placing_full_t4.txt", whole(APPEAL, &disputes)),
        ("W01e_sum_placing_t4.txt", whole(APPEAL, &disputes)),
        (
            "W01b_sum_placing_t3.txt",
            whole(NEW, &[PERSON, Column::CommercialEnterprise, Column::Total]),
        ),
        (
            "W02c_surplus_blank_innerText.txt",
            vec![
                (NEW, PERSON, OrUnread(Value::Null)),
                (NEW, Column::CommercialEnterprise, OrUnread(json!(6))),
                (NEW, Column::ResearchInstitution, OrUnread(json!(88))),
                (NEW, Column::Total, OrUnread(Value::Null)),
            ],
        ),
        (
            "W03a_box_drawing_single_digits.txt",
            vec![
                (Row::RefusedRepeat, PERSON, OrUnread(json!(6))),
                (Row::RefusedRepeat, Column::Total, OrUnread(json!(6))),
            ],
        ),
        ("W03b_digit_with_dot_a_line.txt", vec![(NEW, PERSON, OrUnread(json!(6)))]),
        (
            "W03d_figure_before_its_label_markitdown_pdf.md",
            vec![(Row::Penalties, Column::Decisions, OrUnread(json!(7551)))],
        ),
        (
            "W03g_words_after_blanks.md",
            vec![
                (Row::Rules, Column::Issued, OrUnread(Value::Null)),
                (Row::Rules, Column::InForce, Unread),
            ],
        ),
        (
            "R05_html_tables_in_markdown.md",
            vec![(NEW, PERSON, Is(json!(5))), (NEW, Column::Total, Is(json!(8)))],
        ),
        (
            "R14_merged_cells_repeated.txt",
            vec![
                (Row::Rules, Column::Issued, Is(json!(2302))),
                (NEW, PERSON, Is(json!(1638))),
                (NEW, Column::Total, Is(json!(7398))),
            ],
        ),
        (
            "R16_nan_for_blank.md",
            vec![
                (Row::Rules, Column::Issued, Is(Value::Null)),
                (Row::Rules, Column::InForce, Is(json!(45))),
                (NEW, Column::CommercialEnterprise, Is(json!(6))),
                (NEW, Column::Total, Is(Value::Null)),
            ],
        ),
    ];
    let wrong = wrong_figures(figures);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The blank of a column without a head is read as that of the one before it.
#[test]
fn a_column_without_a_head_is_not_the_one_before_it() {
    let wrong = wrong_figures([(
        "W02a_surplus_blank_markitdown_2019.md",
        vec![
            (Row::Penalties, Column::Change, OrUnread(json!(0))),
            (Row::Penalties, Column::Decisions, OrUnread(Value::Null)),
        ],
    )]);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
