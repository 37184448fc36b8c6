//! `doc-label-nonstandard`: rows, columns and merged heads have the labels of the form.

use ogi_model::{Edition, NoteKind};

use super::FORM;
use crate::run::{Failure, Run};
use crate::{Message, Rule, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-label-nonstandard",
    title: Words { zh: "用语与表样不符", en: "Nonstandard label" },
    statement: Words {
        zh: "表头、行名和列名应与表样一致",
        en: "Heads, rows and columns have the labels of the form",
    },
    message: Words {
        zh: "“{printed}”与表样不符，表样为“{label}”",
        en: "“{printed}” is not the form's label of “{english}”, which is “{label}”",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Info,
    since: "0.1.0",
    judge,
};

/// The report is one target that passes; each label that is not the form's fails.
fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.not_applicable(1);
    }
    let mut sound = true;
    for note in run.subject().notes() {
        let NoteKind::LabelNonstandard { label, printed } = &note.kind else { continue };
        sound = false;
        let label = names::label(run.report(), *label);
        run.fail(Failure {
            place: Some(note.place.clone()),
            arguments: &[
                ("printed", Message::same(printed)),
                ("label", Message::same(&label.zh)),
                ("english", Message::same(&label.en)),
            ],
            ..Failure::default()
        });
    }
    if sound {
        run.pass();
    }
}
