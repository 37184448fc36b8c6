//! Why a source cannot be imported, or read.

use ogi_parse::ReadError;

use crate::{Refused, Words};

/// Why a source cannot be imported. Every message says what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A kind of file that is not read, with advice.
    #[error("{} is not read; {}", .0.name().en, .0.advice().en)]
    Refused(Refused),
    /// It cannot be opened without its password.
    #[error("it has a password; save it without one")]
    Encrypted,
    /// More than a limit allows.
    #[error("more {what} than the limit of {limit}")]
    Limit {
        /// Of what.
        what: Words,
        /// The limit.
        limit: u64,
    },
    /// The container is damaged or cut off.
    #[error("the {container} is damaged: {detail}; get it again from where it came")]
    Damaged {
        /// What it should be.
        container: Words,
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
            Self::Refused(_) => "unsupported",
            Self::Encrypted => "encrypted",
            Self::Limit { .. } => "too-large",
            Self::Damaged { .. } => "damaged",
            Self::Encoding => "encoding",
        }
    }

    /// What it says, in Chinese.
    ///
    /// ```
    /// let error = ogi_import::Kind::of(b"{\\rtf1").unwrap_err();
    /// assert_eq!(error.in_chinese(), "不能读取RTF 文档：请打开后另存为 .docx");
    /// ```
    pub fn in_chinese(&self) -> String {
        match self {
            Self::Refused(kind) => {
                format!("不能读取{}：{}", kind.name().zh, kind.advice().zh)
            }
            Self::Encrypted => "文件有密码：请另存为没有密码的文件".to_owned(),
            Self::Limit { what, limit } => format!("文件超出上限（{}：{limit}）", what.zh),
            Self::Damaged { container, detail } => {
                format!("{}已损坏：{detail}。请重新获取", container.zh)
            }
            Self::Encoding => "无法识别文字的编码：请另存为 UTF-8 或 GB18030".to_owned(),
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
