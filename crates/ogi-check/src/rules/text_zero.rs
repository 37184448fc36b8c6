//! `text-zero`: what there is none of in words is 0 in the tables.

use ogi_model::Edition;

use super::HABIT;
use super::claim_verdict;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-zero",
    title: Words {
        zh: "有无之说与表格不一致",
        en: "None in words, some in the table, or the reverse",
    },
    statement: Words {
        zh: "文字称没有的，表格中应为0；文字称有的，表格中不应为0",
        en: "What sentences say there is none of is 0 in the tables, and the reverse",
    },
    message: Words {
        zh: "“{printed}”与表中数字不一致：{figures}",
        en: "“{printed}” contradicts the figures: {figures}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[Severity::Info],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each claim that there is none is a target, and each that there is some where the tables have none.
fn judge(run: &mut Run<'_>) {
    claim_verdict::each(run, |claim, verdict| {
        claim_verdict::states_figures(claim) && claim_verdict::is_about_none(claim, verdict)
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{ClaimValue, Row};

    use super::*;
    use crate::rules::claims::{claim, of, reading};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn none_of_something_that_there_is_fails() {
        let none = |row| claim(of([&[row]]), ClaimValue::None);
        let reading = reading(vec![none(Row::Reconsideration), none(Row::LitigationDirect)]);
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [1, 1, 0, 0]);
        assert_eq!(
            outcome.findings[0].message.en,
            "“共0件” contradicts the figures: “Administrative reconsideration / Total” is 4"
        );
    }

    #[test]
    fn some_where_there_is_none_fails() {
        let some = |row, n| claim(of([&[row]]), ClaimValue::Count(n));
        let reading = reading(vec![some(Row::LitigationDirect, 2), some(Row::Reconsideration, 2)]);
        assert_eq!(tally(&judge(&RULE, &reading)), [0, 1, 0, 0]);
    }
}
