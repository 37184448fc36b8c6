//! `t3-row-sum`: in each row of table three the total is the sum of its columns.

use ogi_model::{Edition, EqualityKind, TableId};

use super::{SENSE, equality};
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "t3-row-sum",
    title: Words { zh: "表三各行总计", en: "Table three: row totals" },
    statement: Words {
        zh: "表三每一行，总计等于自然人与各类法人或其他组织之和",
        en: "In each row of table three the total is the sum of natural persons and of all kinds of organisations",
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
        equality::judge(run, TableId::Applications, EqualityKind::RowSum)
    }),
};

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, NotApplicable, Row, TableEdition, Value};

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};
    use crate::{Expected, Reason};

    const PERSON: CellId = CellId::new(Row::Granted, Column::NaturalPerson);
    const TOTAL: CellId = CellId::new(Row::Granted, Column::Total);

    #[test]
    fn each_row_of_either_edition_passes() {
        for (edition, rows) in [(Edition::E2021, 25), (Edition::E2019, 23)] {
            assert_eq!(tally(&judge(&RULE, &counts(edition))), [rows, 0, 0, 0]);
            assert_eq!(tally(&judge(&RULE, &zeros(edition))), [rows, 0, 0, 0]);
        }
    }

    #[test]
    fn a_wrong_total_fails() {
        let mut report = zeros(Edition::E2021);
        report.set(PERSON, 13);
        report.set(TOTAL, 31);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [24, 1, 0, 0]);
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, finding.cells.len()), (Some(TOTAL), 7));
        assert_eq!(finding.observed, Some(Value::Count(31)));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(13))));
        assert_eq!(finding.residual, Some(Value::Count(18)));
        assert_eq!(finding.message.zh, "“（一）予以公开·总计”为31，而各部分相加为13");
        assert_eq!(finding.message.en, "“Granted / Total” is 31, but its parts come to 13");
    }

    #[test]
    fn a_blank_is_unknown_and_not_zero() {
        let mut report = zeros(Edition::E2021);
        report.set(PERSON, Cell::Blank);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [24, 0, 0, 1]);
        let open = &outcome.unevaluated[0];
        assert_eq!((open.cell, open.reason), (Some(TOTAL), Reason::Unknown));
        assert_eq!(open.missing, [PERSON]);
        assert_eq!(open.implied, [(PERSON, Value::Count(0))]);

        // No count beside 5 makes 3.
        report.set(CellId::new(Row::Granted, Column::ResearchInstitution), 5);
        report.set(TOTAL, 3);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [24, 1, 0, 0]);
        assert_eq!(outcome.findings[0].expected, Some(Expected::AtLeast(Value::Count(5))));
        assert_eq!(outcome.findings[0].residual, None);
        assert_eq!(outcome.findings[0].message.zh, "“（一）予以公开·总计”为3，而各部分相加至少为5");
    }

    #[test]
    fn what_does_not_apply_counts_zero() {
        let mut report = zeros(Edition::E2019);
        report.set(PERSON, NotApplicable::Slash);
        assert_eq!(tally(&judge(&RULE, &report)), [23, 0, 0, 0]);
        report.set(TOTAL, NotApplicable::Dash);
        assert_eq!(tally(&judge(&RULE, &report)), [23, 0, 0, 0]);
        report.set(PERSON, 1);
        let outcome = judge(&RULE, &report);
        assert_eq!(outcome.findings[0].message.zh, "“（一）予以公开·总计”为“—”，而各部分相加为1");
    }

    #[test]
    fn without_the_table_it_is_not_applicable() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::Applications, None);
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 25, 0]);
    }

    #[test]
    fn a_table_of_both_editions_has_the_rows_of_both() {
        let mut report = zeros(Edition::E2021);
        report.set_table(TableId::Applications, Some(TableEdition::Mixed));
        let cells = CellId::all().filter(|it| it.row() == Row::OtherProcessing);
        cells.for_each(|cell| report.set(cell, 0));
        assert_eq!(tally(&judge(&RULE, &report)), [26, 0, 0, 0]);
        report.set(CellId::new(Row::OtherProcessing, Column::NaturalPerson), 2);
        assert_eq!(tally(&judge(&RULE, &report)), [25, 1, 0, 0]);
    }
}
