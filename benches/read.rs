//! Reading and checking against a floor: `cargo bench --bench read`, or with `-- --quick` for a glance.
//!
//! The floor is the least that any reader of these texts does: lines, blanks off, numbers, a sum. Both are
//! measured in turns, batch by batch, so that whatever else the machine does falls on both; a ratio is the
//! median over the rounds.

#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs};

use ogi::{Policy, ReadOptions};

const BUNDLED: [(&str, &str); 3] = [
    (
        "civil-affairs-bureau-2025",
        include_str!("../examples/reports/civil-affairs-bureau-2025.txt"),
    ),
    ("county-office-2020", include_str!("../examples/reports/county-office-2020.txt")),
    ("garden-street-2024", include_str!("../examples/reports/garden-street-2024.txt")),
];

/// A published report, where the corpus lies beside the repository.
const SAMPLE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/lvyuan-office-2025.txt");

/// How long a batch should take.
const BATCH: Duration = Duration::from_millis(2);

fn main() {
    // `cargo bench` says `--bench`; anything else wants to know only that it runs.
    let full = env::args().any(|it| it == "--bench") && env::args().all(|it| it != "--quick");
    let rounds = if full { 301 } else { 11 };

    let mut texts: Vec<(&str, String)> = BUNDLED.map(|(name, text)| (name, text.to_owned())).into();
    match fs::read_to_string(SAMPLE) {
        Ok(text) => texts.push(("lvyuan-office-2025", text)),
        Err(_) => println!("lvyuan-office-2025 is not here; bundled reports only"),
    }
    for (name, text) in &texts {
        measure(name, text, rounds);
    }
}

fn measure(name: &str, text: &str, rounds: usize) {
    let options = ReadOptions::default();
    let reading = match ogi::read(text, &options) {
        Ok(reading) => reading,
        Err(error) => return println!("{name}: {error}"),
    };
    let all = Policy::default();
    let mut figures = Policy::default();
    figures.select.push("t".to_owned());

    let floor = || {
        black_box(floor(black_box(text)));
    };
    println!("{name}, {} bytes, floor {:.2?}", text.len(), alone(floor));
    print(
        "read",
        "at most 1.5 x",
        in_turns(rounds, floor, || {
            let _ = black_box(ogi::read(black_box(text), &options));
        }),
    );
    print(
        "check, rules on figures",
        "at most 2 µs",
        in_turns(rounds, floor, || {
            drop(black_box(ogi::check(black_box(&reading), &figures)));
        }),
    );
    print(
        "check, all rules",
        "",
        in_turns(rounds, floor, || {
            drop(black_box(ogi::check(black_box(&reading), &all)));
        }),
    );
}

/// Fixed: other numbers are compared with it.
fn floor(text: &str) -> u64 {
    text.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .filter_map(|it| it.parse::<u64>().ok())
        .sum()
}

fn print(what: &str, goal: &str, (time, ratio): (Duration, f64)) {
    let goal = if goal.is_empty() { String::new() } else { format!("  (goal: {goal})") };
    println!("  {what:24} {time:>10.2?}  {ratio:6.2} x the floor{goal}");
}

/// The median time of the second, and the median of its ratio to the first.
fn in_turns(rounds: usize, first: impl Fn(), second: impl Fn()) -> (Duration, f64) {
    let (many, few) = (batch_size(&first), batch_size(&second));
    let mut measured: Vec<(Duration, f64)> = (0..rounds)
        .map(|_| {
            let (first, second) = (batch(many, &first), batch(few, &second));
            (second, second.as_secs_f64() / first.as_secs_f64())
        })
        .collect();
    measured.sort_by_key(|it| it.0);
    let time = measured[rounds / 2].0;
    measured.sort_by(|a, b| a.1.total_cmp(&b.1));
    (time, measured[rounds / 2].1)
}

/// A single time, for the eye.
fn alone(run: impl Fn()) -> Duration {
    batch(batch_size(&run), &run)
}

/// The time of one run, over a batch.
fn batch(size: u32, run: &impl Fn()) -> Duration {
    let start = Instant::now();
    for _ in 0..size {
        run();
    }
    start.elapsed() / size
}

/// How many runs fill a batch; this warms up too.
fn batch_size(run: &impl Fn()) -> u32 {
    let mut size = 1;
    loop {
        let once = batch(size, run);
        if once * size >= BATCH / 2 {
            return (BATCH.as_nanos() / once.as_nanos().max(1)).clamp(1, 1 << 20) as u32;
        }
        size *= 2;
    }
}
