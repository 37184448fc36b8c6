//! Read on one machine, checked on another, shown on a third: JSON loses nothing of a reading or an outcome.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ogi::{Outcome, Policy, ReadOptions, Reading};
use ogi_testkit::{Channel, Corruption, Document, Generator, Layout, Mess, rng};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// What the JSON of readings and outcomes had, so that the test knows what it has seen.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Seen {
    /// The kinds that stand in a value, wherever.
    fn add(&mut self, value: &Value) {
        const TAGS: [&str; 6] = ["kind", "problem", "by", "reading", "hedge", "reason"];
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    if TAGS.contains(&&key[..]) && value.is_string() {
                        self.0.insert(format!("{key}: {}", value.as_str().unwrap()));
                    }
                    self.add(value);
                }
            }
            Value::Array(all) => all.iter().for_each(|it| self.add(it)),
            _ => {}
        }
    }

    /// There and back.
    fn survives(&mut self, name: &str, reading: &Reading) {
        let json = serde_json::to_string(reading).unwrap();
        let back: Reading = serde_json::from_str(&json).unwrap_or_else(|it| panic!("{name}: {it}"));
        assert!(back == *reading, "{name}: {back:#?}");
        // Equal money may be printed otherwise.
        assert_eq!(serde_json::to_string(&back).unwrap(), json, "{name}");
        assert_eq!(Reading::from_json(json.as_bytes()).unwrap(), back, "{name}");
        let policy = Policy::default();
        let (here, there) = (ogi::check(reading, &policy), ogi::check(&back, &policy));
        assert_eq!(here, there, "{name}");
        let printed = serde_json::to_string(&here).unwrap();
        let outcome: Outcome = serde_json::from_str(&printed).unwrap();
        assert!(outcome == here, "{name}: {outcome:#?}");
        // A report alone has all of the report.
        assert_eq!(serde_json::from_str::<ogi::Report>(&json).unwrap(), reading.report, "{name}");
        self.add(&serde_json::from_str(&json).unwrap());
        self.add(&serde_json::from_str(&printed).unwrap());
    }

    fn file(&mut self, path: &Path) {
        let bytes = fs::read(path).unwrap();
        for explain in [false, true] {
            let options = ReadOptions::default().with_explain(explain);
            if let Ok(reading) = ogi::read(&bytes, &options) {
                self.survives(&path.display().to_string(), &reading);
            }
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .flat_map(|it| if it.is_dir() { files(&it) } else { vec![it] })
        .filter(|it| it.extension().is_none_or(|it| it != "json"))
        .collect();
    all.sort();
    all
}

#[test]
fn nothing_of_known_files_is_lost() {
    let mut seen = Seen::default();
    for folder in ["examples/reports", "examples/series", "examples/rollup"] {
        files(&root().join(folder)).iter().for_each(|it| seen.file(it));
    }
    let corpus = root().join("../shared/corpus");
    if corpus.is_dir() {
        files(&corpus).iter().for_each(|it| seen.file(it));
    } else {
        eprintln!("!!! SKIPPED: no real reports at {}", corpus.display());
    }
    for kind in ["kind: text", "kind: figures", "by: exact", "kind: count"] {
        assert!(seen.0.contains(kind), "{kind} is not in {:#?}", seen.0);
    }
}

#[test]
fn nothing_of_messy_pages_is_lost() {
    let mut seen = Seen::default();
    for (n, layout) in Layout::ALL.iter().enumerate() {
        let seed = n as u64;
        let mut report = Generator::new(seed).blanks(0.1).remarks(0.1).report();
        Corruption::ALL[n % Corruption::ALL.len()].apply(
            &mut report,
            Channel::People,
            &mut rng(seed),
        );
        let text = layout.write_messy(&report, &Mess::new(seed, 0.5));
        for explain in [false, true] {
            let options = ReadOptions::default().with_explain(explain);
            if let Ok(reading) = ogi::read(&text, &options) {
                seen.survives(&format!("{layout} {n}"), &reading);
            }
        }
    }
    for (n, document) in Document::ALL.iter().enumerate() {
        let report = Generator::new(n as u64).remarks(0.1).report();
        let bytes = document.write_messy(&report, &Mess::new(n as u64, 0.5));
        if let Ok(reading) = ogi::read(bytes, &ReadOptions::default()) {
            seen.survives(&format!("{document} {n}"), &reading);
        }
    }
    let kinds = [
        "kind: grid",
        "kind: label-nonstandard",
        "kind: cell-blank",
        "kind: cell-unreadable",
        "kind: row-unreadable",
        "problem: too-few-figures",
        "reading: runner-up",
        "reason: unknown",
    ];
    for kind in kinds {
        assert!(seen.0.contains(kind), "{kind} is not in {:#?}", seen.0);
    }
}

/// What is wrong in JSON is stated, in both languages, and all at once.
#[test]
fn what_is_no_reading_is_stated() {
    let text = fs::read(root().join("examples/reports/garden-street-2024.txt")).unwrap();
    let reading = ogi::read(text, &ReadOptions::default()).unwrap();
    let mut json = serde_json::to_value(&reading).unwrap();
    json["notes"] = "none".into();
    json["sources"]["disputes"]["no_such_row"] = serde_json::json!({});
    json["year"] = "2024".into();
    let faults = Reading::from_json(json.to_string().as_bytes()).unwrap_err();
    assert_eq!(faults.iter().count(), 3, "{faults}");
    let message = faults.message();
    assert!(message.zh.contains("“notes”应为") && message.en.contains("`sources` should be"));
    // JSON of a report is a reading without a source.
    let bare = serde_json::to_vec(&reading.report).unwrap();
    assert_eq!(Reading::from_json(&bare).unwrap(), Reading::of_report(reading.report));
}
