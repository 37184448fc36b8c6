//! What became of waivers in a batch.

use super::waiver::Waiver;
use super::waivers::Waivers;

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
/// ledger.record(Some("示例市民政局"), Some(2025));
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
        Self { waivers, seen: vec![false; waivers.iter().len()] }
    }

    /// There was a report of this agency and year.
    pub fn record(&mut self, agency: Option<&str>, year: Option<u16>) {
        self.seen[self.waivers.range(agency, year)].fill(true);
    }

    /// The waivers whose report was not in the batch.
    pub fn without_report(&self) -> impl Iterator<Item = &'a Waiver> {
        self.waivers.iter().zip(&self.seen).filter(|it| !it.1).map(|it| it.0)
    }
}
