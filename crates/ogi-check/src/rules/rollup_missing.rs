//! `rollup-missing`: every child has a report.

use ogi_model::Edition;

use super::ROLLUP;
use super::children::{self, Judged};
use crate::rollup::{Family, Former};
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "rollup-missing",
    title: Words { zh: "缺少下级报告", en: "Child without a report" },
    statement: Words {
        zh: "汇总时，每个下级单位都应有同一年度的报告",
        en: "In a roll-up every child has a report of the same year",
    },
    message: Words {
        zh: "缺少{child}{year}的报告",
        en: "there is no report of {child} for {year}",
    },
    basis: ROLLUP,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::RollUp(judge),
};

fn judge(run: &mut Run<'_>, family: &Family<'_>) {
    let year = match run.report().year {
        Some(year) => Message { zh: format!("{year}年"), en: year.to_string() },
        None => Message { zh: "同一年度".into(), en: "the same year".into() },
    };
    children::each(run, family, |member| match member.unreadable() {
        // That its report could not be read is another rule's.
        Some(_) => Judged::NotApplicable,
        None if member.is_missing() => Judged::Fail([("year", year.clone())]),
        None => Judged::Pass,
    });
    for Former { name, year: before } in family.former() {
        let year = Message {
            zh: format!("{}（有{before}年的；未撤并的，请补报）", year.zh),
            en: format!(
                "{} (there is one for {before}: unless the body was dissolved, ask for it)",
                year.en
            ),
        };
        children::fail(run, name, ("year", year));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Child;
    use crate::rules::tests::{judge_rollup, tally, zeros};

    #[test]
    fn a_child_without_a_report_of_the_year_is_missing() {
        let parent = zeros(Edition::E2021);
        for (year, of_this_year) in [(2025, 2), (2024, 1)] {
            let mut report = parent.clone();
            report.year = Some(year);
            let other = Child { name: "示例市司法局".into(), ..Child::from(&report) };
            // That it is wanted too makes nobody missing who is there.
            let wanted = ["示例市财政局", "示例市司法局"].map(Child::without_report);
            let children = [Child::from(&parent), other].into_iter().chain(wanted);
            let outcome = judge_rollup(&RULE, &parent, children);
            assert_eq!(tally(&outcome), [of_this_year, 3 - of_this_year, 0, 0]);
            let last = outcome.findings.last().unwrap();
            assert_eq!(last.message.zh, "缺少示例市财政局2025年的报告");
        }
    }

    /// Nobody says that it should have one: it may have been dissolved, and the sums do not wait for it.
    #[test]
    fn who_has_a_report_of_another_year_is_hinted_at() {
        let parent = zeros(Edition::E2021);
        let mut old = parent.clone();
        (old.year, old.agency) = (Some(2023), Some("示例市司法局".into()));
        let mut now = parent.clone();
        now.agency = Some("示例市财政局".into());
        let outcome = judge_rollup(&RULE, &parent, [&old, &now]);
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert_eq!(
            outcome.findings[0].message.zh,
            "缺少示例市司法局2025年（有2023年的；未撤并的，请补报）的报告"
        );
        let sums = Rule::find("rollup-sum").unwrap();
        assert_eq!(tally(&judge_rollup(sums, &parent, [&old, &now])), [198, 0, 2, 0]);
    }

    #[test]
    fn a_parent_without_a_year_has_any_report() {
        let mut parent = zeros(Edition::E2021);
        parent.year = None;
        let child = zeros(Edition::E2021);
        assert_eq!(tally(&judge_rollup(&RULE, &parent, [&child])), [1, 0, 0, 0]);
    }
}
