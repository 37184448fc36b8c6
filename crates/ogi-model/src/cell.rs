//! What is printed in a cell.

use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;

/// What a cell prints. Nothing becomes 0 here and no total is recomputed.
///
/// ```
/// use ogi_model::{Cell, Value};
///
/// let cell = Cell::from(28);
/// assert_eq!(cell.count(), Some(28));
/// assert_eq!(Cell::Blank.count(), None);
/// assert_eq!(Cell::from(22).with_remark("其中修订16件").to_string(), "22（其中修订16件）");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// The source does not have this cell.
    #[default]
    Absent,
    /// The cell is there and nothing is printed in it.
    Blank,
    /// A token that says the cell does not apply.
    NotApplicable(NotApplicable),
    /// A number.
    Number {
        /// Its value.
        value: Value,
        /// What is printed in brackets after it.
        remark: Option<Box<str>>,
    },
    /// Something is printed that is unreadable; the raw text.
    Unreadable(Box<str>),
}

/// The value of a figure.
///
/// Counts are whole. Money is a decimal in 万元 with its printed scale kept; a count that is printed with
/// decimals keeps them too, for a rule to find.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A whole number (件).
    Count(i64),
    /// A decimal (万元).
    Decimal(Decimal),
}

/// A token for "not applicable", as printed.
///
/// ```
/// use ogi_model::NotApplicable;
/// assert_eq!("—".parse(), Ok(NotApplicable::Dash));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotApplicable {
    /// `/`
    Slash,
    /// `／`
    WideSlash,
    /// `\`
    Backslash,
    /// `-`
    Hyphen,
    /// `--`
    DoubleHyphen,
    /// `－`
    WideHyphen,
    /// `–`
    EnDash,
    /// `—`
    Dash,
    /// `——`
    DoubleDash,
    /// `无`
    None,
}

impl NotApplicable {
    pub(crate) const TOKENS: [(Self, &'static str); 10] = [
        (Self::Slash, "/"),
        (Self::WideSlash, "／"),
        (Self::Backslash, "\\"),
        (Self::Hyphen, "-"),
        (Self::DoubleHyphen, "--"),
        (Self::WideHyphen, "－"),
        (Self::EnDash, "–"),
        (Self::Dash, "—"),
        (Self::DoubleDash, "——"),
        (Self::None, "无"),
    ];

    /// The token as printed.
    pub const fn as_str(self) -> &'static str {
        Self::TOKENS[self as usize].1
    }
}

impl FromStr for NotApplicable {
    type Err = crate::UnknownKey;

    fn from_str(token: &str) -> Result<Self, Self::Err> {
        Self::TOKENS.iter().find(|it| it.1 == token).map(|it| it.0).ok_or_else(|| {
            crate::UnknownKey { what: "token for not applicable", key: token.to_owned() }
        })
    }
}

impl Cell {
    /// The value, if the cell prints a number.
    pub const fn value(&self) -> Option<Value> {
        match self {
            Self::Number { value, .. } => Some(*value),
            _ => None,
        }
    }

    /// The value in 件, if the cell prints a whole number.
    pub fn count(&self) -> Option<i64> {
        self.value()?.whole()
    }

    /// The value as a decimal, if the cell prints a number. Money is in 万元.
    pub fn decimal(&self) -> Option<Decimal> {
        self.value().map(Value::decimal)
    }

    /// What is printed in brackets after the number.
    pub fn remark(&self) -> Option<&str> {
        match self {
            Self::Number { remark, .. } => remark.as_deref(),
            _ => None,
        }
    }

    /// The same number with a remark; any other cell is unchanged.
    pub fn with_remark(self, text: &str) -> Self {
        match self {
            Self::Number { value, .. } => Self::Number { value, remark: Some(text.into()) },
            other => other,
        }
    }

    /// Money is a decimal even if it is whole.
    pub(crate) fn into_money(self) -> Self {
        match self {
            Self::Number { value: Value::Count(n), remark } => {
                Self::Number { value: Value::Decimal(n.into()), remark }
            }
            other => other,
        }
    }

    /// Whether the source has the cell.
    pub const fn is_present(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// Whether the cell is there and blank.
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The raw text of an unreadable cell.
    pub fn unreadable(&self) -> Option<&str> {
        match self {
            Self::Unreadable(raw) => Some(raw),
            _ => None,
        }
    }
}

/// As the standard layouts print it; nothing for a blank. An unreadable cell is `无法辨认（…）` around its raw
/// text, so that reading what was written does not take the raw text for a figure.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent | Self::Blank => Ok(()),
            Self::NotApplicable(token) => f.write_str(token.as_str()),
            Self::Number { value, remark: None } => write!(f, "{value}"),
            Self::Number { value, remark: Some(remark) } => write!(f, "{value}（{remark}）"),
            Self::Unreadable(raw) => write!(f, "{}（{raw}）", Self::UNREADABLE),
        }
    }
}

impl Cell {
    /// The word that marks an unreadable cell in what the writers print.
    pub const UNREADABLE: &'static str = "无法辨认";
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Value::Count(value).into()
    }
}

impl From<Decimal> for Cell {
    fn from(value: Decimal) -> Self {
        Value::Decimal(value).into()
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self::Number { value, remark: None }
    }
}

impl From<NotApplicable> for Cell {
    fn from(token: NotApplicable) -> Self {
        Self::NotApplicable(token)
    }
}

impl Value {
    /// The value as a decimal.
    pub fn decimal(self) -> Decimal {
        match self {
            Self::Count(n) => n.into(),
            Self::Decimal(d) => d,
        }
    }

    /// The value as a whole number, if it is one and fits.
    pub fn whole(self) -> Option<i64> {
        match self {
            Self::Count(n) => Some(n),
            Self::Decimal(d) if d.fract().is_zero() => i64::try_from(d).ok(),
            Self::Decimal(_) => None,
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        match self {
            Self::Count(n) => n < 0,
            Self::Decimal(d) => d.is_sign_negative() && !d.is_zero(),
        }
    }
}

/// By value: `25.1` equals `25.1000`.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Count(a), Self::Count(b)) => a == b,
            (a, b) => a.decimal() == b.decimal(),
        }
    }
}

impl Eq for Value {}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(n) => write!(f, "{n}"),
            Self::Decimal(d) => write!(f, "{d}"),
        }
    }
}
