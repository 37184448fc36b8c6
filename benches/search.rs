//! How long a search takes: `cargo bench -p ogi-solve --bench search`, or with `-- --quick` for a glance.
//!
//! The same reports are made wrong again and again; the median and the worst of many are printed, with the goals.

#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use ogi_model::{Edition, Report};
use ogi_solve::{Budget, System};
use ogi_testkit::{Channel, Corruption, Generator, Size, rng};

/// How often each search is timed; the quickest counts, since what else the machine does only adds.
const TIMES: usize = 5;

fn main() {
    // `cargo bench` says `--bench`; anything else wants to know only that it runs.
    let full =
        std::env::args().any(|it| it == "--bench") && std::env::args().all(|it| it != "--quick");
    let cases = if full { 2_000 } else { 50 };
    let sound: Vec<Report> = Edition::ALL
        .iter()
        .flat_map(|edition| {
            [Size::Small, Size::Medium, Size::Large].into_iter().flat_map(|size| {
                Generator::new(1).edition(*edition).size(size).take(cases / 60 + 1)
            })
        })
        .collect();
    println!("{cases} reports each, system and search            median      worst");
    print("nothing wrong", "", &sound);
    for (corruption, goal) in [
        (Corruption::OneSlip, "20 µs"),
        (Corruption::DisputesSlip, "20 µs"),
        (Corruption::TwoSlips, "100 µs"),
        (Corruption::TwoInOneRow, "100 µs"),
        (Corruption::MovedColumn, "100 µs"),
        (Corruption::CarriedIntoRowTotal, "100 µs"),
        (Corruption::RowShifted, ""),
        (Corruption::CarriedIntoAllTotals, ""),
        (Corruption::ThreeSlips, "5 ms at worst"),
        (Corruption::FourSlips, ""),
        (Corruption::SixSlips, ""),
    ] {
        let wrong: Vec<Report> = (0..cases)
            .map(|seed| {
                let mut report = sound[seed % sound.len()].clone();
                let _ = corruption.apply(&mut report, Channel::People, &mut rng(seed as u64));
                report
            })
            .filter(|report| !System::of_report(report).is_sound())
            .collect();
        print(corruption.title(), goal, &wrong);
    }
    for (corruption, blanks) in
        [(Corruption::OneSlip, 10), (Corruption::TwoSlips, 10), (Corruption::TwoSlips, 40)]
    {
        let wrong: Vec<Report> = (0..cases)
            .map(|seed| {
                let mut report = sound[seed % sound.len()].clone();
                let rng = &mut rng(seed as u64);
                let _ = corruption.apply(&mut report, Channel::People, rng);
                let _ = ogi_testkit::blank(&mut report, blanks, rng);
                report
            })
            .filter(|report| !System::of_report(report).is_sound())
            .collect();
        print(&format!("{}, {blanks} blanks", corruption.title()), "", &wrong);
    }
}

fn print(what: &str, goal: &str, reports: &[Report]) {
    let mut times: Vec<Duration> = reports.iter().map(time).collect();
    times.sort_unstable();
    let (Some(median), Some(worst)) = (times.get(times.len() / 2), times.last()) else { return };
    let goal = if goal.is_empty() { String::new() } else { format!("  (goal: {goal})") };
    println!("  {what:40} {median:>10.2?} {worst:>10.2?}{goal}");
}

fn time(report: &Report) -> Duration {
    let once = || {
        let start = Instant::now();
        drop(black_box(System::of_report(black_box(report)).localise(Budget::default())));
        start.elapsed()
    };
    (0..TIMES).map(|_| once()).min().unwrap_or_default()
}
