//! The columns of a table, and what stands in them.

use std::borrow::Cow;

use ogi_model::{Date, Decimal, Value, Words};

use crate::line::one_line;

/// A column: its name, what it holds, and what that means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// Its name: lower case with an underscore, so that it is no word of SQL.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether every line has it.
    pub required: bool,
    /// What it means.
    pub meaning: Words,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Text on one line.
    Text,
    /// A whole number, 64 bits, signed.
    Integer,
    /// A decimal number of [`DECIMAL_PRECISION`] digits, [`DECIMAL_SCALE`] of them behind the point.
    Decimal,
    /// A day.
    Date,
}

/// What stands in a column of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Datum<'a> {
    /// Nothing.
    Nothing,
    /// Text on one line.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A decimal number that fits: see [`scaled`].
    Decimal(Decimal),
    /// A day.
    Date(Date),
}

/// How many digits a decimal number has.
pub const DECIMAL_PRECISION: u8 = 38;

/// How many of them stand behind the point: money in 万元 has four where it is converted from 元, and two more for 分.
pub const DECIMAL_SCALE: u8 = 10;

/// A decimal number in units of its last digit, as columns of fixed scale hold it; `None` if it has more digits than they
/// keep: it is never rounded.
///
/// ```
/// use ogi_model::Decimal;
/// use ogi_render::data::scaled;
///
/// assert_eq!(scaled(Decimal::new(961716, 1)), Some(961716 * 10_i128.pow(9)));
/// assert_eq!(scaled(Decimal::new(1, 11)), None);
/// ```
pub fn scaled(number: Decimal) -> Option<i128> {
    let number = number.normalize();
    let shift = u32::from(DECIMAL_SCALE).checked_sub(number.scale())?;
    let units = number.mantissa().checked_mul(10_i128.pow(shift))?;
    (units.unsigned_abs() < 10_u128.pow(DECIMAL_PRECISION.into())).then_some(units)
}

/// A column of records, and the way to its value.
pub(super) struct Column<G> {
    pub(super) field: Field,
    pub(super) get: G,
}

impl<G> Column<G> {
    /// A column that every line has.
    pub(super) const fn of(name: &'static str, kind: Kind, get: G, meaning: Words) -> Self {
        Self { field: Field { name, kind, required: true, meaning }, get }
    }

    /// A column that may be empty.
    pub(super) const fn maybe(name: &'static str, kind: Kind, get: G, meaning: Words) -> Self {
        Self { field: Field { name, kind, required: false, meaning }, get }
    }
}

/// Words in both languages.
pub(super) const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

/// One line a record: a line break within a text is a space.
impl<'a> From<&'a str> for Datum<'a> {
    fn from(text: &'a str) -> Self {
        let is_plain = |c: char| !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}');
        if text.chars().all(is_plain) {
            return Self::Text(Cow::Borrowed(text));
        }
        let line = one_line(text).replace(char::is_control, " ");
        Self::Text(Cow::Owned(line))
    }
}

impl From<String> for Datum<'_> {
    fn from(text: String) -> Self {
        match Datum::from(text.as_str()) {
            Datum::Text(Cow::Owned(line)) => Self::Text(Cow::Owned(line)),
            _ => Self::Text(Cow::Owned(text)),
        }
    }
}

impl From<i64> for Datum<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Datum<'_> {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

/// A count of things that are in memory.
impl From<usize> for Datum<'_> {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or(Self::Nothing, Self::Integer)
    }
}

impl From<Date> for Datum<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

/// What does not fit is not there: rounded it would be another number.
impl From<Value> for Datum<'_> {
    fn from(value: Value) -> Self {
        let number = value.decimal();
        scaled(number).map_or(Self::Nothing, |_| Self::Decimal(number))
    }
}

impl<'a, T: Into<Datum<'a>>> From<Option<T>> for Datum<'a> {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Nothing, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_one_line() {
        assert_eq!(Datum::from("一\r\n 二\t三"), Datum::Text("一 二 三".into()));
        assert_eq!(Datum::from("甲\u{2028}乙".to_owned()), Datum::Text("甲 乙".into()));
        assert_eq!(Datum::from("甲 乙"), Datum::Text("甲 乙".into()));
    }

    #[test]
    fn no_number_is_rounded() {
        let most = Decimal::MAX;
        assert_eq!(scaled(most), None);
        assert_eq!(scaled(Decimal::new(i64::MIN, 0)), Some(i128::from(i64::MIN) * 10_i128.pow(10)));
        assert_eq!(scaled(Decimal::new(1_500, 3)), scaled(Decimal::new(15, 1)));
        assert_eq!(Datum::from(Value::Decimal(Decimal::new(1, 11))), Datum::Nothing);
    }
}
