//! A finding that is waived.

use ogi_model::{CellId, Date, Report};

use crate::{Finding, Rule};

/// A finding that is waived, known again by whose report of which year it is about, by its rule, its cell, and
/// what is printed there. Another value in the cell is another finding.
///
/// ```
/// use ogi_check::{Policy, Verdict, Waiver};
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::Reconsideration, Column::Total);
/// let mut report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .set(CellId::new(Row::Reconsideration, Column::Upheld), 10)
///     .set(total, 9)
///     .build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let finding = outcome.findings.iter().find(|it| it.rule.id == "t4-sum").unwrap();
/// let waiver = Waiver::of(&report, finding, "一件另案处理");
///
/// let policy = Policy::default().with_waivers([waiver]);
/// assert_ne!(ogi_check::check(&report, &policy).verdict, Verdict::Rejected);
/// report.set(total, 8);
/// assert_eq!(ogi_check::check(&report, &policy).verdict, Verdict::Rejected);
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Waiver {
    /// Whose report; `None` is a report that does not say it, not any.
    pub agency: Option<String>,
    /// Of which year; `None` is a report that does not say it, not any.
    pub year: Option<u16>,
    /// The rule that finds it.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::json::rule_id"))]
    pub rule: &'static Rule,
    /// The cell, if the finding has one.
    pub cell: Option<CellId>,
    /// What the finding is [known again](Finding::printed) by.
    pub printed: String,
    /// Why it is waived.
    pub reason: String,
    /// The last day on which it is. It is judged only where a [policy](crate::Policy::as_of) says the day.
    pub expires: Option<Date>,
}

impl Waiver {
    /// Waives a finding about a report.
    pub fn of(report: &Report, finding: &Finding, reason: impl Into<String>) -> Self {
        Self {
            agency: report.agency.clone(),
            year: report.year,
            rule: finding.rule,
            cell: finding.cell,
            printed: finding.printed.clone(),
            reason: reason.into(),
            expires: None,
        }
    }

    /// Whether it is over on a day.
    pub fn is_expired(&self, as_of: Option<Date>) -> bool {
        self.expires.zip(as_of).is_some_and(|(last, today)| last < today)
    }

    pub(super) fn report(&self) -> (Option<&str>, Option<u16>) {
        (self.agency.as_deref(), self.year)
    }

    pub(super) fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.cell == finding.cell && self.printed == finding.printed
    }

    pub(super) fn in_order(&self) -> impl Ord {
        (self.report(), self.rule.id, self.cell, &self.printed, self.expires, &self.reason)
    }
}

/// What a waiver says about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Waived {
    /// Why it is waived.
    pub reason: String,
    /// The last day on which it is.
    pub expires: Option<Date>,
}

/// A waiver for a report that waives nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct UnusedWaiver {
    /// Why it does not.
    pub why: UnusedReason,
    /// Which.
    pub waiver: Waiver,
}

/// Why a waiver waives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum UnusedReason {
    /// Its last day is past, and what it waived is open again.
    Expired,
    /// There is no such finding, or no longer.
    Unused,
}
