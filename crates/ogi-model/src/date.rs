//! Dates and periods.

use core::fmt;
use core::str::FromStr;

use crate::Message;

/// A day of the calendar, without arithmetic.
///
/// ```
/// use ogi_model::Date;
///
/// let date: Date = "2026-01-27".parse()?;
/// assert_eq!(date, Date::new(2026, 1, 27)?);
/// assert!(Date::new(2025, 2, 29).is_err());
/// # Ok::<(), ogi_model::BadDate>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// There is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub struct BadDate;

impl BadDate {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "bad-date"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        Message::new(
            "没有这一天；日期写成“2025-12-31”",
            "no such date; a date is written 2025-12-31",
        )
    }
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl Date {
    /// A day, if the calendar has it.
    ///
    /// # Errors
    /// [`BadDate`] if it does not.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, BadDate> {
        let days = match month {
            2 if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if day >= 1 && day <= days && year >= 1 && year <= 9999 {
            Ok(Self { year, month, day })
        } else {
            Err(BadDate)
        }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let mut parts = text.split('-');
        let mut next = |digits: usize| {
            let part = parts.next().filter(|it| it.len() == digits).ok_or(BadDate)?;
            if !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(BadDate);
            }
            part.parse::<u16>().map_err(|_| BadDate)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        if parts.next().is_some() {
            return Err(BadDate);
        }
        Self::new(year, month as u8, day as u8)
    }
}

/// The time that a report covers, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Period {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

impl Period {
    /// The period that the Regulation wants: 1 January to 31 December.
    ///
    /// ```
    /// # use ogi_model::Period;
    /// assert_eq!(Period::of_year(2025)?.end.to_string(), "2025-12-31");
    /// # Ok::<(), ogi_model::BadDate>(())
    /// ```
    ///
    /// # Errors
    /// [`BadDate`] if there is no such year.
    pub const fn of_year(year: u16) -> Result<Self, BadDate> {
        match (Date::new(year, 1, 1), Date::new(year, 12, 31)) {
            (Ok(start), Ok(end)) => Ok(Self { start, end }),
            _ => Err(BadDate),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
