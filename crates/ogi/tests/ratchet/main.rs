//! What is read of real files and of what other programs make of them is listed, file by file, and nothing of it is
//! lost without a word: a listed figure that is lost fails, a wrong one fails, and a gain must be listed. Files that are
//! new or changed since are printed and not failed, except for wrong values.
//!
//! `OGI_GENERATE=1 cargo test --release -p ogi --all-features --test ratchet` writes the lists anew; without optimisation
//! a sample is compared. A line is the name
//! of a file and a hash of it and its truth, how many values are right, which metadata are, and for the three tables
//! right/unreadable/missing figures.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use ogi::{ReadOptions, TableId};
use ogi_testkit::{Judged, KnownSource, Ratchet, Score, Verdict, judge, known_sources};

/// The folder beside the repository. Without it the test says so, and fails where everything must be there.
fn shared(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    assert!(
        env::var_os("CI").is_none_or(|it| it != "true"),
        "no known files at {}",
        path.display()
    );
    eprintln!("!!! SKIPPED: no known files at {}", path.display());
    None
}

fn list(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratchet").join(format!("{name}.tsv"))
}

/// The name of a file, and a hash of it and its truth.
fn key(known: &KnownSource, bytes: &[u8]) -> String {
    let mut hash = crc32fast::Hasher::new();
    hash.update(bytes);
    hash.update(known.truth_text.as_bytes());
    format!("{} {:08x}", known.name, hash.finalize())
}

fn read(known: &KnownSource, bytes: &[u8]) -> Vec<Judged> {
    let report = ogi::read(bytes, &ReadOptions::default()).ok().map(|it| it.report);
    judge(&known.truth, report.map(|it| serde_json::to_value(&it).unwrap()).as_ref())
}

/// Which metadata are right, and for each table how many figures are right, unreadable and missing.
fn details(judged: &[Judged]) -> String {
    let is_table = |it: &&Judged| it.path[0].parse::<TableId>().is_ok();
    let metadata = judged.iter().filter(|it| !is_table(it) && it.verdict == Verdict::Right);
    let metadata: Vec<&str> = metadata.map(|it| it.path[0].as_str()).collect();
    let tables = TableId::ALL.iter().map(|table| {
        let of_table = judged.iter().filter(|it| it.path[0] == table.key());
        let Score { right, unreadable, missing, .. } = of_table.collect();
        format!("{right}/{unreadable}/{missing}")
    });
    format!("{}\t{}", metadata.join(" "), tables.collect::<Vec<_>>().join("\t"))
}

fn compare(folder: &str, list_name: &str, of_every: usize) {
    let Some(path) = shared(folder) else { return };
    let of_every = if cfg!(debug_assertions) { of_every } else { 1 };
    if of_every > 1 {
        eprintln!("!!! A SAMPLE: one of {of_every} files of {folder}; run in release for all");
    }
    let mut ratchet = Ratchet::open(&list(list_name));
    let mut all = Score::default();
    let mut wrong = Vec::new();
    for (i, known) in known_sources(&path).unwrap().iter().enumerate() {
        let bytes = fs::read(&known.path).unwrap();
        let key = key(known, &bytes);
        let is_closed = known.name.ends_with(".pdf") && cfg!(not(feature = "pdf"))
            || known.name.ends_with(".doc") && cfg!(not(feature = "doc"));
        if is_closed {
            eprintln!("!!! SKIPPED: {}, without the feature", known.name);
        }
        if is_closed || i % of_every != 0 {
            ratchet.skip(&key);
            continue;
        }
        let judged = read(known, &bytes);
        let score: Score = judged.iter().collect();
        all += score;
        ratchet.record(&key, score.right, details(&judged));
        for it in judged.iter().filter(|it| it.verdict == Verdict::Wrong) {
            wrong.push(format!(
                "{}: {} is {:?}, read {:?}",
                known.name,
                it.path.join("."),
                it.expected,
                it.seen
            ));
        }
    }
    println!("{folder}: {all}");
    let differences = ratchet.close().unwrap();
    for it in &differences.new {
        println!("new or changed, not listed: {it}");
    }
    for it in &differences.gone {
        println!("listed, and not there: {it}");
    }
    let broken = differences.broken;
    assert!(wrong.is_empty(), "{} wrong values:\n{}", wrong.len(), wrong.join("\n"));
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn corpus() {
    compare("corpus", "corpus", 1);
}

#[test]
fn real_reports() {
    compare("wild/reports", "reports", 4);
}

#[test]
fn of_other_programs() {
    compare("wild/derived", "derived", 16);
}
