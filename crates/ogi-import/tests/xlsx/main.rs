//! Workbooks are read as a print shows them.
#![cfg(feature = "xlsx")]
// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod hostile;
mod old;
mod sheets;

use ogi_import::{Imported, Limits, import};
use ogi_model::Reading;
use ogi_parse::{ReadOptions, Sheet, read_sheet};

/// What a file holds.
fn sheet(bytes: &[u8]) -> Sheet<'static> {
    match import(bytes, &Limits::default()).unwrap() {
        Imported::Sheet(sheet) => sheet,
        other => panic!("{other:?}"),
    }
}

/// The report in a file.
fn read(bytes: &[u8]) -> Reading {
    let sheet = sheet(bytes);
    read_sheet(&sheet, &ReadOptions::default())
        .unwrap_or_else(|error| panic!("{error}: {sheet:#?}"))
}

/// Its rows as text, as far as a debug print shows them.
fn text(bytes: &[u8]) -> String {
    let print = format!("{:?}", sheet(bytes));
    let from = print.find("text: \"").unwrap() + 7;
    let to = from + print[from..].find("\", ").unwrap();
    print[from..to].replace("\\n", "\n").replace("\\t", "\t")
}
