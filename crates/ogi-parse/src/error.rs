//! Why there is nothing to read.

/// Why a source gives no reading. What is odd *about a report* is a note in the reading, never an error.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in the text says that it is this report.
    #[error("this is no government information annual report")]
    NotAReport,
    /// It has the headings of the report, but no table.
    #[error("the report has no tables")]
    NoTables,
    /// There are several reports in it, side by side or one after the other.
    #[error("there are several reports in it")]
    SeveralReports,
    /// More bytes than the limit allows.
    #[error("{size} bytes are more than the limit of {limit}")]
    TooLarge {
        /// How many there are.
        size: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8 text: byte {at} does not fit")]
    NotUtf8 {
        /// The first byte that does not fit, from 0.
        at: usize,
    },
}

impl ReadError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::NotAReport => "not-a-report",
            Self::NoTables => "no-tables",
            Self::SeveralReports => "several-reports",
            Self::TooLarge { .. } => "too-large",
            Self::NotUtf8 { .. } => "encoding",
        }
    }
}
