//! A folder of many bodies, as `ogi check FOLDER --across` goes through it on one core: every page is read, its signature
//! kept, all are compared; then every page is read once more, as of so many only signatures stay in memory, and judged.
//! `cargo bench --bench across`, or with `-- --quick` for a tenth. Clean pages take the fast path of the reader, others its
//! alignment: most folders have both.

#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::env;
use std::time::{Duration, Instant};

use ogi::ReadOptions;
use ogi::check::{Across, Aliases, Policy, check_across};
use ogi_testkit::{Generator, Layout};

/// How many reports a folder has, and how long it may take.
const REPORTS: u64 = 10_000;
const GOAL: Duration = Duration::from_secs(60);
/// Sentences of twenty characters that a body writes of itself, beside those of the generator.
const SENTENCES: usize = 40;

fn main() {
    let full = env::args().any(|it| it == "--bench") && env::args().all(|it| it != "--quick");
    let reports = if full { REPORTS } else { REPORTS / 10 };
    measure("clean", Layout::A1, reports);
    measure("aligned", Layout::A4, reports / 10);
}

fn measure(kind: &str, layout: Layout, reports: u64) {
    let (options, policy) = (ReadOptions::default(), Policy::default());
    let (mut across, aliases) = (Across::default(), Aliases::default());
    let mut reading = Duration::ZERO;
    for n in 0..reports {
        let page = page(n, layout);
        let start = Instant::now();
        across.add(&ogi::read(page.as_bytes(), &options).unwrap().report, &aliases);
        reading += start.elapsed();
    }
    let start = Instant::now();
    let resemblances = across.compare();
    let comparing = start.elapsed();
    let (mut judging, mut copied) = (Duration::ZERO, 0);
    for n in 0..reports {
        let page = page(n, layout);
        let start = Instant::now();
        let read = ogi::read(page.as_bytes(), &options).unwrap();
        let found = check_across(&read, &resemblances, n as usize, &policy).findings;
        judging += start.elapsed();
        copied += u32::from(found.iter().any(|it| it.rule.id == "corpus-copied-text"));
    }
    println!("{reports} reports, {kind}; {copied} with another body's words");
    println!("  read, with claims   {reading:>10.2?}");
    println!("  compared            {comparing:>10.2?}");
    println!("  read again, judged  {judging:>10.2?}");
    let (all, goal) = (reading + comparing + judging, GOAL * reports as u32 / REPORTS as u32);
    println!("  all                 {all:>10.2?}  (goal: at most {goal:.1?})");
}

/// A page of the nth body, every hundredth with the words of the one before.
fn page(n: u64, layout: Layout) -> String {
    let mut report = Generator::new(n).report();
    report.agency = Some(format!("示例{n}局"));
    let words = if n % 100 == 1 { n - 1 } else { n };
    let overview = report.overview.take().unwrap_or_default();
    report.overview = Some(overview + "\n" + &own_words(words));
    layout.write(&report)
}

fn own_words(seed: u64) -> String {
    let mut state = seed + 1;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from_u32(0x4e00 + (state >> 40) as u32 % 3000).unwrap()
    };
    (0..SENTENCES).map(|_| (0..20).map(|_| next()).collect::<String>() + "。").collect()
}
