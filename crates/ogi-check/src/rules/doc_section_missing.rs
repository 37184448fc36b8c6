//! `doc-section-missing`: the report has all six parts.

use ogi_model::{Edition, NoteKind, Section};

use super::ARTICLE_50;
use crate::run::{Failure, Run};
use crate::{Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-section-missing",
    title: Words { zh: "缺少部分", en: "Missing part" },
    statement: Words {
        zh: "年度报告应当包括表样规定的全部六个部分",
        en: "The report has all six parts of the form",
    },
    message: Words { zh: "缺少“{section}”部分", en: "the part “{section}” is missing" },
    basis: ARTICLE_50,
    editions: Edition::ALL,
    severity: Severity::Error,
    since: "0.1.0",
    judge,
};

fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.not_applicable(Section::ALL.len());
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
