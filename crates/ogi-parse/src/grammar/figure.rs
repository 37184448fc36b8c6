//! What a cell prints.

use nom::branch::alt;
use nom::bytes::complete::take_while1;
use nom::character::complete::{char, one_of, space0};
use nom::combinator::{all_consuming, map, opt, rest, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use ogi_model::{Cell, Decimal, NotApplicable, TableForm, Unit, Value};
use ogi_text::money::MoneyUnit;
use ogi_text::narrow::narrow;
use ogi_text::ordinal;

use super::number::{money_unit, whole};

/// Reads what a cell prints; `None` if it is no figure. Also whether a unit is printed with it.
///
/// Thousands separators must separate thousands, and more digits than fit are no figure: what is read is what
/// is printed, or nothing.
pub(crate) fn figure(text: &str, unit: Unit) -> Option<(Cell, bool)> {
    if let Ok(token) = text.parse::<NotApplicable>() {
        return Some((token.into(), false));
    }
    let narrow = narrow(text);
    let narrow = narrow.trim();
    if let Some(raw) = marked_unreadable(text) {
        return Some((Cell::Unreadable(raw.into()), false));
    }
    let (_, parts) = printed(narrow).ok()?;
    // `00` and `012` are several figures without anything between them, or none.
    if parts.whole.len() > 1 && parts.whole.starts_with('0') {
        return None;
    }
    let number = parts.number(unit)?;
    let remark = parts.remark.map(|_| remark_as_printed(text).into());
    Some((Cell::Number { value: number, remark }, parts.unit.is_some()))
}

/// The parts of a printed number.
struct NumberParts<'a> {
    sign: Option<char>,
    whole: &'a str,
    fraction: Option<&'a str>,
    unit: Option<Measure>,
    remark: Option<&'a str>,
}

/// A unit beside a number.
#[derive(Clone, Copy)]
enum Measure {
    /// 件 and the other words for things.
    Things,
    /// 元 or a multiple of it.
    Money(MoneyUnit),
}

fn printed(text: &str) -> IResult<&str, NumberParts<'_>> {
    all_consuming((
        // A question mark is what some pages make of a blank.
        opt((char('?'), char(' '), space0)),
        opt(sign),
        terminated(whole, space0),
        opt(preceded(char('.'), digits)),
        space0,
        opt(measure),
        space0,
        opt(remark),
    ))
    .parse(text)
    .map(|(left, (_, sign, whole, fraction, _, unit, _, remark))| {
        (left, NumberParts { sign, whole, fraction, unit, remark })
    })
}

fn sign(text: &str) -> IResult<&str, char> {
    alt((
        terminated(one_of("+-"), space0),
        value('-', char('−')),
        value('+', char('增')),
        value('-', char('减')),
    ))
    .parse(text)
}

fn digits(text: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit()).parse(text)
}

fn measure(text: &str) -> IResult<&str, Measure> {
    alt((map(money_unit, Measure::Money), value(Measure::Things, one_of("件条个项宗起份次部"))))
        .parse(text)
}

fn remark(text: &str) -> IResult<&str, &str> {
    delimited(
        char('('),
        verify(map(rest, |it: &str| it.strip_suffix(')').unwrap_or("")), |it: &str| {
            !it.trim().is_empty() && is_one_bracket(it) && !is_ordinal(it) && !is_of_the_form(it)
        }),
        nom::combinator::success(()),
    )
    .parse(text)
}

/// Whether the bracket that opens a remark closes at its end: in `39（二）部分公开（区分处理的…）` the next label begins.
fn is_one_bracket(inner: &str) -> bool {
    let mut depth = 1;
    inner.chars().all(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth > 0
    })
}

/// The note in the corner of a table is no remark on the figure before it.
fn is_of_the_form(inner: &str) -> bool {
    let letters = |it: &str| it.chars().filter(|it| it.is_alphabetic()).collect::<String>();
    let inner = letters(inner);
    TableForm::ALL.iter().filter_map(|it| it.corner).any(|it| letters(it) == inner)
}

/// `（二）` is the ordinal of what follows.
fn is_ordinal(inner: &str) -> bool {
    inner.trim().chars().all(ordinal::is_numeral)
}

impl NumberParts<'_> {
    fn number(&self, unit: Unit) -> Option<Value> {
        // 增 and 减 are words of the signed columns only.
        let negative = self.sign == Some('-');
        let digits: String = self.whole.chars().filter(char::is_ascii_digit).collect();
        let sign = if negative { "-" } else { "" };
        match (unit, self.unit) {
            (Unit::Money, Some(Measure::Things)) => None,
            (Unit::Money, measure) => {
                let fraction = self.fraction.map(|it| format!(".{it}")).unwrap_or_default();
                let amount = Decimal::from_str_exact(&format!("{sign}{digits}{fraction}")).ok()?;
                match measure {
                    Some(Measure::Money(unit)) => unit.in_ten_thousands(amount),
                    _ => Some(amount),
                }
                .map(Value::Decimal)
            }
            (_, Some(Measure::Money(_))) => None,
            (_, _) => match self.fraction {
                None => format!("{sign}{digits}").parse().ok().map(Value::Count),
                Some(fraction) => Decimal::from_str_exact(&format!("{sign}{digits}.{fraction}"))
                    .ok()
                    .map(Value::Decimal),
            },
        }
    }
}

/// What our own writers print for a cell that could not be read: `无法辨认（raw）`.
fn marked_unreadable(text: &str) -> Option<&str> {
    text.strip_prefix(Cell::UNREADABLE)?.strip_prefix('（')?.strip_suffix('）')
}

/// The text between the first bracket and the last.
fn remark_as_printed(text: &str) -> &str {
    let text = text.trim();
    let Some(open) = text.find(['（', '(']) else { return "" };
    let inner = text[open..].trim_start_matches(['（', '(']);
    inner.strip_suffix('）').or_else(|| inner.strip_suffix(')')).unwrap_or(inner).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Option<i64> {
        figure(text, Unit::Count)?.0.count()
    }

    fn money(text: &str) -> Option<String> {
        Some(figure(text, Unit::Money)?.0.decimal()?.to_string())
    }

    #[test]
    fn counts() {
        for (text, n) in [
            ("0", 0),
            ("1,113", 1113),
            ("３１", 31),
            ("1，234，567", 1_234_567),
            ("28件", 28),
            ("? 0", 0),
            ("+461", 461),
            ("-8", -8),
            ("－8", -8),
            ("3 件", 3),
        ] {
            assert_eq!(count(text), Some(n), "{text}");
        }
        for text in [
            "",
            "1,11",
            "1 113",
            "约3",
            "3-",
            "00",
            "012",
            "12345678901234567890",
            "见附件",
            "3元",
            "1.",
            "3)",
            "5（",
            "39（二）",
            "39（二）部分公开（区分处理的）",
        ] {
            assert_eq!(count(text), None, "{text}");
        }
        assert_eq!(figure("3.5", Unit::Count).unwrap().0.to_string(), "3.5");
    }

    #[test]
    fn money_is_in_ten_thousands_and_keeps_its_scale() {
        assert_eq!(money("18.8710").as_deref(), Some("18.8710"));
        assert_eq!(money("96,171.6").as_deref(), Some("96171.6"));
        assert_eq!(money("251000元").as_deref(), Some("25.1000"));
        assert_eq!(money("1646.5万元").as_deref(), Some("1646.5"));
        assert_eq!(money("1.5亿元").as_deref(), Some("15000.0"));
        assert_eq!(money("3件"), None);
    }

    #[test]
    fn tokens_and_remarks() {
        assert_eq!(figure("/", Unit::Count).unwrap().0, NotApplicable::Slash.into());
        assert_eq!(figure("无", Unit::Count).unwrap().0, NotApplicable::None.into());
        assert_eq!(
            figure("22（其中修订 16 件）", Unit::Count).unwrap().0,
            Cell::from(22).with_remark("其中修订 16 件")
        );
        assert_eq!(
            figure("5 (含上年（1件）)", Unit::Count).unwrap().0,
            Cell::from(5).with_remark("含上年（1件）")
        );
        assert_eq!(figure("无法辨认（5）", Unit::Count).unwrap().0, Cell::Unreadable("5".into()));
    }
}
