//! The laws of waivers.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use ogi_check::{
    Finding, Outcome, Policy, Severity, UnusedReason, Verdict, Waiver, Waivers, check,
};
use ogi_model::{Cell, Report, Row};
use ogi_testkit::{plant, reports_with_gaps, rng};
use proptest::prelude::*;

/// A policy that accepts nothing but what is waived.
fn strict(waivers: Waivers) -> Policy {
    Policy::default().with_fail_on(Severity::Info).with_waivers(waivers)
}

/// The baseline of a report, by way of its file.
fn baseline(report: &Report) -> Waivers {
    let outcome = check(report, &strict(Waivers::default()));
    let waivers: Waivers =
        outcome.findings.iter().map(|it| Waiver::of(report, it, "基线")).collect();
    Waivers::from_toml(&waivers.to_toml()).unwrap()
}

fn keys<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<(&'a str, Option<String>)> {
    findings.map(|it| (it.rule.id, it.cell.map(|cell| cell.to_string()))).collect()
}

/// A report with a few wrong figures.
fn flawed() -> impl Strategy<Value = Report> {
    (reports_with_gaps(), any::<u64>().no_shrink(), 1..4_usize).prop_map(|(mut report, seed, n)| {
        let mut rng = rng(seed);
        for _ in 0..n {
            plant(&mut report, &mut rng);
        }
        report
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_the_baseline_has_is_accepted(report in flawed()) {
        let open = check(&report, &strict(Waivers::default()));
        let waived = check(&report, &strict(baseline(&report)));
        prop_assert_ne!(waived.verdict, Verdict::Rejected);
        // The facts are the same.
        prop_assert_eq!(waived.summary, open.summary);
        prop_assert_eq!(keys(waived.waived()), keys(open.findings.iter()));
        prop_assert_eq!(waived.idle_waivers, []);
    }

    /// Another value in a cell opens what was waived about this cell. (A remark changes what is printed and breaks
    /// nothing else.)
    #[test]
    fn another_value_opens_its_finding_again(report in flawed(), pick in any::<prop::sample::Index>()) {
        let policy = strict(baseline(&report));
        let outcome = check(&report, &policy);
        let of_numbers: Vec<_> = outcome
            .findings
            .iter()
            .filter_map(|it| it.cell)
            .filter(|cell| report[*cell].value().is_some())
            .collect();
        prop_assume!(!of_numbers.is_empty());
        let cell = *pick.get(&of_numbers);
        let mut report = report;
        report.set(cell, report[cell].clone().with_remark("更正"));

        let again = check(&report, &policy);
        prop_assert!(!again.accepted);
        let about_it = || outcome.findings.iter().filter(|it| it.cell == Some(cell));
        prop_assert_eq!(keys(again.open()), keys(about_it()));
        let unused: Vec<_> = again.idle_waivers.iter().map(|it| (it.why, it.waiver.cell)).collect();
        prop_assert_eq!(unused, about_it().map(|it| (UnusedReason::Unused, it.cell)).collect::<Vec<_>>());
    }

    /// Waivers are for one agency and one year.
    #[test]
    fn nobody_else_is_waived(report in flawed()) {
        let policy = strict(baseline(&report));
        for other in [
            { let mut it = report.clone(); it.year = it.year.map(|year| year + 2); it },
            { let mut it = report.clone(); it.agency = Some("示例市另一局".into()); it },
            { let mut it = report.clone(); it.agency = None; it },
        ] {
            let outcome = check(&other, &policy);
            prop_assert_eq!(outcome.waived().count(), 0);
            prop_assert_eq!(outcome.idle_waivers, []);
        }
    }

    #[test]
    fn a_baseline_is_in_order(report in flawed()) {
        let waivers = baseline(&report);
        let backwards: Vec<_> = waivers.iter().rev().cloned().collect();
        let again: Waivers = backwards.into_iter().chain(waivers.clone()).collect();
        prop_assert_eq!(again.to_toml(), waivers.to_toml());
    }
}

/// A sound report with one total that does not fit.
fn one_wrong_total() -> Report {
    let mut report = ogi_testkit::Generator::new(3).report();
    let total = report.cells().find(|it| it.0.row() == Row::Reconsideration).unwrap().0;
    report.set(total, 1_000_000);
    report
}

fn outcome(expires: Option<&str>, as_of: Option<&str>) -> Outcome {
    let report = one_wrong_total();
    let policy = Policy::default();
    let found = check(&report, &policy);
    let errors = found.findings.iter().filter(|it| it.severity == Severity::Error);
    let expires = expires.map(|it| it.parse().unwrap());
    let waivers: Vec<_> =
        errors.map(|it| Waiver { expires, ..Waiver::of(&report, it, "已说明") }).collect();
    let as_of = as_of.map(|it| it.parse().unwrap());
    check(&report, &policy.with_waivers(waivers).with_as_of(as_of))
}

#[test]
fn a_waiver_ends_with_its_last_day() {
    assert!(outcome(None, Some("9999-12-31")).accepted);
    assert!(outcome(Some("2026-03-31"), Some("2026-03-31")).accepted);
    // Nobody said which day it is.
    assert!(outcome(Some("2026-03-31"), None).accepted);
    let over = outcome(Some("2026-03-31"), Some("2026-04-01"));
    assert!(!over.accepted);
    assert_eq!(over.waived().count(), 0);
    assert!(!over.idle_waivers.is_empty());
    assert!(over.idle_waivers.iter().all(|it| it.why == UnusedReason::Expired));
}

#[test]
fn one_that_is_not_over_is_enough() {
    let report = one_wrong_total();
    let found = check(&report, &Policy::default());
    let waivers = found.findings.iter().flat_map(|it| {
        let of = |day: &str| {
            let expires = Some(day.parse().unwrap());
            Waiver { expires, ..Waiver::of(&report, it, day) }
        };
        [of("2025-01-01"), of("2027-01-01")]
    });
    let as_of = Some("2026-01-01".parse().unwrap());
    let policy = Policy::default().with_waivers(waivers).with_as_of(as_of);
    let outcome = check(&report, &policy);
    assert!(outcome.accepted && outcome.idle_waivers.is_empty());
    assert!(outcome.waived().all(|it| it.waived.as_ref().unwrap().reason == "2027-01-01"));
}

/// A rule that is not run finds nothing, and says nothing about its waivers.
#[test]
fn waivers_of_rules_that_are_not_run_are_not_idle() {
    let mut report = one_wrong_total();
    let waivers = baseline(&report);
    report
        .cells()
        .map(|it| it.0)
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|it| report.set(it, Cell::Absent));
    let policy = Policy::default().with_waivers(waivers).with_ignore([""]);
    assert_eq!(check(&report, &policy).idle_waivers, []);
}
