//! Times side by side: two runs are measured in turns, batch by batch, so that whatever else the machine does falls
//! on both; a ratio is the median over the rounds.

#![allow(clippy::print_stdout)]

use std::env;
use std::time::{Duration, Instant};

/// How long a batch should take.
const BATCH: Duration = Duration::from_millis(2);

/// How many rounds to measure, at most so many.
pub(crate) fn rounds(most: usize) -> usize {
    // `cargo bench` says `--bench`; anything else wants to know only that it runs.
    let full = env::args().any(|it| it == "--bench") && env::args().all(|it| it != "--quick");
    if full { most } else { 11 }
}

/// A line of what was measured.
pub(crate) fn print(what: &str, floor: &str, goal: &str, (time, ratio): (Duration, f64)) {
    let goal = if goal.is_empty() { String::new() } else { format!("  (goal: {goal})") };
    println!("  {what:24} {time:>10.2?}  {ratio:6.2} x {floor}{goal}");
}

/// The median time of the second, and the median of its ratio to the first.
pub(crate) fn in_turns(rounds: usize, first: impl Fn(), second: impl Fn()) -> (Duration, f64) {
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
pub(crate) fn alone(run: impl Fn()) -> Duration {
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
