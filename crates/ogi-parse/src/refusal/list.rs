//! Lists of reports: names with links and days, nothing else.

use super::evidence::{Evidence, count};
use crate::grammar::{Title, title};

/// What leads through a list.
const PAGES: [&str; 5] = ["下一页", "上一页", "尾页", "末页", "共1页"];
/// What columns are called that list reports.
const COLUMNS: [&str; 5] = [
    "政府信息公开年报",
    "政府信息公开年度报告",
    "信息公开年报",
    "年度报告",
    "政府信息公开工作年度报告",
];

/// Whether a source is a list: names of reports, days beside them, no sentence, no part.
pub(super) fn is_list(evidence: &Evidence<'_>) -> bool {
    const ENOUGH: usize = 4;
    /// More sentences than these are an article.
    const SENTENCES: usize = 5;
    if evidence.headings > 0 || evidence.has_tables() || evidence.has_figures() {
        return false;
    }
    let (mut names, mut days) = (Vec::new(), 0);
    for line in evidence.lines() {
        // A name and its day may share a line.
        for cell in line.split(['\t', '|']).map(str::trim) {
            let name = name_in(cell);
            names.extend(name.filter(|it| !names.contains(it)));
            days += usize::from(has_day(cell));
        }
    }
    let sentences = evidence.text.matches('。').count();
    let is_column = evidence.titles().next().is_some_and(|it| {
        let site = it.find(['_', '-', '—', '|']).unwrap_or(it.len());
        COLUMNS.contains(&it[..site].trim())
    });
    let score = names.len().min(3)
        + days.min(2)
        + usize::from(is_column)
        + usize::from(sentences == 0)
        + count(evidence.text, &PAGES).min(1);
    let few = usize::from(sentences > SENTENCES) * ENOUGH;
    !names.is_empty() && score >= ENOUGH + few && (names.len() > 1 || is_column)
}

/// The name of a report, of a link or an item of a list, a day behind it aside.
fn name_in(cell: &str) -> Option<Title> {
    let cell = cell.trim_start_matches(['*', '-', '+', '•', '·', ' ', '[', '>']);
    let cell = cell.trim_start_matches(|c: char| c.is_ascii_digit() && !cell.starts_with("20"));
    let cell = cell.trim_start_matches(['.', '、', ' ']);
    let end = cell.find("](").unwrap_or(cell.len());
    let name = &cell[..end];
    let undated = name.trim_end_matches(|c: char| c.is_ascii_digit() || "-/.[]()（） ".contains(c));
    [name, undated].into_iter().find_map(title).filter(|it| it.facts() > 0)
}

/// Whether something is, or ends with, a day in digits: 2024-01-20.
fn has_day(cell: &str) -> bool {
    let cell = cell.trim_end_matches([']', ')', '）', ' ']);
    let digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit());
    let Some((rest, day)) = cell.rsplit_once(['-', '/', '.']) else { return false };
    let Some((rest, month)) = rest.rsplit_once(['-', '/', '.']) else { return false };
    let year = rest.get(rest.len().saturating_sub(4)..).unwrap_or_default();
    [(year, 4..=4), (month, 1..=2), (day, 1..=2)]
        .iter()
        .all(|(it, length)| digits(it) && length.contains(&it.len()))
}
