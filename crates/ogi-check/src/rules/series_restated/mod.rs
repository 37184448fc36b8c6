//! `series-restated`: two reports of one year say the same.

mod sentences;

use ogi_model::{Edition, TableId};

use super::SENSE;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Expected, Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "series-restated",
    title: Words { zh: "同一年度的数字前后不一", en: "Figures of a year were changed" },
    statement: Words {
        zh: "同一年度的数字，各份报告一致；报告文字说到以前年度的数字，与那一年的报告一致",
        en: "Several reports of one year have the same figures, and sentences about an earlier year state those of its report",
    },
    message: Words {
        zh: "{what}，而{source}{expected}",
        en: "{what}, but {source} has {expected}",
    },
    basis: SENSE,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    judge_versions(run, years);
    sentences::judge(run, years);
}

/// Each figure that this report and the one of the same year before it have is a target.
fn judge_versions(run: &mut Run<'_>, years: &Years<'_>) {
    let Some(before) = run.report().year.and_then(|year| years.of(year)) else {
        return run.not_applicable(TableId::ALL.len());
    };
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| {
            let (Some(was), Some(is)) = (before[cell].value(), run.cell(cell).value()) else {
                return run.not_applicable(1);
            };
            if was == is {
                return run.pass();
            }
            let name = names::cell(run.report(), cell);
            run.fail(Failure {
                cell: Some(cell),
                cells: vec![cell],
                observed: Some(is),
                // Which of them is right nobody can say here, so it is no expectation.
                arguments: &[
                    (
                        "what",
                        Message {
                            zh: format!("“{}”为{is}", name.zh),
                            en: format!("“{}” is {is}", name.en),
                        },
                    ),
                    ("source", Message::from(VERSION_BEFORE)),
                    ("expected", Expected::Exactly(was).comes_to()),
                ],
                ..Failure::default()
            });
        });
    }
}

const VERSION_BEFORE: Words =
    Words { zh: "同一年度的前一份报告", en: "the report of the same year before it" };

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, Row};

    use super::*;
    use crate::check_series;
    use crate::rules::tests::{counts, only, tally, zeros};

    const TOTAL: CellId = CellId::new(Row::NewlyReceived, Column::Total);

    #[test]
    fn versions_that_differ_fail_in_the_later() {
        let mut first = counts(Edition::E2021);
        first.published = "2026-01-10".parse().ok();
        let mut second = counts(Edition::E2021);
        second.published = "2026-03-01".parse().ok();
        let cells = second.cells().count();
        // The order in which they are given is not that of publication.
        assert_eq!(tally(&check_series([&second, &first], &only(&RULE))[0]), [cells, 0, 0, 0]);
        second.set(TOTAL, 999);
        let outcomes = check_series([&second, &first], &only(&RULE));
        assert_eq!(tally(&outcomes[1]), [0, 0, 3, 0]);
        assert_eq!(tally(&outcomes[0]), [cells - 1, 1, 0, 0]);
        let was = first[TOTAL].value().unwrap();
        let message =
            format!("“一、本年新收政府信息公开申请数量·总计”为999，而同一年度的前一份报告为{was}");
        assert_eq!(outcomes[0].findings[0].message.zh, message);
        second.set(TOTAL, Cell::Blank);
        assert!(check_series([&first, &second], &only(&RULE))[1].findings.is_empty());
    }

    #[test]
    fn years_differ_as_they_please() {
        let outcomes = crate::rules::tests::judge_series(
            &RULE,
            &[counts(Edition::E2021), zeros(Edition::E2021)],
        );
        assert_eq!(tally(&outcomes[1]), [0, 0, 3, 0]);
    }
}
