//! `t3-blanks`: the blanks of table three can be filled so that all its equalities hold.

use ogi_model::{Edition, TableId};

use super::{SENSE, blanks};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-blanks",
    title: Words { zh: "表三空白无法补齐", en: "Table three: blanks that nothing fills" },
    statement: Words {
        zh: "表三的空白格可以填入不小于0的整数，使各项勾稽关系同时成立",
        en: "The blanks of table three can be filled with counts such that all its equalities hold together",
    },
    message: Words {
        zh: "“{cell}”等{count}个空白格，填入任何数都不能使各项勾稽关系同时成立，已填的数字有误",
        en: "whatever is filled into {count} blank cells, “{cell}” the first of them, not all equalities can hold: a figure that is there is wrong",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| blanks::judge(run, TableId::Applications)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Row};

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};
    use crate::{Policy, check};

    const fn granted(column: Column) -> CellId {
        CellId::new(Row::Granted, column)
    }

    #[test]
    fn blanks_that_one_filling_fits_pass() {
        for edition in Edition::ALL {
            let mut report = counts(*edition);
            report.set(granted(Column::NaturalPerson), Cell::Blank);
            report.set(granted(Column::Total), Cell::Unreadable("?".into()));
            assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
        }
    }

    /// Along its row 上年结转 is 3, by the balance it is 0: each alone can hold.
    #[test]
    fn blanks_that_nothing_fits_fail() {
        let mut report = zeros(Edition::E2021);
        report.set(granted(Column::NaturalPerson), 5);
        report.set(CellId::new(Row::Concluded, Column::NaturalPerson), 5);
        report.set(CellId::new(Row::NewlyReceived, Column::NaturalPerson), 5);
        report.set(granted(Column::Total), Cell::Blank);
        for row in [Row::Concluded, Row::NewlyReceived] {
            report.set(CellId::new(row, Column::Total), Cell::Blank);
        }
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
        report.set(CellId::new(Row::CarriedIn, Column::NaturalPerson), Cell::Blank);
        report.set(CellId::new(Row::CarriedIn, Column::Total), 3);
        report.set(CellId::new(Row::CarriedIn, Column::CommercialEnterprise), 0);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert!(!outcome.accepted);
        let finding = &outcome.findings[0];
        assert!(finding.cell.is_some() && finding.cells.len() > 1);
        assert!(finding.message.zh.contains("个空白格"));
        // Nothing else sees it.
        let sums = Policy {
            select: ["t3-row", "t3-outcome", "t3-balance"].map(String::from).into(),
            ..Policy::default()
        };
        assert_eq!(check(&report, &sums).summary.fail, 0);
    }

    #[test]
    fn an_equality_that_is_broken_alone_has_its_own_rule() {
        let mut report = zeros(Edition::E2021);
        report.set(granted(Column::NaturalPerson), Cell::Blank);
        report.set(CellId::new(Row::CarriedIn, Column::Total), 3);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }

    #[test]
    fn blanks_that_several_fillings_fit_are_not_evaluated() {
        let mut report = zeros(Edition::E2021);
        for row in [Row::NewlyReceived, Row::CarriedOut] {
            for column in [Column::NaturalPerson, Column::Total] {
                report.set(CellId::new(row, column), Cell::Blank);
            }
        }
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [0, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].missing.len(), 4);
    }

    #[test]
    fn without_blanks_or_table_there_is_nothing_to_fill() {
        let mut report = counts(Edition::E2021);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        report.set_table(TableId::Applications, None);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        report = zeros(Edition::E2021);
        report.set(granted(Column::Total), Cell::Blank);
        let policy = Policy { blanks_as_zero: true, ..super::super::tests::only(&RULE) };
        assert_eq!(tally(&check(&report, &policy)), [0, 0, 1, 0]);
    }
}
