//! What is wrong with the JSON of a report.

use core::fmt;

use super::place::JsonPlace;
use crate::{CellId, Edition, Message, NotApplicable, TableEdition, TableId, Words};

/// Something in JSON that is not as the exchange format has it. Each says in Chinese and in English what it is and where;
/// as text it is English.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonFault {
    /// It is no JSON, or ends too early.
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// Whether it ends there.
        is_cut: bool,
    },
    /// Something else than an object.
    NoObject(JsonPlace),
    /// Something that the exchange format does not have.
    UnknownKey {
        /// Of what.
        of: JsonPlace,
        /// The key.
        key: String,
    },
    /// No version of the exchange format.
    VersionMissing,
    /// A version that is not known.
    UnknownVersion(String),
    /// No edition of a table.
    EditionMissing(TableId),
    /// An edition that there is not.
    UnknownEdition(TableId, String),
    /// A value of another kind than the key has.
    Value {
        /// The key.
        key: &'static str,
        /// What it should be.
        wanted: Words,
    },
    /// What no cell holds.
    Cell {
        /// Which cell.
        cell: CellId,
        /// What is wrong with it.
        what: CellFault,
    },
}

/// What is wrong with the JSON of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CellFault {
    /// A number with decimals that is no string.
    NotWhole(String),
    /// More digits than a count has.
    TooLarge(String),
    /// A string that is no figure.
    NoFigure(String),
    /// Something else than the marks for what does not apply.
    NoMark(String),
    /// An object of other keys.
    Keys,
    /// Another kind of value.
    Kind,
}

impl JsonFault {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "json-syntax",
            Self::NoObject(_) => "json-no-object",
            Self::UnknownKey { .. } => "json-unknown-key",
            Self::VersionMissing => "json-version-missing",
            Self::UnknownVersion(_) => "json-unknown-version",
            Self::EditionMissing(_) => "json-edition-missing",
            Self::UnknownEdition(..) => "json-unknown-edition",
            Self::Value { .. } => "json-value",
            Self::Cell { .. } => "json-cell",
        }
    }

    /// What it is and where, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Syntax { line, column, is_cut: true } => Message::new(
                format!("文件到第{line}行第{column}列就中断了，内容不完整"),
                format!("it is cut off at line {line}, column {column}"),
            ),
            Self::Syntax { line, column, .. } => Message::new(
                format!("第{line}行第{column}列不符合 JSON 的写法"),
                format!("line {line}, column {column} is no JSON"),
            ),
            Self::NoObject(place) => {
                let Message { zh, en } = place.name();
                Message::new(format!("{zh}应为对象（{{…}}）"), format!("{en} is no object"))
            }
            Self::UnknownKey { of, key } => {
                let Message { zh, en } = of.name();
                Message::new(format!("{zh}没有“{key}”这一项"), format!("{en} has no `{key}`"))
            }
            Self::VersionMissing => Message::new(
                "没有写明格式版本“schema_version”，应为1",
                "`schema_version` is missing; it is 1",
            ),
            Self::UnknownVersion(version) => Message::new(
                format!("格式版本“schema_version”为{version}，本程序只识别1"),
                format!("`schema_version` {version} is not known here; 1 is"),
            ),
            Self::EditionMissing(table) => {
                let Message { zh, en } = JsonPlace::Table(*table).name();
                let editions = editions("、", "或");
                Message::new(
                    format!("{zh}没有写明规定格式的版本“edition”，应为{editions}"),
                    format!("{en} has no `edition`"),
                )
            }
            Self::UnknownEdition(table, printed) => {
                let Message { zh, en } = JsonPlace::Table(*table).name();
                let editions = editions("、", "或");
                Message::new(
                    format!("{zh}的版本“edition”为“{printed}”，应为{editions}"),
                    format!("the edition of {en} is unknown: `{printed}`"),
                )
            }
            Self::Value { key, wanted } => Message::new(
                format!("“{key}”应为{}", wanted.zh),
                format!("`{key}` should be {}", wanted.en),
            ),
            Self::Cell { cell, what } => {
                let (Message { zh, en }, what) = (JsonPlace::Cell(*cell).name(), what.message());
                Message::new(format!("{zh}：{}", what.zh), format!("{en}: {}", what.en))
            }
        }
    }
}

impl CellFault {
    fn message(&self) -> Message {
        match self {
            Self::NotWhole(printed) => Message::new(
                format!("“{printed}”不是整数；有小数的数字要写在引号里"),
                format!("{printed} is not whole; a figure with decimals is a string"),
            ),
            Self::TooLarge(printed) => {
                Message::new(format!("“{printed}”过大"), format!("{printed} is too large"))
            }
            Self::NoFigure(printed) => Message::new(
                format!("“{printed}”不是数字，也不是“/”"),
                format!("`{printed}` is neither a figure nor `/`"),
            ),
            Self::NoMark(printed) => {
                let marks = NotApplicable::TOKENS.map(|it| it.1);
                Message::new(
                    format!(
                        "“na”为“{printed}”，应为{}之一",
                        marks.map(|it| format!("“{it}”")).join("、")
                    ),
                    format!("`na` is `{printed}`, not one of {}", marks.join(", ")),
                )
            }
            Self::Keys => Message::new(
                "对象应只有“na”、只有“unreadable”，或有数字“value”及其说明“remark”",
                "an object has `na` alone, `unreadable` alone, or a figure `value` with its `remark`",
            ),
            Self::Kind => Message::new(
                "应为整数、引号里的小数、空值“null”、“/”或对象",
                "should be a whole number, a decimal in a string, null, `/` or an object",
            ),
        }
    }
}

/// The editions of a table in JSON.
fn editions(comma: &str, or: &str) -> String {
    let all = Edition::ALL.iter().map(|it| format!("“{}”", it.key())).collect::<Vec<_>>();
    format!("{}{or}“{}”", all.join(comma), TableEdition::Mixed.key())
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

/// All that is wrong with the JSON of a report, in its order.
///
/// ```
/// use ogi_model::Report;
///
/// let json = r#"{"schema_version": 1, "year": "2025",
///     "disputes": {"edition": "2021", "reconsideration": {"total": "two"}}}"#;
/// let faults = Report::from_json(json.as_bytes()).unwrap_err();
/// assert_eq!(faults.iter().count(), 2);
/// assert_eq!(faults.to_string().lines().next(), Some("`year` should be a year of four digits, or null"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct JsonFaults(pub(super) Vec<JsonFault>);

impl JsonFaults {
    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &JsonFault> {
        self.0.iter()
    }

    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "json"
    }

    /// All of them in both languages, a line each.
    pub fn message(&self) -> Message {
        let all: Vec<Message> = self.iter().map(JsonFault::message).collect();
        let lines = |of: fn(&Message) -> &str| all.iter().map(of).collect::<Vec<_>>().join("\n");
        Message::new(lines(|it| &it.zh), lines(|it| &it.en))
    }
}

/// A line each.
impl fmt::Display for JsonFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
