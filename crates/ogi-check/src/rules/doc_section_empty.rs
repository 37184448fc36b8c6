//! `doc-section-empty`: the narrative parts say something.

use ogi_model::{Edition, Field, NoteKind, Section};

use super::ARTICLE_50;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "doc-section-empty",
    title: Words { zh: "部分没有内容", en: "Empty part" },
    statement: Words {
        zh: "总体情况、存在的主要问题及改进情况有文字说明；其他需要报告的事项不空着",
        en: "Overview and main problems are stated in words, and part six is not empty",
    },
    message: Words {
        zh: "“{section}”部分{printed}", en: "the part “{section}” {printed}"
    },
    basis: ARTICLE_50,
    editions: Edition::ALL,
    severity: Severity::Warning,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Words for nothing. That there are no other matters to report is an answer, that there is nothing to report of a
/// year, or no problem, is none.
const NOTHING: [&str; 7] = ["无", "暂无", "没有", "略", "不涉及", "无内容", "无此项"];

/// Each narrative part is a target; one that is not there is none.
fn judge(run: &mut Run<'_>) {
    for (section, field) in
        Section::ALL.iter().filter_map(|it| Some((*it, Field::of_section(*it)?)))
    {
        let subject = run.subject();
        let missing = NoteKind::SectionMissing { section };
        if subject.notes().iter().any(|it| it.kind == missing) {
            run.not_applicable(1);
            continue;
        }
        let text = subject.narrative(field);
        // A bare report has the text, but not the heading that it is lacking under.
        if subject.reading().is_none() && text.is_empty() {
            run.without_source(1);
            continue;
        }
        if says_something(section, text) {
            run.pass();
            continue;
        }
        let printed = if text.is_empty() {
            Message { zh: "没有内容".to_owned(), en: "is empty".to_owned() }
        } else {
            Message { zh: format!("只有“{text}”"), en: format!("only says “{text}”") }
        };
        run.fail(Failure {
            place: subject.field(field).cloned(),
            arguments: &[("section", names::section(run.report(), section)), ("printed", printed)],
            ..Failure::default()
        });
    }
}

/// The longest text, in bytes, that may say nothing.
const LONGEST: usize = 96;

/// Whether a part says more than that there is nothing, or what the form says it is to state.
pub(super) fn says_something(section: Section, text: &str) -> bool {
    if text.len() > LONGEST {
        return true;
    }
    let is_letter = |it: &char| it.is_alphanumeric();
    let letters: String = text.chars().filter(is_letter).collect();
    let is_instruction =
        section.instruction().is_some_and(|it| it.chars().filter(is_letter).eq(letters.chars()));
    match section {
        // A dash is as good as 无.
        Section::OtherMatters => !text.is_empty() && !is_instruction,
        _ => !letters.is_empty() && !is_instruction && !NOTHING.contains(&letters.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Place, Reading};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn with(section: Section, text: &str) -> Reading {
        let mut report = zeros(Edition::E2021);
        let text = Some(text.to_owned()).filter(|it| !it.is_empty());
        match section {
            Section::Overview => report.overview = text,
            Section::Problems => report.problems = text,
            _ => report.other_matters = text,
        }
        let mut reading = reading(report, vec![]);
        reading
            .sources
            .set_field(Field::of_section(section).unwrap(), Place::Text { start: 3, end: 6 });
        reading
    }

    #[test]
    fn parts_that_say_something_pass() {
        assert_eq!(tally(&judge(&RULE, &with(Section::Overview, "无申请。"))), [3, 0, 0, 0]);
        for text in ["无。", "无", "/", "——", "没有其他需要报告的事项。"] {
            let reading = with(Section::OtherMatters, text);
            assert_eq!(tally(&judge(&RULE, &reading)), [3, 0, 0, 0], "{text}");
        }
    }

    #[test]
    fn a_part_without_text_fails_at_its_heading() {
        for section in [Section::Overview, Section::Problems, Section::OtherMatters] {
            let outcome = judge(&RULE, &with(section, ""));
            assert_eq!(tally(&outcome), [2, 1, 0, 0]);
            assert!(outcome.accepted);
            assert_eq!(outcome.findings[0].place, Some(Place::Text { start: 3, end: 6 }));
            assert!(outcome.findings[0].message.zh.ends_with("”部分没有内容"));
        }
    }

    #[test]
    fn nothing_is_no_answer_to_what_the_year_was_like() {
        for section in [Section::Overview, Section::Problems] {
            for text in ["无。", "暂无", "/", "（略）", "（文字描述）", "(文字描述)"]
            {
                assert_eq!(tally(&judge(&RULE, &with(section, text))), [2, 1, 0, 0], "{text}");
            }
        }
        let outcome = judge(&RULE, &with(Section::Problems, "无。"));
        assert_eq!(outcome.findings[0].message.zh, "“五、存在的主要问题及改进情况”部分只有“无。”");
    }

    /// What the form prints is still there.
    #[test]
    fn a_part_that_was_not_filled_in_fails() {
        let instruction = Section::OtherMatters.instruction().unwrap();
        let reading = with(Section::OtherMatters, instruction);
        assert_eq!(tally(&judge(&RULE, &reading)), [2, 1, 0, 0]);
    }

    #[test]
    fn a_part_that_is_not_there_is_left_to_its_own_rule() {
        let note = NoteKind::SectionMissing { section: Section::Problems };
        let mut report = zeros(Edition::E2021);
        report.problems = None;
        assert_eq!(tally(&judge(&RULE, &report)), [2, 0, 0, 1]);
        assert_eq!(tally(&judge(&RULE, &reading(report, vec![note]))), [2, 0, 1, 0]);
    }
}
