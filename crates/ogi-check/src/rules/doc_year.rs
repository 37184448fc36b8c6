//! `doc-year`: title, period and preamble are about the same year.

use ogi_model::{Edition, Field};

use super::ARTICLE_49;
use crate::failure::Failure;
use crate::run::Run;
use crate::{Message, Rule, RuleKind, Severity, Words};

pub(super) static RULE: Rule = Rule {
    id: "doc-year",
    title: Words { zh: "年度不一致", en: "Years disagree" },
    statement: Words {
        zh: "标题、报告期和引言所称的年度一致",
        en: "Title, period and preamble are about the same year",
    },
    message: Words {
        zh: "报告年度为{year}年，而{field}为{other}年（“{printed}”）",
        en: "the report is about {year}, but its {field} about {other} (“{printed}”)",
    },
    basis: ARTICLE_49,
    editions: Edition::ALL,
    severity: Severity::Error,
    severities: &[],
    since: "0.1.0",
    judge: RuleKind::Report(judge),
};

/// Period, title and preamble are targets, each against the year of the report; what states no year is none.
fn judge(run: &mut Run<'_>) {
    let report = run.report();
    let Some(year) = report.year else { return run.not_applicable(3) };
    let period = report.period.map(|it| (it.start.year(), format!("{}至{}", it.start, it.end)));
    let title = report.title.as_deref().unwrap_or_default();
    let title = named(title).next().map(|(year, ..)| (year, title.to_owned()));
    // A period of two years is doc-period's; one that ends in the year is not about another.
    let period =
        period.filter(|it| it.0 == year || report.period.is_some_and(|p| p.end.year() != year));
    one(run, year, Field::Period, period);
    one(run, year, Field::Title, title);
    let preamble = report.preamble.as_deref().unwrap_or_default();
    one(run, year, Field::Preamble, of_report(preamble).map(|it| (it.0, it.1.to_owned())));
}

fn one(run: &mut Run<'_>, year: u16, field: Field, stated: Option<(u16, String)>) {
    let (other, printed) = match stated {
        None => return run.not_applicable(1),
        Some((stated, _)) if stated == year => return run.pass(),
        Some(stated) => stated,
    };
    let zh = match field {
        Field::Period => "报告期",
        Field::Title => "标题",
        _ => "引言",
    };
    run.fail(Failure {
        place: run.subject().words(field, &printed),
        arguments: &[
            ("year", Message::same(year)),
            ("field", Message { zh: zh.to_owned(), en: field.english().to_lowercase() }),
            ("other", Message::same(other)),
            ("printed", Message::same(printed)),
        ],
        ..Failure::default()
    });
}

/// The years of this century that a text names, four digits and 年 whatever blanks there are, each with where it
/// begins and where what follows it begins.
fn named(text: &str) -> impl Iterator<Item = (u16, usize, usize)> + '_ {
    text.match_indices("20").filter_map(|(at, _)| {
        let digit_before = text[..at].ends_with(|it: char| it.is_ascii_digit());
        let digits = text.get(at..at + 4).filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
        let rest = text[at + 4..].trim_start().strip_prefix('年')?;
        (!digit_before).then_some((digits.parse().ok()?, at, text.len() - rest.len()))
    })
}

/// What a preamble calls the report: `2025年政府信息公开工作年度报告`, in a sentence that publishes it. Names of
/// other documents stand in 《》, and ranges of years are about reports of the past.
fn of_report(preamble: &str) -> Option<(u16, &str)> {
    const ENDING: &str = "年度报告";
    const PUBLISHING: [&str; 4] = ["公布", "发布", "编制", "形成"];
    const LONGEST_NAME: usize = 40;
    let sentences = preamble.split(['。', '；', ';', '\n']);
    let mut sentences = sentences.filter(|it| PUBLISHING.iter().any(|word| it.contains(word)));
    sentences.find_map(|sentence| {
        named(sentence).find_map(|(year, start, after)| {
            let (before, rest) = (sentence[..start].trim_end(), &sentence[after..]);
            let is_quoted = before.rfind('《').is_some_and(|open| !before[open..].contains('》'));
            let end = rest.find(ENDING)? + ENDING.len();
            let is_range = |it: char| "至到和、-—~～".contains(it);
            let is_name = rest[..end].chars().count() <= LONGEST_NAME
                && !rest[..end].contains(|it| is_range(it) || "，,《》〈〉月日".contains(it));
            (is_name && !is_quoted && !before.ends_with(is_range))
                .then(|| (year, &sentence[start..after + end]))
        })
    })
}

#[cfg(test)]
mod tests {
    use ogi_model::{Period, Place, Report};

    use super::*;
    use crate::rules::tests::{judge, reading, tally, zeros};

    fn with_preamble(preamble: &str) -> Report {
        let mut report = zeros(Edition::E2021);
        report.preamble = Some(preamble.into());
        report
    }

    #[test]
    fn the_same_year_passes_everywhere() {
        let report =
            with_preamble("根据条例规定，现公布示例市民政局2025 年政府信息公开工作年度报告。");
        assert_eq!(tally(&judge(&RULE, &report)), [3, 0, 0, 0]);
    }

    #[test]
    fn another_period_fails_but_one_that_ends_in_the_year_does_not() {
        let mut report = zeros(Edition::E2021);
        report.period = Period::of_year(2024).ok();
        let outcome = judge(&RULE, &report);
        assert_eq!(tally(&outcome), [1, 1, 1, 0]);
        assert!(!outcome.accepted);
        assert_eq!(
            outcome.findings[0].message.zh,
            "报告年度为2025年，而报告期为2024年（“2024-01-01至2024-12-31”）"
        );
        report.period = Some(Period {
            start: "2024-01-01".parse().unwrap(),
            end: "2025-12-31".parse().unwrap(),
        });
        assert_eq!(tally(&judge(&RULE, &report)), [1, 0, 2, 0]);
    }

    #[test]
    fn another_year_in_the_preamble_fails_at_its_words() {
        let name = "2024年政府信息公开工作年度报告";
        let report = with_preamble(&format!("现公布示例市民政局{name}。"));
        let mut reading = reading(report, vec![]);
        reading.text = format!("引言：现公布示例市民政局{name}。").into();
        let end = reading.text.len() as u32;
        reading.sources.set_field(Field::Preamble, Place::Text { start: 9, end });
        let outcome = judge(&RULE, &reading);
        assert_eq!(tally(&outcome), [2, 1, 0, 0]);
        let span = outcome.findings[0].place.as_ref().unwrap().span().unwrap();
        assert_eq!(&reading.text[span], name);
    }

    #[test]
    fn years_of_other_things_are_not_the_reports() {
        for preamble in [
            "根据《关于做好2024年政府信息公开工作年度报告编制工作的通知》编制。",
            "本机关2019年至2024年政府信息公开年度报告均已公布。",
            "现公布2024年以来，示例市民政局政府信息公开年度报告。",
            "本报告于2026年1月20日编制，年度报告电子版可下载。",
            "按照2024年的要求编制",
            "2024年政府信息公开年度报告可在网站查阅。",
        ] {
            assert_eq!(tally(&judge(&RULE, &with_preamble(preamble))), [2, 0, 1, 0], "{preamble}");
        }
    }

    #[test]
    fn a_title_of_another_year_fails() {
        let mut report = zeros(Edition::E2021);
        report.title = Some("示例市民政局2023年政府信息公开工作年度报告".into());
        assert_eq!(tally(&judge(&RULE, &report)), [1, 1, 1, 0]);
        report.year = None;
        assert_eq!(tally(&judge(&RULE, &report)), [0, 0, 3, 0]);
    }
}
