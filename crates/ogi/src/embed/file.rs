//! A file as the tables for research have it.

use ogi_check::{Aliases, Outcome, Policy};
use ogi_model::{Message, Reading};
use ogi_parse::ReadOptions;
use ogi_render::data::{
    FigureRecord, FindingRecord, ReportRecord, Source, UnreadRecord, figures, findings, unread,
};
use sha2::{Digest, Sha256};

use super::{format_key, read};

/// A file of a collection, read and checked: where it lies, what it is, and its lines in each of the
/// [tables](ogi_render::data::DataTable).
///
/// ```
/// use ogi::Policy;
/// use ogi::check::Aliases;
/// use ogi::embed::ReportFile;
///
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let file = ReportFile::read("garden.txt", text, &Policy::default(), &Aliases::default());
/// assert_eq!((file.figures().len(), file.unread().len()), (200, 0));
/// assert_eq!(file.report().unwrap().agency_and_year(), Some(("示例区花园街道办事处", 2024)));
///
/// let other = ReportFile::read("other.txt", b"", &Policy::default(), &Aliases::default());
/// assert_eq!((other.figures().len(), other.unread().len()), (0, 1));
/// ```
#[derive(Clone, Debug)]
pub struct ReportFile {
    path: String,
    hash: String,
    format: &'static str,
    agency: Option<String>,
    result: Result<(Reading, Outcome), (String, Message)>,
}

impl ReportFile {
    /// Reads and checks the file of this path, which is only a name here.
    pub fn read(
        path: impl Into<String>,
        source: &[u8],
        policy: &Policy,
        aliases: &Aliases,
    ) -> Self {
        let reading = read(source, &ReadOptions::default());
        let result = reading.map(|it| {
            let outcome = ogi_check::check(&it, policy);
            (it, outcome)
        });
        let result = result.map_err(|it| (it.kind().to_owned(), it.message()));
        let reading = result.as_ref().ok().map(|it| &it.0);
        Self {
            agency: reading.and_then(|it| it.report.agency.as_deref()).map(|it| aliases.key(it)),
            path: path.into(),
            hash: Sha256::digest(source).iter().map(|it| format!("{it:02x}")).collect(),
            format: format_key(source),
            result,
        }
    }

    /// A file that could not be opened: a word for the kind of error, and what it is.
    pub fn failed(path: impl Into<String>, kind: impl Into<String>, message: Message) -> Self {
        let (path, result) = (path.into(), Err((kind.into(), message)));
        Self { path, hash: String::new(), format: "", agency: None, result }
    }

    /// Where it lies.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was read, and what came of the check.
    ///
    /// # Errors
    /// A word for the kind of error, and what it is in both languages.
    pub fn result(&self) -> Result<(&Reading, &Outcome), (&str, &Message)> {
        match &self.result {
            Ok((reading, outcome)) => Ok((reading, outcome)),
            Err((kind, message)) => Err((kind, message)),
        }
    }

    /// Its line in the table of reports, if it was read.
    pub fn report(&self) -> Option<ReportRecord> {
        let (reading, outcome) = self.result().ok()?;
        Some(ReportRecord::new(self.source(), reading, outcome))
    }

    /// Its lines in the table of figures.
    pub fn figures(&self) -> Vec<FigureRecord<'_>> {
        self.result().map_or_else(|_| Vec::new(), |it| figures(self.source(), it.0))
    }

    /// Its lines in the table of findings.
    pub fn findings(&self) -> Vec<FindingRecord<'_>> {
        self.result().map_or_else(|_| Vec::new(), |it| findings(self.source(), it.0, it.1))
    }

    /// Its lines in the table of what could not be read.
    pub fn unread(&self) -> Vec<UnreadRecord<'_>> {
        match self.result() {
            Ok((reading, _)) => unread(self.source(), reading),
            Err((kind, message)) => vec![UnreadRecord::file(&self.path, kind, message)],
        }
    }

    fn source(&self) -> Source<'_> {
        let Self { path, hash, format, agency, .. } = self;
        Source { path, hash, format, agency: agency.as_deref() }
    }
}
