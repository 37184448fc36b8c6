//! `rollup-sum`: a parent's figure is the sum of its children's.

use ogi_model::{Cell, CellId, Decimal, Edition, TableId, Unit, Value};

use super::ROLLUP;
use super::equality::printed;
use crate::rollup::{Family, Total, figure};
use crate::run::{Failure, Run};
use crate::{Expected, Judge, Message, Reason, Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "rollup-sum",
    title: Words { zh: "汇总数与下级之和", en: "Parent and the sum of its children" },
    statement: Words {
        zh: "汇总报告的数字等于各下级单位报告之和；现行有效件数等存量不在此列",
        en: "A parent's figure is the sum of its children's; what there is in all, such as documents in force, does not add up",
    },
    message: Words {
        zh: "“{cell}”为{observed}，而各下级相加{expected}（{children}）",
        en: "“{cell}” is {observed}, but its children come to {expected} ({children})",
    },
    basis: ROLLUP,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: Judge::RollUp(judge),
};

/// How many children a message names.
const NAMED: usize = 5;

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| judge_cell(run, family, cell));
    }
}

fn judge_cell(run: &mut Run<'_>, family: &Family<'_>, cell: CellId) {
    if !cell.is_additive() {
        return run.not_applicable(1);
    }
    let total = Total::of(cell, family, |it| run.as_read(it));
    let whole = total.missing.is_empty();
    let observed = match run.cell(cell) {
        Cell::NotApplicable(_) => Some(Decimal::ZERO),
        it => figure(cell, it),
    };
    let Some(observed) = observed else {
        let not_whole = run.cell(cell).value().is_some();
        let reason = if not_whole { Reason::NotWhole } else { Reason::Unknown };
        let it = run.not_evaluated(cell, reason);
        it.missing.push(cell);
        it.implied.extend((whole && !not_whole).then(|| (cell, total.value(cell))));
        return;
    };
    let is_same = match cell.unit() {
        Unit::Money => run.policy.is_same_money(observed, total.known),
        Unit::Count | Unit::Change => observed == total.known,
    };
    match (whole, is_same) {
        (true, true) => run.pass(),
        (true, false) => fail(run, family, &total, cell, Expected::Exactly(total.value(cell))),
        (false, false) if observed < total.known => {
            fail(run, family, &total, cell, Expected::AtLeast(total.value(cell)));
        }
        (false, _) => {
            run.not_evaluated(cell, Reason::UnknownInChildren);
        }
    }
}

#[cold]
fn fail(run: &mut Run<'_>, family: &Family<'_>, total: &Total, cell: CellId, expected: Expected) {
    let printed_value = run.cell(cell).value();
    let observed = printed_value.map_or(Decimal::ZERO, Value::decimal);
    let residual = observed.checked_sub(total.known).filter(|_| expected.exactly().is_some());
    let residual = residual.map(|known| Total { known, ..Total::default() }.value(cell));
    run.fail(Failure {
        cell: Some(cell),
        cells: vec![cell],
        observed: printed_value,
        expected: Some(expected),
        residual,
        place: None,
        arguments: &[
            ("cell", names::cell(run.report(), cell)),
            ("observed", printed(run, cell)),
            ("expected", expected.comes_to()),
            ("children", children(run, family, cell)),
        ],
    });
}

/// Whose figures they are, the first few of those that are not 0.
fn children(run: &Run<'_>, family: &Family<'_>, cell: CellId) -> Message {
    let with: Vec<_> = family
        .members()
        .iter()
        .filter_map(|it| match run.as_read(it.cell(cell)) {
            Cell::Number { value, .. } if value.decimal().is_zero() => None,
            Cell::Number { value, .. } => Some((it.name.as_str(), value.to_string())),
            Cell::NotApplicable(_) => None,
            Cell::Absent | Cell::Blank | Cell::Unreadable(_) => Some((&it.name, "?".to_owned())),
        })
        .collect();
    let named: Vec<_> = with.iter().take(NAMED).collect();
    let zh: Vec<_> = named.iter().map(|(name, figure)| format!("{name}{figure}")).collect();
    let en: Vec<_> = named.iter().map(|(name, figure)| format!("{name} {figure}")).collect();
    let mut words = Message { zh: zh.join("，"), en: en.join(", ") };
    match with.len().saturating_sub(NAMED) {
        0 if with.is_empty() => words = Message { zh: "均为0".into(), en: "all 0".into() },
        0 => {}
        others => {
            words.zh += &format!("，另有{others}个下级");
            words.en += &format!(", and {others} more");
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, NotApplicable, Report, Row};

    use super::*;
    use crate::rules::tests::{counts, judge_rollup, only, tally};
    use crate::{Child, Policy, check_rollup, sum};

    const TOTAL: CellId = CellId::new(Row::NewlyReceived, Column::Total);
    const AMOUNT: CellId = CellId::new(Row::Fees, Column::Amount);

    fn family(edition: Edition) -> (Report, [Report; 2]) {
        let mut children = [counts(edition), counts(edition)];
        children[0].agency = Some("甲局".into());
        children[1].agency = Some("乙局".into());
        let mut parent = sum(&children).report;
        let stocks: Vec<_> = CellId::all().filter(|it| parent[*it].is_blank()).collect();
        stocks.iter().for_each(|cell| parent.set(*cell, 1));
        (parent, children)
    }

    #[test]
    fn the_sum_passes_and_stocks_do_not_add_up() {
        for (edition, cells, stocks) in [(Edition::E2021, 198, 2), (Edition::E2019, 186, 12)] {
            let (parent, children) = family(edition);
            let outcome = judge_rollup(&RULE, &parent, &children);
            assert_eq!(tally(&outcome), [cells, 0, stocks, 0]);
        }
    }

    #[test]
    fn another_figure_fails_and_the_children_are_named() {
        let (mut parent, mut children) = family(Edition::E2021);
        children[0].set(TOTAL, 12);
        children[1].set(TOTAL, 19);
        parent.set(TOTAL, 30);
        let outcome = judge_rollup(&RULE, &parent, &children);
        let finding = &outcome.findings[0];
        assert_eq!((outcome.findings.len(), finding.cell), (1, Some(TOTAL)));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(31))));
        assert_eq!(finding.residual, Some(Value::Count(-1)));
        assert_eq!(
            finding.message.zh,
            "“一、本年新收政府信息公开申请数量·总计”为30，而各下级相加为31（甲局12，乙局19）"
        );
        children[0].set(TOTAL, NotApplicable::Slash);
        parent.set(TOTAL, 19);
        assert!(judge_rollup(&RULE, &parent, &children).findings.is_empty());
    }

    #[test]
    fn what_is_missing_makes_a_bound() {
        let (mut parent, mut children) = family(Edition::E2021);
        children[0].set(TOTAL, Cell::Blank);
        children[1].set(TOTAL, 19);
        for (count, fails) in [(18, 1), (19, 0), (20, 0)] {
            parent.set(TOTAL, count);
            let outcome = judge_rollup(&RULE, &parent, &children);
            assert_eq!(tally(&outcome), [197, fails, 2, 1 - fails]);
            let bound = outcome.findings.first().map(|it| it.expected);
            assert!(bound.is_none_or(|it| it == Some(Expected::AtLeast(Value::Count(19)))));
        }
        let none = Child::without_report("丙局");
        let all = children.iter().map(Child::from).chain([none]);
        assert_eq!(tally(&judge_rollup(&RULE, &parent, all)), [0, 0, 2, 198]);
    }

    #[test]
    fn what_the_parent_does_not_print_is_implied() {
        let (mut parent, children) = family(Edition::E2021);
        let was = parent[TOTAL].value().unwrap();
        parent.set(TOTAL, Cell::Blank);
        let outcome = judge_rollup(&RULE, &parent, &children);
        assert_eq!(outcome.unevaluated[0].implied, [(TOTAL, was)]);
    }

    #[test]
    fn money_has_the_tolerance_of_the_policy() {
        let (mut parent, mut children) = family(Edition::E2021);
        children[0].set(AMOUNT, Decimal::new(126, 2));
        children[1].set(AMOUNT, Decimal::new(1, 0));
        parent.set(AMOUNT, Decimal::new(23, 1));
        let policy = Policy { money_tolerance: Decimal::new(5, 2), ..only(&RULE) };
        assert_eq!(judge_rollup(&RULE, &parent, &children).findings.len(), 1);
        assert!(check_rollup(&parent, &children, &policy).findings.is_empty());
    }
}
