//! `t3-count`: counts in table three are whole and not negative.

use ogi_model::{Edition, TableId};

use super::{SENSE, count};
use crate::{Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-count",
    title: Words { zh: "表三件数", en: "Table three: counts" },
    statement: Words {
        zh: "表三的件数应为不小于0的整数",
        en: "Counts in table three are whole and not negative",
    },
    message: Words {
        zh: "“{cell}”为{observed}，应为{expected}",
        en: "“{cell}” is {observed}, but should be {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: |run| count::judge(run, TableId::Applications),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Decimal, NotApplicable, Row};

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const CELL: CellId = CellId::new(Row::Granted, Column::NaturalPerson);

    #[test]
    fn counts_of_either_edition_pass() {
        for (edition, cells) in [(Edition::E2021, 175), (Edition::E2019, 161)] {
            assert_eq!(tally(&judge(&RULE, &counts(edition))), [cells, 0, 0, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(edition))), [cells, 0, 0, 0]);
        }
    }

    #[test]
    fn a_negative_count_or_a_fraction_fails() {
        for wrong in [Cell::from(-1), Cell::from(Decimal::new(5, 1))] {
            let mut report = zeros(Edition::E2021);
            report.set(CELL, wrong);
            let outcome = judge(&RULE, &report);
            assert_eq!(tally(&outcome), [175 - 1, 1, 0, 0]);
            assert_eq!(outcome.findings[0].cell, Some(CELL));
        }
    }

    #[test]
    fn what_is_no_number_is_no_pass() {
        let mut report = zeros(Edition::E2019);
        report.set(CELL, NotApplicable::Slash);
        assert_eq!(tally(&judge(&RULE, &report)), [161 - 1, 0, 1, 0]);
        report.set(CELL, Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &report)), [161 - 1, 0, 0, 1]);
        report.set_table(TableId::Applications, None);
        report.set(CELL, 0);
        assert_eq!(tally(&judge(&RULE, &report))[2], 175);
    }
}
