//! The cases in `conformance/` are current, and what they expect is true.
//!
//! `OGI_GENERATE=1 cargo test -p ogi --all-features --test conformance` writes them anew. What is expected of a generated case is compared with
//! the report that it was generated from and the error that was planted in it; what is expected of one made by hand, with
//! what was written down beside it.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

mod by_hand;
mod case;
mod generated;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use case::Case;

/// A few MB at most, so that a clone of the repository stays small.
const BYTES: usize = 4 << 20;

#[test]
fn cases_are_current() {
    let cases: Vec<Case> = generated::cases().chain(by_hand::cases()).collect();
    let names: BTreeSet<_> = cases.iter().map(|it| &it.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases of one name");

    let mut files = vec![(PathBuf::from("cases.json"), index(&cases).into_bytes())];
    for case in &cases {
        let expected = format!("{:#}\n", case.expected());
        files.push((case.source_path(), case.source.clone()));
        files.push((case.expected_path(), expected.into_bytes()));
    }
    let size: usize = files.iter().map(|it| it.1.len()).sum();
    assert!(size < BYTES, "{size} bytes of cases");

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance");
    let generate = env::var_os("OGI_GENERATE").is_some();
    if generate {
        fs::remove_dir_all(folder.join("cases")).ok();
        fs::create_dir_all(folder.join("cases")).unwrap();
    }
    for (path, wanted) in &files {
        let path = folder.join(path);
        if generate {
            fs::write(&path, wanted).unwrap();
        }
        let there = fs::read(&path).unwrap_or_default();
        assert!(
            there == *wanted,
            "{} is stale; OGI_GENERATE=1 cargo test -p ogi --all-features --test conformance",
            path.display()
        );
    }
    let there = fs::read_dir(folder.join("cases")).unwrap().count();
    assert_eq!(there, files.len() - 1, "a file in conformance/cases belongs to no case");
}

/// What cases there are, for whoever measures another implementation.
fn index(cases: &[Case]) -> String {
    let lines: Vec<_> = cases.iter().map(|it| it.line().to_string()).collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}
