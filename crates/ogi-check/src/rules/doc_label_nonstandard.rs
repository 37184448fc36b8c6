//! `doc-label-nonstandard`: rows, columns and merged heads have the labels of the form.

use ogi_model::{Edition, NoteKind};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-label-nonstandard",
    title: Words { zh: "用语与规定格式不符", en: "Nonstandard label" },
    statement: Words {
        zh: "表头、行名和列名应与规定格式一致",
        en: "Heads, rows and columns have the labels of the form",
    },
    message: Words {
        zh: "“{printed}”与规定格式不符，规定格式为“{label}”",
        en: "“{printed}” is not the form's label of “{english}”, which is “{label}”",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The report is one target that passes; each label that is not the form's fails.
fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.without_source(1);
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

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Group, Label, Row};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn note(label: Label, printed: &str) -> NoteKind {
        NoteKind::LabelNonstandard { label, printed: printed.into() }
    }

    #[test]
    fn a_reading_without_such_a_note_passes_once() {
        let other = NoteKind::EditionsMixed { table: ogi_model::TableId::ActiveDisclosure };
        assert_eq!(
            tally(&judge(&RULE, &reading(zeros(Edition::E2021), vec![other]))),
            [1, 0, 0, 0]
        );
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 0, 1]);
    }

    #[test]
    fn each_label_fails() {
        let notes = vec![
            note(Label::Row(Row::DeniedInternalAffairs), "5.属于三类内容事务信息"),
            note(Label::Group(Group::OtherProcessing), "（六）其他"),
        ];
        let outcome = judge(&RULE, &reading(zeros(Edition::E2021), notes));
        assert_eq!(tally(&outcome), [0, 2, 0, 0]);
        assert!(outcome.accepted && outcome.findings.iter().all(|it| it.place.is_some()));
        let messages: Vec<_> = outcome.findings.iter().map(|it| it.message.zh.as_str()).collect();
        assert_eq!(
            messages,
            [
                "“5.属于三类内容事务信息”与规定格式不符，规定格式为“5.属于三类内部事务信息”",
                "“（六）其他”与规定格式不符，规定格式为“（六）其他处理”",
            ]
        );
    }

    #[test]
    fn the_label_is_that_of_the_edition() {
        let notes = || {
            let amount = note(Label::Column(Column::Amount), "金额");
            vec![note(Label::Row(Row::NormativeDocuments), "规范文件"), amount]
        };
        let labels = |edition| {
            let outcome = judge(&RULE, &reading(zeros(edition), notes()));
            outcome.findings.into_iter().map(|it| it.message.zh).collect::<Vec<_>>().concat()
        };
        let (new, old) = (labels(Edition::E2021), labels(Edition::E2019));
        assert!(new.contains("“行政规范性文件”") && new.contains("“本年收费金额（单位：万元）”"));
        assert!(old.contains("“规范性文件”") && old.contains("“采购总金额”"));
    }
}
