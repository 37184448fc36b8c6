//! Errors of this crate.

use std::io;

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// What is written to did not take it.
    #[error("the report could not be written")]
    Io(#[from] io::Error),
    /// A text does not fit a cell of a workbook.
    #[error(
        "a paragraph or label has more than {limit} characters, which no cell of a workbook holds"
    )]
    TooLong {
        /// The most characters that fit.
        limit: usize,
    },
}

/// A word that names no format.
///
/// ```
/// let error = "wps".parse::<ogi_render::Format>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown format `wps`; known are text, markdown, json"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format `{name}`; known are {}", known())]
pub struct UnknownFormat {
    pub(crate) name: String,
}

fn known() -> String {
    crate::Format::ALL.iter().map(|it| it.key()).collect::<Vec<_>>().join(", ")
}
