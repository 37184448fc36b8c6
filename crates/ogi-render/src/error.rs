//! Errors of this crate.

use core::fmt;
use std::io;

use ogi_model::Message;

/// Why a report could not be written. Each says so in Chinese and in English; as text it is English.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// What is written to did not take it.
    Io(#[from] io::Error),
    /// A text does not fit a cell of a workbook.
    TooLong {
        /// The most characters that fit.
        limit: usize,
    },
}

impl WriteError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::TooLong { .. } => "too-long",
        }
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Io(_) => Message::new("报告未能写出", "the report could not be written"),
            Self::TooLong { limit } => Message::new(
                format!("有一段文字超过{limit}字，工作簿的单元格放不下"),
                format!(
                    "a paragraph or label has more than {limit} characters, which no cell of a workbook holds"
                ),
            ),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// A word that names no format.
///
/// ```
/// let error = "wps".parse::<ogi_render::Format>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown format `wps`; known are text, markdown, json"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct UnknownFormat {
    pub(crate) name: String,
}

impl UnknownFormat {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "unknown-format"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        let (name, known) = (&self.name, crate::Format::ALL.iter().map(|it| it.key()));
        let known: Vec<_> = known.collect();
        Message::new(
            format!("没有“{name}”这种文件格式，可用的有{}", known.join("、")),
            format!("unknown format `{name}`; known are {}", known.join(", ")),
        )
    }
}

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
