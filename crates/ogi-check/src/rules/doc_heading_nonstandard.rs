//! `doc-heading-nonstandard`: the parts have the headings of the form.

use ogi_model::{Edition, NoteKind};

use super::FORM;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-heading-nonstandard",
    title: Words { zh: "标题与规定格式不符", en: "Nonstandard heading" },
    statement: Words {
        zh: "各部分的标题应与规定格式一致",
        en: "The parts have the headings of the form",
    },
    message: Words {
        zh: "标题“{printed}”与规定格式不符，规定格式为“{heading}”",
        en: "the heading “{printed}” is not the form's, which is “{heading}”",
    },
    basis: FORM,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The report is one target that passes; each heading that is not the form's fails.
fn judge(run: &mut Run<'_>) {
    if run.subject().reading().is_none() {
        return run.without_source(1);
    }
    let mut sound = true;
    for note in run.subject().notes() {
        let NoteKind::HeadingNonstandard { section, printed } = &note.kind else { continue };
        sound = false;
        let heading = names::section(run.report(), *section).zh;
        run.fail(Failure {
            place: Some(note.place.clone()),
            arguments: &[("printed", Message::same(printed)), ("heading", Message::same(heading))],
            ..Failure::default()
        });
    }
    if sound {
        run.pass();
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::Section;

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn note() -> NoteKind {
        let printed = "五、存在问题及整改措施".to_owned();
        NoteKind::HeadingNonstandard { section: Section::Problems, printed }
    }

    #[test]
    fn official_headings_pass_once() {
        assert_eq!(tally(&judge(&RULE, &reading(zeros(Edition::E2021), vec![]))), [1, 0, 0, 0]);
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [0, 0, 0, 1]);
    }

    #[test]
    fn a_heading_fails_with_that_of_its_year() {
        for (edition, heading) in [
            (Edition::E2021, "五、存在的主要问题及改进情况"),
            (Edition::E2019, "五、政府信息公开工作存在的主要问题及改进情况"),
        ] {
            let outcome = judge(&RULE, &reading(zeros(edition), vec![note()]));
            assert_eq!(tally(&outcome), [0, 1, 0, 0]);
            assert!(outcome.accepted && outcome.findings[0].place.is_some());
            assert_eq!(
                outcome.findings[0].message.zh,
                format!("标题“五、存在问题及整改措施”与规定格式不符，规定格式为“{heading}”")
            );
        }
    }
}
