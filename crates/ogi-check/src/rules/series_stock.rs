//! `series-stock`: documents in force are last year's, and those issued, without those repealed.

use ogi_model::{CellId, Column, Edition, Row, Sign, TableId};

use super::HABIT;
use super::follows::{self, Part, Year};
use crate::run::Run;
use crate::series::Years;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "series-stock",
    title: Words {
        zh: "现行有效件数与上年报告衔接", en: "Documents in force between years"
    },
    statement: Words {
        zh: "现行有效件数等于上一年度的现行有效件数加本年制发件数、减本年废止件数；修订、机构调整可能使其不等",
        en: "Documents in force are those of last year and those issued, without those repealed; revisions and reorganisations may make a difference",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而{last}年的件数加本年制发、减本年废止{expected}{hint}",
        en: "“{cell}” is {observed}, but those of {last} and those issued, without those repealed, come to {expected}{hint}",
    },
    basis: HABIT,
    // Edition 2019 does not ask for them.
    editions: Edition::having(CellId::new(Row::Rules, Column::InForce)),
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let in_force =
        CellId::of_table(TableId::ActiveDisclosure).filter(|it| it.column() == Column::InForce);
    for total in in_force {
        let of_row = |column| CellId::new(total.row(), column);
        let parts = [
            Part { year: Year::Last, sign: Sign::Plus, cell: total },
            Part { year: Year::This, sign: Sign::Plus, cell: of_row(Column::Issued) },
            Part { year: Year::This, sign: Sign::Minus, cell: of_row(Column::Repealed) },
        ];
        follows::judge(run, years, total, &parts);
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, NotApplicable, Report};

    use super::*;
    use crate::rules::tests::{judge_series, tally, zeros};
    use crate::{Expected, Reason};

    const fn cell(column: Column) -> CellId {
        CellId::new(Row::NormativeDocuments, column)
    }

    /// 20 in force; then 3 issued, 2 repealed.
    fn years(in_force: impl Into<Cell>) -> [Report; 2] {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].set(cell(Column::InForce), 20);
        reports[1].set(cell(Column::Issued), 3);
        reports[1].set(cell(Column::Repealed), 2);
        reports[1].set(cell(Column::InForce), in_force);
        reports
    }

    #[test]
    fn what_follows_passes() {
        assert_eq!(tally(&judge_series(&RULE, &years(21))[1]), [2, 0, 0, 0]);
    }

    #[test]
    fn what_does_not_follow_fails() {
        let outcome = &judge_series(&RULE, &years(23))[1];
        assert_eq!(tally(outcome), [1, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!(finding.cell, Some(cell(Column::InForce)));
        assert_eq!(finding.cells, [Column::Issued, Column::Repealed, Column::InForce].map(cell));
        assert_eq!(finding.expected.unwrap().to_string(), "21");
        assert_eq!(
            finding.message.zh,
            "“行政规范性文件·现行有效件数”为23，而2024年的件数加本年制发、减本年废止为21（“行政规范性文件·本年制发件数”若为5而不是3则相符）"
        );
    }

    /// An unknown part only bounds what follows: from below if it is added, from above if it is taken away.
    #[test]
    fn an_unknown_part_makes_a_bound() {
        let with = |column, in_force: i64| {
            let mut reports = years(in_force);
            reports[1].set(cell(column), Cell::Blank);
            let outcome = judge_series(&RULE, &reports).remove(1);
            let reason = outcome.unevaluated.first().map(|it| it.reason);
            (outcome.findings.first().and_then(|it| it.expected), reason)
        };
        assert_eq!(
            with(Column::Issued, 17),
            (Some(Expected::AtLeast(ogi_model::Value::Count(18))), None)
        );
        assert_eq!(with(Column::Issued, 30), (None, Some(Reason::Unknown)));
        assert_eq!(
            with(Column::Repealed, 24),
            (Some(Expected::AtMost(ogi_model::Value::Count(23))), None)
        );
        assert_eq!(with(Column::Repealed, 3), (None, Some(Reason::Unknown)));
    }

    #[test]
    fn a_body_that_makes_no_rules_is_not_judged_on_them_by_a_figure() {
        let mut reports = years(21);
        for report in &mut reports {
            for column in [Column::Issued, Column::Repealed, Column::InForce] {
                report.set(CellId::new(Row::Rules, column), NotApplicable::Slash);
            }
        }
        assert_eq!(tally(&judge_series(&RULE, &reports)[1]), [2, 0, 0, 0]);
    }

    #[test]
    fn the_edition_before_has_no_stock() {
        let reports = [zeros(Edition::E2019), zeros(Edition::E2021)];
        assert_eq!(tally(&judge_series(&RULE, &reports)[1]), [0, 0, 2, 0]);
        let reports = [zeros(Edition::E2019), zeros(Edition::E2019)];
        assert_eq!(tally(&judge_series(&RULE, &reports)[1]), [0, 0, 2, 0]);
    }
}
