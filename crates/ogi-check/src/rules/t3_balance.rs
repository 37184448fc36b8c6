//! `t3-balance`: table three balances in each column.

use ogi_model::{Edition, EqualityKind, TableForm, TableId};

use super::{FORM, equality};
use crate::{Rule, RuleKind, Severity, Words};

/// As the form prints it in the corner of the table.
const BALANCE: &str = match TableForm::of(TableId::Applications, Edition::LATEST).corner {
    Some(corner) => corner,
    None => panic!("the form prints the balance"),
};

pub(super) static RULE: Rule = Rule {
    id: "t3-balance",
    title: Words { zh: "表三勾稽关系", en: "Table three: balance" },
    statement: Words {
        zh: BALANCE,
        en: "In each column of table three the first item plus the second equals the third plus the fourth",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而第一项加第二项减第三项{expected}",
        en: "“{cell}” is {observed}, but received plus carried in less concluded comes to {expected}",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(|run| {
        equality::judge(run, TableId::Applications, EqualityKind::Balance)
    }),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, NotApplicable, Row, Value};

    use super::*;
    use crate::Expected;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const RECEIVED: CellId = CellId::new(Row::NewlyReceived, Column::Total);
    const CONCLUDED: CellId = CellId::new(Row::Concluded, Column::Total);
    const CARRIED_OUT: CellId = CellId::new(Row::CarriedOut, Column::Total);

    #[test]
    fn each_column_of_either_edition_passes() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &counts(*edition))), [7, 0, 0, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(*edition))), [7, 0, 0, 0]);
        }
    }

    #[test]
    fn what_is_carried_out_is_what_is_left() {
        let mut report = zeros(Edition::E2019);
        report.set(RECEIVED, 31);
        report.set(CONCLUDED, 29);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [6, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, finding.cells.len()), (Some(CARRIED_OUT), 4));
        assert_eq!(finding.residual, Some(Value::Count(-2)));
        assert_eq!(
            finding.message.zh,
            "“四、结转下年度继续办理·总计”为0，而第一项加第二项减第三项为2"
        );
    }

    #[test]
    fn more_concluded_than_there_was_fails_even_with_a_blank() {
        let mut report = zeros(Edition::E2021);
        report.set(CONCLUDED, 3);
        report.set(CARRIED_OUT, Cell::Blank);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [6, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!((finding.observed, finding.residual), (None, None));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(-3))));
        assert!(finding.message.zh.contains("为空白"));
    }

    #[test]
    fn a_blank_leaves_open_what_could_hold() {
        let mut report = zeros(Edition::E2021);
        report.set(RECEIVED, 5);
        report.set(CONCLUDED, Cell::Blank);
        report.set(CARRIED_OUT, NotApplicable::Slash);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [6, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].implied, [(CONCLUDED, Value::Count(5))]);
        report.set(CARRIED_OUT, 6);
        assert_eq!(tally(&judge(&RULE, &report)), [6, 1, 0, 0]);
    }
}
