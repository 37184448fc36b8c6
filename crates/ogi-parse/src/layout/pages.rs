//! What a page prints around its text: its number, the address that a browser adds.
//!
//! `- 3 -` between two rows is the number of a page, not a figure.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, one_of};
use nom::combinator::{all_consuming, opt, rest, value, verify};
use nom::multi::many1_count;
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use ogi_text::blank;

/// The longest line with a page number, in bytes; addresses are long.
const LONGEST: usize = 40;
const LONGEST_ADDRESS: usize = 400;

/// Whether a line is `-3-`, `— 5 —`, `第 3 页 共 9 页`, `3/8`, or an address with that behind it.
pub(crate) fn is_page_number(line: &str) -> bool {
    let digits =
        |text: &str| text.ends_with(|c: char| c.is_ascii_digit() || "页-—–－―".contains(c));
    if line.len() > LONGEST_ADDRESS || !digits(line) {
        return false;
    }
    let is_short = line.len() <= LONGEST;
    is_short && all_consuming(page).parse(line).is_ok() || address(line).is_ok()
}

fn page(text: &str) -> IResult<&str, ()> {
    let dashes = || many1_count(one_of("-—–－―"));
    let dashed = value((), delimited((dashes(), gap), number, (gap, dashes())));
    let of = preceded((gap, opt(char('，')), tag("共"), gap), terminated(number, (gap, tag("页"))));
    let named = value((), (delimited((tag("第"), gap), number, (gap, tag("页"))), opt(of)));
    alt((dashed, named, share)).parse(text)
}

/// `3/8`: the page, and how many there are.
fn share(text: &str) -> IResult<&str, ()> {
    let pages = (terminated(number, char('/')), number);
    value((), verify(pages, |(page, all)| (1..=*all).contains(page) && *all > 1)).parse(text)
}

fn address(text: &str) -> IResult<&str, ()> {
    let scheme = (take_while1(|c: char| c.is_ascii_alphabetic()), tag("://"));
    let whole = (scheme, take_while1(|c: char| !c.is_whitespace()), gap);
    preceded(whole, all_consuming(share)).parse(text)
}

fn number(text: &str) -> IResult<&str, u16> {
    nom::combinator::map_res(take_while_m_n(1, 3, |c: char| c.is_ascii_digit()), str::parse)
        .parse(text)
}

fn gap(text: &str) -> IResult<&str, ()> {
    let (start, _) = blank::trim(text.as_bytes(), 0, text.len());
    value((), rest).parse(&text[..start]).map(|(_, it)| (&text[start..], it))
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn pages_are_numbered_in_many_ways() {
        for line in [
            "-3-",
            "— 5 —",
            "- 12 -",
            "第3页",
            "第 3 页 共 9 页",
            "3/8",
            "file:///a/b.html     4/8",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in
            ["-3", "3", "--", "8/3", "2024/1/17", "第3页起", "本年增/减", "http://a.example/1"]
        {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
