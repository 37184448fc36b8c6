//! `doc-problems-vague`: problems come with measures, and measures with problems.

use ogi_model::{Edition, Field};

use super::notices::PROBLEMS;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-problems-vague",
    title: Words { zh: "问题与改进不全", en: "Problems without measures, or the reverse" },
    statement: Words {
        zh: "“存在的主要问题及改进情况”既写问题，也写改进举措",
        en: "Part five states both problems and measures",
    },
    message: Words {
        zh: "“存在的主要问题及改进情况”{what}", en: "part five states {what}"
    },
    basis: PROBLEMS,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// What problems are stated with.
const PROBLEM: &[&str] = &[
    "问题",
    "不足",
    "不够",
    "有待",
    "欠缺",
    "薄弱",
    "不强",
    "不高",
    "不深",
    "不及时",
    "差距",
    "尚需",
    "短板",
    "缺乏",
    "单一",
    "不到位",
    "不全",
    "滞后",
    "不规范",
    "偏低",
    "偏少",
    "较少",
    "困难",
    "不均",
    "不熟",
    "不多",
    "弱项",
];

/// What measures are stated with.
const MEASURE: &[&str] = &[
    "下一步",
    "改进",
    "加强",
    "进一步",
    "提升",
    "完善",
    "强化",
    "健全",
    "优化",
    "加大",
    "举措",
    "措施",
    "整改",
    "拓展",
    "拓宽",
    "推进",
    "规范",
    "丰富",
    "细化",
    "将",
    "建立",
    "开展",
];

const NO_PROBLEM: Words =
    Words { zh: "只写改进举措，没有写问题", en: "measures and no problem" };
const NO_MEASURE: Words =
    Words { zh: "只写问题，没有写改进举措", en: "problems and no measure" };

/// Part five is the target.
fn judge(run: &mut Run<'_>) {
    let text = run.subject().narrative(Field::Problems);
    let has = |words: &[&str]| words.iter().any(|it| text.contains(it));
    let what = match (has(PROBLEM), has(MEASURE)) {
        (true, true) => return run.pass(),
        // Nothing of either is for the rule on empty parts.
        (false, false) => return run.not_applicable(1),
        (true, false) => NO_MEASURE,
        (false, true) => NO_PROBLEM,
    };
    run.fail(Failure {
        place: run.subject().field(Field::Problems).cloned(),
        arguments: &[("what", what.into())],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    #[test]
    fn both_are_stated() {
        for (text, tally_of) in [
            ("公开的深度不足，下一步加强培训。", [1, 0, 0, 0]),
            ("公开内容不够全面，更新不及时。", [0, 1, 0, 0]),
            ("加强学习，健全制度。", [0, 1, 0, 0]),
            ("无。", [0, 0, 1, 0]),
        ] {
            let mut report = zeros(Edition::E2021);
            report.problems = Some(text.into());
            assert_eq!(tally(&judge(&RULE, &report)), tally_of, "{text}");
        }
    }
}
