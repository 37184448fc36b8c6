//! What differs between two reports, as text.

use ogi_check::{Comparison, Finding, YearOnYear, cell_name};
use ogi_model::{Cell, Decimal, Report};

use super::{Language, summary, visible};

/// The reports, the cells that changed, and the rules that were broken and mended; every line ends with a line feed.
pub(super) fn of(
    (old_path, old): (&str, &Report),
    (new_path, new): (&str, &Report),
    comparison: &Comparison,
    language: Language,
) -> String {
    let colon = language.pick("：", ": ");
    let who = |path: &str, report| {
        let who = summary::who(report, language);
        format!("{}{colon}{path}", who.trim_end_matches(['，', ',']))
    };
    let (from, to) = (who(old_path, old), who(new_path, new));
    let mut text = format!("  {from}\n→ {to}\n\n");
    if comparison.same_agency == Some(false) {
        text += language.pick(
            "注意：两份报告的机关名称不同，数字的变动不是同比\n\n",
            "note: the reports name different agencies: how figures moved is no year on year\n\n",
        );
    }
    let count = comparison.changed.len();
    text += &match language {
        Language::Zh if count == 0 => "数字没有变动\n".to_owned(),
        Language::En if count == 0 => "no figure changed\n".to_owned(),
        Language::Zh => format!("变动{count}处：\n"),
        Language::En => format!("{count} changed:\n"),
    };
    for change in &comparison.changed {
        let name = cell_name(new, change.cell);
        let (from, to) = (printed(&change.from, language), printed(&change.to, language));
        let figure = comparison.figures.iter().find(|it| it.cell == change.cell);
        let moved = figure.map_or_else(String::new, moved);
        text += &format!("  {}{colon}{from} → {to}{moved}\n", language.of(&name));
    }
    text += &findings(&comparison.broken, language.pick("新出现的问题", "newly broken"), language);
    text += &findings(&comparison.mended, language.pick("已消除的问题", "mended"), language);
    visible(&text).into_owned()
}

/// What a cell prints, and a word where it prints nothing.
fn printed(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Absent => language.pick("（无此格）", "(no such cell)").to_owned(),
        Cell::Blank => language.pick("（空白）", "(blank)").to_owned(),
        cell => cell.to_string(),
    }
}

/// By how much, and by what share where there is one.
fn moved(figure: &YearOnYear) -> String {
    let signed = |it: Decimal, unit| {
        let sign = if it.is_sign_negative() || it.is_zero() { "" } else { "+" };
        format!("{sign}{it}{unit}")
    };
    let Some(difference) = figure.difference else { return String::new() };
    let share = figure.rate.and_then(|it| it.checked_mul(Decimal::ONE_HUNDRED));
    let difference = signed(difference.decimal(), "");
    match share {
        Some(share) => format!("  ({difference}, {})", signed(share.normalize(), "%")),
        None => format!("  ({difference})"),
    }
}

fn findings(findings: &[Finding], what: &str, language: Language) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let count = findings.len();
    let mut text = match language {
        Language::Zh => format!("\n{what}{count}处：\n"),
        Language::En => format!("\n{what} {count}:\n"),
    };
    for it in findings {
        let severity = it.severity.in_words(language);
        text += &format!("  {severity}[{}]: {}\n", it.rule, language.of(&it.message));
    }
    text
}
