//! What a check comes to, in a few lines.

use ogi_check::{Outcome, Reason, Rule, UnusedReason};
use ogi_model::Report;

use super::{Language, visible};

/// What could not be judged, and the verdict; every line ends with a line feed.
pub(super) fn of(path: &str, report: &Report, outcome: &Outcome, language: Language) -> String {
    let mut text = String::new();
    for (rule, reason, count) in unevaluated(outcome) {
        let reason = language.of_words(reason.words());
        text += &match language {
            Language::Zh => format!("未能核对[{rule}]：{count}项，{reason}\n"),
            Language::En => format!("not evaluated[{rule}]: {count}, {reason}\n"),
        };
    }
    for it in &outcome.idle_waivers {
        let why = match it.why {
            UnusedReason::Expired => language.pick("豁免已过期", "expired waiver"),
            UnusedReason::Unused => language.pick("豁免已无对应问题", "waiver without a finding"),
        };
        let what = it.waiver.cell.map_or_else(|| it.waiver.printed.clone(), |it| it.to_string());
        let colon = language.pick("：", ": ");
        text += &format!("{why}[{}]{colon}{}\n", it.waiver.rule, visible(&what));
    }
    let verdict = language.of_words(outcome.verdict.words());
    let counts = outcome.counts(language);
    let (of, colon, comma) = match language {
        Language::Zh => ("", "：", "，"),
        Language::En => (" ", ": ", ", "),
    };
    let who = visible(&who(report, language)).into_owned();
    text += &format!("{path}{colon}{who}{of}{verdict}{comma}{}\n", counts.join(comma));
    text += language.of(&outcome.meaning());
    text.push('\n');
    text
}

/// Whose report of which year, as far as it says.
pub(super) fn who(report: &Report, language: Language) -> String {
    let agency = report.agency.as_deref().unwrap_or_default();
    match (report.year, language) {
        (Some(year), Language::Zh) => format!("{agency}{year}年，"),
        (Some(year), Language::En) => format!("{agency} {year},"),
        (None, Language::Zh) if !agency.is_empty() => format!("{agency}，"),
        (None, Language::En) if !agency.is_empty() => format!("{agency},"),
        (None, _) => String::new(),
    }
}

/// How many targets of a rule could not be judged for a reason, in the order of the outcome.
fn unevaluated(outcome: &Outcome) -> Vec<(&'static Rule, Reason, usize)> {
    let mut all: Vec<(&Rule, Reason, usize)> = Vec::new();
    for it in &outcome.unevaluated {
        match all.iter_mut().find(|known| known.0 == it.rule && known.1 == it.reason) {
            Some(known) => known.2 += 1,
            None => all.push((it.rule, it.reason, 1)),
        }
    }
    all
}
