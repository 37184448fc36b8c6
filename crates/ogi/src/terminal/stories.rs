//! What may have gone wrong, as stories.

use ogi_check::{Edit, Explanation, Finding, InCommon, Outcome, Story, cell_name};
use ogi_model::Report;

use super::{Language, visible};

/// How many findings of a story are named.
const MOST: usize = 3;

/// Every story, each with a blank line after it.
pub(super) fn of(report: &Report, outcome: &Outcome, language: Language) -> String {
    let mut text = String::new();
    for story in outcome.stories() {
        text += &story_of(report, &story, language);
        text.push('\n');
    }
    let is_unexplained = |it: &&Finding| outcome.unexplained.contains(&it.id);
    let unexplained: Vec<&Finding> = outcome.findings.iter().filter(is_unexplained).collect();
    if !unexplained.is_empty() {
        text += &without(report, &unexplained, language);
    }
    if !text.is_empty() && !outcome.exhaustive {
        text +=
            language.pick("（未穷尽所有可能）\n\n", "(not every possibility was looked into)\n\n");
    }
    visible(&text).into_owned()
}

fn story_of(report: &Report, story: &Story<'_>, language: Language) -> String {
    let mut text = match language {
        Language::Zh => format!("修改建议（可消除{}处问题）：", story.findings.len()),
        Language::En if story.findings.len() == 1 => "suggestion that mends 1 finding: ".to_owned(),
        Language::En => format!("suggestion that mends {} findings: ", story.findings.len()),
    };
    text += &names(report, &story.findings, language);
    text.push('\n');
    let shown = story.leading();
    for explanation in &shown {
        text += &explanation_of(report, explanation, language);
    }
    text += &class(story, shown.len(), language);
    text
}

/// Findings that no change of a few figures mends.
fn without(report: &Report, findings: &[&Finding], language: Language) -> String {
    let names = names(report, findings, language);
    let many = findings.len();
    match language {
        Language::Zh => format!(
            "无法定位，共{many}处问题：{names}\n      没有找到能使这些数字全部相符的少量改动，可能有多处错误，请核对原始数据\n\n"
        ),
        Language::En => format!(
            "cannot be localised, {many} in all: {names}\n      no change of a few figures was found that mends them: several may be wrong; look at the sources\n\n"
        ),
    }
}

/// The first of these findings.
fn names(report: &Report, findings: &[&Finding], language: Language) -> String {
    let first = findings.iter().take(MOST).map(|it| finding(report, it, language));
    let mut text = first.collect::<Vec<_>>().join(language.pick("、", ", "));
    if findings.len() > MOST {
        text += language.pick("等", ", …");
    }
    text
}

fn finding(report: &Report, finding: &Finding, language: Language) -> String {
    let cell = finding.cell.map(|it| cell_name(report, it));
    let cell = cell.as_ref().map_or("", |it| language.of(it));
    match language {
        Language::Zh => format!("[{}]“{cell}”", finding.rule.id),
        Language::En => format!("[{}] “{cell}”", finding.rule.id),
    }
}

fn explanation_of(report: &Report, explanation: &Explanation, language: Language) -> String {
    let Explanation { id, mechanism, posterior, edits, .. } = explanation;
    let name = language.of_words(mechanism.name);
    let likely = language.of_likelihood(*posterior);
    let mut text = match language {
        Language::Zh => format!("  [{id}] 可能性{likely}：{name}\n"),
        Language::En => format!("  [{id}] {likely} likely: {name}\n"),
    };
    for edit in edits {
        text += &edit_of(report, edit, language);
    }
    text
}

fn edit_of(report: &Report, edit: &Edit, language: Language) -> String {
    let name = cell_name(report, edit.cell);
    let name = language.of(&name);
    let from = report[edit.cell].to_string();
    let from = if from.is_empty() { language.pick("空白", "blank").to_owned() } else { from };
    match language {
        Language::Zh => format!("      “{name}”：{from} → {}\n", edit.to),
        Language::En => format!("      “{name}”: {from} → {}\n", edit.to),
    }
}

/// What cannot be distinguished.
fn class(story: &Story<'_>, shown: usize, language: Language) -> String {
    let (size, in_common) = story.class();
    if size < 2 {
        return match story.explanations.len().saturating_sub(shown) {
            0 => String::new(),
            more => match language {
                Language::Zh => format!("      另有{more}种较不可能的改法\n"),
                Language::En => format!("      and {more} that are less likely\n"),
            },
        };
    }
    let what = match in_common {
        InCommon::Columns(columns) => {
            let labels: Vec<&str> =
                columns.iter().map(|it| language.pick(it.label(), it.english())).collect();
            match language {
                Language::Zh => format!("都在{}列，差别只在哪一行", labels.join("、")),
                Language::En => format!("one of {size} rows, column {}", labels.join(" and ")),
            }
        }
        InCommon::Rows(rows) => {
            let labels: Vec<&str> =
                rows.iter().map(|it| language.pick(it.label(), it.english())).collect();
            match language {
                Language::Zh => format!("都在“{}”行，差别只在哪一列", labels.join("”“")),
                Language::En => format!("one of {size} columns, row “{}”", labels.join("” and “")),
            }
        }
        InCommon::Nothing => String::new(),
    };
    match (language, what.is_empty()) {
        (Language::Zh, true) => format!("      仅凭勾稽关系无法区分的改法有{size}种\n"),
        (Language::Zh, false) => format!("      仅凭勾稽关系无法区分的改法有{size}种：{what}\n"),
        (Language::En, true) => {
            format!("      the sums cannot distinguish {size} such changes\n")
        }
        (Language::En, false) => {
            format!("      the sums cannot distinguish {size} such changes: {what}\n")
        }
    }
}
