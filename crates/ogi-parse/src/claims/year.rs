//! Years in sentences.

use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{map_opt, opt};
use nom::{IResult, Parser};

/// The year before, the longest words first.
pub(super) const LAST_YEAR: &[&str] = &["上一年度", "上年度", "上一年", "上年", "去年"];

/// A year, as 2024年 or 2024年度.
pub(super) fn year(text: &str) -> IResult<&str, u16> {
    let digits = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    map_opt((digits, tag("年"), opt(tag("度"))), |(it, _, _): (&str, _, _)| {
        it.parse().ok().filter(|it| (1990..2100).contains(it))
    })
    .parse(text)
}

/// 上年, 去年: the year before that of the report.
pub(super) fn year_before(text: &str, report_year: Option<u16>) -> Option<(&str, u16)> {
    let rest = LAST_YEAR.iter().find_map(|it| text.strip_prefix(it))?;
    (!rest.starts_with("同期")).then_some((rest, report_year?.checked_sub(1)?))
}
