//! `series-carry-over`: what was carried in is what was carried out the year before.

use ogi_model::{CellId, Edition, Row, Sign, TableForm, TableId};

use super::follows::{self, Part};
use super::{SENSE, follows::Year};
use crate::run::Run;
use crate::series::Years;
use crate::{Rule, RuleKind, Severity, Words, cells};

pub(super) static RULE: Rule = Rule {
    id: "series-carry-over",
    title: Words { zh: "上年结转与上年报告衔接", en: "Carry-over between years" },
    statement: Words {
        zh: "上年结转政府信息公开申请数量，等于上一年度报告的结转下年度继续办理",
        en: "Requests carried in from last year are those that last year's report carried out, in each column",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而{last}年报告的“{parts}”{expected}",
        en: "“{cell}” is {observed}, but “{parts}” of {last} comes to {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let edition = cells::edition(run.report());
    let block = TableForm::of(TableId::Applications, edition).block(Row::CarriedIn);
    for column in block.into_iter().flat_map(|it| it.columns) {
        let carried_out = CellId::new(Row::CarriedOut, column.column);
        let parts = [Part { year: Year::Last, sign: Sign::Plus, cell: carried_out }];
        follows::judge(run, years, CellId::new(Row::CarriedIn, column.column), &parts);
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, Column, Value};

    use super::*;
    use crate::rules::tests::{counts, judge_series, tally, zeros};
    use crate::{Expected, Reason};

    const IN: CellId = CellId::new(Row::CarriedIn, Column::NaturalPerson);
    const OUT: CellId = CellId::new(Row::CarriedOut, Column::NaturalPerson);

    #[test]
    fn each_column_is_judged_but_in_the_first_year() {
        for edition in Edition::ALL {
            let outcomes = judge_series(&RULE, &[zeros(*edition), zeros(*edition)]);
            assert_eq!(tally(&outcomes[0]), [0, 0, 7, 0]);
            assert_eq!(tally(&outcomes[1]), [7, 0, 0, 0]);
        }
        // The form changed in between, but not these rows.
        let outcomes = judge_series(&RULE, &[zeros(Edition::E2019), zeros(Edition::E2021)]);
        assert_eq!(tally(&outcomes[1]), [7, 0, 0, 0]);
    }

    #[test]
    fn another_count_fails_in_the_later_year() {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].set(OUT, 5);
        reports[1].set(IN, 3);
        let outcomes = judge_series(&RULE, &reports);
        assert!(outcomes[0].findings.is_empty());
        assert_eq!(tally(&outcomes[1]), [6, 1, 0, 0]);
        let finding = &outcomes[1].findings[0];
        assert_eq!((finding.cell, &finding.cells[..]), (Some(IN), &[IN][..]));
        assert_eq!(finding.observed, Some(Value::Count(3)));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(5))));
        assert_eq!(finding.residual, Some(Value::Count(-2)));
        assert_eq!(
            finding.message.zh,
            "“二、上年结转政府信息公开申请数量·自然人”为3，而2024年报告的“四、结转下年度继续办理·自然人”为5"
        );
    }

    #[test]
    fn what_is_missing_in_either_year_is_not_evaluated() {
        let mut reports = [counts(Edition::E2021), zeros(Edition::E2021)];
        reports[0].set(OUT, Cell::Blank);
        let outcome = &judge_series(&RULE, &reports)[1];
        let open = outcome.unevaluated.iter().find(|it| it.cell == Some(IN)).unwrap();
        assert_eq!((open.reason, &open.missing[..]), (Reason::UnknownLastYear, &[][..]));
        reports[0].set(OUT, 5);
        reports[1].set(IN, Cell::Blank);
        let outcome = &judge_series(&RULE, &reports)[1];
        let open = outcome.unevaluated.iter().find(|it| it.cell == Some(IN)).unwrap();
        assert_eq!((open.reason, &open.missing[..]), (Reason::Unknown, &[IN][..]));
        assert_eq!(open.implied, [(IN, Value::Count(5))]);
    }

    #[test]
    fn a_year_that_is_left_out_leaves_no_verdict() {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].year = Some(2023);
        reports[1].year = Some(2025);
        let outcomes = crate::check_series(&reports, &crate::rules::tests::only(&RULE));
        assert_eq!(tally(&outcomes[1]), [0, 0, 0, 7]);
        assert_eq!(outcomes[1].unevaluated[0].reason, Reason::YearMissing);
    }
}
