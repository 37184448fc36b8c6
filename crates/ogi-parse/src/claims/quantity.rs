//! Numbers with their units and hedges.

use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::combinator::{eof, map_opt, peek};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use ogi_model::{ClaimValue, Decimal, Hedge};

use crate::grammar::money_unit;

use super::number::{Number, decimal, number};

/// A number that a sentence states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) said: ClaimValue,
    pub(super) hedge: Hedge,
    /// What is counted by; empty if the number stands alone.
    pub(super) unit: &'static str,
}

/// Units that things of the form are counted by.
const UNITS: &[&str] = &["件", "条", "份", "起", "次", "个", "宗", "项", "篇", "例", "桩", "部"];
/// Units of other things, which state that the number is about them.
const OTHER_UNITS: &[&str] = &["人次", "件次", "次", "人", "家", "场", "期", "版", "块", "类"];
/// What makes a unit part of another word.
const NOT_AFTER_UNIT: &[&str] = &[
    "例",
    "款",
    "百分点",
    "月",
    "事",
    "人",
    "体",
    "目",
    "性",
    "别",
    "工作日",
    "龙",
    "审",
    "大",
    "方面",
    "年",
    "门",
    "分",
    "部分",
    "层面",
    "环节",
    "领域",
    "平台",
];

/// Reads a number with its unit: things, a share, or money.
pub(super) fn quantity(text: &str) -> IResult<&str, Quantity> {
    alt((percent, money, things)).parse(text)
}

/// A number alone, where what stands before it says that it counts: 行政诉讼数为0.
pub(super) fn bare(text: &str) -> IResult<&str, Quantity> {
    let ends = alt((eof, tag("，"), tag("。"), tag("；"), tag("、"), tag("）")));
    map_opt(terminated(decimal, peek(ends)), |value| {
        Some(Quantity { said: count(value)?, hedge: Hedge::Exact, unit: "" })
    })
    .parse(text)
}

/// A unit of the form, with no number, at the end of a clause.
pub(super) fn left_out(text: &str) -> IResult<&str, &str> {
    let ends = alt((eof, tag("，"), tag("。"), tag("；"), tag("、"), tag("）")));
    terminated(alt((tag("件"), tag("条"), tag("份"), tag("篇"))), peek(ends)).parse(text)
}

fn things(text: &str) -> IResult<&str, Quantity> {
    let read = (before, number, some_more, unit, after);
    map_opt(read, |(before, number, more, unit, after)| {
        Some(Quantity {
            said: count(number.value)?,
            hedge: hedge(before, number, more, after),
            unit,
        })
    })
    .parse(text)
}

fn percent(text: &str) -> IResult<&str, Quantity> {
    let sign = terminated(decimal, alt((tag("%"), tag("％"))));
    let words = map_opt(preceded(tag("百分之"), number), |it| Some(it.value));
    map_opt((before, alt((words, sign)), after), |(before, value, after)| {
        let number = Number { value, scaled: false };
        let hedge = hedge(before, number, None, after);
        Some(Quantity { said: ClaimValue::Percent(value), hedge, unit: "%" })
    })
    .parse(text)
}

fn money(text: &str) -> IResult<&str, Quantity> {
    let some_more = some_more;
    map_opt(
        (before, decimal, some_more, money_unit, after),
        |(before, printed, more, unit, after)| {
            let number = Number { value: printed, scaled: false };
            let said = ClaimValue::Money(unit.in_ten_thousands(printed)?);
            Some(Quantity { said, hedge: hedge(before, number, more, after), unit: "元" })
        },
    )
    .parse(text)
}

fn count(value: Decimal) -> Option<ClaimValue> {
    value.fract().is_zero().then(|| i64::try_from(value).ok().map(ClaimValue::Count))?
}

fn unit(text: &str) -> IResult<&str, &'static str> {
    let followed = |it: &str| NOT_AFTER_UNIT.iter().any(|no| it.starts_with(no));
    let found = OTHER_UNITS.iter().chain(UNITS).find_map(|it| {
        let rest = text.strip_prefix(it)?;
        (!followed(rest)).then_some((rest, *it))
    });
    found.ok_or_else(|| nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Tag)))
}

impl Quantity {
    /// Whether it may count what the form counts.
    pub(super) fn counts(&self) -> bool {
        self.unit.is_empty() || UNITS.contains(&self.unit)
    }
}

/// Words before a number that make it more or less than it says, the longest of a kind first.
const BEFORE: &[(Hedge, &[&str])] = &[
    (Hedge::About, &["大约", "约", "将近", "接近", "近"]),
    (Hedge::AtLeast, &["超过", "超", "逾", "至少", "不少于", "不低于"]),
    (Hedge::AtMost, &["不到", "不足", "不超过", "至多", "最多"]),
];
/// The same behind its unit.
const AFTER: &[(Hedge, &[&str])] = &[
    (Hedge::Over, SOME_MORE),
    (Hedge::AtLeast, &["以上"]),
    (Hedge::AtMost, &["以内", "以下"]),
    (Hedge::About, &["左右"]),
];
/// 余, between a number and its unit or behind it.
const SOME_MORE: &[&str] = &["余", "多"];
/// 多名: another word.
const NOT_SOME_MORE: char = '名';

/// What words before a number begin with.
pub(super) fn begins() -> impl Iterator<Item = char> {
    BEFORE.iter().flat_map(|it| it.1).filter_map(|it| it.chars().next())
}

fn hedged<'t>(text: &'t str, words: &[(Hedge, &[&str])]) -> (&'t str, Option<Hedge>) {
    let found = words.iter().find_map(|(hedge, words)| {
        let rest = words.iter().find_map(|it| text.strip_prefix(it))?;
        let is_other = *hedge == Hedge::Over && rest.starts_with(NOT_SOME_MORE);
        (!is_other).then_some((rest, Some(*hedge)))
    });
    found.unwrap_or((text, None))
}

fn before(text: &str) -> IResult<&str, Option<Hedge>> {
    Ok(hedged(text, BEFORE))
}

fn some_more(text: &str) -> IResult<&str, Option<&str>> {
    let found = SOME_MORE.iter().find_map(|it| Some((text.strip_prefix(it)?, Some(*it))));
    Ok(found.unwrap_or((text, None)))
}

fn after(text: &str) -> IResult<&str, Option<Hedge>> {
    Ok(hedged(text, AFTER))
}

fn hedge(before: Option<Hedge>, number: Number, more: Option<&str>, after: Option<Hedge>) -> Hedge {
    let stated = if more.is_some() { Some(Hedge::Over) } else { after.or(before) };
    stated.unwrap_or(if number.scaled { Hedge::About } else { Hedge::Exact })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(ClaimValue, Hedge, &str)> {
        let (_, it) = quantity(text).ok()?;
        Some((it.said, it.hedge, it.unit))
    }

    #[test]
    fn things_with_hedges() {
        for (text, n, hedge, unit) in [
            ("31件", 31, Hedge::Exact, "件"),
            ("200余件", 200, Hedge::Over, "件"),
            ("5500条余", 5500, Hedge::Over, "条"),
            ("约30件", 30, Hedge::About, "件"),
            ("30件左右", 30, Hedge::About, "件"),
            ("30件以上", 30, Hedge::AtLeast, "件"),
            ("不到30件", 30, Hedge::AtMost, "件"),
            ("1.2万件", 12_000, Hedge::About, "件"),
            ("两件", 2, Hedge::Exact, "件"),
            ("3人次", 3, Hedge::Exact, "人次"),
        ] {
            assert_eq!(read(text), Some((ClaimValue::Count(n), hedge, unit)), "{text}");
        }
    }

    #[test]
    fn shares_and_money() {
        let decimal = |it: &str| Decimal::from_str_exact(it).unwrap();
        assert_eq!(read("33.9%").unwrap().0, ClaimValue::Percent(decimal("33.9")));
        assert_eq!(read("百分之三十").unwrap().0, ClaimValue::Percent(decimal("30")));
        assert_eq!(read("3940元").unwrap().0, ClaimValue::Money(decimal("0.3940")));
        assert_eq!(read("47.10万元").unwrap().0, ClaimValue::Money(decimal("47.10")));
        assert_eq!(read("1.5亿元").unwrap().0, ClaimValue::Money(decimal("15000")));
    }

    #[test]
    fn other_words_are_none() {
        for text in ["12个百分点", "五十条例", "一件事", "3个月", "2.5件", "件"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
