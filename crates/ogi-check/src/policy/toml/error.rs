//! What is wrong with a policy file.

use core::fmt;

use ogi_model::LineColumn;

use crate::{AliasTaken, Message};

/// What is wrong with a policy, a baseline or a list of aliases, and where in the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// It is no TOML, or a value is of another kind than it should be.
    Toml {
        /// Where.
        at: LineColumn,
        /// What the reader of TOML says.
        message: String,
    },
    /// A name that means nothing here.
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
    NoReason {
        /// Where.
        at: LineColumn,
    },
    /// A name that two agencies are said to have had.
    AliasTaken {
        /// Where.
        at: LineColumn,
        /// Which, and whose.
        taken: AliasTaken,
    },
}

impl PolicyError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Toml { .. } => "policy-toml",
            Self::Unknown { .. } => "policy-unknown-name",
            Self::NoReason { .. } => "policy-no-reason",
            Self::AliasTaken { .. } => "policy-alias-taken",
        }
    }

    /// Where it is.
    pub const fn at(&self) -> LineColumn {
        match self {
            Self::Toml { at, .. }
            | Self::Unknown { at, .. }
            | Self::NoReason { at }
            | Self::AliasTaken { at, .. } => *at,
        }
    }

    /// What it is, in both languages. What the reader of TOML says is English, and is stated only there.
    pub fn message(&self) -> Message {
        let LineColumn { line, column } = self.at();
        let Message { zh, en } = self.what();
        Message::new(
            format!("第{line}行第{column}列：{zh}"),
            format!("line {line}, column {column}: {en}"),
        )
    }

    fn what(&self) -> Message {
        match self {
            Self::Toml { message, .. } => {
                Message::new("写法有误，或取值不是所要求的类型", message.trim_end())
            }
            Self::Unknown { what, name, nearest, .. } => {
                let Message { zh, en } = meant(nearest.as_deref());
                match what {
                    PolicyName::Key => Message::new(
                        format!("没有“{name}”这项设置{zh}"),
                        format!("unknown key `{name}`{en}"),
                    ),
                    PolicyName::Rule => Message::new(
                        format!("没有编号为“{name}”的规则{zh}"),
                        format!("unknown rule `{name}`{en}"),
                    ),
                    PolicyName::Cell => Message::new(
                        format!("没有“{name}”这个单元格{zh}"),
                        format!("unknown cell `{name}`{en}"),
                    ),
                }
            }
            Self::NoReason { .. } => Message::new("豁免必须写明理由", "a waiver needs a reason"),
            Self::AliasTaken { taken, .. } => taken.message(),
        }
    }
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// All that is wrong with a policy, a baseline or a list of aliases, in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct PolicyErrors(Vec<PolicyError>);

impl PolicyErrors {
    pub(crate) fn new(mut errors: Vec<PolicyError>) -> Self {
        errors.sort_by_key(PolicyError::at);
        Self(errors)
    }

    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "policy"
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &PolicyError> {
        self.0.iter()
    }

    /// All of them in both languages, a line each.
    pub fn message(&self) -> Message {
        let all: Vec<Message> = self.iter().map(PolicyError::message).collect();
        let lines = |of: fn(&Message) -> &str| all.iter().map(of).collect::<Vec<_>>().join("\n");
        Message::new(lines(|it| &it.zh), lines(|it| &it.en))
    }
}

/// A line each.
impl fmt::Display for PolicyErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
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

/// What was probably meant.
fn meant(nearest: Option<&str>) -> Message {
    nearest.map_or_else(Message::default, |it| {
        Message::new(format!("，是否指“{it}”"), format!("; did you mean `{it}`?"))
    })
}
