//! Why a policy does not take a rule of a program's own.

use core::fmt;

use crate::{Message, Words};

/// Why a policy does not take a rule of a program's own. Each says so in Chinese and in English; as text it is English.
///
/// ```
/// use ogi_check::{Policy, Rule, RuleError};
///
/// static RULE: Rule = Rule::of_report("fees", &|run| run.pass());
/// let error = Policy::default().with_rules([&RULE]).unwrap_err();
/// assert_eq!(error, RuleError::NoArea { id: "fees" });
/// assert_eq!(error.kind(), "rule-no-area");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// There is a rule of this id.
    Taken {
        /// The id.
        id: &'static str,
    },
    /// An id is small letters and digits, with hyphens between them.
    NoSlug {
        /// The id.
        id: &'static str,
    },
    /// An id has an area in front.
    NoArea {
        /// The id.
        id: &'static str,
    },
    /// The area of the id is one of those of [`RULES`](crate::RULES).
    AreaTaken {
        /// The id.
        id: &'static str,
        /// Its area.
        area: &'static str,
    },
    /// Words are missing, in Chinese or in English.
    NoWords {
        /// The id.
        id: &'static str,
        /// Which.
        what: Words,
    },
}

impl RuleError {
    /// A stable word for the kind of error, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Taken { .. } => "rule-taken",
            Self::NoSlug { .. } => "rule-no-slug",
            Self::NoArea { .. } => "rule-no-area",
            Self::AreaTaken { .. } => "rule-area-taken",
            Self::NoWords { .. } => "rule-no-words",
        }
    }

    /// What it is, in both languages.
    pub fn message(&self) -> Message {
        match self {
            Self::Taken { id } => Message::new(
                format!("规则编号“{id}”已有规则使用"),
                format!("there is a rule `{id}` already"),
            ),
            Self::NoSlug { id } => Message::new(
                format!("规则编号“{id}”只能由小写字母、数字和连字符组成，如“acme-fees”"),
                format!(
                    "the id `{id}` is not small letters and digits with hyphens between them, as `acme-fees`"
                ),
            ),
            Self::NoArea { id } => Message::new(
                format!("规则编号“{id}”前应有自己的类别，如“acme-{id}”"),
                format!("the id `{id}` has no area in front, as `acme-{id}`"),
            ),
            Self::AreaTaken { id, area } => Message::new(
                format!(
                    "规则编号“{id}”的类别“{area}-”由本程序的规则使用，请另用自己的类别，如“acme-{id}”"
                ),
                format!(
                    "the area `{area}-` of `{id}` is one of ours; take one of your own, as `acme-{id}`"
                ),
            ),
            Self::NoWords { id, what } => Message::new(
                format!("规则“{id}”的{}应有中文和英文", what.zh),
                format!("the {} of rule `{id}` should be there in Chinese and in English", what.en),
            ),
        }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}
