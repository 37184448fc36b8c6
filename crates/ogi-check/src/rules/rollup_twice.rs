//! `rollup-twice`: no child is counted twice.

use ogi_model::Edition;

use super::ROLLUP;
use super::children::{self, Judged};
use crate::rollup::Family;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "rollup-twice",
    title: Words { zh: "下级报告重复", en: "Child counted twice" },
    statement: Words {
        zh: "汇总时，每个下级单位同一年度的报告只计一份",
        en: "In a roll-up every child counts once, with one report of the year",
    },
    message: Words { zh: "{child}重复：{twice}", en: "{child} {twice}" },
    basis: ROLLUP,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::RollUp(judge),
};

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    children::each(run, family, |member| {
        if !member.is_there_twice() {
            return Judged::Pass;
        }
        let count = member.reports().len();
        let twice = Message {
            zh: format!("同一年度有{count}份报告，核对时只计一份"),
            en: format!("there are {count} reports of the year, and one is counted"),
        };
        Judged::Fail([("twice", twice)])
    });
    if family.has_parent() {
        let name = run.report().agency.clone().unwrap_or_default();
        children::fail(run, &name, ("twice", Message::from(OWN_REPORT)));
    }
}

const OWN_REPORT: Words = Words {
    zh: "汇总报告也在下级之中，核对时不计",
    en: "the parent is among its own children, and is not counted there",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Child;
    use crate::rules::tests::{counts, judge_rollup, tally, zeros};

    fn child<'a>(name: &str, report: &'a ogi_model::Report) -> Child<'a> {
        Child { name: name.into(), ..Child::from(report) }
    }

    #[test]
    fn the_same_name_is_the_same_child() {
        let (parent, one) = (zeros(Edition::E2021), counts(Edition::E2021));
        let twice = [child("甲局", &one), child("乙局", &one), child(" 甲局", &parent)];
        let outcome = judge_rollup(&RULE, &parent, twice);
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "甲局重复：同一年度有2份报告，核对时只计一份");
    }

    #[test]
    fn a_parent_is_no_child_of_its_own() {
        let (mut parent, mut one) = (counts(Edition::E2021), counts(Edition::E2021));
        parent.agency = Some("示例县人民政府".into());
        one.agency = Some("甲局".into());
        let outcome = judge_rollup(&RULE, &parent, [&parent, &one]);
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert_eq!(
            outcome.findings[0].message.zh,
            "示例县人民政府重复：汇总报告也在下级之中，核对时不计"
        );
        // Its own office has other figures; and where nobody else has any, the whole sum is its own.
        assert_eq!(
            tally(&judge_rollup(&RULE, &parent, [&one, &zeros(Edition::E2021)])),
            [2, 0, 0, 0]
        );
        let mut own = zeros(Edition::E2021);
        own.agency.clone_from(&parent.agency);
        assert_eq!(tally(&judge_rollup(&RULE, &parent, [&own, &one])), [2, 0, 0, 0]);
        let idle = zeros(Edition::E2021);
        assert_eq!(tally(&judge_rollup(&RULE, &parent, [&parent, &idle])), [2, 0, 0, 0]);
    }

    #[test]
    fn who_has_no_name_may_be_anybody() {
        let parent = zeros(Edition::E2021);
        let nameless = [child("", &parent), child("", &parent)];
        assert_eq!(tally(&judge_rollup(&RULE, &parent, nameless)), [2, 0, 0, 0]);
    }
}
