//! Errors of this crate.

use std::io;

/// Why a table could not be made or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What is written to did not take it.
    #[error("the table could not be written")]
    Io(#[source] io::Error),
    /// Arrow refused the columns.
    #[error("the columns do not make a table")]
    Arrow(#[from] arrow_schema::ArrowError),
    /// A record is of another table.
    #[error("a record of the table {record} was given to the table {table}")]
    OtherTable {
        /// The table of the record.
        record: &'static str,
        /// The table that it was given to.
        table: &'static str,
    },
    /// A number has more digits than its column keeps.
    #[error("a number of {column} has more digits than the column keeps")]
    TooPrecise {
        /// The column.
        column: &'static str,
    },
    /// The Parquet file could not be made.
    #[cfg(feature = "parquet")]
    #[error("the Parquet file could not be made")]
    Parquet(#[source] ::parquet::errors::ParquetError),
}

impl Error {
    /// A stable word for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::Arrow(_) => "arrow",
            Self::OtherTable { .. } => "other-table",
            Self::TooPrecise { .. } => "too-precise",
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => "parquet",
        }
    }
}

/// What did not take the file is told by itself, so that a full disk is known as one.
#[cfg(feature = "parquet")]
impl From<::parquet::errors::ParquetError> for Error {
    fn from(error: ::parquet::errors::ParquetError) -> Self {
        use ::parquet::errors::ParquetError::External;
        match error {
            External(error) => match error.downcast::<io::Error>() {
                Ok(error) => Self::Io(*error),
                Err(error) => Self::Parquet(External(error)),
            },
            error => Self::Parquet(error),
        }
    }
}
