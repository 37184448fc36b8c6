//! What differs between two reports.

#[cfg(feature = "serde")]
mod json;

#[cfg(feature = "serde")]
pub use json::ComparedFiles;

use ogi_model::{Cell, CellId, Decimal, Value, rounded};

use crate::{Aliases, Finding, Policy, Subject, check};

/// The places of a rate after the point.
const PLACES: u32 = 4;

/// What differs between two reports: of two years, or of two versions.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// The cells that print something else, in table order.
    pub changed: Vec<CellChange>,
    /// What is wrong in the new report and was not in the old.
    pub broken: Vec<Finding>,
    /// What was wrong in the old report and is not in the new.
    pub mended: Vec<Finding>,
    /// Every figure that either report has, in table order, and how it moved.
    pub figures: Vec<YearOnYear>,
    /// Whether both are of one agency, by their names; `None` where a report does not say whose it is.
    pub same_agency: Option<bool>,
}

/// A cell that prints something else.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CellChange {
    /// Which.
    pub cell: CellId,
    /// What the old report prints.
    pub from: Cell,
    /// What the new report prints.
    pub to: Cell,
}

/// A figure in two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct YearOnYear {
    /// Which.
    pub cell: CellId,
    /// In the old report, if that prints a number.
    pub old: Option<Value>,
    /// In the new report, if that prints a number.
    pub new: Option<Value>,
    /// New less old, where both are there.
    pub difference: Option<Value>,
    /// The difference as a share of the old figure, to four decimals: 0.25 is a quarter more. None where a figure
    /// is missing, and where the old one is 0.
    #[cfg_attr(feature = "serde", serde(serialize_with = "json::decimal"))]
    pub rate: Option<Decimal>,
}

/// Compares two reports: the cells that changed, the rules that were broken and mended, and how figures moved.
///
/// Both are checked by the policy, each on its own. A value that is printed otherwise, as `25.1` and `25.10`, is
/// the same.
///
/// ```
/// use ogi_check::{Policy, compare};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let cell = CellId::new(Row::NewlyReceived, Column::Total);
/// let of_year = |year, count| {
///     Report::builder(Edition::E2021).agency("示例市民政局").year(year).set(cell, count).build()
/// };
/// let comparison = compare(&of_year(2024, 20)?, &of_year(2025, 25)?, &Policy::default());
/// assert_eq!(comparison.changed.len(), 1);
/// assert_eq!(comparison.figures[0].rate.unwrap().to_string(), "0.25");
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
pub fn compare<'a>(
    old: impl Into<Subject<'a>>,
    new: impl Into<Subject<'a>>,
    policy: &Policy,
) -> Comparison {
    let (old, new) = (old.into(), new.into());
    let (before, after) = (check(old, policy).findings, check(new, policy).findings);
    let cells = || CellId::all().map(|cell| (cell, &old.report()[cell], &new.report()[cell]));
    let agencies = old.report().agency.as_deref().zip(new.report().agency.as_deref());
    Comparison {
        same_agency: agencies.map(|(old, new)| Aliases::default().are_same(old, new)),
        changed: cells()
            .filter(|(_, from, to)| from != to)
            .map(|(cell, from, to)| CellChange { cell, from: from.clone(), to: to.clone() })
            .collect(),
        broken: only_in(&after, &before),
        mended: only_in(&before, &after),
        figures: cells()
            .filter(|(_, old, new)| old.value().is_some() || new.value().is_some())
            .map(|(cell, old, new)| YearOnYear::of(cell, old.value(), new.value()))
            .collect(),
    }
}

/// The findings about targets that the others say nothing about.
fn only_in(findings: &[Finding], others: &[Finding]) -> Vec<Finding> {
    let is_same = |one: &Finding, other: &Finding| {
        // What has no cell is distinguished by its words.
        one.rule == other.rule
            && one.cell == other.cell
            && (one.cell.is_some() || one.message == other.message)
    };
    let is_new = |it: &&Finding| !others.iter().any(|other| is_same(it, other));
    findings.iter().filter(is_new).cloned().collect()
}

impl YearOnYear {
    fn of(cell: CellId, old: Option<Value>, new: Option<Value>) -> Self {
        let both = old.zip(new).map(|(old, new)| (old.decimal(), new.decimal()));
        let exact = both.and_then(|(old, new)| Some((old, new.checked_sub(old)?)));
        let difference = exact.map(|(_, it)| match (old, i64::try_from(it)) {
            (Some(Value::Count(_)), Ok(count)) if it.fract().is_zero() => Value::Count(count),
            _ => Value::Decimal(it),
        });
        let rate = exact.and_then(|(old, it)| it.checked_div(old));
        Self { cell, old, new, difference, rate: rate.map(|it| rounded(it, PLACES)) }
    }
}

#[cfg(test)]
mod tests {
    use ogi_model::{Column, Edition, NotApplicable, Row};

    use super::*;
    use crate::rules::tests::{counts, zeros};

    const UPHELD: CellId = CellId::new(Row::Reconsideration, Column::Upheld);

    #[test]
    fn equal_reports_differ_in_nothing() {
        let report = counts(Edition::E2021);
        let same = compare(&report, &report, &Policy::default());
        assert!(same.changed.is_empty() && same.broken.is_empty() && same.mended.is_empty());
        assert_eq!(same.figures.len(), 200);
        assert!(same.figures.iter().all(|it| it.difference == Some(Value::Count(0))));
    }

    #[test]
    fn rules_are_broken_and_mended() {
        let (sound, mut wrong) = (zeros(Edition::E2021), zeros(Edition::E2021));
        wrong.set(UPHELD, 2);
        let it = compare(&sound, &wrong, &Policy::default());
        assert_eq!((it.broken.len(), it.mended.len()), (1, 0));
        assert_eq!(it.broken[0].rule.id, "t4-sum");
        assert_eq!(it.changed, [CellChange { cell: UPHELD, from: 0.into(), to: 2.into() }]);
        let back = compare(&wrong, &sound, &Policy::default());
        assert_eq!((back.broken.len(), back.mended.len()), (0, 1));
        // Still wrong is neither.
        let mut more = wrong.clone();
        more.set(UPHELD, 3);
        let still = compare(&wrong, &more, &Policy::default());
        assert_eq!((still.broken.len(), still.mended.len(), still.changed.len()), (0, 0, 1));
    }

    #[test]
    fn a_share_of_nothing_is_no_share() {
        let (mut old, mut new) = (zeros(Edition::E2021), zeros(Edition::E2021));
        let figure = |old: &_, new: &_| {
            let figures = compare(old, new, &Policy::default()).figures;
            let it = figures.into_iter().find(|it| it.cell == UPHELD).unwrap();
            (it.difference.map(|it| it.to_string()), it.rate.map(|it| it.to_string()))
        };
        let text = |it: &str| Some(it.to_owned());
        new.set(UPHELD, 2);
        assert_eq!(figure(&old, &new), (text("2"), None));
        old.set(UPHELD, 3);
        assert_eq!(figure(&old, &new), (text("-1"), text("-0.3333")));
        old.set(UPHELD, Cell::Blank);
        assert_eq!(figure(&old, &new), (None, None));
        old.set(UPHELD, NotApplicable::Slash);
        assert_eq!(figure(&old, &new), (None, None));
    }

    #[test]
    fn amounts_keep_their_decimals() {
        let (mut old, mut new) = (zeros(Edition::E2021), zeros(Edition::E2021));
        let amount = CellId::new(Row::Fees, Column::Amount);
        old.set(amount, Decimal::new(251, 1));
        new.set(amount, Decimal::new(2510, 2));
        assert!(compare(&old, &new, &Policy::default()).changed.is_empty());
        new.set(amount, Decimal::new(3012, 2));
        let figures = compare(&old, &new, &Policy::default()).figures;
        let it = figures.iter().find(|it| it.cell == amount).unwrap();
        assert_eq!(it.difference.unwrap().to_string(), "5.02");
        assert_eq!(it.rate.unwrap().to_string(), "0.2");
    }
}
