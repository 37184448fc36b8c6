//! Times the library itself, for `benches/surfaces.py`: `overhead SOURCE ROUNDS` prints the microseconds of a check, JSON made.

// Printing is what a program is for.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let source = std::fs::read(args.next().ok_or("which source?")?)?;
    let rounds: u32 = args.next().ok_or("how many rounds?")?.parse()?;
    ogi::embed::json::check(&source, "")?;
    let began = Instant::now();
    for _ in 0..rounds {
        black_box(ogi::embed::json::check(black_box(&source), "")?);
    }
    println!("{:.2}", began.elapsed().as_secs_f64() * 1e6 / f64::from(rounds));
    Ok(())
}
