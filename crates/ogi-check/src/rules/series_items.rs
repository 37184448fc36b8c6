//! `series-items`: the items of last year are those of the year before it and how they changed.

use ogi_model::{CellId, Column, Edition, Row, Sign, TableId};

use super::SENSE;
use super::follows::{self, Part, Year};
use crate::run::Run;
use crate::series::Years;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "series-items",
    title: Words { zh: "上一年项目数量与上年报告衔接", en: "Items between years" },
    statement: Words {
        zh: "上一年项目数量等于上一年度报告的上一年项目数量加其本年增/减",
        en: "The items of last year are those that last year's report starts from, and its change",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而{last}年报告的上一年项目数量加其增减{expected}",
        en: "“{cell}” is {observed}, but the items and the change of {last} come to {expected}",
    },
    basis: SENSE,
    // Edition 2021 does not ask for them.
    editions: Edition::having(CellId::new(Row::Licensing, Column::ItemsLastYear)),
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let items = CellId::of_table(TableId::ActiveDisclosure)
        .filter(|it| it.column() == Column::ItemsLastYear);
    for total in items {
        let change = CellId::new(total.row(), Column::Change);
        let of_last = |cell| Part { year: Year::Last, sign: Sign::Plus, cell };
        follows::judge(run, years, total, &[of_last(total), of_last(change)]);
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Report};

    use super::*;
    use crate::Reason;
    use crate::rules::tests::{judge_series, tally, zeros};

    const fn cell(column: Column) -> CellId {
        CellId::new(Row::Licensing, column)
    }

    /// 40 items, 8 fewer.
    fn years(items_last_year: i64) -> [Report; 2] {
        let mut reports = [zeros(Edition::E2019), zeros(Edition::E2019)];
        reports[0].set(cell(Column::ItemsLastYear), 40);
        reports[0].set(cell(Column::Change), -8);
        reports[1].set(cell(Column::ItemsLastYear), items_last_year);
        reports
    }

    #[test]
    fn what_follows_passes_and_what_does_not_fails() {
        assert_eq!(tally(&judge_series(&RULE, &years(32))[1]), [5, 0, 0, 0]);
        let outcome = &judge_series(&RULE, &years(40))[1];
        assert_eq!(tally(outcome), [4, 1, 0, 0]);
        assert_eq!(outcome.findings[0].residual.unwrap().to_string(), "8");
        assert_eq!(
            outcome.findings[0].message.zh,
            "“行政许可·上一年项目数量”为40，而2024年报告的上一年项目数量加其增减为32"
        );
    }

    /// It may be negative, so it bounds nothing.
    #[test]
    fn an_unknown_change_leaves_no_verdict() {
        for items in [0, 100] {
            let mut reports = years(items);
            reports[0].set(cell(Column::Change), Cell::Blank);
            let outcome = &judge_series(&RULE, &reports)[1];
            assert_eq!(tally(outcome), [4, 0, 0, 1]);
            assert_eq!(outcome.unevaluated[0].reason, Reason::UnknownLastYear);
        }
    }

    #[test]
    fn the_edition_after_has_no_items() {
        let reports = [zeros(Edition::E2019), zeros(Edition::E2021)];
        assert_eq!(tally(&judge_series(&RULE, &reports)[1]), [0, 0, 5, 0]);
    }
}
