//! `doc-period`: the period is 1 January to 31 December of one year.

use ogi_model::{Edition, Field, Period};

use super::ARTICLE_49;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-period",
    title: Words { zh: "报告期不是一个年度", en: "Period is no year" },
    statement: Words {
        zh: "报告期为同一年的1月1日至12月31日",
        en: "The period is 1 January to 31 December of one year",
    },
    message: Words {
        zh: "报告期为{start}至{end}，应为同一年的1月1日至12月31日",
        en: "the period is {start} to {end}, but should be 1 January to 31 December of one year",
    },
    basis: ARTICLE_49,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

fn judge(run: &mut Run<'_>) {
    let Some(period) = run.report().period else { return run.not_applicable(1) };
    if Period::of_year(period.start.year()) == Ok(period) {
        return run.pass();
    }
    run.fail(Failure {
        place: run.subject().field(Field::Period).cloned(),
        arguments: &[("start", Message::same(period.start)), ("end", Message::same(period.end))],
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::Place;

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn a_whole_year_passes() {
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2019))), [1, 0, 0, 0]);
    }

    #[test]
    fn any_other_period_fails_where_it_is_stated() {
        for (start, end) in [
            ("2025-01-01", "2025-12-30"),
            ("2025-01-11", "2025-12-31"),
            ("2024-01-01", "2025-12-31"),
        ] {
            let mut report = zeros(Edition::E2021);
            report.period =
                Some(Period { start: start.parse().unwrap(), end: end.parse().unwrap() });
            let mut reading = reading(report, vec![]);
            reading.sources.set_field(Field::Period, Place::Text { start: 3, end: 6 });
            let outcome = judge(&RULE, &reading);
            assert_eq!(tally(&outcome), [0, 1, 0, 0]);
            assert!(!outcome.accepted);
            assert_eq!(outcome.findings[0].place, Some(Place::Text { start: 3, end: 6 }));
            let message = &outcome.findings[0].message;
            assert_eq!(message.zh, format!("报告期为{start}至{end}，应为同一年的1月1日至12月31日"));
        }
    }

    #[test]
    fn no_period_is_not_judged() {
        let mut report = zeros(Edition::E2021);
        report.period = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
    }
}
