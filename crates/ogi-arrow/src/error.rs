//! Errors of this crate.

use std::io;

use ogi_model::Message;

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
    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let zh = match self {
            Self::Io(_) => "表格未能写出".to_owned(),
            Self::Arrow(_) => "各列不能组成表格".to_owned(),
            Self::OtherTable { record, table } => {
                format!("一条记录属于表格“{record}”，却交给了表格“{table}”")
            }
            Self::TooPrecise { column } => format!("“{column}”有数字位数过多，放不下"),
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => "Parquet 文件未能生成".to_owned(),
        };
        Message::new(zh, self.to_string())
    }

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

/// What did not take the file is known by itself, so that a full disk is known as one.
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
