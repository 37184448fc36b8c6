//! `rollup-sum`: a parent's figure is the sum of its children's.

use ogi_model::{CellId, Decimal, Edition, Row, TableId, Value};

use super::ROLLUP;
use super::equality::printed;
use crate::failure::Failure;
use crate::rollup::{ChildFigure, Compared, Family, Standing, value};
use crate::run::Run;
use crate::{Expected, Message, Reason, Rule, RuleKind, Severity, Words, names};

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
    severities: &[Severity::Info],
    since: "0.1.0",
    judge: RuleKind::RollUp(judge),
};

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    for table in TableId::ALL {
        run.each_cell(*table, |run, cell| {
            let compared = Compared::new(cell, run.report(), family, run.policy);
            judge_cell(run, family, &compared);
        });
    }
}

fn judge_cell(run: &mut Run<'_>, family: &Family<'_>, compared: &Compared) {
    let (cell, sum) = (compared.cell, compared.sum);
    match compared.standing {
        Standing::ForReference => run.not_applicable(1),
        Standing::Equal | Standing::EqualAsPrinted => run.pass(),
        Standing::EqualWhenCorrected | Standing::Different => {
            fail(run, family, compared, Expected::Exactly(sum));
        }
        Standing::Exceeded => fail(run, family, compared, Expected::AtLeast(sum)),
        Standing::Open => {
            run.not_evaluated(cell, Reason::UnknownInChildren);
        }
        Standing::NotPrinted => {
            let not_whole = run.cell(cell).value().is_some();
            let reason = if not_whole { Reason::NotWhole } else { Reason::Unknown };
            let is_known = compared.missing.is_empty() && !not_whole;
            let it = run.not_evaluated(cell, reason);
            it.missing.push(cell);
            it.implied.extend(is_known.then_some((cell, sum)));
        }
    }
}

#[cold]
fn fail(run: &mut Run<'_>, family: &Family<'_>, compared: &Compared, expected: Expected) {
    let cell = compared.cell;
    let printed_value = run.cell(cell).value();
    let observed = printed_value.map_or(Decimal::ZERO, Value::decimal);
    let residual = observed.checked_sub(compared.sum.decimal());
    let residual = residual.filter(|_| expected.exactly().is_some()).map(|it| value(cell, it));
    let mut whose = children(family, compared);
    if compared.is_corrected() {
        let (now, so) = (compared.corrected, same_when_corrected(compared.standing));
        whose.zh += &format!("；更正下级自身的错误后为{now}{}", so.zh);
        whose.en += &format!("; with their own errors corrected {now}{}", so.en);
    }
    let joint = may_be_joint_defendant(cell, compared, residual);
    if joint {
        whose.zh += "；行政复议机关作共同被告的案件只计原行为主体，可能因此较少";
        whose.en += "; a case with a joint defendant counts for the original body alone";
    }
    run.fail(Failure {
        cell: Some(cell),
        cells: vec![cell],
        observed: printed_value,
        expected: Some(expected),
        residual,
        place: None,
        severity: joint.then_some(Severity::Info),
        arguments: &[
            ("cell", names::cell(run.report(), cell)),
            ("observed", printed(run, cell)),
            ("expected", expected.comes_to()),
            ("children", whose),
        ],
    });
}

/// Where the organ that reconsidered is a joint defendant, the case counts for the original body alone (30号 and 60号,
/// part 1 (4), second paragraph), so that a parent may have fewer lawsuits than its children report.
fn may_be_joint_defendant(cell: CellId, compared: &Compared, residual: Option<Value>) -> bool {
    let rows = [Row::LitigationDirect, Row::LitigationAfterReconsideration];
    let is_less =
        compared.standing == Standing::Exceeded || residual.is_some_and(Value::is_negative);
    rows.contains(&cell.row()) && is_less && compared.standing != Standing::EqualWhenCorrected
}

const fn same_when_corrected(standing: Standing) -> Words {
    match standing {
        Standing::EqualWhenCorrected => Words { zh: "，相符", en: ", which is the same" },
        _ => Words { zh: "", en: "" },
    }
}

/// Every child's figure, zeros too: whose is missing or wrong is seen by whoever knows them. Where correcting children
/// explains the difference, those that are to be corrected.
fn children(family: &Family<'_>, compared: &Compared) -> Message {
    let is_explained = compared.standing == Standing::EqualWhenCorrected;
    let named = family.members().iter().zip(&compared.figures);
    let named = named.filter(|it| !is_explained || it.1.corrected.is_some());
    let (zh, en): (Vec<_>, Vec<_>) = named
        .map(|(it, figure)| {
            let Message { zh, en } = in_words(figure);
            (format!("{}{zh}", it.name), format!("{} {en}", it.name))
        })
        .unzip();
    if zh.is_empty() {
        return Message::new("没有下级报告", "there are no reports of children");
    }
    Message { zh: zh.join("，"), en: en.join(", ") }
}

/// What a child contributes, as printed, and what it should be if it is corrected.
fn in_words(figure: &ChildFigure) -> Message {
    let counted = figure.counted.map_or_else(|| "?".to_owned(), |it| it.to_string());
    match (figure.corrected, figure.determined()) {
        (Some(to), _) => Message::same(format_args!("{counted}→{to}")),
        (None, Some(_)) => Message {
            zh: format!("{counted}（未填，据勾稽关系推定）"),
            en: format!("{counted} (blank, implied by its sums)"),
        },
        (None, None) => Message::same(counted),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Cell, CellId, Column, NotApplicable, Report, Row};

    use super::*;
    use crate::rules::tests::{counts, judge_rollup, only, tally};
    use crate::{Child, Policy, aggregate, check_rollup};

    const TOTAL: CellId = CellId::new(Row::NewlyReceived, Column::Total);
    /// No sum of a child says what it should be.
    const LICENSING: CellId = CellId::new(Row::Licensing, Column::Decisions);
    const AMOUNT: CellId = CellId::new(Row::Fees, Column::Amount);

    fn family(edition: Edition) -> (Report, [Report; 2]) {
        let mut children = [counts(edition), counts(edition)];
        children[0].agency = Some("甲局".into());
        children[1].agency = Some("乙局".into());
        let mut parent = aggregate(&children).report;
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
        children[0].set(LICENSING, 12);
        children[1].set(LICENSING, 19);
        parent.set(LICENSING, 30);
        let outcome = judge_rollup(&RULE, &parent, &children);
        let finding = &outcome.findings[0];
        assert_eq!((outcome.findings.len(), finding.cell), (1, Some(LICENSING)));
        assert_eq!(finding.expected, Some(Expected::Exactly(Value::Count(31))));
        assert_eq!(finding.residual, Some(Value::Count(-1)));
        assert_eq!(
            finding.message.zh,
            "“行政许可·本年处理决定数量”为30，而各下级相加为31（甲局12，乙局19）"
        );
        children[0].set(LICENSING, NotApplicable::Slash);
        parent.set(LICENSING, 19);
        assert!(judge_rollup(&RULE, &parent, &children).findings.is_empty());
    }

    /// A child's own sums say that its figure is wrong: that is said beside the figure.
    #[test]
    fn corrections_of_children_are_stated() {
        let (mut parent, mut children) = family(Edition::E2021);
        let was = children[0][TOTAL].count().unwrap();
        children[0].set(TOTAL, was + 1000);
        let outcome = judge_rollup(&RULE, &parent, &children);
        let sum = 2 * was;
        let stated = format!("（甲局{}→{was}；更正下级自身的错误后为{sum}，相符）", was + 1000);
        assert!(
            outcome.findings[0].message.zh.ends_with(&stated),
            "{}",
            outcome.findings[0].message.zh
        );
        parent.set(TOTAL, sum + 1000);
        assert!(judge_rollup(&RULE, &parent, &children).findings.is_empty());
    }

    #[test]
    fn what_is_missing_makes_a_bound() {
        let (mut parent, mut children) = family(Edition::E2021);
        children[0].set(LICENSING, Cell::Blank);
        children[1].set(LICENSING, 19);
        for (count, fails) in [(18, 1), (19, 0), (20, 0)] {
            parent.set(LICENSING, count);
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

    /// A case against a body and the one that reconsidered counts once for the government above both.
    #[test]
    fn fewer_lawsuits_than_the_children_have_may_be_those_of_joint_defendants() {
        for row in [Row::LitigationDirect, Row::LitigationAfterReconsideration] {
            let cell = CellId::new(row, Column::Upheld);
            let (mut parent, children) = family(Edition::E2021);
            let sum = parent[cell].count().unwrap();
            for (count, severity) in [(sum - 1, Severity::Info), (sum + 1, Severity::Error)] {
                parent.set(cell, count);
                let outcome = judge_rollup(&RULE, &parent, &children);
                assert_eq!(outcome.findings.len(), 1, "{row}");
                assert_eq!(outcome.findings[0].severity, severity, "{row} {count}");
                let stated = outcome.findings[0].message.zh.contains("共同被告");
                assert_eq!(stated, severity == Severity::Info);
            }
        }
        // Reconsiderations have no joint defendants.
        let cell = CellId::new(Row::Reconsideration, Column::Upheld);
        let (mut parent, children) = family(Edition::E2021);
        parent.set(cell, parent[cell].count().unwrap() - 1);
        let outcome = judge_rollup(&RULE, &parent, &children);
        assert_eq!(outcome.findings[0].severity, Severity::Error);
        assert!(!outcome.findings[0].message.zh.contains("共同被告"));
    }

    #[test]
    fn money_has_the_tolerance_of_the_policy() {
        let (mut parent, mut children) = family(Edition::E2021);
        children[0].set(AMOUNT, Decimal::new(126, 2));
        children[1].set(AMOUNT, Decimal::new(1, 0));
        parent.set(AMOUNT, Decimal::new(231, 2));
        let policy = Policy { money_tolerance: Decimal::new(5, 2), ..only(&RULE) };
        assert_eq!(judge_rollup(&RULE, &parent, &children).findings.len(), 1);
        assert!(check_rollup(&parent, &children, &policy).findings.is_empty());
    }
}
