//! Notices: 关于做好2024年政府信息公开工作年度报告编制工作的通知, with or without the blank form.

use super::evidence::{Evidence, count, is_of_reports};
use crate::grammar::title;

/// What a document is that orders something.
const DOCUMENTS: [&str; 6] = ["的通知", "的意见", "的方案", "的提示", "的通报", "的批复"];
/// What it says.
const ORDERS: [&str; 12] = [
    "印发给你们",
    "遵照执行",
    "贯彻执行",
    "认真组织",
    "通知如下",
    "有关要求",
    "有关事项",
    "请于",
    "请各",
    "请按照",
    "抓好落实",
    "逾期未",
];
/// Whom it calls on.
const CALLED: [&str; 12] =
    ["省", "市", "县", "区", "部门", "单位", "办", "局", "委", "政府", "乡", "街道"];

/// Whether a source is a notice: its title, whom it calls on, and what it orders say so.
pub(super) fn is_notice(evidence: &Evidence<'_>) -> bool {
    const ENOUGH: usize = 5;
    if evidence.has_many_figures() {
        return false;
    }
    let titled = evidence.titles().take(30).any(is_title);
    let called = evidence.opening().any(calls_on_many);
    let numbered = evidence.opening().any(is_number_of_document);
    let attached = evidence.lines().any(|it| it.starts_with("附件"));
    let score = 3 * usize::from(titled)
        + 2 * usize::from(called)
        + count(evidence.beginning(), &ORDERS).min(2)
        + usize::from(numbered)
        + usize::from(attached);
    let against = 3 * usize::from(evidence.has_figures());
    score >= ENOUGH + against
}

/// Whether a line is the title of a notice about reports, and not of one that carries the report of a body.
fn is_title(line: &str) -> bool {
    const LONGEST: usize = 300;
    let Some(name) = DOCUMENTS.iter().find_map(|it| line.strip_suffix(it)) else { return false };
    let carried = name.trim_end_matches(['》', '〉']);
    let carries_report = title(carried).is_some_and(|it| it.facts() == 3);
    line.len() <= LONGEST && line.contains("关于") && is_of_reports(line) && !carries_report
}

/// Whether a line calls on many: 各县（市、区）人民政府，市各委办局：
fn calls_on_many(line: &str) -> bool {
    const LONGEST: usize = 80;
    let called = line.split(['：', ':']).next().filter(|it| it.len() < line.len());
    called.is_some_and(|it| {
        it.starts_with('各') && it.chars().count() <= LONGEST && count(it, &CALLED) > 0
    })
}

/// 示政办发〔2024〕2号
fn is_number_of_document(line: &str) -> bool {
    const LONGEST: usize = 60;
    line.len() <= LONGEST && line.contains(['〔', '[']) && line.ends_with('号')
}
