//! Errors of this crate.

use crate::{CellId, TableId};

/// A key that names nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what} `{key}`")]
pub struct UnknownKey {
    pub(crate) what: &'static str,
    pub(crate) key: String,
}

/// Why a [`ReportBuilder`](crate::ReportBuilder) has nothing to build.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The edition's form does not have this cell.
    #[error("the form of this edition has no cell {0}")]
    NotInEdition(CellId),
    /// No agency was given.
    #[error("a report needs its agency")]
    AgencyMissing,
    /// No year was given.
    #[error("a report needs its year")]
    YearMissing,
    /// There is no such year.
    #[error("there is no report year {0}")]
    BadYear(u16),
    /// A figure was given for a table that was left out.
    #[error("a figure was set in {0}, which was left out")]
    TableLeftOut(TableId),
}
