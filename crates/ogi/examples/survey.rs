//! What is read of a folder of sources whose truth lies beside them, by the program that made them:
//! `cargo run --release -p ogi --all-features --example survey -- FOLDER [WORD]`.
//!
//! The program is what stands behind the last hyphen of a name (`ping2021-pd_latex.tex`); sources without one are
//! listed by their names. Reports with many blanks are counted apart. With a word, only names that hold it are read, and
//! every value that is not right is printed.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use ogi::ReadOptions;
use ogi_testkit::{Judged, KnownSource, Score, Verdict, judge, known_sources};
use serde_json::Value;

/// Reports of which hardly a line is complete.
const WITH_MANY_BLANKS: [&str; 4] =
    ["shanghai-office-2019", "shuyang-fgj-2023", "blank-form", "xizhen-town-2022-blank"];

/// Formats that are counted in one of the two sums only.
const OFFICE_FORMATS: [&str; 5] = [".doc", ".rtf", ".odt", ".ods", ".xls"];

/// A source, what was read of it, and how long that took.
struct Surveyed {
    known: KnownSource,
    judged: Vec<Judged>,
    error: Option<&'static str>,
    took: Duration,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let word = arguments.next();
    let mut known = known_sources(Path::new(&folder))?;
    known.retain(|it| word.as_ref().is_none_or(|word| it.name.contains(word)));
    let surveyed = survey(known);
    if word.is_some() {
        surveyed.iter().for_each(print_source);
    }
    for (title, is_blank) in [("complete reports", false), ("reports with many blanks", true)] {
        let mut programs: BTreeMap<&str, (usize, Score)> = BTreeMap::new();
        let mut of_open_formats = (0, Score::default());
        for it in surveyed.iter().filter(|it| has_many_blanks(&it.known) == is_blank) {
            let (files, score) = programs.entry(program(&it.known)).or_default();
            *files += 1;
            let judged: Score = it.judged.iter().collect();
            *score += judged;
            if !OFFICE_FORMATS.iter().any(|format| it.known.name.ends_with(format)) {
                of_open_formats.0 += 1;
                of_open_formats.1 += judged;
            }
        }
        print_table(title, &programs, of_open_formats);
    }
    if let Some(slowest) = surveyed.iter().max_by_key(|it| it.took) {
        println!("slowest: {} {:?}", slowest.known.name, slowest.took);
    }
    Ok(())
}

/// Reads all, on every core, in the order of their names.
fn survey(known: Vec<KnownSource>) -> Vec<Surveyed> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(it) = known.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let surveyed = read(it);
                    if let Ok(mut done) = done.lock() {
                        done.push(surveyed);
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by(|a, b| a.known.name.cmp(&b.known.name));
    done
}

fn read(known: &KnownSource) -> Surveyed {
    let began = Instant::now();
    let reading = fs::read(&known.path)
        .map_err(|_| "no file")
        .and_then(|it| ogi::read(it, &ReadOptions::default()).map_err(|error| error.kind()));
    let took = began.elapsed();
    let report = reading.as_ref().ok().and_then(|it| serde_json::to_value(&it.report).ok());
    let judged = judge(&known.truth, report.as_ref());
    Surveyed { known: known.clone(), judged, error: reading.err(), took }
}

fn has_many_blanks(known: &KnownSource) -> bool {
    WITH_MANY_BLANKS.iter().any(|it| known.name.starts_with(it))
}

/// What stands behind the last hyphen, if it is no year.
fn program(known: &KnownSource) -> &str {
    match known.stem.rsplit_once('-') {
        Some((_, program)) if program.starts_with(|c: char| c.is_ascii_alphabetic()) => program,
        _ => &known.name,
    }
}

fn print_source(it: &Surveyed) {
    let score: Score = it.judged.iter().collect();
    println!("{}: {score} {}", it.known.name, it.error.unwrap_or_default());
    let print = |it: &Option<Value>| it.as_ref().map_or("-".to_owned(), Value::to_string);
    for value in it.judged.iter().filter(|it| it.verdict != Verdict::Right) {
        let (expected, seen) = (print(&value.expected), print(&value.seen));
        println!("    {:?}: {} is {expected}, read {seen}", value.verdict, value.path.join("."));
    }
}

fn print_table(title: &str, programs: &BTreeMap<&str, (usize, Score)>, open: (usize, Score)) {
    println!("{title:34} files      n   right  wrong  unreadable  missing   share");
    let mut all = (0, Score::default());
    for (program, (files, score)) in programs {
        print_line(program, *files, *score);
        all.0 += files;
        all.1 += *score;
    }
    print_line("all", all.0, all.1);
    print_line("text, Markdown, HTML, Word and PDF", open.0, open.1);
    println!();
}

fn print_line(name: &str, files: usize, score: Score) {
    let Score { right, wrong, unreadable, missing } = score;
    let n = score.all();
    let share = 100.0 * right as f64 / n.max(1) as f64;
    println!(
        "{name:34} {files:5} {n:6}  {right:6} {wrong:6}  {unreadable:10}  {missing:7}  {share:5.1} %"
    );
}
