//! Numbers in sentences.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{map_opt, not, opt, peek, recognize};
use nom::sequence::{preceded, terminated};
use nom::{IResult, Parser};
use ogi_model::Decimal;
use ogi_text::number;

use crate::grammar::whole;

/// A number, as far as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    /// Whether it is stated in 万 or 亿, and so most likely rounded.
    pub(super) scaled: bool,
}

/// A number in digits or in Chinese; 万 and 亿 count, unless they belong to money.
pub(super) fn number(text: &str) -> IResult<&str, Number> {
    alt((arabic, chinese)).parse(text)
}

/// A number in digits, as it is printed.
pub(super) fn decimal(text: &str) -> IResult<&str, Decimal> {
    let printed = recognize((whole, opt(preceded(char('.'), digits))));
    let not_more = not(peek(one_of("0123456789,. ")));
    map_opt(terminated(printed, not_more), |it: &str| {
        Decimal::from_str_exact(&it.replace(',', "")).ok()
    })
    .parse(text)
}

fn digits(text: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit()).parse(text)
}

fn arabic(text: &str) -> IResult<&str, Number> {
    let scale = opt(terminated(alt((tag("万"), tag("亿"))), not(peek(char('元')))));
    map_opt((decimal, scale), |(value, scale)| {
        let factor = match scale {
            Some("万") => 10_000,
            Some(_) => 100_000_000,
            None => 1,
        };
        let value = value.checked_mul(Decimal::from(factor))?;
        Some(Number { value, scaled: scale.is_some() })
    })
    .parse(text)
}

fn chinese(text: &str) -> IResult<&str, Number> {
    map_opt(take_while_m_n(1, 16, number::is_chinese), |it: &str| {
        Some(Number { value: number::chinese(it)?.into(), scaled: false })
    })
    .parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        let (rest, number) = number(text).ok()?;
        Some((number.value.normalize().to_string(), rest))
    }

    #[test]
    fn digits_and_words() {
        for (text, value, rest) in [
            ("31件", "31", "件"),
            ("1,113件", "1113", "件"),
            ("1.2万件", "12000", "件"),
            ("3亿", "300000000", ""),
            ("47.10万元", "47.1", "万元"),
            ("三十一件", "31", "件"),
            ("两百件", "200", "件"),
            ("一百零五件", "105", "件"),
            ("二百〇五件", "205", "件"),
            ("零件", "0", "件"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), rest)), "{text}");
        }
    }

    #[test]
    fn what_may_be_part_of_another_number_is_none() {
        for text in [
            "1,11件",
            "12 3件",
            "1.2.3",
            "二〇二三年",
            "件",
            "百件",
            "99999999999999999999999999999999件",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
