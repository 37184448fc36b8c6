//! Why a source cannot be imported, or read.

use ogi_parse::ReadError;

/// Why a source cannot be imported. Every message says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A kind of file that is not read, with advice.
    #[error("{what} is not read; {advice}")]
    Unsupported {
        /// What it is.
        what: &'static str,
        /// What to do.
        advice: &'static str,
    },
    /// More than a limit allows.
    #[error("more {what} than the limit of {limit}")]
    Limit {
        /// Of what.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// The container is damaged or cut off.
    #[error("the {container} is damaged: {detail}; get it again from where it came")]
    Damaged {
        /// What it should be.
        container: &'static str,
        /// What is wrong with it.
        detail: String,
    },
    /// The text is in no encoding that is read.
    #[error("the text is in no encoding that is read; save it as UTF-8 or GB18030")]
    Encoding,
}

impl ImportError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Unsupported { .. } => "unsupported",
            Self::Limit { .. } => "too-large",
            Self::Damaged { .. } => "damaged",
            Self::Encoding => "encoding",
        }
    }
}

/// Why a source gives no reading: it cannot be imported, or holds no report.
///
/// ```
/// use ogi_import::{Limits, read};
///
/// let error = read("<p>关于放假的通知</p>".as_bytes(), &Default::default(), &Limits::default()).unwrap_err();
/// assert_eq!(error.kind(), "not-a-report");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// It cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// It holds no report.
    #[error(transparent)]
    Read(#[from] ReadError),
}

impl Error {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Import(error) => error.kind(),
            Self::Read(error) => error.kind(),
        }
    }
}
