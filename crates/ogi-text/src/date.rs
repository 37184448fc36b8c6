//! Dates and periods, as reports print them.

use std::borrow::Cow;
use std::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, map_opt, map_res, opt, recognize, value};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use ogi_model::{Date, Period};

use crate::narrow::narrow;
use crate::number;

/// Blanks, and the line breaks of a paragraph that a page broke.
fn gap(text: &str) -> IResult<&str, &str> {
    take_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r')).parse(text)
}

fn in_digits(least: usize, most: usize) -> impl Fn(&str) -> IResult<&str, u16> {
    move |text| {
        map_res(
            preceded(gap, take_while_m_n(least, most, |c: char| c.is_ascii_digit())),
            str::parse,
        )
        .parse(text)
    }
}

fn word(word: &str) -> impl Fn(&str) -> IResult<&str, ()> {
    move |text| value((), preceded(gap, tag(word))).parse(text)
}

/// `2026年1月27日`; 日 may be lost.
fn year(text: &str) -> IResult<&str, u16> {
    terminated(in_digits(4, 4), word("年")).parse(text)
}

fn month_day(text: &str) -> IResult<&str, (u16, u16)> {
    (terminated(in_digits(1, 2), word("月")), terminated(in_digits(1, 2), opt(word("日"))))
        .parse(text)
}

fn date(text: &str) -> IResult<&str, Date> {
    let words = map_opt((year, month_day), |(y, (m, d))| make(y, m, d));
    let separated = map_opt(
        (in_digits(4, 4), one_of("-/."), in_digits(1, 2), one_of("-/."), in_digits(1, 2)),
        |(y, first, m, second, d)| if first == second { make(y, m, d) } else { None },
    );
    alt((words, separated)).parse(text)
}

fn make(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

/// `2025年1月1日至2025年12月31日`, `…起至12月31日止`, `2025-01-01至2025-12-31`.
fn period(text: &str) -> IResult<&str, Period> {
    let to = (
        opt(word("起")),
        gap,
        alt((
            recognize(tag("至")),
            recognize(tag("到")),
            recognize(nom::bytes::complete::take_while1(|c| "-—－–~～".contains(c))),
        )),
    );
    let same_year =
        |text| map_opt((date_or_day, to, end), |(start, _, end)| join(start, end)).parse(text);
    same_year(text)
}

/// A date, or a month and a day.
type Day = (Option<u16>, u16, u16);

fn date_or_day(text: &str) -> IResult<&str, Day> {
    date.map(|it| (Some(it.year()), it.month().into(), it.day().into())).parse(text)
}

fn end(text: &str) -> IResult<&str, Day> {
    alt((date_or_day, month_day.map(|(m, d)| (None, m, d)))).parse(text)
}

fn join(start: Day, end: Day) -> Option<Period> {
    let start = make(start.0?, start.1, start.2)?;
    let end = make(end.0.unwrap_or(start.year()), end.1, end.2)?;
    Some(Period { start, end })
}

/// Tries a parser at each digit that begins a number; where nothing is found, once more with full-width
/// forms made narrow. What it finds comes with its place in the text.
fn search<T>(text: &str, parser: impl Fn(&str) -> IResult<&str, T>) -> Option<(T, Range<usize>)> {
    let at_digits = |text: &str| {
        let bytes = text.as_bytes();
        let begins =
            |i: &usize| bytes[*i].is_ascii_digit() && (*i == 0 || !bytes[i - 1].is_ascii_digit());
        (0..bytes.len()).filter(begins).find_map(|i| {
            let (rest, found) = parser(&text[i..]).ok()?;
            Some((found, i..text.len() - rest.len()))
        })
    };
    at_digits(text).or_else(|| match narrow(text) {
        Cow::Borrowed(_) => None,
        Cow::Owned(narrow) => {
            let (found, span) = at_digits(&narrow)?;
            // One character for one: the same one in the text.
            let same = |at: usize| {
                let nth = narrow[..at].chars().count();
                text.char_indices().nth(nth).map_or(text.len(), |it| it.0)
            };
            Some((found, same(span.start)..same(span.end)))
        }
    })
}

/// The first period of a text, and where it stands there.
pub fn first_period(text: &str) -> Option<(Period, Range<usize>)> {
    let has = |word: &str| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    if !has("月") && !has("至") {
        return None;
    }
    search(text, period)
}

/// The date that a text begins with, blanks aside, and where it ends there.
pub fn date_at(text: &str) -> Option<(Date, usize)> {
    let narrow = narrow(text);
    let (rest, found) = date(&narrow).ok()?;
    // One character for one: the same one in the text.
    let nth = narrow[..narrow.len() - rest.len()].chars().count();
    Some((found, text.char_indices().nth(nth).map_or(text.len(), |it| it.0)))
}

/// Whether a text is a date and nothing else, brackets aside.
pub fn is_date(text: &str) -> Option<Date> {
    let text = narrow(text);
    let text = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let (rest, date) = date(text).ok()?;
    let time = |c: char| c.is_ascii_digit() || c == ':' || c == ' ';
    (opt(char::<&str, nom::error::Error<&str>>(' '))
        .parse(rest)
        .is_ok_and(|it| it.0.chars().all(time)))
    .then_some(date)
}

/// The day that a text gives, if it gives one and nothing else but a time of day: `2026-01-27`, `2026/1/27 9:30`,
/// `2026年1月27日`, `20260127`, `二〇二六年一月二十七日`. Years have four digits: `26.1.27` may be many days.
///
/// ```
/// assert_eq!(ogi_text::date::day("２０２６．１．２７").unwrap().to_string(), "2026-01-27");
/// assert_eq!(ogi_text::date::day("2026年1月"), None);
/// ```
pub fn day(text: &str) -> Option<Date> {
    let text = narrow(text);
    let text = text.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    let (rest, day) = alt((date, compact, in_chinese)).parse(text).ok()?;
    all_consuming(opt(time)).parse(rest).is_ok().then_some(day)
}

/// `20260127`
fn compact(text: &str) -> IResult<&str, Date> {
    let digits = |n| take_while_m_n(n, n, |c: char| c.is_ascii_digit());
    map_opt((digits(4), digits(2), digits(2)), |(y, m, d): (&str, &str, &str)| {
        make(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    })
    .parse(text)
}

/// `二〇二六年一月二十七日`
fn in_chinese(text: &str) -> IResult<&str, Date> {
    let digits = |text| take_while_m_n(1, 4, |c| number::is_chinese(c) || c == '○').parse(text);
    let year = map_opt(terminated(digits, tag("年")), |it: &str| {
        let value = |c| Some(number::DIGITS.chars().position(|it| it == c)? as u16);
        let mut all = it.chars().map(|c| value(if "〇○".contains(c) { '零' } else { c }));
        let is_year = it.chars().count() == 4;
        all.try_fold(0, |year, digit| Some(year * 10 + digit?)).filter(|_| is_year)
    });
    let count = |it: &str| u16::try_from(number::chinese(it)?).ok();
    let month = map_opt(terminated(digits, tag("月")), count);
    let day = map_opt(terminated(digits, tag("日")), count);
    map_opt((year, month, day), |(y, m, d)| make(y, m, d)).parse(text)
}

/// ` 09:30`, `T09:30:15.000Z`, ` 上午9时30分`
fn time(text: &str) -> IResult<&str, ()> {
    let clock = (
        in_digits(1, 2),
        alt((char(':'), char('时'))),
        opt(in_digits(1, 2)),
        opt(char('分')),
        opt((
            char(':'),
            in_digits(1, 2),
            opt((char('.'), take_while(|c: char| c.is_ascii_digit()))),
        )),
    );
    let part = opt(alt((tag("上午"), tag("下午"), tag("AM"), tag("PM"))));
    value((), (opt(char('T')), gap, opt((part, clock)), opt(char('Z')), gap)).parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_date(text: &str) -> Option<Date> {
        search(text, date).map(|it| it.0)
    }

    #[test]
    fn dates() {
        for text in [
            "2026-01-27",
            "2026年1月27日",
            "2026/1/27",
            "２０２６年１月２７日",
            "2026 年 1 月 27 日",
            "(2026.01.27)",
        ] {
            assert_eq!(first_date(text).unwrap().to_string(), "2026-01-27", "{text}");
        }
        assert_eq!(first_date("20231月1日"), None);
        assert_eq!(first_date("2026-1/27"), None);
        let (day, end) = date_at("２０２６年１月２７日，现公布").unwrap();
        assert_eq!((day.day(), end), (27, "２０２６年１月２７日".len()));
        assert!(is_date("（2026年1月23日）").is_some());
        assert!(is_date("2026年1月23日前完成").is_none());
    }

    #[test]
    fn days_of_lists() {
        for text in [
            "2026-01-27",
            "2026/1/27 9:30",
            "2026-01-27T09:30:15.000Z",
            "2026年1月27日 上午9时30分",
            "２０２６．０１．２７",
            "20260127",
            " 2026-01-27 00:00:00 ",
            "（2026年1月27日）",
            "二〇二六年一月二十七日",
            "二零二六年一月二十七日",
        ] {
            assert_eq!(day(text).map(|it| it.to_string()).as_deref(), Some("2026-01-27"), "{text}");
        }
        for text in [
            "2026年1月",
            "1月27日",
            "2026-1-271",
            "26.1.27",
            "2026-02-30",
            "20261327",
            "202601271",
            "2026-01-27至2026-02-01",
            "2026年1月27日前",
            "二十六年一月二十七日",
            "",
            "无",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn periods() {
        for text in [
            "统计期限自2025年1月1日起至2025年12月31日止",
            "自 2025 年 1 月 1 日至 2025 年 12 月 31 日。",
            "从2025年1月1日到12月31日止",
            "2025年1月1日—12月31止",
            "2025-01-01至2025-12-31",
            "自2025年1月1日\n起至 2025 年\n12 月 31 日止",
        ] {
            let (period, span) = first_period(text).unwrap();
            assert_eq!(period, Period::of_year(2025).unwrap(), "{text}");
            assert!(text[span.clone()].starts_with("2025"), "{text}");
            assert!(text[span].trim_end_matches(['日', ' ']).ends_with("31"), "{text}");
        }
        let text = "期限：２０２５年１月１日至２０２５年１２月３１日止";
        assert_eq!(
            &text[first_period(text).unwrap().1],
            "２０２５年１月１日至２０２５年１２月３１日"
        );
        assert_eq!(first_period("20231月1日至202312月31日"), None);
    }
}
