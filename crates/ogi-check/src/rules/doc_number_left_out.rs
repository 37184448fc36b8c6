//! `doc-number-left-out`: a sentence that states how many has a number.

use ogi_model::{ClaimValue, Edition};

use super::HABIT;
use super::claim_verdict;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-number-left-out",
    title: Words { zh: "漏写数字", en: "A number left out" },
    statement: Words {
        zh: "叙述数量的文字应写明数字",
        en: "A sentence that states how many says how many",
    },
    message: Words { zh: "“{printed}”漏写了数字", en: "“{printed}” has no number" },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The sentences are one target that passes; each that has no number fails.
fn judge(run: &mut Run<'_>) {
    let mut left_out = run.claims().iter().filter(|it| it.value == ClaimValue::LeftOut).peekable();
    if left_out.peek().is_none() && !run.claims().is_empty() {
        run.pass();
    }
    for claim in left_out {
        run.fail(Failure {
            cells: claim.cells().collect(),
            place: Some(claim.place.clone()),
            arguments: &[("printed", claim_verdict::quoted(claim))],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::ClaimSubject;

    use super::*;
    use crate::rules::claims::{claim, reading};
    use crate::rules::tests::{judge, tally};

    #[test]
    fn a_unit_without_a_number_fails() {
        let stated = |value| claim(ClaimSubject::Other { rest: false }, value);
        assert_eq!(
            tally(&judge(&RULE, &reading(vec![stated(ClaimValue::Count(3))]))),
            [1, 0, 0, 0]
        );
        let outcome =
            judge(&RULE, &reading(vec![stated(ClaimValue::Count(3)), stated(ClaimValue::LeftOut)]));
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].message.zh, "“共件”漏写了数字");
    }
}
