//! What is carried over from last year or to the next: a year, a verb, and what follows, each a table of words.

use core::ops::Range;
use std::sync::OnceLock;

use nom::combinator::{fail, map_opt, opt};
use nom::{IResult, Parser};

use super::word::Topic;
use super::year::{LAST_YEAR, year};

const EARLIER_YEARS: &[&str] = &["往年度", "往年", "以前年度"];
const THIS_YEAR: &[&str] = &["本年度", "本年", "今年"];
const NEXT_YEAR: &[&str] =
    &["下一年度", "下年度", "下一年年", "下一年", "下年", "次年度", "次年", "明年"];

/// What is done with what an earlier year left.
const CARRIED_IN: &[&str] = &["结转", "转结", "顺延", "遗留", "转入", "未办结"];
/// What is done with what this year leaves.
const CARRIED_OUT: &[&str] = &["结转", "顺延", "延期", "转", "延"];
/// Alone, they say that it is left to the next year.
const LEFT: &[&str] = &[
    "跨年度办理",
    "跨年办理",
    "下一年度继续办理",
    "下年度继续办理",
    "尚未办结",
    "未办结",
    "尚在办理期限内",
    "仍在办理期限内",
];

const REQUEST: &[&str] = &["申请"];
const TOWARDS: &[&str] = &["至", "到", "入", "为"];
const GOING_ON: &[&str] = &["继续", "尚在", "正在"];
const HANDLED: &[&str] = &["办理", "答复", "处理", "办结"];

/// What a text that may speak of this begins with, beside years in digits.
fn beginnings() -> impl Iterator<Item = char> {
    let words = [LAST_YEAR, EARLIER_YEARS, NEXT_YEAR, CARRIED_IN, CARRIED_OUT, LEFT];
    words.into_iter().flatten().filter_map(|it| it.chars().next())
}

/// The characters that such a text begins with, each once; and those of which one is soon to come.
struct Signs {
    first: Vec<char>,
    soon: Vec<char>,
}

fn signs() -> &'static Signs {
    static SIGNS: OnceLock<Signs> = OnceLock::new();
    let each_once = |mut all: Vec<char>| {
        all.sort_unstable();
        all.dedup();
        all
    };
    SIGNS.get_or_init(|| Signs {
        first: each_once(beginnings().collect()),
        // The last character of every verb.
        soon: each_once(
            [CARRIED_IN, CARRIED_OUT, LEFT]
                .into_iter()
                .flatten()
                .filter_map(|it| it.chars().next_back())
                .collect(),
        ),
    })
}

/// The characters that such a text may begin with, beside digits.
pub(super) fn first() -> impl Iterator<Item = char> {
    signs().first.iter().copied()
}

/// Whether something carried over may begin here: cheap, and false almost everywhere.
pub(super) fn may_begin(text: &str) -> bool {
    const NEAR: Range<usize> = 0..12;
    let Signs { first, soon } = signs();
    text.starts_with(|c: char| c.is_ascii_digit() || first.contains(&c))
        && text.chars().take(NEAR.end).any(|c| soon.contains(&c))
}

fn one_of<'t>(words: &'static [&'static str]) -> impl FnMut(&'t str) -> IResult<&'t str, &'t str> {
    move |text: &'t str| {
        let found = words.iter().find_map(|it| Some((text.strip_prefix(it)?, *it)));
        match found {
            Some((rest, _)) => Ok((rest, &text[..text.len() - rest.len()])),
            None => fail().parse(text),
        }
    }
}

/// What is carried over from last year or to the next, in its many wordings.
pub(super) fn carried(text: &str, report_year: Option<u16>) -> IResult<&str, Topic> {
    from_last_year(text, report_year)
        .or_else(|_| to_next_year(text, report_year))
        .or_else(|_| one_of(LEFT)(text).map(|(rest, _)| (rest, Topic::CarriedOut)))
}

/// 上年结转, 2023年未办结, 结转上年
fn from_last_year(text: &str, report_year: Option<u16>) -> IResult<&str, Topic> {
    if let Ok((rest, _)) = (one_of(CARRIED_IN), one_of(LAST_YEAR)).parse(text) {
        return Ok((rest, Topic::CarriedIn));
    }
    let this_year = (opt(one_of(TOWARDS)), one_of(THIS_YEAR));
    let verb = (opt(one_of(REQUEST)), one_of(CARRIED_IN), opt(this_year), go_on);
    let earlier = |year: Option<u16>| year.is_none_or(|it| report_year.is_none_or(|of| it < of));
    map_opt((year_or([LAST_YEAR, EARLIER_YEARS]), verb), |(year, _)| {
        earlier(year).then_some(Topic::CarriedIn)
    })
    .parse(text)
}

/// 结转下年度继续办理, 延期至2026年答复, 下年度结转
fn to_next_year(text: &str, report_year: Option<u16>) -> IResult<&str, Topic> {
    if let Ok((rest, _)) = (one_of(NEXT_YEAR), one_of(CARRIED_OUT), go_on).parse(text) {
        return Ok((rest, Topic::CarriedOut));
    }
    let later = |year: Option<u16>| year.is_none_or(|it| report_year.is_none_or(|of| it > of));
    let verb = (one_of(CARRIED_OUT), opt(one_of(TOWARDS)));
    map_opt((verb, year_or([NEXT_YEAR, &[]]), go_on), |(_, year, ())| {
        later(year).then_some(Topic::CarriedOut)
    })
    .parse(text)
}

/// A year by a word, which is `None`, or in digits.
fn year_or<'t>(
    words: [&'static [&'static str]; 2],
) -> impl FnMut(&'t str) -> IResult<&'t str, Option<u16>> {
    move |text: &'t str| match words.into_iter().find_map(|it| one_of(it)(text).ok()) {
        Some((rest, _)) => Ok((rest, None)),
        None => year(text).map(|(rest, year)| (rest, Some(year))),
    }
}

fn go_on(text: &str) -> IResult<&str, ()> {
    let mut on = (opt(one_of(GOING_ON)), opt(one_of(HANDLED)));
    on.parse(text).map(|(rest, _)| (rest, ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Topic, &str)> {
        may_begin(text).then(|| carried(text, Some(2024)).ok()).flatten().map(|it| (it.1, it.0))
    }

    #[test]
    fn each_year_with_each_verb() {
        for year in LAST_YEAR.iter().chain(EARLIER_YEARS).chain(&["2023年"]) {
            for verb in CARRIED_IN {
                let text = format!("{year}{verb}3件");
                assert_eq!(read(&text), Some((Topic::CarriedIn, "3件")), "{text}");
            }
        }
        for verb in CARRIED_OUT {
            for year in NEXT_YEAR.iter().chain(&["2025年"]) {
                let text = format!("{verb}{year}3件");
                assert_eq!(read(&text), Some((Topic::CarriedOut, "3件")), "{text}");
            }
        }
        assert_eq!(read("下年度结转3件"), Some((Topic::CarriedOut, "3件")));
        for words in LEFT {
            assert_eq!(read(words), Some((Topic::CarriedOut, "")), "{words}");
        }
    }

    #[test]
    fn the_year_of_the_report_is_neither() {
        assert_eq!(read("2024年结转3件"), None);
        assert_eq!(read("结转2024年3件"), None);
    }
}
