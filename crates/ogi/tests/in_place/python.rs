//! Other libraries as oracles: python-docx and openpyxl find the comments at their cells.

#![allow(clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ogi::check::Language;
use ogi::{CellId, Column, Format, Place, Row};
use ogi_testkit::Generator;
use serde_json::Value;

use super::{check, read};

/// For each comment its author, its text, and what stands where it begins.
const OF_DOCUMENT: &str = r"
import sys, json, docx
from docx.oxml.ns import qn
document = docx.Document(sys.argv[1])
found = []
for comment in document.comments:
    mark = document.element.body.xpath('.//w:commentRangeStart[@w:id=%d]' % comment.comment_id)[0]
    paragraph = next(mark.iterancestors(qn('w:p')))
    found.append([comment.author, comment.text, ''.join(it.text or '' for it in paragraph.iter(qn('w:t')))])
print(json.dumps(found))
";

/// For each comment its author, its text, and its cell.
const OF_WORKBOOK: &str = r"
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.comment]
print(json.dumps([[it.comment.author, it.comment.text, it.parent.title + '!' + it.coordinate] for it in cells]))
";

/// What a script says about a file; nothing if Python or a library is not here.
fn stated(script: &str, library: &str, file: &Path) -> Option<Vec<[String; 3]>> {
    let has = Command::new("python3").args(["-c", &format!("import {library}")]).output();
    if !has.is_ok_and(|it| it.status.success()) {
        eprintln!("!!! SKIPPED: Python has no {library} here, so nothing of this test was checked");
        return None;
    }
    let run = Command::new("python3").args(["-c", script]).arg(file).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let found: Value = serde_json::from_slice(&run.stdout).unwrap();
    Some(serde_json::from_value(found).unwrap())
}

const TOTAL: CellId = CellId::new(Row::Reconsideration, Column::Total);

/// A report whose total of table four is wrong, annotated; the file, the place of that total, and what is said of it.
fn annotated(format: Format) -> (PathBuf, Place, String) {
    let mut report = Generator::new(11).report();
    report.set(TOTAL, 98_765);
    let mut written = Vec::new();
    ogi::write(&report, format, &mut written).unwrap();
    let reading = read(&written);
    let outcome = check(&reading);
    let bytes = ogi::annotate(&written, &reading, &outcome, Language::Zh, None).unwrap();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("annotated.{format}"));
    fs::write(&file, bytes).unwrap();
    let finding = outcome.findings.iter().find(|it| it.rule.id == "t4-sum").unwrap();
    (file, finding.place.clone().unwrap(), finding.message.zh.clone())
}

#[test]
fn python_docx_sees_comments_at_their_cells() {
    let (file, _, message) = annotated(Format::Docx);
    let Some(found) = stated(OF_DOCUMENT, "docx", &file) else { return };
    assert!(found.iter().all(|it| it[0] == "ogi"));
    let at: Vec<_> = found.iter().filter(|it| it[1].contains(&message)).collect();
    assert!(
        matches!(at[..], [[_, text, cell]] if cell == "98765" && text.starts_with("错误：")),
        "{found:?}"
    );
}

#[test]
fn openpyxl_sees_notes_at_their_cells() {
    let (file, place, message) = annotated(Format::Xlsx);
    let Place::Grid(place) = place else { panic!("{place:?}") };
    let address = format!("{}!{}", place.sheet.unwrap(), place.address.unwrap());
    let Some(found) = stated(OF_WORKBOOK, "openpyxl", &file) else { return };
    assert!(found.iter().all(|it| it[0] == "ogi"));
    let at: Vec<_> = found.iter().filter(|it| it[1].contains(&message)).collect();
    assert!(matches!(at[..], [[_, _, cell]] if *cell == address), "{found:?} {address}");
}
