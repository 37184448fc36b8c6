//! `series-disclosed`: all that was disclosed is what was, and what is new.

use ogi_model::{CellId, Column, Edition, Row, Sign, TableId};

use super::SENSE;
use super::follows::{self, Part, Year};
use crate::run::Run;
use crate::series::Years;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "series-disclosed",
    title: Words {
        zh: "对外公开总数量与上年报告衔接", en: "Documents disclosed between years"
    },
    statement: Words {
        zh: "对外公开总数量等于上一年度的对外公开总数量加本年新公开数量",
        en: "All that is disclosed is what was disclosed last year, and what is new",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而{last}年的数量加本年新公开{expected}",
        en: "“{cell}” is {observed}, but that of {last} and what is new come to {expected}",
    },
    basis: SENSE,
    editions: Edition::having(CellId::new(Row::Rules, Column::DisclosedTotal)),
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let totals = CellId::of_table(TableId::ActiveDisclosure)
        .filter(|it| it.column() == Column::DisclosedTotal);
    for total in totals {
        let newly = CellId::new(total.row(), Column::NewlyDisclosed);
        let parts = [
            Part { year: Year::Last, sign: Sign::Plus, cell: total },
            Part { year: Year::This, sign: Sign::Plus, cell: newly },
        ];
        follows::judge(run, years, total, &parts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge_series, tally, zeros};

    #[test]
    fn what_was_and_what_is_new() {
        let cell = |column| CellId::new(Row::NormativeDocuments, column);
        let mut reports = [zeros(Edition::E2019), zeros(Edition::E2019)];
        reports[0].set(cell(Column::DisclosedTotal), 20);
        reports[1].set(cell(Column::NewlyDisclosed), 3);
        for (total, tally_of) in [(23, [2, 0, 0, 0]), (30, [1, 1, 0, 0])] {
            reports[1].set(cell(Column::DisclosedTotal), total);
            let outcome = &judge_series(&RULE, &reports)[1];
            assert_eq!(tally(outcome), tally_of);
        }
        let outcome = &judge_series(&RULE, &reports)[1];
        assert_eq!(outcome.findings[0].expected.unwrap().to_string(), "23");
    }
}
