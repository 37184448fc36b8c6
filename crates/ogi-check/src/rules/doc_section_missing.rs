//! `doc-section-missing`: the report has all six parts.

use ogi_model::{Edition, NoteKind, Section};

use super::ARTICLE_50;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Basis, BasisKind, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-section-missing",
    title: Words { zh: "缺少部分", en: "Missing part" },
    statement: Words {
        zh: "年度报告应当包括规定格式规定的全部六个部分",
        en: "The report has all six parts of the form",
    },
    message: Words { zh: "缺少“{section}”部分", en: "the part “{section}” is missing" },
    basis: Basis { kind: BasisKind::Form, ..ARTICLE_50 },
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.without_source(Section::ALL.len());
    }
    for section in Section::ALL {
        let missing = NoteKind::SectionMissing { section: *section };
        match run.subject().notes().iter().find(|note| note.kind == missing) {
            None => run.pass(),
            Some(note) => run.fail(Failure {
                place: Some(note.place.clone()),
                arguments: &[("section", names::section(run.report(), *section))],
                ..Failure::default()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn a_reading_with_all_parts_passes() {
        for edition in Edition::ALL {
            assert_eq!(tally(&judge(&RULE, &reading(zeros(*edition), vec![]))), [6, 0, 0, 0]);
        }
    }

    #[test]
    fn a_missing_part_fails_where_it_should_be() {
        let note = NoteKind::SectionMissing { section: Section::Problems };
        let mut reading = reading(zeros(Edition::E2021), vec![note]);
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [5, 1, 0, 0]);
        assert!(outcome.findings[0].place.is_some());
        assert_eq!(outcome.findings[0].message.zh, "缺少“五、存在的主要问题及改进情况”部分");
        // The heading is that of the year.
        reading.report.year = Some(2020);
        assert_eq!(
            judge(&RULE, &reading).findings[0].message.zh,
            "缺少“五、政府信息公开工作存在的主要问题及改进情况”部分"
        );
    }

    #[test]
    fn a_bare_report_has_no_parts_to_look_for() {
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 0, 6]);
    }
}
