//! The library itself, for `benches/surfaces.py`: `overhead SOURCE ROUNDS` checks the source as often.

use std::hint::black_box;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let source = std::fs::read(args.next().ok_or("which source?")?)?;
    let rounds: u32 = args.next().ok_or("how many rounds?")?.parse()?;
    for _ in 0..rounds {
        black_box(ogi::embed::json::check(black_box(&source), "")?);
    }
    Ok(())
}
