//! `t2-rule-making`: only bodies with the power to make rules have any.

use ogi_model::{AgencyLevel, Cell, Edition, Row, TableId};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Reason, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "t2-rule-making",
    title: Words { zh: "表二规章制定权", en: "Table two: power to make rules" },
    statement: Words {
        zh: "没有规章制定权的单位（县级政府及其部门、乡镇、街道），“规章”一行填0或“/”",
        en: "A body without the power to make rules (a county, its departments, a town or a street) prints 0 or “/” for 规章",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而“{agency}”按名称（“{mark}”）属于{level}，没有规章制定权",
        en: "“{cell}” is {observed}, but “{agency}” is, by its name (“{mark}”), of {level} level and has no power to make rules",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each cell of 规章 is a target, where the name states for certain that the body makes none.
fn judge(run: &mut Run<'_>) {
    let agency = run.report().agency.as_deref().unwrap_or_default();
    let stated = AgencyLevel::of_name_with_word(agency);
    let mark = stated.map_or("", |it| it.1);
    let (zh, en) = match stated.map(|it| it.0) {
        Some(AgencyLevel::County) => ("县级", "county"),
        Some(AgencyLevel::Township) => ("乡级", "township"),
        // Cities may have the power or not; the offices of those that do print the rules of the city.
        Some(AgencyLevel::City | AgencyLevel::Province) | None => return run.not_applicable(1),
    };
    run.each_cell(TableId::ActiveDisclosure, |run, cell| {
        if cell.row() != Row::Rules {
            return;
        }
        match run.cell(cell) {
            Cell::NotApplicable(_) => run.pass(),
            Cell::Number { value, .. } if value.decimal().is_zero() || value.is_negative() => {
                run.pass();
            }
            Cell::Number { value, .. } => {
                let value = *value;
                run.fail(Failure {
                    cell: Some(cell),
                    cells: vec![cell],
                    observed: Some(value),
                    arguments: &[
                        ("cell", names::cell(run.report(), cell)),
                        ("observed", Message::same(value)),
                        ("agency", Message::same(agency)),
                        ("mark", Message::same(mark)),
                        ("level", Message { zh: zh.to_owned(), en: en.to_owned() }),
                    ],
                    ..Failure::default()
                });
            }
            Cell::Absent | Cell::Blank | Cell::Unreadable(_) => {
                run.not_evaluated(cell, Reason::Unknown).missing.push(cell);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{CellId, Column, NotApplicable, Report};

    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    const IN_FORCE: CellId = CellId::new(Row::Rules, Column::InForce);

    fn of(agency: &str) -> Report {
        let mut report = zeros(Edition::E2021);
        report.agency = Some(agency.into());
        report
    }

    #[test]
    fn bodies_without_the_power_pass_with_none() {
        for agency in ["示例县人民政府", "示例市花园区民政局", "示例县柳林镇人民政府"]
        {
            let mut report = of(agency);
            assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0], "{agency}");
            report.set(IN_FORCE, NotApplicable::Slash);
            assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0], "{agency}");
        }
    }

    #[test]
    fn rules_of_such_a_body_fail() {
        let mut report = of("示例区花园街道办事处");
        report.set(IN_FORCE, 2);
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        assert!(outcome.accepted);
        assert_eq!(outcome.findings[0].cell, Some(IN_FORCE));
        assert_eq!(
            outcome.findings[0].message.zh,
            "“规章·现行有效件数”为2，而“示例区花园街道办事处”按名称（“街道”）属于乡级，没有规章制定权"
        );
    }

    #[test]
    fn a_blank_is_not_evaluated() {
        let mut report = of("示例县民政局");
        report.set(IN_FORCE, Cell::Blank);
        assert_eq!(tally(&judge(&RULE, &report)), [2, 0, 0, 1]);
    }

    #[test]
    fn whose_power_is_not_known_is_not_judged() {
        for agency in
            ["示例市人民政府", "示例市人民政府办公室", "示例市民政局", "示例省人民政府", "示例大学"]
        {
            let mut report = of(agency);
            report.set(IN_FORCE, 22);
            assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0], "{agency}");
        }
        let mut report = of("");
        report.agency = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }
}
