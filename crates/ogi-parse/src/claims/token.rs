//! A sentence, taken apart.

use core::ops::Range;

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{opt, recognize, value};
use nom::{IResult, Parser};
use ogi_text::{number, ordinal};

use super::carried;
use super::known::KnownFacts;
use super::lexicon;
use super::quantity::{self, Quantity, bare, left_out, quantity};
use super::word::{Topic, Word};
use super::year::{LAST_YEAR, year, year_before};

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Word(Word),
    Quantity(Quantity),
    /// A unit where a number should stand before it.
    LeftOut,
    Year(u16),
    /// ，
    Comma,
    /// 、 or 和
    Join,
    /// ；
    Stop,
    /// ：
    Colon,
    Open,
    Close,
    /// What is not understood.
    Text,
}

/// A token and its bytes in the text of the paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spanned {
    pub(super) token: Token,
    pub(super) span: Range<usize>,
}

/// The tokens of a sentence; `start` is where it begins in its paragraph.
pub(super) fn tokens(sentence: &str, start: usize, known: &KnownFacts) -> Vec<Spanned> {
    let mut tokens: Vec<Spanned> = Vec::new();
    let mut rest = sentence;
    let mut in_list = false;
    while let Some(first) = rest.chars().next() {
        // Most characters begin nothing.
        if !lexicon::begins(first) && !known.begins(first) {
            let at = start + sentence.len() - rest.len();
            rest = &rest[first.len_utf8()..];
            let end = start + sentence.len() - rest.len();
            match tokens.last_mut() {
                Some(last) if last.token == Token::Text => last.span.end = end,
                _ => tokens.push(Spanned { token: Token::Text, span: at..end }),
            }
            continue;
        }
        let before = &sentence[..sentence.len() - rest.len()];
        let latest = tokens.last().map(|it| it.token);
        in_list |= latest == Some(Token::Word(Word::Among));
        let (after, token) = token(rest, before, Earlier { latest, in_list }, known)
            .unwrap_or_else(|_| (skipped(rest, first), Token::Text));
        let at = start + before.len();
        let span = at..at + rest.len() - after.len();
        match tokens.last_mut() {
            Some(last) if token == Token::Text && last.token == Token::Text => {
                last.span.end = span.end
            }
            _ => tokens.push(Spanned { token, span }),
        }
        rest = after;
    }
    tokens
}

/// What stands before a token.
#[derive(Clone, Copy)]
struct Earlier {
    latest: Option<Token>,
    /// Whether there was a 其中, after which numbers may have no units.
    in_list: bool,
}

/// What follows a character that is not understood; all of a number, so that no half of it is read.
fn skipped(rest: &str, first: char) -> &str {
    if first.is_ascii_digit() {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "., -".contains(c))
    } else {
        &rest[first.len_utf8()..]
    }
}

fn token<'s>(
    rest: &'s str,
    before: &str,
    earlier: Earlier,
    known: &KnownFacts,
) -> IResult<&'s str, Token> {
    if let Some(rest) = item(rest, before) {
        return Ok((rest, Token::Word(Word::Filler)));
    }
    if let Ok((rest, it)) = compared_with(rest) {
        return Ok((rest, Token::Word(it)));
    }
    if let Ok((rest, mark)) = mark(rest) {
        return Ok((rest, mark));
    }
    let previous = before.chars().next_back();
    if may_begin(rest) && !goes_on(previous, rest) {
        if carried::may_begin(rest)
            && let Ok((rest, topic)) = carried::carried(rest, known.year)
        {
            return Ok((rest, Token::Word(Word::Topic(topic))));
        }
        if let Ok((rest, it)) = end_of_year(rest) {
            return Ok((rest, Token::Word(it)));
        }
        if let Ok((rest, year)) = year(rest) {
            return Ok((rest, Token::Year(year)));
        }
        if let Some((rest, year)) = year_before(rest, known.year) {
            return Ok((rest, Token::Year(year)));
        }
        if let Ok((rest, it)) = month(rest) {
            return Ok((rest, Token::Word(it)));
        }
        // 一类61条: the first is the name of what the second counts.
        if let Ok((rest, it)) = quantity(rest)
            && !rest.starts_with(|c: char| c.is_ascii_digit())
        {
            return Ok((rest, Token::Quantity(it)));
        }
        let stated = previous.is_some_and(|it| "为数量：计共".contains(it)) || earlier.in_list;
        if stated && let Ok((rest, it)) = bare(rest) {
            return Ok((rest, Token::Quantity(it)));
        }
    }
    // 市政府门户网站 is a channel, though 市政府 may be a body.
    if let Some((after, whose)) = known.name(rest)
        && lexicon::word(rest).is_none_or(|it| it.1.len() >= after.len())
    {
        return Ok((after, Token::Word(Word::Whose(whose))));
    }
    if matches!(earlier.latest, Some(Token::Word(it)) if takes_number(it))
        && let Ok((rest, _)) = left_out(rest)
    {
        return Ok((rest, Token::LeftOut));
    }
    if let Some(verb) = lexicon::negated(rest) {
        return Ok((verb, Token::Word(Word::No)));
    }
    lexicon::word(rest).map(|(word, rest)| (rest, Token::Word(word))).ok_or_else(|| none(rest))
}

/// What follows the ordinal of an item, where a clause begins with one: 1. （一） 二是
fn item<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    let begins = before.is_empty() || before.ends_with(['：', '；', '，', '。']);
    if begins { after_item(text) } else { None }
}

fn after_item(text: &str) -> Option<&str> {
    let with_is = || ordinal::numeral_at(text)?.1.strip_prefix("是");
    ordinal::after_item(text).or_else(with_is)
}

/// How the ordinal of an item is printed: 2. as 1., but not as （二）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ItemStyle {
    bracket: bool,
    digits: bool,
    mark: char,
}

impl ItemStyle {
    /// That of the ordinal that a text begins with.
    pub(super) fn of(text: &str) -> Option<Self> {
        let rest = after_item(text)?;
        let printed = &text[..text.len() - rest.len()];
        let bracket = printed.starts_with('（');
        let digits = printed.contains(|it: char| it.is_ascii_digit());
        Some(Self { bracket, digits, mark: printed.chars().next_back()? })
    }
}

/// Whether a number that seems to begin here goes on from before.
fn goes_on(previous: Option<char>, rest: &str) -> bool {
    let in_number =
        previous.is_some_and(|it| it.is_ascii_alphanumeric() || "第 .,-—~～×/+".contains(it));
    in_number || previous.is_some_and(number::is_chinese) && rest.starts_with(number::is_chinese)
}

/// Whether a number, a time or what is carried over may begin here: cheap, and false almost everywhere.
fn may_begin(text: &str) -> bool {
    let mut chars = text.chars();
    let number = |c: char| c.is_ascii_digit() || number::is_chinese(c);
    match chars.next() {
        Some('自' | '从' | '截') => true,
        // 百分之
        Some('百') => chars.take(4).any(number),
        Some(c) if quantity::begins().any(|it| it == c) => chars.take(4).any(number),
        Some(c) => {
            number(c) || carried::may_begin(text) || LAST_YEAR.iter().any(|it| text.starts_with(it))
        }
        None => false,
    }
}

/// Words that a number follows.
const fn takes_number(word: Word) -> bool {
    match word {
        Word::Request | Word::Total => true,
        Word::Topic(topic) => !matches!(
            topic,
            Topic::Handle
                | Topic::Disclosure
                | Topic::Case
                | Topic::Tribunal
                | Topic::Decision
                | Topic::ProcessingFee
        ),
        _ => false,
    }
}

fn mark(text: &str) -> IResult<&str, Token> {
    const JOINS: [&str; 8] = ["以及", "及其", "及", "和", "与", "或者", "或", "、"];
    let token = match text.chars().next() {
        Some('，') => Token::Comma,
        Some('；' | '。' | '！' | '？') => Token::Stop,
        Some('：') => Token::Colon,
        Some('（') => Token::Open,
        Some('）') => Token::Close,
        _ => {
            if !text.starts_with(['以', '及', '和', '与', '或', '、']) {
                return Err(none(text));
            }
            // 及时 is another word.
            let join = JOINS.iter().find_map(|it| text.strip_prefix(it));
            let join = join.filter(|_| !text.starts_with("及时"));
            return join.map(|rest| (rest, Token::Join)).ok_or_else(|| none(text));
        }
    };
    Ok((&text['，'.len_utf8()..], token))
}

/// That a text does not begin with what was looked for.
fn none(text: &str) -> nom::Err<nom::error::Error<&str>> {
    nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Tag))
}

/// The first and last day of a year say nothing about the number.
fn end_of_year(text: &str) -> IResult<&str, Word> {
    let start = (opt(year), tag("1月1日"));
    let end = (opt(year), alt((tag("12月31日"), tag("12月底"))));
    let from = opt(alt((tag("自"), tag("从"), tag("截至"), tag("截止"))));
    let to =
        opt(alt((tag("起"), tag("止"), tag("至"), tag("到"), tag("期间"), tag("—"), tag("-"))));
    value(Word::Filler, recognize((from, alt((value((), start), value((), end))), to))).parse(text)
}

fn month(text: &str) -> IResult<&str, Word> {
    let digits = take_while_m_n(1, 2, |c: char| c.is_ascii_digit());
    value(Word::OtherTime, (digits, tag("月"))).parse(text)
}

/// 较2023年, 与2023年相比
fn compared_with(text: &str) -> IResult<&str, Word> {
    if !text.starts_with(['比', '较', '与', '同', '相']) {
        return Err(none(text));
    }
    let with = alt((tag("比"), tag("较"), tag("与"), tag("同"), tag("相较于"), tag("相比")));
    let then = alt((
        value((), year),
        value((), tag("去年")),
        value((), tag("上年")),
        value((), tag("上一年")),
    ));
    value(Word::Compare, (with, then, opt(tag("度")), opt(tag("相比")))).parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ogi_model::ClaimValue;

    fn read(text: &str) -> Vec<Token> {
        let known = KnownFacts { year: Some(2024), ..KnownFacts::default() };
        tokens(text, 0, &known).into_iter().map(|it| it.token).collect()
    }

    fn topics(text: &str) -> Vec<Topic> {
        let topic = |it| match it {
            Token::Word(Word::Topic(topic)) => Some(topic),
            _ => None,
        };
        read(text).into_iter().filter_map(topic).collect()
    }

    #[test]
    fn carried_over() {
        for text in [
            "上年结转",
            "上一年度结转",
            "2023年结转",
            "结转上年度",
            "往年结转",
            "去年结转至本年度继续办理",
        ] {
            assert_eq!(topics(text), [Topic::CarriedIn], "{text}");
        }
        for text in [
            "结转下年度继续办理",
            "结转至下一年度办理",
            "转下一年度",
            "顺延到下年度答复",
            "结转2025年",
        ] {
            assert_eq!(topics(text), [Topic::CarriedOut], "{text}");
        }
        assert_eq!(topics("2024年结转"), []);
    }

    #[test]
    fn numbers_stand_alone() {
        let counts = |text| {
            let count = |it| match it {
                Token::Quantity(Quantity { said: ClaimValue::Count(n), .. }) => Some(n),
                _ => None,
            };
            read(text).into_iter().filter_map(count).collect::<Vec<_>>()
        };
        assert_eq!(counts("受理31件，答复1,113件"), [31, 1113]);
        for text in ["第五十条", "国令第711号", "12 3件", "1.2.3件", "2024-31件", "A3件"]
        {
            assert_eq!(counts(text), [0_i64; 0], "{text}");
        }
    }

    #[test]
    fn a_number_that_is_left_out() {
        assert_eq!(
            read("共主动公开条，"),
            [
                Token::Word(Word::Total),
                Token::Word(Word::Topic(Topic::Publish)),
                Token::LeftOut,
                Token::Comma
            ]
        );
        assert!(!read("共公开文件，按条例公开条款").contains(&Token::LeftOut));
    }

    #[test]
    fn years_and_days() {
        assert_eq!(read("2024年度"), [Token::Year(2024)]);
        assert_eq!(read("截至2024年12月31日"), [Token::Word(Word::Filler)]);
        assert_eq!(read("较2023年"), [Token::Word(Word::Compare)]);
        assert_eq!(read("9月"), [Token::Word(Word::OtherTime)]);
    }
}
