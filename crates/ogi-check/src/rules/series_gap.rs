//! `series-gap`: no year is left out.

use ogi_model::{Edition, Field};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::Years;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "series-gap",
    title: Words { zh: "年度缺失", en: "A year is missing" },
    statement: Words {
        zh: "历年报告中间没有缺少的年度，否则无法核对结转等衔接关系",
        en: "No year is left out between reports, since nothing can be carried over to what is not there",
    },
    message: Words {
        zh: "{last}年之后、{year}年之前缺少{years}的报告",
        en: "between {last} and {year} there is no report of {years}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let Some((year, last)) = run.report().year.and_then(|it| Some((it, years.last(it)?))) else {
        return run.not_applicable(1);
    };
    if last + 1 == year {
        return run.pass();
    }
    let (first, to) = (last + 1, year - 1);
    let missing = if first == to {
        Message { zh: format!("{first}年"), en: first.to_string() }
    } else {
        Message { zh: format!("{first}年至{to}年"), en: format!("{first} to {to}") }
    };
    run.fail(Failure {
        place: run.subject().field(Field::Year).cloned(),
        arguments: &[
            ("last", Message::same(last)),
            ("year", Message::same(year)),
            ("years", missing),
        ],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_series;
    use crate::rules::tests::{only, tally, zeros};

    fn of(years: &[Option<u16>]) -> Vec<crate::Outcome> {
        let reports: Vec<_> = years
            .iter()
            .map(|year| {
                let mut report = zeros(Edition::E2021);
                report.year = *year;
                report
            })
            .collect();
        check_series(&reports, &only(&RULE))
    }

    #[test]
    fn years_in_a_row_pass_in_any_order() {
        let outcomes = of(&[Some(2023), Some(2021), Some(2022), Some(2023), None]);
        let tallies: Vec<_> = outcomes.iter().map(tally).collect();
        let (pass, first) = ([1, 0, 0, 0], [0, 0, 1, 0]);
        assert_eq!(tallies, [pass, first, pass, pass, first]);
    }

    #[test]
    fn a_gap_is_stated_by_the_year_after_it() {
        let outcomes = of(&[Some(2020), Some(2022), Some(2025)]);
        let message = |n: usize| outcomes[n].findings[0].message.zh.as_str();
        assert_eq!(message(1), "2020年之后、2022年之前缺少2021年的报告");
        assert_eq!(message(2), "2022年之后、2025年之前缺少2023年至2024年的报告");
    }
}
