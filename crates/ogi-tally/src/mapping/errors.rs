//! What is wrong with a mapping file.

use core::fmt;

use ogi_model::{LineColumn, Message};

use crate::words::Vocabulary;

/// A mistake in a mapping, and where in the file it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MappingError {
    /// It is no TOML, or a value is no text.
    #[error("line {}, column {}: {message}", at.line, at.column)]
    Toml {
        /// Where.
        at: LineColumn,
        /// What the reader of TOML says.
        message: String,
    },
    /// A table that a mapping does not have.
    #[error("line {}, column {}: unknown table `{name}`{}", at.line, at.column, hint(nearest.as_deref()))]
    UnknownTable {
        /// Where.
        at: LineColumn,
        /// What it is called.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
    /// Something that no column can state.
    #[error("line {}, column {}: no column can know `{name}`{}", at.line, at.column, hint(nearest.as_deref()))]
    UnknownColumn {
        /// Where.
        at: LineColumn,
        /// What it is called.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
    /// A key that the form does not have, or not there.
    #[error("line {}, column {}: `{name}` is none of the {}{}", at.line, at.column, vocabulary.words().en, hint(nearest.as_deref()))]
    UnknownMeaning {
        /// Where.
        at: LineColumn,
        /// Of what.
        vocabulary: Vocabulary,
        /// The key.
        name: String,
        /// What was probably meant.
        nearest: Option<&'static str>,
    },
}

impl MappingError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Toml { .. } => "mapping-toml",
            Self::UnknownTable { .. } => "mapping-unknown-table",
            Self::UnknownColumn { .. } => "mapping-unknown-column",
            Self::UnknownMeaning { .. } => "mapping-unknown-meaning",
        }
    }

    /// Where it is.
    pub const fn at(&self) -> LineColumn {
        match self {
            Self::Toml { at, .. }
            | Self::UnknownTable { at, .. }
            | Self::UnknownColumn { at, .. }
            | Self::UnknownMeaning { at, .. } => *at,
        }
    }

    /// What it is, in both languages. What the reader of TOML says is English, and is stated only there.
    pub fn message(&self) -> Message {
        let meant = |nearest: &Option<&str>| {
            nearest.map_or_else(String::new, |it| format!("，是否指“{it}”"))
        };
        let zh = match self {
            Self::Toml { .. } => "写法有误，或取值不是文字".to_owned(),
            Self::UnknownTable { name, nearest, .. } => {
                format!("没有“{name}”这一节{}", meant(nearest))
            }
            Self::UnknownColumn { name, nearest, .. } => {
                format!("没有“{name}”这种列{}", meant(nearest))
            }
            Self::UnknownMeaning { vocabulary, name, nearest, .. } => {
                format!("“{name}”不是{}的键{}", vocabulary.words().zh, meant(nearest))
            }
        };
        let LineColumn { line, column } = self.at();
        Message::new(format!("第{line}行第{column}列：{zh}"), self.to_string())
    }
}

/// All that is wrong with a mapping, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct MappingErrors(Vec<MappingError>);

impl MappingErrors {
    pub(super) fn new(mut errors: Vec<MappingError>) -> Self {
        errors.sort_by_key(MappingError::at);
        Self(errors)
    }

    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "mapping"
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &MappingError> {
        self.0.iter()
    }

    /// All of them in both languages, a line each.
    pub fn message(&self) -> Message {
        let all: Vec<Message> = self.iter().map(MappingError::message).collect();
        let lines = |of: fn(&Message) -> &str| all.iter().map(of).collect::<Vec<_>>().join("\n");
        Message::new(lines(|it| &it.zh), lines(|it| &it.en))
    }
}

/// A line each.
impl fmt::Display for MappingErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |it| format!("; did you mean `{it}`?"))
}
