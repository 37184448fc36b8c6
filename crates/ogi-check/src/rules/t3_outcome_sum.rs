//! `t3-outcome-sum`: in each column of table three what was concluded is the sum of the results.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-outcome-sum",
    title: Words { zh: "表三办理结果总计", en: "Table three: total of results" },
    statement: Words {
        zh: "表三每一列，办理结果的总计等于各项办理结果之和",
        en: "In each column of table three the number of requests concluded is the sum of all results",
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
    judge: RuleKind::Report(|run| {
        equality::judge(run, TableId::Applications, EqualityKind::OutcomeSum)
    }),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, NotApplicable, Row, TableEdition, Value};

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};
    use crate::{Expected, Reason};

    const GRANTED: CellId = CellId::new(Row::Granted, Column::NaturalPerson);
    const CONCLUDED: CellId = CellId::new(Row::Concluded, Column::NaturalPerson);

    #[test]
    fn each_column_of_either_edition_passes() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &counts(*edition))), [7, 0, 0, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [7, 0, 0, 0]);
        }
    }

    #[test]
    fn a_wrong_result_fails_at_the_total() {
        let mut report = zeros(Edition::E2021);
        report.set(GRANTED, 2);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [6, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, finding.cells.len()), (Some(CONCLUDED), 22));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(2))));
        assert_eq!(finding.message.zh, "“（七）总计·自然人”为0，而各部分相加为2");
    }

    /// 上海 2019 leaves the totals of all results blank.
    #[test]
    fn a_blank_total_is_implied() {
        let mut report = counts(Edition::E2019);
        let was = report[CONCLUDED].value();
        report.set(CONCLUDED, Cell::Blank);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [6, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].implied, [(CONCLUDED, was.unwrap())]);
    }

    #[test]
    fn what_does_not_apply_counts_zero() {
        let mut report = zeros(Edition::E2021);
        report.set(GRANTED, NotApplicable::Slash);
        assert_eq!(tally(&judge(&RULE, &report)), [7, 0, 0, 0]);
    }

    #[test]
    fn a_table_of_both_editions_is_not_evaluated() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::Applications, Some(TableEdition::Mixed));
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [0, 0, 0, 7]);
        assert!(outcome.unevaluated.iter().all(|it| it.reason == Reason::EditionsMixed));
    }
}
