//! Reports of years before the form: parts of their own, and a table of other indicators.

use ogi_text::date::first_period;

use super::evidence::{Evidence, count};
use ogi_model::Edition;

/// The first year that has the form.
const FIRST: u16 = Edition::EARLIEST.first_year();
/// What reports before it have: their table (政府信息公开情况统计表) and its heads and rows.
const OLD: [&str; 8] = [
    "统计表",
    "指标名称",
    "统计指标",
    "计量单位",
    "历年累计",
    "主动公开文件数",
    "一、概述",
    "申请总数",
];

/// The year of a report from before the form: its title states it, and its period or its table agrees.
pub(super) fn year(evidence: &Evidence<'_>) -> Option<u16> {
    const ENOUGH: usize = 4;
    if evidence.has_many_figures() {
        return None;
    }
    let of_title = evidence.title().and_then(|it| it.year);
    let of_period = first_period(evidence.beginning()).map(|it| it.0.start.year());
    let year = of_title.or(of_period).filter(|it| *it < FIRST)?;
    let is_old = |it: Option<u16>| usize::from(it.is_some_and(|it| it < FIRST));
    let score = 3 * is_old(of_title) + 2 * is_old(of_period) + count(evidence.text, &OLD).min(2);
    (score >= ENOUGH).then_some(year)
}
