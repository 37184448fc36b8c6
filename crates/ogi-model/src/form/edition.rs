//! The editions of the form, and what is known of each.

use super::keyed::keyed;
use super::{CellId, TableForm};

keyed! {
    /// An edition of the form.
    ///
    /// ```
    /// use ogi_model::Edition;
    /// assert_eq!(Edition::of_year(2020), Edition::E2019);
    /// assert_eq!("2021".parse(), Ok(Edition::E2021));
    /// ```
    Edition as "edition" {
        /// 国办公开办函〔2019〕60号, report years 2019 and 2020 (trial form).
        E2019 = "2019", "edition of 2019";
        /// 国办公开办函〔2021〕30号, report years from 2021.
        E2021 = "2021", "edition of 2021";
    }
}

/// What a notice says of the form annexed to it.
struct Record {
    notice: &'static str,
    first_year: u16,
    governs_narrative: bool,
}

impl Edition {
    /// The edition in force.
    pub const LATEST: Self = Self::ALL[Self::ALL.len() - 1];
    /// The first form of this kind.
    pub const EARLIEST: Self = Self::ALL[0];
    /// Those that replaced another.
    pub const LATER: &'static [Self] = Self::ALL.split_at(1).1;

    const fn record(self) -> Record {
        match self {
            Self::E2019 => Record {
                notice: "国办公开办函〔2019〕60号",
                first_year: 2019,
                governs_narrative: false,
            },
            Self::E2021 => Record {
                notice: "国办公开办函〔2021〕30号",
                first_year: 2021,
                governs_narrative: true,
            },
        }
    }

    /// The number of the notice that the form is annexed to.
    ///
    /// ```
    /// # use ogi_model::Edition;
    /// assert_eq!(Edition::E2021.notice(), "国办公开办函〔2021〕30号");
    /// ```
    pub const fn notice(self) -> &'static str {
        self.record().notice
    }

    /// The first report year that uses it.
    pub const fn first_year(self) -> u16 {
        self.record().first_year
    }

    /// Whether its notice says how long the overview is, and that part six reports the processing fee.
    pub const fn governs_narrative(self) -> bool {
        self.record().governs_narrative
    }

    /// The edition that reports of this year use (notices); the earliest for years before it.
    pub const fn of_year(year: u16) -> Self {
        let mut newest = Self::ALL.len() - 1;
        while newest > 0 && Self::ALL[newest].first_year() > year {
            newest -= 1;
        }
        Self::ALL[newest]
    }

    /// The edition of a year that may be unknown: then the one in force.
    ///
    /// ```
    /// # use ogi_model::Edition;
    /// assert_eq!(Edition::of_year_or_latest(Some(2019)), Edition::EARLIEST);
    /// assert_eq!(Edition::of_year_or_latest(None), Edition::LATEST);
    /// ```
    pub const fn of_year_or_latest(year: Option<u16>) -> Self {
        match year {
            Some(year) => Self::of_year(year),
            None => Self::LATEST,
        }
    }

    /// The editions that it replaced, the earliest first.
    ///
    /// ```
    /// # use ogi_model::Edition;
    /// assert_eq!(Edition::E2021.replaced(), [Edition::E2019]);
    /// ```
    pub const fn replaced(self) -> &'static [Self] {
        Self::ALL.split_at(self as usize).0
    }

    /// All editions from this one on.
    pub const fn and_later(self) -> &'static [Self] {
        Self::ALL.split_at(self as usize).1
    }

    /// The editions that have a cell, the earliest first. An edition that drops a cell drops it for good.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Edition, Row};
    /// let in_force = CellId::new(Row::Rules, Column::InForce);
    /// assert_eq!(Edition::having(in_force), [Edition::E2021]);
    /// ```
    pub const fn having(cell: CellId) -> &'static [Self] {
        let (mut first, mut end) = (0, Self::ALL.len());
        while first < end && !TableForm::of(cell.table(), Self::ALL[first]).contains(cell) {
            first += 1;
        }
        while end > first && !TableForm::of(cell.table(), Self::ALL[end - 1]).contains(cell) {
            end -= 1;
        }
        Self::ALL.split_at(end).0.split_at(first).1
    }
}
