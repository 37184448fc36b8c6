//! `t4-blanks`: the blanks of table four can be filled so that all its equalities hold.

use ogi_model::{Edition, TableId};

use super::{SENSE, blanks};
use crate::{Rule, RuleKind, Severity, Words};

/// In the editions so far the three parts of table four share no cell, so that what each equality allows alone all
/// allow together.
pub(super) static RULE: Rule = Rule {
    id: "t4-blanks",
    title: Words { zh: "表四空白无法补齐", en: "Table four: blanks that nothing fills" },
    statement: Words {
        zh: "表四的空白格可以填入不小于0的整数，使各项合计同时成立",
        en: "The blanks of table four can be filled with counts such that all its sums hold together",
    },
    message: Words {
        zh: "“{cell}”等{count}个空白格，填入任何数都不能使各项合计同时成立，已填的数字有误",
        en: "whatever is filled into {count} blank cells, “{cell}” the first of them, not all sums can hold: a figure that is there is wrong",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| blanks::judge(run, TableId::Disputes)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Row};
    use proptest::prelude::*;

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const fn cell(column: Column) -> CellId {
        CellId::new(Row::Reconsideration, column)
    }

    #[test]
    fn a_blank_that_is_determined_passes() {
        let mut report = counts(Edition::E2021);
        report.set(cell(Column::OtherResult), Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
    }

    #[test]
    fn blanks_that_share_a_rest_are_not_evaluated() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), Cell::Blank);
        report.set(cell(Column::OtherResult), Cell::Blank);
        report.set(cell(Column::Total), 2);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 0, 1]);
    }

    #[test]
    fn a_sum_that_is_broken_alone_has_its_own_rule() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), Cell::Blank);
        report.set(cell(Column::OtherResult), 3);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 1, 0]);
    }

    proptest! {
        #[test]
        fn what_each_sum_allows_all_allow(
            cells in proptest::collection::vec(proptest::option::of(0..4_i64), CellId::COUNT),
        ) {
            let mut report = zeros(Edition::E2021);
            for cell in CellId::of_table(TableId::Disputes) {
                report.set(cell, cells[cell.index()].map_or(Cell::Blank, Cell::from));
            }
            prop_assert_eq!(judge(&RULE, &report).summary.fail, 0);
        }
    }
}
