//! `t4-sum`: in each of the three parts of table four the total is the sum of its columns.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t4-sum",
    title: Words { zh: "表四各项总计", en: "Table four: totals" },
    statement: Words {
        zh: "表四每一部分，总计等于各种结果与尚未审结之和",
        en: "In each part of table four the total is the sum of all results and of what is pending",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而各部分相加{expected}",
        en: "“{cell}” is {observed}, but its parts come to {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| equality::judge(run, TableId::Disputes, EqualityKind::RowSum)),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, NotApplicable, Row, Value};

    use super::*;
    use crate::Expected;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const fn cell(column: Column) -> CellId {
        CellId::new(Row::Reconsideration, column)
    }

    #[test]
    fn each_part_passes() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &counts(*edition))), [3, 0, 0, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [3, 0, 0, 0]);
        }
    }

    /// 洪泽 2023.
    #[test]
    fn a_total_left_zero_fails() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), 10);
        report.set(cell(Column::Pending), 1);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, finding.cells.len()), (Some(cell(Column::Total)), 5));
        assert_eq!(finding.observed, Some(Value::Count(0)));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(11))));
        assert_eq!(finding.residual, Some(Value::Count(-11)));
        assert_eq!(finding.message.zh, "“行政复议·总计”为0，而各部分相加为11");
    }

    #[test]
    fn blanks_are_unknown() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), Cell::Blank);
        report.set(cell(Column::OtherResult), Cell::Unreadable("o".into()));
        let zeros =
            [(cell(Column::Upheld), Value::Count(0)), (cell(Column::OtherResult), Value::Count(0))];
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].implied, zeros);
        // Two blanks that share 2 could be anything.
        report.set(cell(Column::Total), 2);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].implied, []);
    }

    #[test]
    fn what_does_not_apply_counts_zero() {
        let mut report = zeros(Edition::E2021);
        report.set(cell(Column::Upheld), NotApplicable::Hyphen);
        assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0]);
    }
}
