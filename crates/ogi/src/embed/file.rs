//! A file as the tables for research have it.

use ogi_check::{Aliases, Outcome, Policy};
use ogi_model::{Message, Reading};
use ogi_parse::ReadOptions;
use ogi_render::data::{
    FigureRecord, FindingRecord, ReportRecord, Source, UnreadRecord, figures, findings, unread,
};
use sha2::{Digest, Sha256};

use super::{format_key, read};

/// A file of a collection: where it lies, what it is, and its lines in each of the [tables](ogi_render::data::DataTable).
///
/// ```
/// use ogi::Policy;
/// use ogi::check::Aliases;
/// use ogi::embed::ReportFile;
///
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let file = ReportFile::read("garden.txt", text, &Aliases::default());
/// assert_eq!((file.figures().len(), file.unread().len()), (200, 0));
/// // What needs a check is there when it was checked.
/// assert!(file.findings().is_empty() && file.report().is_none());
/// let file = file.checked(&Policy::default());
/// assert!(!file.findings().is_empty());
/// assert_eq!(file.report().unwrap().agency_and_year(), Some(("示例区花园街道办事处", 2024)));
///
/// let other = ReportFile::read("other.txt", b"", &Aliases::default());
/// assert_eq!((other.figures().len(), other.unread().len()), (0, 1));
/// ```
#[derive(Clone, Debug)]
pub struct ReportFile {
    path: String,
    hash: String,
    format: &'static str,
    agency: Option<String>,
    reading: Result<Reading, (String, Message)>,
    outcome: Option<Outcome>,
}

impl ReportFile {
    /// Reads the file of this path, which is only a name here.
    pub fn read(path: impl Into<String>, source: &[u8], aliases: &Aliases) -> Self {
        let reading = read(source, &ReadOptions::default());
        let reading = reading.map_err(|it| (it.kind().to_owned(), it.message()));
        let agency = reading.as_ref().ok().and_then(|it| it.report.agency.as_deref());
        Self {
            agency: agency.map(|it| aliases.key(it)),
            path: path.into(),
            hash: Sha256::digest(source).iter().map(|it| format!("{it:02x}")).collect(),
            format: format_key(source),
            reading,
            outcome: None,
        }
    }

    /// A file that could not be opened: a word for the kind of error, and what it is.
    pub fn failed(path: impl Into<String>, kind: impl Into<String>, message: Message) -> Self {
        Self {
            path: path.into(),
            hash: String::new(),
            format: "",
            agency: None,
            reading: Err((kind.into(), message)),
            outcome: None,
        }
    }

    /// The same, checked if it was read.
    #[must_use]
    pub fn checked(self, policy: &Policy) -> Self {
        let outcome = self.reading.as_ref().ok().map(|it| ogi_check::check(it, policy));
        Self { outcome, ..self }
    }

    /// Where it lies.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The name by which its agency is known in all years.
    pub fn agency(&self) -> Option<&str> {
        self.agency.as_deref()
    }

    /// What was read.
    ///
    /// # Errors
    /// A word for the kind of error, and what it is in both languages.
    pub fn reading(&self) -> Result<&Reading, (&str, &Message)> {
        self.reading.as_ref().map_err(|(kind, message)| (kind.as_str(), message))
    }

    /// What the check came to, if it was checked.
    pub const fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// Its line in the table of reports, if it was read and checked.
    pub fn report(&self) -> Option<ReportRecord> {
        let (reading, outcome) = self.both()?;
        Some(ReportRecord::new(self.source(), reading, outcome))
    }

    /// Its lines in the table of figures.
    pub fn figures(&self) -> Vec<FigureRecord<'_>> {
        self.reading().map_or_else(|_| Vec::new(), |it| figures(self.source(), it))
    }

    /// Its lines in the table of findings, if it was checked.
    pub fn findings(&self) -> Vec<FindingRecord<'_>> {
        let of = |(reading, outcome)| findings(self.source(), reading, outcome);
        self.both().map_or_else(Vec::new, of)
    }

    /// Its lines in the table of what could not be read.
    pub fn unread(&self) -> Vec<UnreadRecord<'_>> {
        match self.reading() {
            Ok(reading) => unread(self.source(), reading),
            Err((kind, message)) => vec![UnreadRecord::file(&self.path, kind, message)],
        }
    }

    fn both(&self) -> Option<(&Reading, &Outcome)> {
        Some((self.reading().ok()?, self.outcome()?))
    }

    fn source(&self) -> Source<'_> {
        let Self { path, hash, format, agency, .. } = self;
        Source { path, hash, format, agency: agency.as_deref() }
    }
}
