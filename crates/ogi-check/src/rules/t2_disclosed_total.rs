//! `t2-disclosed-total`: no more was disclosed this year than in total (2019).

use ogi_model::{Cell, CellId, Column, Edition, Row, TableId, Value};

use super::SENSE;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Expected, Message, Reason, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "t2-disclosed-total",
    title: Words { zh: "表二对外公开总数量", en: "Table two: disclosed in total" },
    statement: Words {
        zh: "本年新公开数量不大于对外公开总数量",
        en: "What was newly disclosed this year is part of what is disclosed in total",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而本年新公开数量为{newly}，总数不应更小",
        en: "“{cell}” is {observed}, but {newly} were newly disclosed this year: the total cannot be less",
    },
    basis: SENSE,
    editions: Edition::having(CellId::new(Row::Rules, Column::DisclosedTotal)),
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each total is a target.
fn judge(run: &mut Run<'_>) {
    for row in [Row::Rules, Row::NormativeDocuments] {
        let cells = [Column::NewlyDisclosed, Column::DisclosedTotal].map(|it| CellId::new(row, it));
        let is_there = cells.iter().any(|it| run.report()[*it].is_present());
        if run.applies_to(TableId::ActiveDisclosure) && is_there {
            one(run, cells);
        } else {
            run.not_applicable(1);
        }
    }
}

fn one(run: &mut Run<'_>, cells: [CellId; 2]) {
    let [newly, total] = cells;
    let [of_year, in_all] = cells.map(|it| count(run.cell(it)));
    match (of_year, in_all) {
        // Nothing new is part of anything.
        (Some(0), _) => run.pass(),
        (Some(of_year), Some(in_all)) if of_year <= in_all => run.pass(),
        (Some(of_year), Some(in_all)) => run.fail(Failure {
            cell: Some(total),
            cells: cells.into(),
            observed: Some(Value::Count(in_all)),
            expected: Some(Expected::AtLeast(Value::Count(of_year))),
            residual: None,
            place: None,
            severity: None,
            arguments: &[
                ("cell", names::cell(run.report(), total)),
                ("observed", Message::same(in_all)),
                ("newly", Message::same(of_year)),
            ],
        }),
        _ => {
            let missing = [(newly, of_year), (total, in_all)];
            let missing = missing.into_iter().filter(|it| it.1.is_none()).map(|it| it.0);
            run.not_evaluated(total, Reason::Unknown).missing.extend(missing);
        }
    }
}

/// The count of a cell; 0 where it does not apply, as in an equality.
fn count(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::NotApplicable(_) => Some(0),
        other => other.count(),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{NotApplicable, TableEdition};

    use super::*;
    use crate::rules::tests::{counts, judge, tally, zeros};

    const NEWLY: CellId = CellId::new(Row::NormativeDocuments, Column::NewlyDisclosed);
    const TOTAL: CellId = CellId::new(Row::NormativeDocuments, Column::DisclosedTotal);

    #[test]
    fn a_part_of_the_total_passes() {
        let mut report = zeros(Edition::E2019);
        assert_eq!(tally(&judge(&RULE, &report)), [2, 0, 0, 0]);
        report.set(NEWLY, 3);
        report.set(TOTAL, 3);
        assert_eq!(tally(&judge(&RULE, &report)), [2, 0, 0, 0]);
        report.set(NEWLY, NotApplicable::Slash);
        report.set(TOTAL, Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &report)), [2, 0, 0, 0]);
    }

    #[test]
    fn more_than_the_total_fails() {
        let mut report = zeros(Edition::E2019);
        report.set(NEWLY, 3);
        report.set(TOTAL, 2);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert!(!outcome.accepted);
        let finding = &outcome.findings[0];
        assert_eq!((finding.cell, finding.observed), (Some(TOTAL), Some(Value::Count(2))));
        assert_eq!(finding.expected, Some(Expected::AtLeast(Value::Count(3))));
        assert_eq!(
            finding.message.zh,
            "“规范性文件·对外公开总数量”为2，而本年新公开数量为3，总数不应更小"
        );
    }

    #[test]
    fn what_is_blank_is_not_evaluated() {
        let mut report = zeros(Edition::E2019);
        report.set(NEWLY, 3);
        report.set(TOTAL, Cell::Blank);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [1, 0, 0, 1]);
        assert_eq!(outcome.unevaluated[0].missing, [TOTAL]);
    }

    #[test]
    fn only_the_edition_of_2019_has_these_columns() {
        assert_eq!(tally(&judge(&RULE, &counts(Edition::E2021))), [0, 0, 2, 0]);
        let mut mixed = counts(Edition::E2021);
        mixed.set_table(TableId::ActiveDisclosure, Some(TableEdition::Mixed));
        assert_eq!(tally(&judge(&RULE, &mixed)), [0, 0, 2, 0]);
        mixed.set(NEWLY, 3);
        mixed.set(TOTAL, 1);
        assert_eq!(tally(&judge(&RULE, &mixed)), [0, 1, 1, 0]);
    }
}
