//! `rollup-twice`: no child is counted twice.

use ogi_model::{Edition, Field};

use super::ROLLUP;
use crate::rollup::Family;
use crate::run::{Failure, Run};
use crate::{Judge, Message, Rule, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "rollup-twice",
    title: Words { zh: "下级报告重复", en: "Child counted twice" },
    statement: Words {
        zh: "汇总时，每个下级单位同一年度的报告只计一份",
        en: "In a roll-up every child counts once, with one report of the year",
    },
    message: Words {
        zh: "{child}有{count}份同一年度的报告，核对时只计一份",
        en: "there are {count} reports of {child} for the same year; only one is counted",
    },
    basis: ROLLUP,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge: Judge::RollUp(judge),
};

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    for member in family.members() {
        if member.is_there_twice() {
            let count = Message::same(member.reports().len());
            run.fail(Failure {
                place: run.subject().field(Field::Agency).cloned(),
                arguments: &[("child", Message::same(&member.name)), ("count", count)],
                ..Failure::default()
            });
        } else {
            run.pass();
        }
    }
}

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
        assert_eq!(outcome.findings[0].message.zh, "甲局有2份同一年度的报告，核对时只计一份");
    }

    #[test]
    fn who_has_no_name_may_be_anybody() {
        let parent = zeros(Edition::E2021);
        let nameless = [child("", &parent), child("", &parent)];
        assert_eq!(tally(&judge_rollup(&RULE, &parent, nameless)), [2, 0, 0, 0]);
    }
}
