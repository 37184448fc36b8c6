//! Findings that are put up with, one by one.

use core::ops::Range;
use ogi_model::{CellId, Date, Report};

use crate::{Finding, Rule};

/// A finding that is put up with, known again by whose report of which year it is about, by its rule, its cell, and
/// what is printed there. Another value in the cell is another finding.
///
/// ```
/// use ogi_check::{Policy, Waiver};
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
/// let policy = Policy { waivers: [waiver].into_iter().collect(), ..Policy::default() };
/// assert!(ogi_check::check(&report, &policy).accepted);
/// report.set(total, 8);
/// assert!(!ogi_check::check(&report, &policy).accepted);
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
    /// Why it is put up with.
    pub reason: String,
    /// The last day on which it is. It is judged only where a [policy](crate::Policy::as_of) says the day.
    pub expires: Option<Date>,
}

impl Waiver {
    /// Puts up with a finding about a report.
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

    fn report(&self) -> (Option<&str>, Option<u16>) {
        (self.agency.as_deref(), self.year)
    }

    fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.cell == finding.cell && self.printed == finding.printed
    }

    fn in_order(&self) -> impl Ord {
        (self.report(), self.rule.id, self.cell, &self.printed, self.expires, &self.reason)
    }
}

/// Waivers in order: by agency, year, rule, cell and what is printed.
///
/// A batch of any size looks its waivers up in the same list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waivers(Vec<Waiver>);

impl FromIterator<Waiver> for Waivers {
    fn from_iter<I: IntoIterator<Item = Waiver>>(all: I) -> Self {
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by(|a, b| a.in_order().cmp(&b.in_order()));
        all.dedup();
        Self(all)
    }
}

impl IntoIterator for Waivers {
    type Item = Waiver;
    type IntoIter = std::vec::IntoIter<Waiver>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Waivers {
    /// All of them.
    pub fn iter(&self) -> core::slice::Iter<'_, Waiver> {
        self.0.iter()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a finding about a report is put up with on a day.
    pub fn cover(&self, report: &Report, finding: &Finding, as_of: Option<Date>) -> bool {
        self.of(report).iter().any(|it| it.is_for(finding) && !it.is_expired(as_of))
    }

    fn of(&self, report: &Report) -> &[Waiver] {
        &self.0[self.range(report.agency.as_deref(), report.year)]
    }

    fn range(&self, agency: Option<&str>, year: Option<u16>) -> Range<usize> {
        let start = self.0.partition_point(|it| it.report() < (agency, year));
        let len = self.0[start..].partition_point(|it| it.report() == (agency, year));
        start..start + len
    }

    /// Marks the findings about a report that are put up with on a day, and gives the waivers that do nothing although
    /// their rule was run.
    pub(crate) fn apply(
        &self,
        as_of: Option<Date>,
        report: &Report,
        findings: &mut [Finding],
        was_run: impl Fn(&Rule) -> bool,
    ) -> Vec<IdleWaiver> {
        let waivers = self.of(report);
        for waiver in waivers.iter().filter(|it| !it.is_expired(as_of)) {
            for finding in findings.iter_mut().filter(|it| waiver.is_for(it)) {
                let Waiver { reason, expires, .. } = waiver;
                finding.waived = Some(Waived { reason: reason.clone(), expires: *expires });
            }
        }
        let idle = |waiver: &Waiver| match findings.iter().find(|it| waiver.is_for(it)) {
            Some(finding) => finding.waived.is_none().then_some(Idle::Expired),
            None => was_run(waiver.rule).then_some(Idle::Unused),
        };
        let idle = waivers.iter().filter_map(|it| Some((idle(it)?, it)));
        idle.map(|(why, waiver)| IdleWaiver { why, waiver: waiver.clone() }).collect()
    }
}

/// What a waiver says about a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Waived {
    /// Why it is put up with.
    pub reason: String,
    /// The last day on which it is.
    pub expires: Option<Date>,
}

/// A waiver for a report that waives nothing of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct IdleWaiver {
    /// Why it does not.
    pub why: Idle,
    /// Which.
    pub waiver: Waiver,
}

/// Why a waiver waives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Idle {
    /// Its last day is past, and what it waived is open again.
    Expired,
    /// There is no such finding, or no longer.
    Unused,
}

/// Which waivers of a batch had a report.
///
/// ```
/// use ogi_check::{Rule, Waiver, WaiverLedger, Waivers};
///
/// let of = |agency: &str| Waiver {
///     agency: Some(agency.to_owned()),
///     year: Some(2025),
///     rule: Rule::find("doc-table-missing").unwrap(),
///     cell: None,
///     printed: "四、政府信息公开行政复议、行政诉讼情况".to_owned(),
///     reason: "另页公布".to_owned(),
///     expires: None,
/// };
/// let waivers: Waivers = ["示例市民政局", "示例市财政局"].map(of).into_iter().collect();
/// let mut ledger = WaiverLedger::new(&waivers);
/// ledger.see(Some("示例市民政局"), Some(2025));
/// assert_eq!(ledger.without_report().count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct WaiverLedger<'a> {
    waivers: &'a Waivers,
    seen: Vec<bool>,
}

impl<'a> WaiverLedger<'a> {
    /// Before the first report.
    pub fn new(waivers: &'a Waivers) -> Self {
        Self { waivers, seen: vec![false; waivers.0.len()] }
    }

    /// There was a report of this agency and year.
    pub fn see(&mut self, agency: Option<&str>, year: Option<u16>) {
        self.seen[self.waivers.range(agency, year)].fill(true);
    }

    /// The waivers whose report was not in the batch.
    pub fn without_report(&self) -> impl Iterator<Item = &'a Waiver> {
        self.waivers.iter().zip(&self.seen).filter(|it| !it.1).map(|it| it.0)
    }
}
