//! Errors of this crate.

use core::fmt;

use crate::{CellId, Message, TableId};

/// A key that names nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct UnknownKey {
    pub(crate) what: &'static str,
    pub(crate) key: String,
}

impl UnknownKey {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "unknown-key"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let Self { what, key } = self;
        Message::new(format!("没有“{key}”这个名称"), format!("unknown {what} `{key}`"))
    }
}

impl fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// Why a [`ReportBuilder`](crate::ReportBuilder) has nothing to build. Each says so in Chinese and in English; as text it
/// is English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The edition's form does not have this cell.
    NotInEdition(CellId),
    /// No agency was given.
    AgencyMissing,
    /// No year was given.
    YearMissing,
    /// There is no such year.
    BadYear(u16),
    /// A figure was given for a table that was left out.
    TableLeftOut(TableId),
}

impl BuildError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NotInEdition(_) => "not-in-edition",
            Self::AgencyMissing => "agency-missing",
            Self::YearMissing => "year-missing",
            Self::BadYear(_) => "bad-year",
            Self::TableLeftOut(_) => "table-left-out",
        }
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::NotInEdition(cell) => {
                let (row, column) = (cell.row().label(), cell.form_column().label);
                Message::new(
                    format!("这一版本的规定格式没有“{row}·{column}”这一格"),
                    format!("the form of this edition has no cell {cell}"),
                )
            }
            Self::AgencyMissing => Message::new("报告没有机关名称", "a report needs its agency"),
            Self::YearMissing => Message::new("报告没有年度", "a report needs its year"),
            Self::BadYear(year) => Message::new(
                format!("没有{year}年度的报告"),
                format!("there is no report year {year}"),
            ),
            Self::TableLeftOut(table) => {
                let heading = table.section().heading(crate::Edition::LATEST);
                Message::new(
                    format!("“{heading}”的表格已略去，却填有数字"),
                    format!("a figure was set in {table}, which was left out"),
                )
            }
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
