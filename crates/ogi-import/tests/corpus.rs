//! Real pages, read from where they are kept beside the repository. Their truth was written by hand.

#![cfg(feature = "html")]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};

use ogi_import::{Limits, read};
use ogi_model::CellId;
use ogi_parse::ReadOptions;

/// The folder of real reports. Says so loudly when it is not there: a clone elsewhere has none.
fn corpus() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("!!! SKIPPED: no real reports at {}", folder.display());
    None
}

#[test]
fn pages_are_read_whole() {
    let Some(folder) = corpus() else { return };
    for name in ["shanghai-office-2019", "shuyang-fgj-2023"] {
        let truth = fs::read_to_string(folder.join(format!("{name}.truth.json"))).unwrap();
        let truth: serde_json::Value = serde_json::from_str(&truth).unwrap();
        let page = fs::read(folder.join(format!("{name}.html"))).unwrap();
        let reading = read(&page, &ReadOptions::default(), &Limits::default()).unwrap();
        let report = &reading.report;
        let mut figures = 0;
        for cell in CellId::all() {
            let told = truth[cell.table().key()][cell.row().key()].get(cell.column().key());
            match told {
                None => assert!(!report[cell].is_present(), "{name}: {cell} is not in the source"),
                Some(told) => {
                    let got = serde_json::to_value(&report[cell]).unwrap();
                    let decimal = |it: &serde_json::Value| it.as_str()?.parse::<f64>().ok();
                    let equal =
                        got == *told || decimal(&got).is_some_and(|it| Some(it) == decimal(told));
                    assert!(equal, "{name}: {cell} is {told}, read {got}");
                    assert!(reading.place(cell).is_some(), "{name}: {cell} has no place");
                    figures += 1;
                }
            }
        }
        assert_eq!(truth["agency"].as_str(), report.agency.as_deref(), "{name}");
        assert_eq!(truth["year"].as_u64(), report.year.map(u64::from), "{name}");
        let published = report.published.map(|it| it.to_string());
        assert_eq!(truth["published"].as_str(), published.as_deref(), "{name}");
        println!("{name}: all {figures} figures right");
    }
}
