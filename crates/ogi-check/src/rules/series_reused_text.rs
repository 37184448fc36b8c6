//! `series-reused-text`: narrative is written anew.

use ogi_model::{Edition, Field, Section};

use super::HABIT;
use crate::failure::Failure;
use crate::run::Run;
use crate::series::{Reuse, Years};
use crate::{Message, Rule, RuleKind, Severity, Words, names};

pub(super) static RULE: Rule = Rule {
    id: "series-reused-text",
    title: Words { zh: "文字沿用上年", en: "Narrative was reused" },
    statement: Words {
        zh: "文字部分不大段沿用以前年度的句子，数字不计（比例和字数由策略设定）",
        en: "Narrative is not mostly that of an earlier year, figures aside (what share, and of how long a part, is for the policy)",
    },
    message: Words {
        zh: "“{section}”有{percent}%的文字沿用{last}年的句子",
        en: "{percent}% of “{section}” are sentences of {last}",
    },
    basis: HABIT,
    editions: Edition::ALL,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Series(judge),
};

fn judge(run: &mut Run<'_>, years: &Years<'_>) {
    let report = run.report();
    let last = report.year.and_then(|year| years.of(years.last(year)?));
    for section in Section::ALL {
        let Some(field) = Field::of_section(*section) else { continue };
        let texts =
            last.and_then(|it| Some((report.narrative(*section)?, it.narrative(*section)?)));
        let thresholds = run.policy.thresholds;
        let reuse = texts.map(|(new, old)| Reuse::of(new, old));
        match reuse.filter(|it| it.characters >= thresholds.reused_text_characters as usize) {
            None => run.not_applicable(1),
            Some(it) if it.percent() < thresholds.reused_text_percent as usize => run.pass(),
            Some(it) => run.fail(Failure {
                place: it.first.and_then(|words| run.subject().words(field, words)),
                arguments: &[
                    ("section", names::section(report, *section)),
                    ("percent", Message::same(it.percent())),
                    ("last", Message::same(last.and_then(|it| it.year).unwrap_or_default())),
                ],
                ..Failure::default()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{judge_series, reading, tally, zeros};

    /// As many sentences as are asked for, each with words of its own.
    fn text(year: u16, sentences: core::ops::Range<u32>) -> String {
        let subjects: Vec<_> = ('\u{4e00}'..).take(40 * 20).collect();
        let sentence = |n: u32| {
            let at = n as usize * 20;
            let words: String = subjects[at..at + 20].iter().collect();
            format!("{year}年{words}{n}件。")
        };
        sentences.map(sentence).collect()
    }

    fn outcome(old: &str, new: &str) -> crate::Outcome {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].problems = Some(old.into());
        reports[1].problems = Some(new.into());
        judge_series(&RULE, &reports).remove(1)
    }

    #[test]
    fn sentences_of_last_year_are_found_whatever_their_figures() {
        let found = outcome(&text(2024, 0..10), &text(2025, 0..10));
        assert_eq!(tally(&found), [0, 1, 2, 0]);
        assert_eq!(
            found.findings[0].message.zh,
            "“五、存在的主要问题及改进情况”有100%的文字沿用2024年的句子"
        );
        assert_eq!(outcome(&text(2024, 0..10), &text(2025, 2..12)).findings.len(), 1);
        assert_eq!(tally(&outcome(&text(2024, 0..10), &text(2025, 3..13))), [1, 0, 2, 0]);
    }

    #[test]
    fn a_few_words_are_always_alike() {
        let short = "无其他需要报告的事项。";
        assert_eq!(tally(&outcome(short, short)), [0, 0, 3, 0]);
    }

    #[test]
    fn the_first_such_sentence_is_shown() {
        let mut reports = [zeros(Edition::E2021), zeros(Edition::E2021)];
        reports[0].year = Some(2024);
        reports.iter_mut().for_each(|it| it.problems = Some(text(2024, 0..12)));
        let [old, new] = reports.map(|it| reading(it, vec![]));
        let mut new = new;
        new.text = format!("五、\n{}", text(2024, 0..12)).into();
        let (start, end) = ("五、\n".len() as u32, new.text.len() as u32);
        new.sources.set_field(Field::Problems, ogi_model::Place::Text { start, end });
        let outcomes = crate::check_series([&old, &new], &crate::rules::tests::only(&RULE));
        let place = outcomes[1].findings[0].place.clone().unwrap();
        let first = text(2024, 0..1);
        assert_eq!(&new.text[place.span().unwrap()], first.trim_end_matches('。'));
    }
}
