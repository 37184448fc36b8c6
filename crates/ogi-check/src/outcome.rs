//! What a check says.

use core::fmt;

use ogi_model::{CellId, Place, Value};

use crate::{Coverage, Message, Rule, Severity, UnusedWaiver, Verdict, Waived, Words};

/// What a check says about a report.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Outcome {
    /// What is wrong or odd, the worst first. Of one severity first what concerns no cell, then by primary cell in table
    /// order; for the same cell in the order of [`RULES`](crate::RULES). Numbered from 1 in this order.
    pub findings: Vec<Finding>,
    /// What may have gone wrong where sums are broken, the likeliest first; ties in table order.
    pub explanations: Vec<Explanation>,
    /// The findings about broken sums that no explanation mends, by their numbers: what is wrong there cannot be distinguished from
    /// the figures.
    pub unexplained: Vec<usize>,
    /// Whether the search for explanations came to its end: there is none that it missed.
    pub exhaustive: bool,
    /// How many targets had which outcome.
    pub summary: Summary,
    /// What could not be judged, in the order of the findings.
    pub unevaluated: Vec<Unevaluated>,
    /// The waivers for this report that waive nothing, although their rule was run.
    pub idle_waivers: Vec<UnusedWaiver>,
    /// The rules of the program's own that were run, in the order in which it gave them.
    pub own_rules: Vec<&'static Rule>,
    /// From which severity on a finding that is not waived means a rejection.
    pub fail_on: Severity,
    /// How much of what the form requires could be judged.
    pub coverage: Coverage,
    /// What it comes to.
    pub verdict: Verdict,
    /// Whether the verdict is that it is accepted.
    pub accepted: bool,
}

impl Outcome {
    /// The findings that count.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.waived.is_none())
    }

    /// The findings that are waived.
    pub fn waived(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|it| it.waived.is_some())
    }

    /// What may explain a finding, the likeliest first.
    pub fn explanations_of<'o>(
        &'o self,
        finding: &'o Finding,
    ) -> impl Iterator<Item = &'o Explanation> {
        self.explanations.iter().filter(|it| finding.explanations.contains(&it.id))
    }

    /// Whether all the rules that were run found their targets sound, and none was left without a verdict; of a report
    /// without a source those that can be judged without one.
    ///
    /// More than [`accepted`](Self::accepted): a policy waives findings.
    pub fn is_valid(&self) -> bool {
        self.summary.fail == 0 && self.summary.not_evaluated == self.without_source()
    }

    /// How many targets need the source that a bare report does not have: headings, labels, order, places.
    pub fn without_source(&self) -> usize {
        self.unevaluated.iter().filter(|it| it.reason == Reason::NoSource).count()
    }
}

/// How many targets of all rules had which outcome.
///
/// A target is what a rule judges on its own: an equality, a cell, a part of the report, or the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Summary {
    /// Sound.
    pub pass: usize,
    /// Not sound.
    pub fail: usize,
    /// The rule is not about it.
    pub not_applicable: usize,
    /// Nobody can say, because figures are missing.
    pub not_evaluated: usize,
}

/// Something that is wrong or odd.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// Its number in the outcome, from 1.
    pub id: usize,
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// How bad it is, by the policy.
    pub severity: Severity,
    /// What it is.
    pub message: Message,
    /// The cell that it is about: for a sum or a balance the total.
    pub cell: Option<CellId>,
    /// All cells that it is about: for a sum or a balance the parts, then the total.
    pub cells: Vec<CellId>,
    /// What a [waiver](crate::Waiver) knows it again by: what the cell prints; or where it is about words, or about no
    /// cell, what its message is about.
    pub printed: String,
    /// What the cell prints, if that is a figure.
    pub observed: Option<Value>,
    /// What the others imply for it.
    pub expected: Option<Expected>,
    /// Observed less expected, where both are determined.
    pub residual: Option<Value>,
    /// Where it stands, if there is a source.
    pub place: Option<Place>,
    /// The explanations that mend it, by their numbers.
    pub explanations: Vec<usize>,
    /// Why the policy waives it, if it does.
    pub waived: Option<Waived>,
}

/// What the parts of a total imply for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// This value.
    Exactly(Value),
    /// Some parts are unknown: this value or more.
    AtLeast(Value),
    /// Some parts are unknown: this value or less.
    AtMost(Value),
}

impl Expected {
    /// The value, where there is only one.
    pub const fn exactly(self) -> Option<Value> {
        match self {
            Self::Exactly(value) => Some(value),
            Self::AtLeast(_) | Self::AtMost(_) => None,
        }
    }

    /// What the parts come to, in words.
    pub(crate) fn comes_to(self) -> Message {
        let (zh, en, value) = match self {
            Self::Exactly(value) => ("为", "", value),
            Self::AtLeast(value) => ("至少为", "at least ", value),
            Self::AtMost(value) => ("至多为", "at most ", value),
        };
        Message { zh: format!("{zh}{value}"), en: format!("{en}{value}") }
    }
}

/// `11`, `≥ 5` or `≤ 5`.
impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exactly(value) => write!(f, "{value}"),
            Self::AtLeast(value) => write!(f, "≥ {value}"),
            Self::AtMost(value) => write!(f, "≤ {value}"),
        }
    }
}

/// A target that a rule could not judge.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unevaluated {
    /// The rule.
    pub rule: &'static Rule,
    /// The target: a cell, or the total of an equality; `None` for one that is no cell.
    pub cell: Option<CellId>,
    /// The cells that were missing.
    pub missing: Vec<CellId>,
    /// The missing cells that the equality determines, with the only count that each can have.
    pub implied: Vec<(CellId, Value)>,
    /// Why.
    pub reason: Reason,
}

/// Why a target could not be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Reason {
    /// Cells are blank, unreadable or not there.
    Unknown,
    /// A figure is not whole.
    NotWhole,
    /// The reader used this very equality to state where the figures of a row belong.
    Settled,
    /// The table has the rows of several editions, and nothing says which of them are counted.
    EditionsMixed,
    /// The text says it in a way that is unreadable.
    TextUnclear,
    /// The report does not say whose it is, or of which year.
    NotTold,
    /// No cell has a figure.
    NoFigures,
    /// It is about the source, and there is only the report.
    NoSource,
    /// Cells of last year's report are blank, unreadable or not there.
    UnknownLastYear,
    /// There are earlier reports, but none of last year.
    YearMissing,
    /// Cells of children are blank, unreadable or not there, or a child has no report.
    UnknownInChildren,
}

impl Reason {
    /// In words.
    pub const fn words(self) -> Words {
        match self {
            Self::Unknown => Words {
                zh: "有单元格为空白、无法辨认或缺失",
                en: "cells are blank, unreadable or not there",
            },
            Self::NotWhole => Words { zh: "有数字不是整数", en: "a figure is not whole" },
            Self::Settled => Words {
                zh: "该行数字归入哪一列正是依此勾稽关系确定的，不能再用来核对",
                en: "the figures of the row were placed by this very equality",
            },
            Self::EditionsMixed => Words {
                zh: "表中混用不同版本规定格式的行，无法确定哪些行计入",
                en: "the table mixes rows of several editions, and nothing says which are counted",
            },
            Self::TextUnclear => Words {
                zh: "原文的表述无法确切辨认",
                en: "the text says it in a way that is unreadable",
            },
            Self::NotTold => Words {
                zh: "报告没有写明机关或年度",
                en: "the report does not say whose it is, or of which year",
            },
            Self::NoFigures => {
                Words { zh: "表格中没有数字", en: "no cell of its tables has a figure" }
            }
            Self::NoSource => Words {
                zh: "只有数据，没有报告原文",
                en: "there is only the report, and no source",
            },
            Self::UnknownLastYear => Words {
                zh: "上一年度报告有单元格为空白、无法辨认或缺失",
                en: "cells of last year's report are blank, unreadable or not there",
            },
            Self::YearMissing => {
                Words { zh: "缺少上一年度的报告", en: "there is no report of last year" }
            }
            Self::UnknownInChildren => Words {
                zh: "有下级单位缺少报告，或其单元格为空白、无法辨认或缺失",
                en: "children have no report, or cells that are blank, unreadable or not there",
            },
        }
    }
}

/// What may have gone wrong: edits that mend findings.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Explanation {
    /// Its number in the outcome, from 1.
    pub id: usize,
    /// What kind of slip it is.
    pub mechanism: Mechanism,
    /// How likely it is, given what is printed.
    pub posterior: f64,
    /// What to change.
    pub edits: Vec<Edit>,
    /// The findings that it mends, by their numbers.
    pub mends: Vec<usize>,
    /// How many explanations arithmetic cannot distinguish from this one, itself included.
    pub class_size: usize,
}

/// A kind of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mechanism {
    /// Its slug.
    pub id: &'static str,
    /// What it is called.
    pub name: Words,
}

/// A change of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edit {
    /// Which.
    pub cell: CellId,
    /// What it prints, if that is a figure.
    pub from: Option<Value>,
    /// What it should print.
    pub to: Value,
}
