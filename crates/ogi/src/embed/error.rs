//! Why a call failed.

use ogi_check::PolicyErrors;
use ogi_import::{InPlaceError, ReadError};
use ogi_model::{JsonFaults, Message};
use ogi_render::WriteError;
use ogi_tally::TallyError;
use serde::{Serialize, Serializer};

/// Why a call failed. As JSON it is `{"kind", "message": {"zh", "en"}}`.
///
/// ```
/// let error = ogi::embed::json::check(b"", "[]").unwrap_err();
/// assert_eq!(error.kind(), "options");
/// let json = serde_json::to_value(&error)?;
/// assert_eq!(json["message"]["en"], error.message().en);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmbedError {
    /// It holds no report that can be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is JSON, but no report.
    #[error("{}", .0.message().en)]
    Json(JsonFaults),
    /// The options are not those of the call.
    #[error("the options are not understood: {0}")]
    Options(String),
    /// The policy has a mistake.
    #[error("{}", .0.message().en)]
    Policy(PolicyErrors),
    /// The report does not fit what is written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The file cannot be commented on.
    #[error(transparent)]
    InPlace(#[from] InPlaceError),
    /// The register cannot be counted.
    #[error(transparent)]
    Tally(#[from] TallyError),
    /// Something that is a mistake of ours: a panic that a binding caught, or a value that is no JSON.
    #[error("a mistake of ogi: {0}")]
    Bug(String),
}

impl EmbedError {
    /// A stable word for the kind of error, for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Read(error) => error.kind(),
            Self::Json(faults) => faults.kind(),
            Self::Options(_) => "options",
            Self::Policy(errors) => errors.kind(),
            Self::Write(error) => error.kind(),
            Self::InPlace(error) => error.kind(),
            Self::Tally(error) => error.kind(),
            Self::Bug(_) => "bug",
        }
    }

    /// What it is and what to do, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Read(error) => error.message(),
            Self::Json(faults) => faults.message(),
            Self::Options(detail) => Message::new(format!("选项有误：{detail}"), self.to_string()),
            Self::Policy(errors) => errors.message(),
            Self::Write(error) => error.message(),
            Self::InPlace(error) => error.message(),
            Self::Tally(error) => error.message(),
            Self::Bug(detail) => Message::new(format!("程序内部错误：{detail}"), self.to_string()),
        }
    }
}

impl Serialize for EmbedError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Said {
            kind: &'static str,
            message: Message,
        }
        Said { kind: self.kind(), message: self.message() }.serialize(serializer)
    }
}
