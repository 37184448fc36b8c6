//! `series-copied`: no table is that of an earlier year.

use ogi_model::{CellId, Edition, Report, TableId, Value};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Message, Rule, RuleKind, Severity, Words, cells, names};

pub(super) static RULE: Rule = Rule {
    id: "series-copied",
    title: Words { zh: "表格疑似照搬上年", en: "A table was copied" },
    statement: Words {
        zh: "当年发生的数字不会与以前年度的几乎全部相同；为0的、合计的和存量的数字不计（比例和位数由策略设定）",
        en: "The figures of what happened in a year are not almost all those of an earlier one; zeros, totals and what there is in all do not count (what share, and how many digits, is for the policy)",
    },
    message: Words {
        zh: "“{table}”有{same}个数字（不计0和合计）与{last}年的相同，共{all}个，疑似照搬",
        en: "in “{table}” {same} of {all} figures (zeros and totals aside) are those of {last}: it looks copied",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let earlier: Vec<_> = run.report().year.map(|it| years.earlier(it)).unwrap_or_default();
    for table in TableId::ALL {
        let of_table: Vec<_> =
            earlier.iter().copied().filter(|it| it.table(*table).is_some()).collect();
        if of_table.is_empty() || !run.applies_to(*table) {
            run.not_applicable(1);
            continue;
        }
        let copied = of_table.into_iter().find_map(|it| Some((it, copied(run, it, *table)?)));
        match copied {
            None => run.pass(),
            Some((last, (same, all))) => fail(run, last, *table, same, all),
        }
    }
}

/// How many figures of a table are those of an earlier report, of how many, if that is no chance.
fn copied(run: &Run<'_>, last: &Report, table: TableId) -> Option<(u64, u64)> {
    let report = run.report();
    let (mut same, mut all, mut digits) = (0_u64, 0_u64, 0);
    for cell in
        cells::of_table(report, table).filter(|cell| is_stated_by_nothing_else(report, *cell))
    {
        let (Some(was), Some(is)) = (last[cell].value(), report[cell].value()) else { continue };
        if was.decimal().is_zero() && is.decimal().is_zero() {
            continue;
        }
        all += 1;
        if was == is {
            same += 1;
            digits += digits_of(is);
        }
    }
    let thresholds = &run.policy.thresholds;
    // Few small figures are the same by chance; all the more if nothing happened.
    let is_chance = digits < thresholds.copied_digits;
    let is_copied = !is_chance && same * 100 >= all * u64::from(thresholds.copied_percent);
    is_copied.then_some((same, all))
}

#[cold]
fn fail(run: &mut Run<'_>, last: &Report, table: TableId, same: u64, all: u64) {
    let report = run.report();
    run.fail(Failure {
        place: run.place_of_table(table),
        arguments: &[
            ("table", names::table(report, table)),
            ("same", Message::same(same)),
            ("all", Message::same(all)),
            ("last", Message::same(last.year.unwrap_or_default())),
        ],
        ..Failure::default()
    });
}

/// Whether a figure is of this year and no sum of others: these are the same if the others are.
fn is_stated_by_nothing_else(report: &Report, cell: CellId) -> bool {
    cell.is_additive() && report.equalities().all(|it| it.total() != cell)
}

/// The digits that a figure has: how unlikely it is to be the same by chance.
fn digits_of(value: Value) -> u32 {
    let digits = value.decimal().normalize().mantissa().unsigned_abs();
    digits.checked_ilog10().map_or(0, |it| it + 1)
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Decimal, Row};

    use super::*;
    use crate::rules::tests::{counts, judge_series, only, sound, tally, zeros};
    use crate::{Policy, Thresholds, check_series};

    #[test]
    fn a_table_that_is_last_years_fails() {
        for edition in Edition::ALL {
            let mut report = counts(*edition);
            report.set(CellId::new(Row::Licensing, Column::Decisions), 1_234);
            let outcome = &judge_series(&RULE, &[report.clone(), report])[1];
            assert_eq!(tally(outcome), [0, 3, 0, 0], "{edition}");
        }
        let mut reports = [counts(Edition::E2021), counts(Edition::E2021)];
        // One figure of twelve is no other table; two are.
        for (column, tables) in [(Column::Upheld, 2), (Column::Corrected, 1)] {
            reports[1].set(CellId::new(Row::Reconsideration, column), 999);
            assert_eq!(judge_series(&RULE, &reports)[1].findings.len(), tables);
        }
        let found = &judge_series(&RULE, &reports)[1].findings;
        assert_eq!(
            found[0].message.zh,
            "“三、收到和处理政府信息公开申请情况”有138个数字（不计0和合计）与2024年的相同，共138个，疑似照搬"
        );
    }

    /// Not only last year's may be copied.
    #[test]
    fn any_earlier_year_counts() {
        let other = sound(Edition::E2021, |cell| cell.index() as i64 % 5 + 1);
        let reports = [counts(Edition::E2021), other, counts(Edition::E2021)];
        let found = &judge_series(&RULE, &reports)[2].findings;
        assert!(!found.is_empty() && found[0].message.zh.contains("2023年"), "{found:?}");
    }

    #[test]
    fn zeros_and_the_same_few_requests_are_chance() {
        let few = |requests: i64| {
            let mut report = zeros(Edition::E2021);
            for row in [Row::NewlyReceived, Row::Granted, Row::Concluded] {
                for column in [Column::NaturalPerson, Column::Total] {
                    report.set(CellId::new(row, column), requests);
                }
            }
            report
        };
        for requests in [0, 1, 12] {
            let outcome = &judge_series(&RULE, &[few(requests), few(requests)])[1];
            assert_eq!(tally(outcome), [3, 0, 0, 0], "{requests}");
        }
        // The same five digits twice are not.
        let outcome = &judge_series(&RULE, &[few(12_345), few(12_345)])[1];
        assert_eq!(tally(outcome), [2, 1, 0, 0]);
    }

    /// Documents stay in force.
    #[test]
    fn what_there_is_in_all_may_stay_the_same() {
        let mut report = zeros(Edition::E2021);
        for row in [Row::Rules, Row::NormativeDocuments] {
            report.set(CellId::new(row, Column::InForce), 123_456);
        }
        assert_eq!(tally(&judge_series(&RULE, &[report.clone(), report])[1]), [3, 0, 0, 0]);
    }

    #[test]
    fn other_figures_pass() {
        let other = sound(Edition::E2021, |cell| cell.index() as i64 % 5 + 1);
        assert_eq!(tally(&judge_series(&RULE, &[counts(Edition::E2021), other])[1]), [3, 0, 0, 0]);
    }

    #[test]
    fn a_policy_says_how_much_is_chance() {
        let mut reports = [counts(Edition::E2021), counts(Edition::E2021)];
        reports[0].year = Some(2024);
        let thresholds = Thresholds { copied_digits: 1_000, ..Thresholds::default() };
        let policy = Policy { thresholds, ..only(&RULE) };
        assert_eq!(tally(&check_series(&reports, &policy)[1]), [3, 0, 0, 0]);
    }

    #[test]
    fn digits_are_those_that_are_printed() {
        let of = |it: Decimal| digits_of(Value::Decimal(it));
        assert_eq!(
            [of(Decimal::new(2510, 2)), of(Decimal::ZERO), of(Decimal::from(-70))],
            [3, 0, 2]
        );
        assert_eq!(digits_of(Value::Count(1_234)), 4);
    }
}
