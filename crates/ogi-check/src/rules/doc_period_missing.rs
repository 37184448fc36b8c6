//! `doc-period-missing`: the report says which period its figures cover.

use ogi_model::{Edition, Field};

use super::ARTICLE_49;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Reason, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-period-missing",
    title: Words { zh: "缺少报告期", en: "Missing period" },
    statement: Words {
        zh: "报告写明所列数据的统计期限",
        en: "The report says which period its figures cover",
    },
    message: Words {
        zh: "没有写明所列数据的统计期限",
        en: "nothing says which period the figures cover",
    },
    basis: ARTICLE_49,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// What is left of the last day of a year where characters were lost.
const TRACES: [&str; 2] = ["12月31", "1231"];

fn judge(run: &mut Run<'_>) {
    let subject = run.subject();
    if run.report().period.is_some() {
        return run.pass();
    }
    if subject.reading().is_none() {
        return run.without_source(1);
    }
    // Reports lose characters of their dates: there is a period, but it is unreadable.
    let stated = [Field::Preamble, Field::Overview].into_iter().any(|field| {
        let text: String =
            subject.narrative(field).chars().filter(|it| !it.is_whitespace()).collect();
        TRACES.iter().any(|it| text.contains(it))
    });
    if stated {
        run.not_evaluated(None, Reason::TextUnclear);
        return;
    }
    let fields = [Field::Preamble, Field::Title, Field::Overview];
    run.fail(Failure {
        place: fields.into_iter().find_map(|it| subject.field(it)).cloned(),
        ..Failure::default()
    });
}

#[cfg(test)]
mod tests {
    use ogi_model::{Place, Reading};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn without_period(preamble: &str) -> Reading {
        let mut report = zeros(Edition::E2021);
        report.period = None;
        report.preamble = Some(preamble.into());
        let mut reading = reading(report, vec![]);
        reading.sources.set_field(Field::Preamble, Place::Text { start: 0, end: 3 });
        reading
    }

    #[test]
    fn any_period_passes() {
        let report = zeros(Edition::E2021);
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
        assert_eq!(tally(&judge(&RULE, &reading(report, vec![]))), [1, 0, 0, 0]);
    }

    #[test]
    fn no_period_fails_at_the_preamble() {
        let outcome = judge(&RULE, &without_period("本报告按条例编制。"));
        assert_eq!(tally(&outcome), [0, 1, 0, 0]);
        assert_eq!(outcome.findings[0].place, Some(Place::Text { start: 0, end: 3 }));
    }

    #[test]
    fn a_period_that_nobody_can_read_is_not_missing() {
        for preamble in ["统计期限为20231月1日至2023 12 月 31日。", "自2025111231日。"]
        {
            let outcome = judge(&RULE, &without_period(preamble));
            assert_eq!(tally(&outcome), [0, 0, 0, 1], "{preamble}");
            assert_eq!(outcome.unevaluated[0].reason, Reason::TextUnclear);
        }
    }

    #[test]
    fn a_bare_report_has_no_text_to_look_in() {
        let report = without_period("").report;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 0, 1]);
    }
}
