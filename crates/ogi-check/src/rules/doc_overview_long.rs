//! `doc-overview-long`: the overview is short.

use ogi_model::{Edition, Field};

use super::notices::OVERVIEW;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-overview-long",
    title: Words { zh: "总体情况过长", en: "Overview too long" },
    statement: Words {
        zh: "总体情况的篇幅原则上不超过一千字",
        en: "The overview has in principle at most a thousand characters",
    },
    message: Words {
        zh: "总体情况有{count}字，原则上不超过{most}字",
        en: "the overview has {count} characters, in principle at most {most}",
    },
    basis: OVERVIEW,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The overview is the target, in the years of the notice.
fn judge(run: &mut Run<'_>) {
    let text = run.subject().narrative(Field::Overview);
    let is_due = run.report().year.is_some_and(|it| Edition::of_year(it).governs_narrative());
    if text.is_empty() || !is_due {
        return run.not_applicable(1);
    }
    let count = text.chars().filter(|it| !it.is_whitespace()).count();
    let most = run.policy.thresholds.overview_characters;
    if count <= most as usize {
        return run.pass();
    }
    run.fail(Failure {
        place: run.subject().field(Field::Overview).cloned(),
        arguments: &[("count", Message::same(count)), ("most", Message::same(most))],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, tally, zeros};

    #[test]
    fn a_thousand_characters_pass_and_blanks_do_not_count() {
        for (characters, blanks, tally_of) in
            [(1000, 0, [1, 0, 0, 0]), (1000, 50, [1, 0, 0, 0]), (1001, 0, [0, 1, 0, 0])]
        {
            let mut report = zeros(Edition::E2021);
            report.overview = Some("公".repeat(characters) + &" ".repeat(blanks));
            assert_eq!(tally(&judge(&RULE, &report)), tally_of);
            report.year = Some(2020);
            assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        }
    }
}
