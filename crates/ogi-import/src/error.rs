//! Why a source cannot be imported, or read.

use core::fmt;

use ogi_model::Message;
use ogi_parse::ParseError;

use crate::{Refused, Words};

/// Why a source cannot be imported. Each says in Chinese and in English what it is and what to do; as text it is English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A kind of file that is not read.
    Refused(Refused),
    /// It cannot be opened without its password.
    Encrypted,
    /// More than a limit allows.
    Limit {
        /// What there is too much of, with `{limit}` in it.
        what: Words,
        /// The limit.
        limit: u64,
    },
    /// The container is damaged or cut off.
    Damaged {
        /// What it should be.
        container: Words,
        /// What is wrong with it, for those who look into the file.
        detail: String,
    },
    /// The text is in no encoding that is read.
    Encoding,
    /// Whoever wanted it [stopped](crate::Stop) the import.
    Stopped,
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
            Self::Stopped => "stopped",
        }
    }

    /// What it is and what to do, in both languages.
    ///
    /// ```
    /// let message = ogi_import::Kind::of(b"GIF89a").unwrap_err().message();
    /// assert_eq!(message.zh, "无法读取图片。请找到文字版：.docx、网页或有文字的 PDF。");
    /// assert!(message.en.starts_with("an image is not read; "));
    /// ```
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(kind) => Message::new(
                format!("无法读取{}。{}。", kind.name().zh, kind.advice().zh),
                format!("{} is not read; {}", kind.name().en, kind.advice().en),
            ),
            Self::Encrypted => Message::new(
                "文件设有密码。请另存为没有密码的文件。",
                "it has a password; save it without one",
            ),
            Self::Limit { what, limit } => {
                let Message { zh, en } = what.render(&[("limit", Message::same(limit))]);
                Message::new(
                    format!("{zh}，未读取。请删去无关内容，或拆分后再读。"),
                    format!("{en}; leave out what does not belong to it, or split the file"),
                )
            }
            Self::Damaged { container, detail } => Message::new(
                "文件不完整或已损坏。请重新获取。",
                format!(
                    "the {} is damaged: {detail}; get it again from where it came",
                    container.en
                ),
            ),
            Self::Stopped => ParseError::Stopped.message(),
            Self::Encoding => Message::new(
                "无法识别文字的编码。请用记事本等打开，另存为 UTF-8 编码。",
                "the text is in no encoding that is read; save it as UTF-8 or GB18030",
            ),
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// Why a source gives no reading: it cannot be imported, or holds no report.
///
/// ```
/// use ogi_import::read;
/// use ogi_parse::ReadOptions;
///
/// let error = read("<p>关于放假的通知</p>".as_bytes(), &ReadOptions::default()).unwrap_err();
/// assert_eq!(error.kind(), "not-a-report");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// It cannot be imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// It holds no report.
    #[error(transparent)]
    Parse(#[from] ParseError),
}

impl ReadError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Import(error) => error.kind(),
            Self::Parse(error) => error.kind(),
        }
    }

    /// What it is and what to do, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Import(error) => error.message(),
            Self::Parse(error) => error.message(),
        }
    }
}
