//! What is wrong with a policy file.

use core::fmt;

use ogi_model::LineColumn;

use crate::AliasTaken;

/// What is wrong with a policy, a baseline or a list of aliases, and where in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// It is no TOML, or a value is of another kind than it should be.
    #[error("line {}, column {}: {message}", at.line, at.column)]
    Toml {
        /// Where.
        at: LineColumn,
        /// What the reader of TOML says.
        message: String,
    },
    /// A name that means nothing here.
    #[error("line {}, column {}: unknown {what} `{name}`{}", at.line, at.column, hint(nearest.as_deref()))]
    Unknown {
        /// Where.
        at: LineColumn,
        /// What it should be.
        what: PolicyName,
        /// What it is.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A waiver without a reason.
    #[error("line {}, column {}: a waiver needs a reason", at.line, at.column)]
    NoReason {
        /// Where.
        at: LineColumn,
    },
    /// A name that two agencies are said to have had.
    #[error("line {}, column {}: {taken}", at.line, at.column)]
    AliasTaken {
        /// Where.
        at: LineColumn,
        /// Which, and whose.
        taken: AliasTaken,
    },
}

/// What a name in a policy can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicyName {
    /// A setting.
    Key,
    /// A rule, or the beginning of the id of one.
    Rule,
    /// A cell.
    Cell,
}

impl fmt::Display for PolicyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key => "key",
            Self::Rule => "rule",
            Self::Cell => "cell",
        })
    }
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |it| format!("; did you mean `{it}`?"))
}
