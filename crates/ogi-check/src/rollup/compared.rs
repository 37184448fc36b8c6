//! A figure of the parent beside those of its children.

use ogi_model::{Cell, CellId, Decimal, Report, Unit, Value};

use super::figure::{ChildFigure, addable, value};
use super::{Family, Total};
use crate::{Policy, Words};

/// A figure of the parent beside those of its children.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Compared {
    /// Which.
    pub cell: CellId,
    /// What the parent prints.
    pub parent: Cell,
    /// What the children's figures come to as printed: of those that are known.
    pub sum: Value,
    /// The same where the children's own errors are corrected.
    pub corrected: Value,
    /// How they stand to one another.
    pub standing: Standing,
    /// What those that are not counted would have to hold: bodies without a report, or figures that are not known. Nothing
    /// where the children come to more than the parent.
    pub lacking: Option<Value>,
    /// The children, by their number, whose figure is not known.
    pub missing: Vec<usize>,
    /// What each child contributes, in the order of the children.
    pub figures: Vec<ChildFigure>,
}

/// How a figure of the parent stands to the sum of its children's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Standing {
    /// It is the sum.
    Equal,
    /// It is the sum as printed, but not where the children's own errors are corrected: the parent has them too.
    EqualAsPrinted,
    /// It is the sum where the children's own errors are corrected.
    EqualWhenCorrected,
    /// It is another figure.
    Different,
    /// It is less than what is known of the children, whatever the figures are that are not.
    Exceeded,
    /// Figures of children are not known, and it is not less than those that are.
    Open,
    /// The parent prints no figure.
    NotPrinted,
    /// Such figures do not add up: the sum is for reference only.
    ForReference,
}

impl Standing {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Equal,
        Self::EqualAsPrinted,
        Self::EqualWhenCorrected,
        Self::Different,
        Self::Exceeded,
        Self::Open,
        Self::NotPrinted,
        Self::ForReference,
    ];

    /// Its name in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::EqualAsPrinted => "equal-as-printed",
            Self::EqualWhenCorrected => "equal-when-corrected",
            Self::Different => "different",
            Self::Exceeded => "exceeded",
            Self::Open => "open",
            Self::NotPrinted => "not-printed",
            Self::ForReference => "for-reference",
        }
    }

    /// In words.
    pub const fn words(self) -> Words {
        let (zh, en) = match self {
            Self::Equal => ("相符", "equal"),
            Self::EqualAsPrinted => ("按原数相符而更正后不符", "equal only as printed"),
            Self::EqualWhenCorrected => {
                ("下级更正后相符", "equal when children correct their errors")
            }
            Self::Different => ("不符", "different"),
            Self::Exceeded => ("少于已报单位合计", "below what children have reported"),
            Self::Open => ("缺下级数字", "lacking figures of children"),
            Self::NotPrinted => ("汇总数未填", "not printed by the parent"),
            Self::ForReference => ("仅供参考", "for reference only"),
        };
        Words { zh, en }
    }

    /// Whether the parent's figure is wrong if the children's are right as they are printed.
    pub const fn is_difference(self) -> bool {
        matches!(self, Self::EqualWhenCorrected | Self::Different | Self::Exceeded)
    }
}

impl Compared {
    pub(crate) fn new(cell: CellId, parent: &Report, family: &Family<'_>, policy: &Policy) -> Self {
        let figures = family.figures(cell, policy);
        let total = Total::of(&figures);
        let printed = policy.as_read(&parent[cell]);
        let observed = addable(cell, printed);
        let standing = match observed {
            _ if !cell.is_additive() => Standing::ForReference,
            None => Standing::NotPrinted,
            Some(observed) => standing(cell, observed, &total, policy),
        };
        let lacking = observed
            .filter(|_| matches!(standing, Standing::Different | Standing::Open))
            // What is rounded away is not lacking.
            .and_then(|it| match is_same(cell, it, total.corrected, policy) {
                true => Some(Decimal::ZERO),
                false => it.checked_sub(total.corrected),
            })
            .filter(|it| !it.is_sign_negative() || it.is_zero());
        Self {
            cell,
            parent: parent[cell].clone(),
            sum: value(cell, total.known),
            corrected: value(cell, total.corrected),
            standing,
            lacking: lacking.map(|it| value(cell, it)),
            missing: total.missing,
            figures,
        }
    }

    /// Whether a child's figure in it is corrected.
    pub fn is_corrected(&self) -> bool {
        self.figures.iter().any(|it| it.corrected.is_some())
    }
}

fn standing(cell: CellId, observed: Decimal, total: &Total, policy: &Policy) -> Standing {
    let is_same = |sum| is_same(cell, observed, sum, policy);
    let same = (is_same(total.known), is_same(total.corrected));
    match (total.missing.is_empty(), same) {
        (true, (true, true)) => Standing::Equal,
        (true, (true, false)) => Standing::EqualAsPrinted,
        (true, (false, true)) => Standing::EqualWhenCorrected,
        (true, (false, false)) => Standing::Different,
        (false, (false, _)) if observed < total.known => Standing::Exceeded,
        (false, _) => Standing::Open,
    }
}

fn is_same(cell: CellId, printed: Decimal, sum: Decimal, policy: &Policy) -> bool {
    match cell.unit() {
        Unit::Money => policy.is_same_money(printed, sum) || is_rounded(printed, sum),
        Unit::Count | Unit::Change => printed == sum,
    }
}

/// Whether an amount is a sum to the digits that it prints: 18651.06 stands for 18651.064104.
fn is_rounded(printed: Decimal, sum: Decimal) -> bool {
    let half = Decimal::try_new(5, printed.scale() + 1).ok();
    let apart = printed.checked_sub(sum).map(|it| it.abs());
    printed.scale() < sum.scale() && apart.zip(half).is_some_and(|(apart, half)| apart <= half)
}
