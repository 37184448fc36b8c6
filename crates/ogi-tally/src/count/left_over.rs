//! Rows that fit nowhere, and why.

use ogi_model::{CellId, Column, Date, Message, Row, TableId};

use crate::words::results;
use crate::{Field, Line, Scope};

/// Why a row fits nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// A cell that is needed is blank.
    Missing(Field),
    /// A cell should hold a day and holds something else.
    NoDay {
        /// Which.
        field: Field,
        /// What it holds.
        printed: String,
    },
    /// It was answered before it was received.
    AnsweredBeforeReceived {
        /// When it was received.
        received: Date,
        /// When it was answered.
        answered: Date,
    },
    /// A word that is not understood.
    UnknownWord {
        /// Of which column.
        field: Field,
        /// The word, with its ground.
        word: String,
    },
    /// A word that may mean several rows or columns of the form.
    SeveralMeanings {
        /// Of which column.
        field: Field,
        /// The word.
        word: String,
    },
    /// There is an outcome and no day on which it was answered.
    NotDated {
        /// The row of the outcome.
        outcome: Row,
    },
    /// It is said to be open, and to be answered.
    OpenAndAnswered {
        /// When it was answered.
        answered: Date,
    },
    /// It is said to be carried over, and the days say otherwise.
    NotCarried {
        /// What it is said to be.
        said: Row,
    },
    /// Another row has its number.
    NumberTaken {
        /// The first row with this number.
        first: Line,
        /// What that is called.
        name: Message,
    },
    /// Litigation, and nothing states whether reconsideration came first.
    LitigationKindUnknown,
}

/// The words for them, in their order.
pub(crate) const REASONS: [&str; 10] = [
    "missing",
    "no-day",
    "answered-before-received",
    "unknown-word",
    "several-meanings",
    "not-dated",
    "open-and-answered",
    "not-carried",
    "number-taken",
    "litigation-kind-unknown",
];

/// A row that fits nowhere in a table, with all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOver {
    /// Where it stands.
    pub line: Line,
    /// The table that it is missing from.
    pub table: TableId,
    /// Why; at least one reason.
    pub why: Vec<Why>,
    /// The kind of applicant, if that is known.
    pub applicant: Option<Column>,
    /// Whether it is new or was carried in, if that is known.
    pub received: Option<Row>,
    /// What came of it, if that is known.
    pub outcome: Option<Row>,
}

impl Why {
    /// A stable word, for programs.
    pub const fn kind(&self) -> &'static str {
        REASONS[match self {
            Self::Missing(_) => 0,
            Self::NoDay { .. } => 1,
            Self::AnsweredBeforeReceived { .. } => 2,
            Self::UnknownWord { .. } => 3,
            Self::SeveralMeanings { .. } => 4,
            Self::NotDated { .. } => 5,
            Self::OpenAndAnswered { .. } => 6,
            Self::NotCarried { .. } => 7,
            Self::NumberTaken { .. } => 8,
            Self::LitigationKindUnknown => 9,
        }]
    }

    /// The column that it is about, if it is about one.
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Missing(field)
            | Self::NoDay { field, .. }
            | Self::UnknownWord { field, .. }
            | Self::SeveralMeanings { field, .. } => Some(*field),
            Self::AnsweredBeforeReceived { .. }
            | Self::NotDated { .. }
            | Self::OpenAndAnswered { .. } => Some(Field::Answered),
            Self::NotCarried { .. } => Some(Field::Carried),
            Self::NumberTaken { .. } => Some(Field::Number),
            Self::LitigationKindUnknown => Some(Field::LitigationKind),
        }
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Missing(field) => {
                let name = field.words();
                Message::new(format!("{}未填写", name.zh), format!("the {} is blank", name.en))
            }
            Self::NoDay { field, printed } => {
                let name = field.words();
                Message::new(
                    format!("{}“{printed}”不是日期", name.zh),
                    format!("the {} “{printed}” is no day", name.en),
                )
            }
            Self::AnsweredBeforeReceived { received, answered } => Message::new(
                format!("答复日期{answered}早于收到日期{received}"),
                format!("answered on {answered}, before it was received on {received}"),
            ),
            Self::UnknownWord { field, word } => {
                let name = field.words();
                Message::new(
                    format!("{}“{word}”没有对应的项", name.zh),
                    format!("the {} “{word}” is not understood", name.en),
                )
            }
            Self::SeveralMeanings { field, word } => {
                let name = field.words();
                Message::new(
                    format!("{}“{word}”只是大类，不能确定是哪一项", name.zh),
                    format!("the {} “{word}” may be any of several", name.en),
                )
            }
            Self::NotDated { outcome } => Message::new(
                format!("有办理结果“{}”而没有答复日期", outcome.label()),
                format!("it ended as “{}” on no day", outcome.english()),
            ),
            Self::OpenAndAnswered { answered } => Message::new(
                format!("已于{answered}答复，办理结果却是尚未办结"),
                format!("it was answered on {answered} and is said to be open"),
            ),
            Self::NotCarried { said } => Message::new(
                format!("注明“{}”，与日期不符", ogi_text::ordinal::stem(said.label())),
                format!("it is said to be “{}”, and the days say otherwise", said.english()),
            ),
            Self::NumberTaken { name, .. } => Message::new(
                format!("编号与{}重复", name.zh),
                format!("it has the number of {}", name.en),
            ),
            Self::LitigationKindUnknown => Message::new(
                "有行政诉讼，而不知道是直接起诉还是复议后起诉",
                "litigation, and nothing states whether reconsideration came first",
            ),
        }
    }
}

impl LeftOver {
    /// All reasons, in both languages.
    pub fn message(&self) -> Message {
        let all: Vec<Message> = self.why.iter().map(Why::message).collect();
        let join =
            |of: fn(&Message) -> &str, mark| all.iter().map(of).collect::<Vec<_>>().join(mark);
        Message::new(join(|it| &it.zh, "；"), join(|it| &it.en, "; "))
    }

    /// Whether the row may belong into a cell, by what is known of it.
    pub(crate) fn may_be_in(&self, cell: CellId, scope: Scope) -> bool {
        if self.table != cell.table() {
            return false;
        }
        let is_received = matches!(cell.row(), Row::NewlyReceived | Row::CarriedIn);
        let row = match self.table {
            TableId::Applications if is_received => self.received,
            TableId::Applications => self.outcome,
            TableId::ActiveDisclosure | TableId::Disputes => self.outcome,
        };
        let is_result = cell.row() == Row::CarriedOut
            || results(scope.edition).any(|it| it.row == cell.row())
            || self.table == TableId::Disputes;
        (is_received || is_result)
            && row.is_none_or(|it| it == cell.row())
            && self.applicant.is_none_or(|it| it == cell.column())
    }
}
