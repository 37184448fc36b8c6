//! What the columns of a register state.

use core::fmt;
use core::str::FromStr;

use ogi_model::{Group, Message, Row, TableForm, Words};

use crate::words::Vocabulary;

/// What a column of a register states about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// The number under which it is registered.
    Number,
    /// The day on which it was received.
    Received,
    /// The day on which it was answered or closed; blank while it is open.
    Answered,
    /// The kind of applicant.
    Applicant,
    /// The kind of organisation, where the kind of applicant only says that it is one.
    Organization,
    /// How it ended.
    Outcome,
    /// The ground, where the outcome only says that it was refused.
    Reason,
    /// Whether it was carried over; the days are what counts, this must agree with them.
    Carried,
    /// The result of reconsideration.
    Reconsideration,
    /// The day of reconsideration.
    ReconsiderationDate,
    /// The result of litigation of either kind.
    Litigation,
    /// The day of litigation.
    LitigationDate,
    /// Whether litigation came after reconsideration or without it.
    LitigationKind,
    /// The result of litigation without reconsideration.
    LitigationDirect,
    /// The result of litigation after reconsideration.
    LitigationAfterReconsideration,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Anything,
    Day,
    Word(Vocabulary),
}

/// A field as it is written down.
struct Entry {
    field: Field,
    key: &'static str,
    words: Words,
    content: Content,
    /// What offices call the column, beside the form's own label.
    names: &'static str,
}

const fn entry(
    field: Field,
    key: &'static str,
    words: (&'static str, &'static str),
    content: Content,
    names: &'static str,
) -> Entry {
    Entry { field, key, words: Words { zh: words.0, en: words.1 }, content, names }
}

const RESULT: Content = Content::Word(Vocabulary::Results);

/// In the order of the enum.
const FIELDS: [Entry; 15] = [
    entry(
        Field::Number,
        "number",
        ("登记编号", "number"),
        Content::Anything,
        "编号 登记号 登记编号 受理编号 受理号 申请编号 申请登记号 办件编号 办理编号 收文编号 流水号 回执编号 申请号",
    ),
    entry(
        Field::Received,
        "received",
        ("收到日期", "day received"),
        Content::Day,
        "收到日期 收到时间 收件日期 收件时间 收到申请日期 收到申请时间 收文日期 受理日期 受理时间 接收日期 接收时间 登记日期 登记时间 \
         申请日期 申请时间 来件日期 来件时间",
    ),
    entry(
        Field::Answered,
        "answered",
        ("答复日期", "day answered"),
        Content::Day,
        "答复日期 答复时间 办结日期 办结时间 回复日期 回复时间 作出答复日期 出具答复日期 答复书日期 办理完成日期 办复日期 完成日期",
    ),
    entry(
        Field::Applicant,
        "applicant",
        ("申请人类型", "kind of applicant"),
        Content::Word(Vocabulary::Applicants),
        "申请人类型 申请人类别 申请人性质 申请人身份 申请主体 申请主体类型 申请人分类 申请者类型 申请人",
    ),
    entry(
        Field::Organization,
        "organization",
        ("组织类型", "kind of organisation"),
        Content::Word(Vocabulary::Applicants),
        "组织类型 组织类别 法人类型 法人类别 单位类型 单位性质 机构类型",
    ),
    entry(
        Field::Outcome,
        "outcome",
        ("办理结果", "outcome"),
        Content::Word(Vocabulary::Outcomes),
        "办理结果 处理结果 答复结果 答复类型 答复类别 答复情况 办理情况 答复方式 公开结果 决定类型 答复意见 办结方式 结果类型",
    ),
    entry(
        Field::Reason,
        "reason",
        ("具体情形", "ground"),
        Content::Word(Vocabulary::Outcomes),
        "具体情形 不予公开情形 不予公开理由 不予公开原因 具体理由 具体类型 具体原因 情形 细类 二级分类 结果细分 答复细类",
    ),
    entry(
        Field::Carried,
        "carried",
        ("结转", "carried over"),
        Content::Word(Vocabulary::Carried),
        "结转 是否结转 结转情况 上年结转 是否上年结转 是否为上年结转 结转下年 是否结转下年 结转下年度",
    ),
    entry(
        Field::Reconsideration,
        "reconsideration",
        ("行政复议结果", "result of reconsideration"),
        RESULT,
        "复议结果 行政复议结果 行政复议 复议 复议情况 行政复议情况 复议决定",
    ),
    entry(
        Field::ReconsiderationDate,
        "reconsideration_date",
        ("行政复议日期", "day of reconsideration"),
        Content::Day,
        "复议日期 复议时间 行政复议日期 行政复议时间 复议决定日期 复议受理日期 复议申请日期 复议申请时间",
    ),
    entry(
        Field::Litigation,
        "litigation",
        ("行政诉讼结果", "result of litigation"),
        RESULT,
        "诉讼结果 行政诉讼结果 行政诉讼 诉讼 诉讼情况 行政诉讼情况 判决结果 裁判结果",
    ),
    entry(
        Field::LitigationDate,
        "litigation_date",
        ("行政诉讼日期", "day of litigation"),
        Content::Day,
        "诉讼日期 诉讼时间 行政诉讼日期 行政诉讼时间 起诉日期 起诉时间 判决日期 裁判日期 立案日期",
    ),
    entry(
        Field::LitigationKind,
        "litigation_kind",
        ("起诉方式", "kind of litigation"),
        Content::Word(Vocabulary::Litigation),
        "起诉方式 诉讼类型 诉讼方式 起诉类型 诉讼类别 是否经复议 是否经过复议",
    ),
    entry(
        Field::LitigationDirect,
        "litigation_direct",
        ("未经复议直接起诉的结果", "result of litigation without reconsideration"),
        RESULT,
        "直接起诉 直接诉讼 直接起诉结果 未经复议直接起诉结果",
    ),
    entry(
        Field::LitigationAfterReconsideration,
        "litigation_after_reconsideration",
        ("复议后起诉的结果", "result of litigation after reconsideration"),
        RESULT,
        "复议后诉讼 复议后起诉结果 经复议后起诉",
    ),
];

impl Field {
    /// All of them.
    pub const ALL: [Self; FIELDS.len()] = {
        let mut all = [Self::Number; FIELDS.len()];
        let mut i = 0;
        while i < FIELDS.len() {
            all[i] = FIELDS[i].field;
            assert!(all[i] as usize == i);
            i += 1;
        }
        all
    };

    /// Those that no register can be counted without.
    pub const REQUIRED: [Self; 4] =
        [Self::Received, Self::Answered, Self::Applicant, Self::Outcome];

    const fn entry(self) -> &'static Entry {
        &FIELDS[self as usize]
    }

    /// The key in a mapping.
    pub const fn key(self) -> &'static str {
        self.entry().key
    }

    /// Its name in both languages.
    pub const fn words(self) -> Words {
        self.entry().words
    }

    /// The words of its cells, if they are of a closed list.
    pub const fn vocabulary(self) -> Option<Vocabulary> {
        match self.content() {
            Content::Word(vocabulary) => Some(vocabulary),
            Content::Anything | Content::Day => None,
        }
    }

    /// The column that says more where a word only says what kind it is: `不予公开`, `法人或其他组织`.
    pub(crate) const fn ground(self) -> Option<Self> {
        match self {
            Self::Applicant => Some(Self::Organization),
            Self::Outcome => Some(Self::Reason),
            _ => None,
        }
    }

    pub(crate) const fn content(self) -> Content {
        self.entry().content
    }

    /// What the column may be called: the label of the form, and what offices say.
    pub(crate) fn names(self) -> impl Iterator<Item = &'static str> {
        let group = |group| {
            let found = TableForm::ALL.iter().find_map(|form| form.group(group));
            found.map(|it| ogi_text::ordinal::stem(it.label))
        };
        let label = match self {
            Self::Applicant => group(Group::Applicants),
            Self::Organization => group(Group::Organizations),
            Self::Outcome => group(Group::Outcome),
            Self::Reconsideration => Some(Row::Reconsideration.label()),
            Self::Litigation => group(Group::Litigation),
            Self::LitigationDirect => Some(Row::LitigationDirect.label()),
            Self::LitigationAfterReconsideration => {
                Some(Row::LitigationAfterReconsideration.label())
            }
            _ => None,
        };
        label.into_iter().chain(self.entry().names.split_whitespace())
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

/// A key that names no [`Field`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown column `{0}`")]
pub struct UnknownField(String);

impl UnknownField {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        "unknown-field"
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        Message::new(format!("没有“{}”这种列", self.0), self.to_string())
    }
}

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(key: &str) -> Result<Self, UnknownField> {
        let found = Self::ALL.into_iter().find(|it| it.key() == key);
        found.ok_or_else(|| UnknownField(key.to_owned()))
    }
}
