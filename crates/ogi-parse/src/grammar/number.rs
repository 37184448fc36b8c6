//! Numbers and their units, for the grammars of figures and of sentences.
//!
//! `1,113` is the whole part of `1,113.5万元`, and 万元 its unit.

use nom::combinator::fail;
use nom::{IResult, Parser};
use ogi_text::money::{self, MoneyUnit};
use ogi_text::number;

/// Digits, or groups of three after one to three.
pub(crate) fn whole(text: &str) -> IResult<&str, &str> {
    match number::whole_len(text) {
        0 => fail().parse(text),
        len => Ok((&text[len..], &text[..len])),
    }
}

/// A unit of money.
pub(crate) fn money_unit(text: &str) -> IResult<&str, MoneyUnit> {
    match money::unit_at(text) {
        Some(unit) => Ok((&text[unit.name.len()..], unit)),
        None => fail().parse(text),
    }
}
