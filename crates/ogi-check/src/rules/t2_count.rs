//! `t2-count`: counts in table two are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t2-count",
    title: Words { zh: "表二件数", en: "Table two: counts" },
    statement: Words {
        zh: "表二的件数应为不小于0的整数，增减数可为负；金额不在此列",
        en: "Counts in table two are whole and not negative; a change may be negative, and money is no count",
    },
    message: Words {
        zh: "“{cell}”为{observed}，应为{expected}",
        en: "“{cell}” is {observed}, but should be {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| count::judge(run, TableId::ActiveDisclosure)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Decimal, NotApplicable, Row, TableEdition, Value};

    use super::*;
    use crate::Reason;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const ISSUED: CellId = CellId::new(Row::Rules, Column::Issued);

    /// What is not applicable is money.
    #[test]
    fn counts_of_either_edition_pass() {
        for (edition, cells, money) in [(Edition::E2021, 9, 1), (Edition::E2019, 21, 1)] {
            assert_eq!(tally(&judge(&RULE, &counts(edition))), [cells, 0, money, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(edition))), [cells, 0, money, 0]);
        }
    }

    #[test]
    fn a_negative_count_fails_but_a_change_may_be_negative() {
        let mut report = zeros(Edition::E2019);
        report.set(CellId::new(Row::Licensing, Column::Change), -8);
        assert_eq!(tally(&judge(&RULE, &report)), [21, 0, 1, 0]);
        report.set(CellId::new(Row::Licensing, Column::Decisions), -8);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [20, 1, 1, 0]);
        let finding = &outcome.findings[0];
        assert_eq!(finding.observed, Some(Value::Count(-8)));
        assert_eq!(finding.message.zh, "“行政许可·处理决定数量”为-8，应为不小于0的整数");
    }

    #[test]
    fn a_fraction_fails_but_not_in_money() {
        let mut report = zeros(Edition::E2021);
        report.set(CellId::new(Row::Fees, Column::Amount), Decimal::new(155, 1));
        assert_eq!(tally(&judge(&RULE, &report)), [9, 0, 1, 0]);
        report.set(ISSUED, Decimal::new(10, 1));
        assert_eq!(tally(&judge(&RULE, &report)), [9, 0, 1, 0]);
        report.set(ISSUED, Decimal::new(15, 1));
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [8, 1, 1, 0]);
        assert_eq!(outcome.findings[0].message.zh, "“规章·本年制发件数”为1.5，应为不小于0的整数");
        let mut report = zeros(Edition::E2019);
        report.set(CellId::new(Row::Fees, Column::Change), Decimal::new(-15, 1));
        assert_eq!(
            judge(&RULE, &report).findings[0].message.zh,
            "“行政事业性收费·本年增/减”为-1.5，应为整数"
        );
    }

    #[test]
    fn what_is_no_number_is_no_pass() {
        let mut report = zeros(Edition::E2021);
        report.set(ISSUED, NotApplicable::Slash);
        assert_eq!(tally(&judge(&RULE, &report)), [8, 0, 2, 0]);
        for cell in [Cell::Blank, Cell::Absent, Cell::Unreadable("?".into())] {
            report.set(ISSUED, cell);
            let outcome = judge(&RULE, &report);
            assert_eq!(tally(&outcome), [8, 0, 1, 1]);
            assert_eq!(outcome.unevaluated[0].missing, [ISSUED]);
            assert_eq!(outcome.unevaluated[0].reason, Reason::Unknown);
        }
    }

    #[test]
    fn a_table_of_both_editions_has_the_cells_that_are_there() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
        report.set(CellId::new(Row::Procurement, Column::Projects), -1);
        assert_eq!(tally(&judge(&RULE, &report)), [9, 1, 1, 0]);
        report.set_table(TableId::ActiveDisclosure, None);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 10, 0]);
    }
}
