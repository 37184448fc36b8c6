//! `doc-basis-superseded`: the report is made by the notice in force.

use ogi_model::{Edition, Field};

use super::notices::FORM_REVISED;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-basis-superseded",
    title: Words { zh: "依据的文件已被取代", en: "Superseded notice" },
    statement: Words {
        zh: "2021年度起的报告以国办公开办函〔2021〕30号为依据，不再以国办公开办函〔2019〕60号为依据",
        en: "Reports from 2021 on are made by 国办公开办函〔2021〕30号, no longer by 国办公开办函〔2019〕60号",
    },
    message: Words {
        zh: "{year}年度报告以“{printed}”为依据，该文所附格式已由{due}所附格式取代",
        en: "the report of {year} is made by “{printed}”, whose form was replaced by that of {due}",
    },
    basis: FORM_REVISED,
    editions: Edition::LATER,
    severity: Severity::Info,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// The parts that state what a report is made by.
const FIELDS: [Field; 2] = [Field::Preamble, Field::Overview];

/// The report is the target, if its year has another notice than the one before.
fn judge(run: &mut Run<'_>) {
    let subject = run.subject();
    let due = run.report().year.map(|it| (it, Edition::of_year(it)));
    let Some((year, due)) = due.filter(|(_, due)| !due.replaced().is_empty()) else {
        return run.not_applicable(1);
    };
    let cites = |notice| {
        FIELDS.into_iter().find_map(|it| Some((it, cited(subject.narrative(it), notice)?)))
    };
    match due.replaced().iter().find_map(|it| cites(it.notice())) {
        // Who cites both knows the new form.
        Some((field, printed)) if cites(due.notice()).is_none() => run.fail(Failure {
            place: subject.words(field, printed),
            arguments: &[
                ("year", Message::same(year)),
                ("printed", Message::same(printed)),
                ("due", Message::same(due.notice())),
            ],
            ..Failure::default()
        }),
        _ => run.pass(),
    }
}

/// A notice as a text cites it: with any brackets, and blanks between.
fn cited<'t>(text: &'t str, notice: &str) -> Option<&'t str> {
    let issuer = notice.split('〔').next()?;
    text.match_indices(issuer).find_map(|(at, _)| {
        let mut rest = text[at..].char_indices().filter(|it| !it.1.is_whitespace());
        let mut end = at;
        for expected in notice.chars() {
            let (offset, printed) = rest.next()?;
            if bracket(printed) != bracket(expected) {
                return None;
            }
            end = at + offset + printed.len_utf8();
        }
        Some(&text[at..end])
    })
}

/// All opening brackets as one, and all closing ones.
const fn bracket(it: char) -> char {
    match it {
        '(' | '（' | '[' | '［' | '【' | '〔' | '〈' | '﹝' => '〔',
        ')' | '）' | ']' | '］' | '】' | '〕' | '〉' | '﹞' => '〕',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Place, Report};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn by(notice: &str) -> Report {
        let mut report = zeros(Edition::E2021);
        report.preamble = Some(format!("根据《条例》和《通知》（{notice}）要求编制。"));
        report
    }

    #[test]
    fn the_notice_in_force_passes_and_so_does_none() {
        for notice in ["国办公开办函〔2021〕30号", "国办公开办函〔2021〕61号", "某办函〔2019〕60号"]
        {
            assert_eq!(tally(&judge(&RULE, &by(notice))), [1, 0, 0, 0], "{notice}");
        }
        assert_eq!(tally(&judge(&RULE, &zeros(Edition::E2021))), [1, 0, 0, 0]);
    }

    #[test]
    fn the_notice_of_2019_fails_however_it_is_written() {
        for notice in [
            "国办公开办函〔2019〕60号",
            "国办公开办函[2019]60号",
            "国办公开办函（2019）60 号",
            "国办公开办函【2019】 60号",
        ] {
            let mut reading = reading(by(notice), vec![]);
            reading.text = reading.report.preamble.clone().unwrap().into();
            let end = reading.text.len() as u32;
            reading.sources.set_field(Field::Preamble, Place::Text { start: 0, end });
            let outcome = judge(&RULE, &reading);
            assert_eq!(tally(&outcome), [0, 1, 0, 0], "{notice}");
            let span = outcome.findings[0].place.as_ref().unwrap().span().unwrap();
            assert_eq!(&reading.text[span], notice);
            assert!(outcome.findings[0].message.zh.contains(notice));
        }
    }

    #[test]
    fn who_cites_both_passes() {
        let report = by("国办公开办函〔2019〕60号、国办公开办函〔2021〕30号");
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 0, 0]);
    }

    #[test]
    fn reports_of_2019_and_2020_are_made_by_it() {
        let mut report = by("国办公开办函〔2019〕60号");
        for year in [Some(2019), Some(2020), None] {
            report.year = year;
            assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 1, 0]);
        }
    }
}
