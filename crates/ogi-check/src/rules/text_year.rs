//! `text-year`: sentences name the year that they state figures of.

use ogi_model::{Claim, ClaimSubject, ClaimValue, Edition, Hedge, Scope};

use super::HABIT;
use super::claim_verdict;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "text-year",
    title: Words { zh: "文字年份与报告年度不符", en: "Another year in a sentence" },
    statement: Words {
        zh: "叙述本年度数字的文字，所写年份应为报告年度",
        en: "A sentence that states figures of this year names this year",
    },
    message: Words {
        zh: "“{printed}”是本年度的数字，所写年份却是{stated}年，报告年度为{year}年",
        en: "“{printed}” is a figure of this year, but names {stated}; the report is of {year}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Each claim that names a year is a target. One of another year fails if it states this year's figures and no other
/// sentence states them.
fn judge(run: &mut Run<'_>) {
    let Some(year) = run.report().year else { return };
    let (claims, verdicts) = (run.claims(), run.verdicts());
    let sums = |claim: &Claim| match &claim.about {
        ClaimSubject::Figures { any_of, firm: true } => any_of.first().cloned(),
        _ => None,
    };
    let this_year: Vec<_> = claims
        .iter()
        .filter(|it| it.year.is_none_or(|stated| stated == year))
        .filter_map(sums)
        .collect();
    for (claim, verdict) in claims.iter().zip(verdicts.iter()) {
        let (Some(stated), Some(sum)) = (claim.year, sums(claim)) else { continue };
        let count = match claim.value {
            ClaimValue::Count(n) if n > 0 && claim.hedge == Hedge::Exact => Some(i128::from(n)),
            _ => None,
        };
        let is_figure = verdict.figures.iter().any(|it| it.is_some() && *it == count);
        if stated == year || claim.scope != Scope::Own || !is_figure || this_year.contains(&sum) {
            run.pass();
            continue;
        }
        run.fail(Failure {
            cells: claim.cells().collect(),
            place: Some(claim.place.clone()),
            arguments: &[
                ("printed", claim_verdict::quoted(claim)),
                ("stated", Message::same(stated)),
                ("year", Message::same(year)),
            ],
            ..Failure::default()
        });
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::Row;

    use super::*;
    use crate::rules::claims::{claim, of, reading};
    use crate::rules::tests::{judge, tally};

    fn stated(year: Option<u16>, count: i64) -> Claim {
        claim(of([&[Row::NewlyReceived]]), ClaimValue::Count(count)).with_year(year)
    }

    #[test]
    fn this_years_figure_with_another_year_fails() {
        let outcome = judge(&RULE, &reading(vec![stated(Some(2024), 12)]));
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        let message = "“共12件”是本年度的数字，所写年份却是2024年，报告年度为2025年";
        assert_eq!(outcome.findings[0].message.zh, message);
    }

    #[test]
    fn a_look_back_passes() {
        assert_eq!(tally(&judge(&RULE, &reading(vec![stated(Some(2024), 30)]))), [1, 0, 0, 0]);
        let both = vec![stated(Some(2024), 12), stated(Some(2025), 12)];
        assert_eq!(tally(&judge(&RULE, &reading(both))), [2, 0, 0, 0]);
        assert_eq!(tally(&judge(&RULE, &reading(vec![stated(None, 12)]))), [0, 0, 0, 0]);
    }
}
