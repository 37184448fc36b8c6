//! Outcomes as JSON.

mod whole;

use ogi_model::{CellId, Date, LineIndex, Place, Value};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::{
    Coverage, Explanation, Finding, Mechanism, Message, Outcome, Rule, Severity, Subject, Summary,
    Unevaluated, UnusedWaiver, Verdict, Waived, Waiver,
};

/// The version of this format.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// What made it.
pub(crate) const TOOL: &str = concat!("ogi ", env!("CARGO_PKG_VERSION"));

/// One checked file as JSON.
///
/// ```
/// use ogi_check::{FileOutcome, Policy};
/// use ogi_model::{Reading, Report};
///
/// let reading = Reading::of_report(Report::new());
/// let outcome = ogi_check::check(&reading, &Policy::default());
/// let json = serde_json::to_value(FileOutcome::new("report.txt", &reading, &outcome))?;
/// assert_eq!(json["path"], "report.txt");
/// assert_eq!(json["findings"][0]["rule"], "doc-table-missing");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct FileOutcome<'a> {
    path: &'a str,
    result: Result<(Subject<'a>, &'a Outcome), FileError<'a>>,
}

/// Why a file could not be checked.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct FileError<'a> {
    /// A slug of the kind of error.
    pub kind: &'a str,
    /// What went wrong.
    pub message: &'a str,
}

impl<'a> FileOutcome<'a> {
    /// A file that was checked, what was checked of it, and the outcome.
    pub fn new(path: &'a str, subject: impl Into<Subject<'a>>, outcome: &'a Outcome) -> Self {
        Self { path, result: Ok((subject.into(), outcome)) }
    }

    /// A file that could not be read or checked: a slug of the kind of error, and its message.
    ///
    /// It is not accepted, and has no summary.
    ///
    /// ```
    /// # use ogi_check::FileOutcome;
    /// let json = serde_json::to_value(FileOutcome::failed("a.ofd", "format", "save it as .docx"))?;
    /// assert_eq!(json["error"]["kind"], "format");
    /// assert_eq!(json["accepted"], false);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub const fn failed(path: &'a str, kind: &'a str, message: &'a str) -> Self {
        Self { path, result: Err(FileError { kind, message }) }
    }

    /// The file.
    pub const fn path(&self) -> &'a str {
        self.path
    }

    /// What was checked and what came of it.
    ///
    /// # Errors
    /// Why the file could not be checked.
    pub const fn result(&self) -> Result<(Subject<'a>, &'a Outcome), FileError<'a>> {
        self.result
    }
}

/// The outcomes of many files as one JSON object.
///
/// ```
/// use ogi_check::{Envelope, FileOutcome};
///
/// let files = [FileOutcome::failed("a.ofd", "format", "save it as .docx")];
/// let json = serde_json::to_value(Envelope::new(&files))?;
/// assert_eq!(json["schema_version"], 1);
/// assert_eq!(json["files"][0]["path"], "a.ofd");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Envelope<F, W = [Waiver; 0], S = ()> {
    schema_version: u32,
    tool: &'static str,
    as_of: Option<Date>,
    files: F,
    waivers_without_report: W,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<S>,
}

impl<F: Serialize> Envelope<F> {
    /// Of these files: something that serializes as a list of [`FileOutcome`]s, or of what they were serialized to.
    pub const fn new(files: F) -> Self {
        let tool = concat!("ogi ", env!("CARGO_PKG_VERSION"));
        let (as_of, waivers_without_report, statistics) = (None, [], None);
        Self {
            schema_version: SCHEMA_VERSION,
            tool,
            as_of,
            files,
            waivers_without_report,
            statistics,
        }
    }
}

impl<F, W, S> Envelope<F, W, S> {
    /// Checked as of a day.
    pub fn as_of(self, as_of: Option<Date>) -> Self {
        Self { as_of, ..self }
    }

    /// With the list of the [waivers whose report was not among the files](crate::WaiverLedger). It is serialized after
    /// the files.
    pub fn without_report<O: Serialize>(self, waivers: O) -> Envelope<F, O, S> {
        let Self { schema_version, tool, as_of, files, statistics, .. } = self;
        Envelope { schema_version, tool, as_of, files, waivers_without_report: waivers, statistics }
    }

    /// With how often each rule is broken, if that is wanted: something that serializes as
    /// [`Statistics`](crate::Statistics). It is serialized after the files.
    pub fn statistics<O: Serialize>(self, statistics: Option<O>) -> Envelope<F, W, O> {
        let Self { schema_version, tool, as_of, files, waivers_without_report, .. } = self;
        Envelope { schema_version, tool, as_of, files, waivers_without_report, statistics }
    }
}

impl Serialize for FileOutcome<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct File<'a> {
            path: &'a str,
            error: Option<FileError<'a>>,
            agency: Option<&'a str>,
            year: Option<u16>,
            verdict: Option<Verdict>,
            accepted: bool,
            meaning: Option<Message>,
            coverage: Option<Coverage>,
            waived: usize,
            summary: Option<Summary>,
            findings: Vec<FindingIn<'a>>,
            explanations: &'a [Explanation],
            exhaustive: bool,
            unevaluated: &'a [Unevaluated],
            idle_waivers: &'a [UnusedWaiver],
            /// What rules of a program's own demand, which no catalogue has.
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            own_rules: &'a [&'static Rule],
        }
        let lines;
        let file = match self.result {
            Ok((subject, outcome)) => {
                lines = LineIndex::new(subject.text());
                let findings = &outcome.findings;
                File {
                    path: self.path,
                    error: None,
                    agency: subject.report().agency.as_deref(),
                    year: subject.report().year,
                    verdict: Some(outcome.verdict),
                    accepted: outcome.accepted,
                    meaning: Some(outcome.meaning()),
                    coverage: Some(outcome.coverage),
                    waived: outcome.waived().count(),
                    summary: Some(outcome.summary),
                    findings: findings
                        .iter()
                        .map(|finding| FindingIn { finding, lines: &lines })
                        .collect(),
                    explanations: &outcome.explanations,
                    exhaustive: outcome.exhaustive,
                    unevaluated: &outcome.unevaluated,
                    idle_waivers: &outcome.idle_waivers,
                    own_rules: &outcome.own_rules,
                }
            }
            Err(error) => File {
                path: self.path,
                error: Some(error),
                agency: None,
                year: None,
                verdict: None,
                accepted: false,
                meaning: None,
                coverage: None,
                waived: 0,
                summary: None,
                findings: Vec::new(),
                explanations: &[],
                exhaustive: false,
                unevaluated: &[],
                idle_waivers: &[],
                own_rules: &[],
            },
        };
        file.serialize(serializer)
    }
}

/// A finding, and the lines that its place is in.
pub(crate) struct FindingIn<'a> {
    pub(crate) finding: &'a Finding,
    pub(crate) lines: &'a LineIndex<'a>,
}

impl Serialize for FindingIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Finding { id, rule, severity, message, .. } = self.finding;
        let Finding { cell, cells, printed, observed, residual, explanations, waived, .. } =
            self.finding;
        #[derive(Serialize)]
        struct Flat<'a, P> {
            id: usize,
            #[serde(serialize_with = "rule_id")]
            rule: &'static Rule,
            severity: Severity,
            message: &'a Message,
            cell: Option<CellId>,
            cells: &'a [CellId],
            printed: &'a str,
            observed: Option<Value>,
            expected: Option<Value>,
            residual: Option<Value>,
            place: Option<P>,
            explanations: &'a [usize],
            waived: Option<&'a Waived>,
        }
        Flat {
            id: *id,
            rule,
            severity: *severity,
            message,
            cell: *cell,
            cells,
            printed,
            observed: *observed,
            // A bound is not what the cell should print.
            expected: self.finding.expected.and_then(crate::Expected::exactly),
            residual: *residual,
            place: self.finding.place.as_ref().map(|place: &Place| place.located(self.lines)),
            explanations,
            waived: waived.as_ref(),
        }
        .serialize(serializer)
    }
}

pub(crate) fn rule_id<S: Serializer>(
    rule: &&'static Rule,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.id)
}

impl Serialize for Unevaluated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Implied {
            cell: CellId,
            value: Value,
        }
        let implied: Vec<_> = self
            .implied
            .iter()
            .map(|(cell, value)| Implied { cell: *cell, value: *value })
            .collect();
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("rule", self.rule.id)?;
        map.serialize_entry("cell", &self.cell)?;
        map.serialize_entry("missing", &self.missing)?;
        map.serialize_entry("implied", &implied)?;
        map.serialize_entry("reason", &self.reason)?;
        map.end()
    }
}

impl Serialize for Mechanism {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("id", self.id)?;
        map.serialize_entry("zh", self.name.zh)?;
        map.serialize_entry("en", self.name.en)?;
        map.end()
    }
}
