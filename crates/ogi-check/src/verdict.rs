//! What a check comes to.

use crate::{Message, Outcome, Words};

/// What a check comes to.
///
/// ```
/// use ogi_check::{Policy, Verdict};
/// use ogi_model::{Edition, Report};
///
/// // Nothing is wrong with a form that nobody filled in, and nothing could be judged.
/// let blank = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// let outcome = ogi_check::check(&blank, &Policy::default());
/// assert_eq!(outcome.verdict, Verdict::Incomplete);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Verdict {
    /// No finding is as bad as the policy wants for a rejection, and all that the form requires could be judged.
    Accepted,
    /// No finding is that bad, but something that the form requires could not be judged.
    Incomplete,
    /// A finding is that bad.
    Rejected,
}

/// How much of what the form requires could be judged: whose report it is and of which year, and what the rules of level
/// error judge of tables three and four, and of sums over children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Coverage {
    /// How many targets there are.
    pub required: usize,
    /// How many of them passed or failed.
    pub judged: usize,
}

impl Coverage {
    /// How many could not be judged.
    pub const fn open(self) -> usize {
        self.required - self.judged
    }
}

impl Verdict {
    /// All of them, the best first.
    pub const ALL: &'static [Self] = &[Self::Accepted, Self::Incomplete, Self::Rejected];

    /// Its name in JSON: `accepted`, `incomplete` or `rejected`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Incomplete => "incomplete",
            Self::Rejected => "rejected",
        }
    }

    /// What it is called.
    pub const fn words(self) -> Words {
        match self {
            Self::Accepted => Words { zh: "通过", en: "accepted" },
            Self::Incomplete => Words { zh: "未完成核对", en: "incomplete" },
            Self::Rejected => Words { zh: "不通过", en: "not accepted" },
        }
    }
}

impl Outcome {
    /// What the verdict means, in one sentence that every output has.
    pub fn meaning(&self) -> Message {
        let Coverage { required, .. } = self.coverage;
        let level = self.fail_on.words();
        match self.verdict {
            Verdict::Rejected => {
                let count = self.open().filter(|it| it.severity >= self.fail_on).count();
                let (verb, s) = if count == 1 { ("is", "") } else { ("are", "s") };
                Message::new(
                    format!("不通过：有{count}处问题达到“{}”级别", level.zh),
                    format!(
                        "not accepted: there {verb} {count} finding{s} of level {} or above",
                        level.en
                    ),
                )
            }
            Verdict::Incomplete if self.coverage.open() > 0 => {
                let open = self.coverage.open();
                Message::new(
                    format!(
                        "未完成核对：没有“{}”级别的问题，但规定应核对的{required}项中有{open}项无法核对",
                        level.zh
                    ),
                    format!(
                        "incomplete: there is no finding of level {}, but {open} of the {required} targets that the form requires could not be judged",
                        level.en
                    ),
                )
            }
            Verdict::Incomplete => Message::new(
                "未完成核对：没有可以与下级报告比较的数字",
                "incomplete: there was no figure to compare with those of children",
            ),
            Verdict::Accepted if required == 0 => Message::new(
                format!("通过：所选规则没有发现“{}”级别的问题", level.zh),
                format!("accepted: the rules that were run found nothing of level {}", level.en),
            ),
            Verdict::Accepted => Message::new(
                format!("通过：没有“{}”级别的问题，规定应核对的{required}项均已核对", level.zh),
                format!(
                    "accepted: there is no finding of level {}, and all {required} targets that the form requires were judged",
                    level.en
                ),
            ),
        }
    }
}
