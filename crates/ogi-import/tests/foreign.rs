//! Files of other projects' test suites: none is a report, none makes the reader panic, and each takes little time and
//! memory.
//!
//! They are not here. `OGI_FOREIGN=FOLDER cargo test --release --all-features -p ogi-import --test foreign -- --nocapture`
//! takes all files of a folder, each in a process of its own.

// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use ogi_import::read;
use ogi_parse::ReadOptions;

/// The folder of files.
const FOLDER: &str = "OGI_FOREIGN";
/// The one file of a process.
const FILE: &str = "OGI_FOREIGN_FILE";
/// What a process begins its answer with.
const ANSWER: &str = "answer:";
/// The longest that a file may take.
const LONGEST: Duration = Duration::from_secs(5);
/// The most memory that it may take, in KiB.
const MOST_MEMORY: u64 = 256 << 10;
/// After this, a process has hung.
const HUNG: Duration = Duration::from_secs(60);

/// Reads the one file that it was started for, and says what it is and what it took.
#[test]
fn one_file() {
    let Some(file) = env::var_os(FILE) else { return };
    let bytes = fs::read(file).unwrap();
    let before = peak_memory();
    let begun = Instant::now();
    let kind = match read(&bytes, &ReadOptions::default()) {
        Ok(_) => "report",
        Err(error) => error.kind(),
    };
    let millis = begun.elapsed().as_millis();
    println!("\n{ANSWER} {kind} {millis} {}", peak_memory().saturating_sub(before));
}

/// The most memory of this process so far, in KiB; 0 where the system does not say.
fn peak_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
    line.and_then(|it| it.trim().strip_suffix(" kB")?.parse().ok()).unwrap_or(0)
}

/// What came of one file.
struct Outcome {
    kind: String,
    took: Duration,
    memory: u64,
}

impl Outcome {
    fn is_fault(&self) -> bool {
        matches!(self.kind.as_str(), "panic" | "hung" | "report")
            || self.took > LONGEST
            || self.memory > MOST_MEMORY
    }
}

fn outcome(file: &Path) -> Outcome {
    let mut process = Command::new(env::current_exe().unwrap())
        .args(["--exact", "one_file", "--nocapture"])
        .env(FILE, file)
        .env_remove(FOLDER)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while process.try_wait().unwrap().is_none() {
        if begun.elapsed() > HUNG {
            process.kill().unwrap();
            process.wait().unwrap();
            return Outcome { kind: "hung".to_owned(), took: HUNG, memory: 0 };
        }
        thread::sleep(Duration::from_millis(1));
    }
    let printed = process.wait_with_output().unwrap().stdout;
    let printed = String::from_utf8_lossy(&printed);
    let answer = printed.lines().find_map(|it| it.strip_prefix(ANSWER));
    let mut words = answer.unwrap_or(" panic 0 0").split_whitespace();
    Outcome {
        kind: words.next().unwrap().to_owned(),
        took: Duration::from_millis(words.next().unwrap().parse().unwrap()),
        memory: words.next().unwrap().parse().unwrap(),
    }
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            add_files(&entry.path(), files);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
}

#[test]
fn none_is_a_report_or_takes_too_much() {
    let Some(folder) = env::var_os(FOLDER) else {
        return eprintln!("!!! SKIPPED: {FOLDER} names no folder of files");
    };
    let mut files = Vec::new();
    add_files(Path::new(&folder), &mut files);
    files.sort();
    assert!(!files.is_empty(), "no files in {}", Path::new(&folder).display());
    let queue = Mutex::new(files.iter());
    let outcomes = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().unwrap().next();
                    let Some(file) = next else { break };
                    let outcome = outcome(file);
                    outcomes.lock().unwrap().push((file, outcome));
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap();
    let mut kinds = BTreeMap::new();
    for (_, outcome) in &outcomes {
        *kinds.entry(outcome.kind.as_str()).or_insert(0) += 1;
    }
    println!("{} files: {kinds:?}", outcomes.len());
    let slowest = outcomes.iter().max_by_key(|it| it.1.took).unwrap();
    println!("slowest: {:?} {}", slowest.1.took, slowest.0.display());
    let largest = outcomes.iter().max_by_key(|it| it.1.memory).unwrap();
    println!("most memory: {} MiB {}", largest.1.memory >> 10, largest.0.display());
    let mut faults = Vec::new();
    for (file, Outcome { kind, took, memory }) in outcomes.iter().filter(|it| it.1.is_fault()) {
        faults.push(format!("{}: {kind}, {took:?}, {} MiB", file.display(), memory >> 10));
    }
    faults.sort();
    assert!(faults.is_empty(), "{faults:#?}");
}
