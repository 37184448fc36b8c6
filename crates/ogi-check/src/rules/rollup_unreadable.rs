//! `rollup-unreadable`: the report of every child could be read.

use ogi_model::Edition;

use super::ROLLUP;
use super::children::{self, Judged};
use crate::rollup::Family;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "rollup-unreadable",
    title: Words { zh: "下级报告未能读取", en: "Report of a child that could not be read" },
    statement: Words {
        zh: "汇总时，每个下级单位的报告都应能读取",
        en: "In a roll-up the report of every child can be read",
    },
    message: Words {
        zh: "{child}未能读取，未计入：{why}",
        en: "{child} could not be read and is not counted: {why}",
    },
    basis: ROLLUP,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::RollUp(judge),
};

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    children::each(run, family, |member| match member.unreadable() {
        Some(why) => Judged::Fail([("why", why.clone())]),
        None => Judged::Pass,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge_rollup, tally, zeros};
    use crate::{Child, Message, Policy, Verdict, check_rollup};

    #[test]
    fn a_report_that_cannot_be_read_is_not_one_that_is_not_there() {
        let parent = zeros(Edition::E2021);
        let why = || Message::new("文件不完整或已损坏", "the file is damaged");
        let children = || [Child::from(&parent), Child::unreadable("水利局.docx", why())];
        let outcome = judge_rollup(&RULE, &parent, children());
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert_eq!(
            outcome.findings[0].message.zh,
            "水利局.docx未能读取，未计入：文件不完整或已损坏"
        );
        let outcome = check_rollup(&parent, children(), &Policy::default());
        assert!(outcome.findings.iter().all(|it| it.rule.id != "rollup-missing"));
        assert_eq!(outcome.verdict, Verdict::Incomplete);
    }
}
