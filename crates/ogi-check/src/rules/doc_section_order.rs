//! `doc-section-order`: the parts come in the order of the form, under its numbers.

use ogi_model::{Edition, NoteKind};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-section-order",
    title: Words { zh: "各部分的编号和次序", en: "Numbers and order of the parts" },
    statement: Words {
        zh: "六个部分依规定格式编号，并依次排列",
        en: "The six parts have the numbers of the form and come in its order",
    },
    message: Words { zh: "“{section}”{problem}", en: "the part “{section}” {problem}" },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The report is one target that passes; each part that is out of place fails.
fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.without_source(1);
    }
    let mut sound = true;
    for note in run.subject().notes() {
        let (section, problem) = match &note.kind {
            NoteKind::SectionMisnumbered { section, printed } => (section, misnumbered(printed)),
            NoteKind::SectionOutOfOrder { section } => (section, out_of_order()),
            _ => continue,
        };
        sound = false;
        run.fail(Failure {
            place: Some(note.place.clone()),
            arguments: &[("section", names::section(run.report(), *section)), ("problem", problem)],
            ..Failure::default()
        });
    }
    if sound {
        run.pass();
    }
}

fn misnumbered(printed: &str) -> Message {
    Message {
        zh: format!("编号与规定格式不符，原文为“{printed}”"),
        en: format!("has another number than in the form; it prints “{printed}”"),
    }
}

fn out_of_order() -> Message {
    Message {
        zh: "排在了规定格式中位于其后的部分之后".to_owned(),
        en: "comes after one that it should precede".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::Section;

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    #[test]
    fn parts_in_order_pass_once() {
        let missing = NoteKind::SectionMissing { section: Section::Problems };
        let reading = reading(zeros(Edition::E2021), vec![missing]);
        assert_eq!(tally(&judge(&RULE, &reading)), [1, 0, 0, 0]);
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 0, 1]);
    }

    #[test]
    fn each_part_out_of_place_fails() {
        let printed = "七、其他需要报告的事项".to_owned();
        let notes = vec![
            NoteKind::SectionMisnumbered { section: Section::OtherMatters, printed },
            NoteKind::SectionOutOfOrder { section: Section::Overview },
        ];
        let outcome = judge(&RULE, &reading(zeros(Edition::E2021), notes));
        assert_eq!(tally(&outcome), [0, 2, 0, 0]);
        assert!(outcome.accepted && outcome.findings.iter().all(|it| it.place.is_some()));
        let messages: Vec<_> = outcome.findings.iter().map(|it| it.message.zh.as_str()).collect();
        assert_eq!(
            messages,
            [
                "“六、其他需要报告的事项”编号与规定格式不符，原文为“七、其他需要报告的事项”",
                "“一、总体情况”排在了规定格式中位于其后的部分之后",
            ]
        );
    }
}
