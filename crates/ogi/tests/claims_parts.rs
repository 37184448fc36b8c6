//! Lists of parts in sentences written by hand: those that do not add up are found, and no other.

#![cfg(feature = "html")]
#![allow(clippy::unwrap_used)]

use ogi::{Edition, Policy, ReadOptions, Report, Section};
use ogi_testkit::Layout;

const PARTS: &str = include_str!("claims_by_hand/parts.txt");

/// What the parts come to, of each list that does not add up.
fn sums(text: &str) -> Vec<String> {
    let report = Report::builder(Edition::E2021)
        .agency("示例市水务局")
        .year(2025)
        .narrative(Section::Overview, text)
        .build()
        .unwrap();
    let page = Layout::A4.write(&report);
    let reading = ogi::read(page.as_bytes(), &ReadOptions::default()).unwrap();
    let outcome = ogi::check(&reading, &Policy::default());
    let of_parts = outcome.findings.iter().filter(|it| it.rule.id == "text-parts");
    let sum = |it: &ogi::check::Finding| {
        it.message.zh.rsplit_once("相加为").map_or_else(String::new, |it| it.1.to_owned())
    };
    of_parts.map(sum).collect()
}

#[test]
fn lists_that_do_not_add_up_are_found_and_no_others() {
    let mut wrong = String::new();
    for line in PARTS.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
        let (text, expected) = line.split_once(" | ").unwrap();
        let expected: Vec<_> = expected.split(' ').filter(|it| *it != "-").collect();
        let found = sums(&text.replace('/', "\n"));
        if found != expected {
            wrong += &format!("{text}\n  {found:?}, not {expected:?}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
