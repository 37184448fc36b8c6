//! Laws of series and roll-ups, over the series and families of the testkit.

#![allow(clippy::unwrap_used)]

use ogi_check::{
    Expected, Finding, Policy, Severity, Summary, aggregate, check_rollup, check_series,
};
use ogi_model::{Cell, CellId, Decimal, Edition, Report, Row, TableForm, TableId, Unit, Value};
use ogi_testkit::{Generator, Size};
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn only(rules: &str) -> Policy {
    Policy::default().with_select([rules])
}

prop_compose! {
    fn generators()(seed in any::<u64>().no_shrink(), requests in prop_oneof![0..60_u32, 60..3_000_u32])
    -> Generator {
        Generator::new(seed).size(Size::Requests(requests))
    }
}

prop_compose! {
    /// Five years of one agency, over both editions.
    fn series()(mut generator in generators()) -> Vec<Report> {
        generator.series(2019..=2023)
    }
}

prop_compose! {
    fn families()(
        mut generator in generators(),
        edition in select(Edition::ALL),
        children in 1..6_usize,
    ) -> (Report, Vec<Report>) {
        generator = generator.edition(edition);
        generator.family(children)
    }
}

fn additive(report: &Report) -> Vec<CellId> {
    report.cells().map(|it| it.0).filter(|it| it.is_additive()).collect()
}

/// A cell with another value, by so many 件 or hundredths of 万元.
fn moved(report: &Report, cell: CellId, by: i64) -> Cell {
    match cell.unit() {
        Unit::Money => (report[cell].decimal().unwrap() + Decimal::new(by, 2)).into(),
        Unit::Count | Unit::Change => (report[cell].count().unwrap() + by).into(),
    }
}

fn rows(row: Row) -> Vec<CellId> {
    CellId::all().filter(|it| it.row() == row).collect()
}

proptest! {
    #[test]
    fn a_series_passes(reports in series()) {
        // Text and size repeat by chance, which is no more than worth a look.
        for outcome in check_series(&reports, &only("series-")) {
            let bad: Vec<_> =
                outcome.findings.iter().filter(|it| it.severity > Severity::Info).collect();
            prop_assert!(bad.is_empty(), "{bad:#?}");
            prop_assert_eq!(outcome.summary.not_evaluated, 0);
        }
        let carried = check_series(&reports, &only("series-carry-over"));
        let seven = Summary { pass: 7, ..Summary::default() };
        prop_assert!(carried[1..].iter().all(|it| it.summary == seven));
    }

    #[test]
    fn any_one_broken_carry_over_is_found(
        mut reports in series(),
        year in 1..5_usize,
        column in any::<Index>(),
        by in 1..50_i64,
        in_the_year_before in any::<bool>(),
    ) {
        let at = column.index(7);
        let (carried_in, carried_out) = (rows(Row::CarriedIn)[at], rows(Row::CarriedOut)[at]);
        let (of, cell) =
            if in_the_year_before { (year - 1, carried_out) } else { (year, carried_in) };
        let wrong = moved(&reports[of], cell, by);
        reports[of].set(cell, wrong);

        let outcomes = check_series(&reports, &only("series-carry-over"));
        let found: Vec<(usize, &Finding)> = outcomes
            .iter()
            .enumerate()
            .flat_map(|(n, it)| it.findings.iter().map(move |it| (n, it)))
            .collect();
        let [(n, finding)] = found[..] else { panic!("{found:#?}") };
        prop_assert_eq!((n, finding.cell), (year, Some(carried_in)));
        prop_assert_eq!(finding.observed, reports[year][carried_in].value());
        prop_assert_eq!(finding.expected.unwrap().exactly(), reports[year - 1][carried_out].value());
        let residual = if in_the_year_before { -by } else { by };
        prop_assert_eq!(finding.residual, Some(Value::Count(residual)));
    }

    /// What is not known in either year is neither right nor wrong.
    #[test]
    fn a_gap_is_no_finding(mut generator in generators(), share in 0..50_u32) {
        generator = generator.blanks(f64::from(share) / 100.0).not_applicable(0.3);
        let reports = generator.series(2019..=2023);
        for outcome in check_series(&reports, &only("series-")) {
            prop_assert!(outcome.findings.iter().all(|it| it.severity == Severity::Info));
        }
    }

    #[test]
    fn a_summed_roll_up_passes((parent, children) in families()) {
        let outcome = check_rollup(&parent, &children, &only("rollup-"));
        prop_assert!(outcome.is_valid(), "{:#?}", outcome.findings);
        let summed = aggregate(&children);
        prop_assert!(summed.bounds.is_empty() && summed.notes.is_empty());
        for cell in additive(&parent) {
            prop_assert_eq!(&summed.report[cell], &parent[cell], "{}", cell);
        }
        // The sum of valid reports is valid.
        // Whether its figures are likely is another matter.
        let policy = only("t").with_ignore(["t3-other-share", "t3-all-zero"]);
        let broken = ogi_check::check(&summed.report, &policy).findings;
        prop_assert!(broken.is_empty(), "{:#?}", broken);
        prop_assert!(check_rollup(&summed.report, &children, &only("rollup-")).findings.is_empty());
    }

    #[test]
    fn any_one_changed_figure_of_a_child_is_found(
        (parent, mut children) in families(),
        child in any::<Index>(),
        cell in any::<Index>(),
        by in 1..500_i64,
    ) {
        let child = child.index(children.len());
        let cells = additive(&parent);
        let cell = cells[cell.index(cells.len())];
        let wrong = moved(&children[child], cell, by);
        children[child].set(cell, wrong);
        let outcome = check_rollup(&parent, &children, &only("rollup-"));
        let [finding] = &outcome.findings[..] else { panic!("{:#?}", outcome.findings) };
        prop_assert_eq!((finding.rule.id, finding.cell), ("rollup-sum", Some(cell)));
        prop_assert_eq!(finding.observed, parent[cell].value());
        let sum: Decimal = children.iter().map(|it| it[cell].decimal().unwrap()).sum();
        prop_assert_eq!(finding.expected.unwrap().exactly().unwrap().decimal(), sum);
        // Whose it is cannot be stated, but all whose figure is not 0 are named, up to five.
        prop_assert!(finding.message.zh.contains(children[child].agency.as_deref().unwrap()));
    }

    /// The true sum is never below a lower bound, and a sum that is none is the true one.
    #[test]
    fn missing_figures_bound_the_true_sum(
        mut generator in generators(),
        edition in select(Edition::ALL),
        children in 1..6_usize,
        share in 1..60_u32,
        absent in any::<Index>(),
    ) {
        generator = generator.edition(edition).blanks(f64::from(share) / 100.0).not_applicable(0.3);
        let (parent, mut children) = generator.family(children);
        // One of them has no table three at all.
        let absent = absent.index(children.len());
        for cell in TableForm::of(TableId::Applications, edition).cells() {
            children[absent].set(cell, Cell::Absent);
        }
        let summed = aggregate(&children);
        for cell in additive(&parent) {
            let truth = parent[cell].decimal().unwrap();
            match summed.bounds.iter().find(|it| it.cell == cell) {
                Some(bound) => {
                    prop_assert!(bound.at_least.decimal() <= truth, "{}", cell);
                    prop_assert!(!bound.missing.is_empty());
                    prop_assert!(summed.report[cell].unreadable().is_some());
                }
                None => {
                    let is_zero = matches!(summed.report[cell], Cell::NotApplicable(_));
                    let sum = if is_zero { Some(Decimal::ZERO) } else { summed.report[cell].decimal() };
                    prop_assert_eq!(sum, Some(truth), "{}", cell);
                }
            }
        }
        let outcome = check_rollup(&parent, &children, &only("rollup-"));
        prop_assert!(outcome.findings.is_empty(), "{:#?}", outcome.findings);

        // Below the bound is wrong whatever the missing figures are.
        let Some(bound) = summed.bounds.iter().find(|it| it.at_least.decimal() > Decimal::ZERO) else {
            return Ok(());
        };
        let mut wrong = parent.clone();
        wrong.set(bound.cell, bound.at_least.decimal() - Decimal::ONE);
        let outcome = check_rollup(&wrong, &children, &only("rollup-"));
        prop_assert_eq!(outcome.findings[0].expected, Some(Expected::AtLeast(bound.at_least)));
    }
}
