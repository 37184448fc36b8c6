//! `corpus-copied-text`: the narrative is not that of another body.

use ogi_model::{Edition, Field};

use super::notices::NOT_THE_SAME;
use crate::across::Resemblance;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "corpus-copied-text",
    title: Words { zh: "文字与其他单位雷同", en: "Words of another body" },
    statement: Words {
        zh: "总体情况、存在的主要问题及改进情况不与其他单位的报告雷同（规定格式的文字和通用表述除外；比例和字数由策略设定）",
        en: "Overview and problems are not those of another body, the words of the form and formulas aside (what share, and how long a stretch, is for the policy)",
    },
    message: Words {
        zh: "文字与“{agency}”{year}的报告雷同：约{percent}%的文字相同，最长连续{run}字",
        en: "about {percent} % of the words are those of “{agency}” {year}, {run} characters at a stretch",
    },
    basis: NOT_THE_SAME,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[Severity::Info],
    since: "0.1.0",
    judge: RuleKind::Across(judge),
};

fn judge(run: &mut Run<'_>, resemblance: &Resemblance) {
    let Some(same) = &resemblance.text else { return run.pass() };
    let thresholds = run.policy.thresholds;
    let is_much = same.percent >= thresholds.copied_text_percent;
    if !is_much && same.run < thresholds.copied_text_run {
        return run.pass();
    }
    let is_most = same.percent >= thresholds.copied_text_most_percent;
    let year = same.other.year.map(|it| it.to_string()).unwrap_or_default();
    run.fail(Failure {
        place: run.subject().field(Field::Overview).cloned(),
        severity: (!is_most).then_some(Severity::Info),
        arguments: &[
            ("agency", Message::same(&same.other.agency)),
            ("year", Message::new(format!("{year}年"), year)),
            ("percent", Message::same(same.percent)),
            ("run", Message::same(same.run)),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::Report;

    use super::*;
    use crate::rules::tests::{only, tally, zeros};
    use crate::{Across, Aliases, Outcome, check_across};

    /// So many characters, each of its own, in sentences of twenty.
    fn text(from: u32, count: usize) -> String {
        let chars: Vec<char> = (from..).filter_map(char::from_u32).take(count).collect();
        chars.chunks(20).map(|it| it.iter().collect::<String>() + "。").collect()
    }

    fn of(agency: &str, overview: String) -> Report {
        let mut report = zeros(Edition::E2021);
        report.agency = Some(agency.into());
        report.overview = Some(overview);
        report.problems = None;
        report
    }

    fn outcomes(reports: &[Report]) -> Vec<Outcome> {
        let mut across = Across::default();
        reports.iter().for_each(|it| across.add(it, &Aliases::default()));
        let found = across.compare();
        let check = |(n, it)| check_across(it, &found, n, &only(&RULE));
        reports.iter().enumerate().map(check).collect()
    }

    #[test]
    fn words_of_another_body_fail_by_how_many_they_are() {
        for (shared, tally_of, severity) in [
            (0, [1, 0, 0, 0], None),
            (30, [1, 0, 0, 0], None),
            (80, [0, 1, 0, 0], Some(Severity::Info)),
            (500, [0, 1, 0, 0], Some(Severity::Warning)),
        ] {
            let common = text(0x4e00, shared);
            let reports = [
                of("示例市民政局", common.clone() + &text(0x6000, 600 - shared)),
                of("示例市财政局", common + &text(0x7000, 600 - shared)),
            ];
            for outcome in outcomes(&reports) {
                assert_eq!(tally(&outcome), tally_of, "{shared}");
                assert_eq!(outcome.findings.first().map(|it| it.severity), severity);
            }
        }
    }

    #[test]
    fn the_same_body_may_repeat_itself() {
        let words = text(0x4e00, 600);
        let reports = [of("示例市民政局", words.clone()), of("示例市 民政局", words)];
        assert!(outcomes(&reports).iter().all(|it| it.findings.is_empty()));
    }
}
