//! Days of a register.

use ogi_model::Date;

/// What a cell says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day<'a> {
    /// Nothing.
    Blank,
    /// A day.
    Is(Date),
    /// Something that is no day for certain.
    Unclear(&'a str),
}

/// Days as spreadsheets count them, 1990 to 2099: a day whose format was lost is such a number.
const SERIALS: core::ops::RangeInclusive<u32> = 32_874..=73_050;

impl<'a> Day<'a> {
    /// What a cell says that says anything.
    pub(crate) fn of(said: &'a str) -> Self {
        match ogi_text::date::day(said).or_else(|| serial(said)) {
            Some(day) => Self::Is(day),
            None => Self::Unclear(said),
        }
    }

    pub(crate) const fn date(self) -> Option<Date> {
        match self {
            Self::Is(date) => Some(date),
            Self::Blank | Self::Unclear(_) => None,
        }
    }
}

/// `45720` or, with a time of day, `45720.395`.
fn serial(said: &str) -> Option<Date> {
    let (days, time) = said.split_once('.').unwrap_or((said, "0"));
    if days.len() != 5 || time.is_empty() || !time.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let days = days.parse().ok().filter(|it| SERIALS.contains(it))?;
    of_serial(days)
}

/// The day of a number, from 1900-03-01 on, which is 61.
fn of_serial(serial: u32) -> Option<Date> {
    // Since 1600-03-01, the first day of 400 years that end with a leap day.
    let days = serial.checked_sub(61)? + 300 * 365 + 72;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    // Months from March on: 153 days are five of them.
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = 1600 + 400 * era + year + next;
    Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_spreadsheets_are_days() {
        for (said, day) in [
            ("45720", "2025-03-04"),
            ("45720.395", "2025-03-04"),
            ("36526", "2000-01-01"),
            ("36585", "2000-02-29"),
            ("36586", "2000-03-01"),
            ("45657", "2024-12-31"),
            ("45658", "2025-01-01"),
            ("73050", "2099-12-31"),
        ] {
            assert_eq!(serial(said).map(|it| it.to_string()).as_deref(), Some(day), "{said}");
        }
        for said in ["300", "99999", "45720.", "4572O", "-45720"] {
            assert_eq!(Day::of(said), Day::Unclear(said));
        }
    }

    #[test]
    fn days_follow_one_another() {
        let mut last = of_serial(*SERIALS.start()).unwrap();
        for serial in SERIALS.skip(1) {
            let next = of_serial(serial).unwrap();
            let follows = match (last.month(), Date::new(last.year(), last.month(), last.day() + 1))
            {
                (_, Ok(day)) => day,
                (12, _) => Date::new(last.year() + 1, 1, 1).unwrap(),
                (month, _) => Date::new(last.year(), month + 1, 1).unwrap(),
            };
            assert_eq!(next, follows);
            last = next;
        }
    }
}
