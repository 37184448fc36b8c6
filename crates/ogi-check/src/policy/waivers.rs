//! All that is waived.

use core::ops::Range;

use ogi_model::{Date, Report};

use super::waiver::{UnusedReason, UnusedWaiver, Waived, Waiver};
use crate::{Finding, Rule};

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

    /// Whether a finding about a report is waived on a day.
    pub fn covers(&self, report: &Report, finding: &Finding, as_of: Option<Date>) -> bool {
        self.of(report).iter().any(|it| it.is_for(finding) && !it.is_expired(as_of))
    }

    fn of(&self, report: &Report) -> &[Waiver] {
        &self.0[self.range(report.agency.as_deref(), report.year)]
    }

    pub(super) fn range(&self, agency: Option<&str>, year: Option<u16>) -> Range<usize> {
        let start = self.0.partition_point(|it| it.report() < (agency, year));
        let len = self.0[start..].partition_point(|it| it.report() == (agency, year));
        start..start + len
    }

    /// Marks the findings about a report that are waived on a day, and gives the waivers that do nothing although
    /// their rule was run.
    pub(crate) fn apply(
        &self,
        as_of: Option<Date>,
        report: &Report,
        findings: &mut [Finding],
        was_run: impl Fn(&Rule) -> bool,
    ) -> Vec<UnusedWaiver> {
        let waivers = self.of(report);
        for waiver in waivers.iter().filter(|it| !it.is_expired(as_of)) {
            for finding in findings.iter_mut().filter(|it| waiver.is_for(it)) {
                let Waiver { reason, expires, .. } = waiver;
                finding.waived = Some(Waived { reason: reason.clone(), expires: *expires });
            }
        }
        let idle = |waiver: &Waiver| match findings.iter().find(|it| waiver.is_for(it)) {
            Some(finding) => finding.waived.is_none().then_some(UnusedReason::Expired),
            None => was_run(waiver.rule).then_some(UnusedReason::Unused),
        };
        let idle = waivers.iter().filter_map(|it| Some((idle(it)?, it)));
        idle.map(|(why, waiver)| UnusedWaiver { why, waiver: waiver.clone() }).collect()
    }
}
