//! Ten thousand reports beside one another: time, and who copied from whom.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::time::{Duration, Instant};

use ogi_check::{Across, Aliases, Policy, check_across};
use ogi_model::{Edition, Report, Section};

const REPORTS: u32 = 10_000;

/// An overview of a thousand characters, each sentence of its own; every hundredth body has that of the one before.
fn overview(n: u32) -> String {
    let n = if n % 100 == 1 { n - 1 } else { n };
    let mut state = u64::from(n) + 1;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from_u32(0x4e00 + (state >> 40) as u32 % 3000).unwrap()
    };
    (0..50).map(|_| (0..20).map(|_| next()).collect::<String>() + "。").collect()
}

fn report(n: u32) -> Report {
    Report::builder(Edition::E2021)
        .agency(format!("示例{n}局"))
        .year(2025)
        .narrative(Section::Overview, overview(n))
        .build()
        .unwrap()
}

/// Near-linear: a folder of ten thousand takes a few seconds, and copies alone are found.
#[test]
fn copies_among_ten_thousand_are_found_soon() {
    let mut across = Across::default();
    let aliases = Aliases::default();
    let mut spent = Duration::ZERO;
    for n in 0..REPORTS {
        let report = report(n);
        let start = Instant::now();
        across.add(&report, &aliases);
        spent += start.elapsed();
    }
    let start = Instant::now();
    let found = across.compare();
    spent += start.elapsed();
    eprintln!("{REPORTS} reports compared in {spent:.1?}");
    assert!(spent < Duration::from_secs(60), "{spent:?}");
    let policy = Policy::default().with_select(["corpus-"]);
    for n in 0..300 {
        let outcome = check_across(&report(n), &found, n as usize, &policy);
        assert_eq!(outcome.findings.is_empty(), n % 100 > 1, "{n}");
    }
}
