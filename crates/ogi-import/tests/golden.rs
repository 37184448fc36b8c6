//! What is read from each file of the fixtures, figures and notes: golden files, looked at like code.
//!
//! All agencies are fictional. `printed.pdf` was printed once with LibreOffice from a report of the testkit, with
//! framed prose, page numbers, and rows and heads cut by page breaks; `clerk.docx` and `clerk.xlsx` were saved with it,
//! with tracked changes and automatic numbers, and with hidden rows, columns and sheets.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fs;

use ogi_import::{Kind, read};
use ogi_parse::ReadOptions;
use serde_json::Value;

#[test]
fn fixtures() {
    insta::glob!("fixtures/*.*", |path| {
        let bytes = fs::read(path).unwrap();
        if Kind::of(&bytes) == Ok(Kind::Pdf) && cfg!(not(feature = "pdf")) {
            eprintln!("!!! SKIPPED: {}, without the feature pdf", path.display());
            return;
        }
        let reading = read(&bytes, &ReadOptions::default()).unwrap();
        let mut json = serde_json::to_value(&reading).unwrap();
        // The place of every figure would be most of the file; that of every note is there.
        json.as_object_mut().unwrap().remove("sources");
        insta::assert_snapshot!(lines(&json));
    });
}

/// A line for each entry of the report, of its tables, and for each note.
fn lines(json: &Value) -> String {
    let mut out = String::new();
    for (key, value) in json.as_object().unwrap() {
        match value {
            Value::Object(rows) if rows.contains_key("edition") => {
                out += &format!("{key}:\n");
                for (row, columns) in rows {
                    out += &format!("  {row}: {columns}\n");
                }
            }
            Value::Array(items) => {
                out += &format!("{key}:\n");
                out.extend(items.iter().map(|it| format!("  {it}\n")));
            }
            other => out += &format!("{key}: {other}\n"),
        }
    }
    out
}
