//! Reading and checking against a floor: `cargo bench --bench read`, or with `-- --quick` for a glance.
//!
//! The floor is the least that any reader of these texts does: lines, blanks off, numbers, a sum.

#![allow(clippy::print_stdout)]

mod measure;

use std::fs;
use std::hint::black_box;

use measure::{alone, in_turns, print};
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

fn main() {
    let rounds = measure::rounds(301);
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
    let options = ReadOptions::default().with_claims(false);
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
        "read text",
        "the floor",
        "at most 1.5 x",
        in_turns(rounds, floor, || {
            let _ = black_box(ogi::parse::read(black_box(text), &options));
        }),
    );
    let without = || {
        let _ = black_box(ogi::parse::read(black_box(text), &options));
    };
    print(
        "read text with claims",
        "without",
        "at most 3 x",
        in_turns(rounds, without, || {
            let _ = black_box(ogi::parse::read(black_box(text), &ReadOptions::default()));
        }),
    );
    print(
        "read bytes of any kind",
        "the floor",
        "",
        in_turns(rounds, floor, || {
            let _ = black_box(ogi::read(black_box(text), &options));
        }),
    );
    print(
        "check, rules on figures",
        "the floor",
        "at most 2 µs",
        in_turns(rounds, floor, || {
            drop(black_box(ogi::check(black_box(&reading), &figures)));
        }),
    );
    print(
        "check, all rules",
        "the floor",
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
