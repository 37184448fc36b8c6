//! A comparison as JSON.

use ogi_model::{Decimal, LineIndex};
use serde::{Serialize, Serializer};

use super::{CellChange, Comparison, YearOnYear};
use crate::json::{FindingIn, SCHEMA_VERSION, TOOL};
use crate::{Finding, Subject};

/// Two compared files as JSON.
///
/// ```
/// use ogi_check::{ComparedFiles, Policy, compare};
/// use ogi_model::Report;
///
/// let (old, new) = (Report::new(), Report::new());
/// let comparison = compare(&old, &new, &Policy::default());
/// let files = ComparedFiles::new(("2024.txt", &old), ("2025.txt", &new), &comparison);
/// let json = serde_json::to_value(&files)?;
/// assert_eq!(json["old"]["path"], "2024.txt");
/// assert_eq!(json["changed"], serde_json::json!([]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ComparedFiles<'a> {
    old: (&'a str, Subject<'a>),
    new: (&'a str, Subject<'a>),
    comparison: &'a Comparison,
}

impl<'a> ComparedFiles<'a> {
    /// The path and subject of each, and what differs.
    pub fn new(
        old: (&'a str, impl Into<Subject<'a>>),
        new: (&'a str, impl Into<Subject<'a>>),
        comparison: &'a Comparison,
    ) -> Self {
        Self { old: (old.0, old.1.into()), new: (new.0, new.1.into()), comparison }
    }
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    agency: Option<&'a str>,
    year: Option<u16>,
}

impl<'a> File<'a> {
    fn new((path, subject): (&'a str, Subject<'a>)) -> Self {
        let report = subject.report();
        Self { path, agency: report.agency.as_deref(), year: report.year }
    }
}

impl Serialize for ComparedFiles<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            schema_version: u32,
            tool: &'static str,
            old: File<'a>,
            new: File<'a>,
            same_agency: Option<bool>,
            changed: &'a [CellChange],
            broken: Vec<FindingIn<'a>>,
            mended: Vec<FindingIn<'a>>,
            figures: &'a [YearOnYear],
        }
        let (old, new) = (LineIndex::new(self.old.1.text()), LineIndex::new(self.new.1.text()));
        Flat {
            schema_version: SCHEMA_VERSION,
            tool: TOOL,
            old: File::new(self.old),
            new: File::new(self.new),
            same_agency: self.comparison.same_agency,
            changed: &self.comparison.changed,
            broken: located(&self.comparison.broken, &new),
            mended: located(&self.comparison.mended, &old),
            figures: &self.comparison.figures,
        }
        .serialize(serializer)
    }
}

fn located<'a>(findings: &'a [Finding], lines: &'a LineIndex<'a>) -> Vec<FindingIn<'a>> {
    findings.iter().map(|finding| FindingIn { finding, lines }).collect()
}

/// As money is: a string, since JSON has no decimals.
pub(super) fn decimal<S: Serializer>(it: &Option<Decimal>, to: S) -> Result<S::Ok, S::Error> {
    match it {
        Some(it) => to.collect_str(it),
        None => to.serialize_none(),
    }
}
