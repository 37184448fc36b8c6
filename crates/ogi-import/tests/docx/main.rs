//! Word documents are read as a print shows them.
#![cfg(feature = "docx")]
// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

mod hostile;
mod words;

use ogi_import::{Imported, Limits, import};
use ogi_parse::Sheet;

/// What a file holds.
fn sheet(bytes: &[u8]) -> Sheet<'static> {
    match import(bytes, &Limits::default()).unwrap() {
        Imported::Sheet(sheet) => sheet,
        other => panic!("{other:?}"),
    }
}

/// Its narrative and tables as text, as far as a debug print shows them.
fn text(bytes: &[u8]) -> String {
    let print = format!("{:?}", sheet(bytes));
    let from = print.find("text: \"").unwrap() + 7;
    let to = from + print[from..].find("\", ").unwrap();
    print[from..to].replace("\\n", "\n").replace("\\t", "\t")
}
