//! Counting a register against walking it: `cargo bench -p ogi-tally --bench tally`, or with `-- --quick` for a glance.
//!
//! The floor is the least that any program does with a list: every record of it, by the same library.

#![allow(clippy::print_stdout)]

mod measure;

use std::hint::black_box;

use measure::{alone, in_turns, print};
use ogi_import::Limits;
use ogi_model::Edition;
use ogi_tally::{Mapping, Register, Scope, tally};
use ogi_testkit::{Generator, Size, register, register_csv, rng};

/// How many rows the register has, about.
const ROWS: u32 = 100_000;

fn main() {
    let size = Size::Requests(ROWS);
    let report = Generator::new(5).edition(Edition::E2021).size(size).report();
    let mut rng = rng(5);
    let requests = register(&report, &mut rng);
    let text = register_csv(&requests, &mut rng);
    let scope = Scope::of_report(&report, None).unwrap_or(Scope::of_year(2025));
    let count = || -> Option<i64> {
        let register = Register::read(black_box(text.as_bytes()), &Limits::default()).ok()?;
        let mapping = Mapping::guess(&register, scope.edition).ok()?;
        let tally = tally(&register, &mapping, scope).ok()?;
        Some(tally.cells().map(|it| tally.figure(it)).sum())
    };
    let floor = || {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        black_box(reader.records().flatten().map(|it| it.len()).sum::<usize>());
    };
    println!(
        "a register of {} rows, {} bytes, floor {:.2?}",
        requests.len(),
        text.len(),
        alone(floor)
    );
    let measured = in_turns(measure::rounds(21), floor, || {
        black_box(count());
    });
    print("read, guess, count", "the floor", "under 1 s", measured);
    println!("  {:.0} rows a second", requests.len() as f64 / measured.0.as_secs_f64());
}
