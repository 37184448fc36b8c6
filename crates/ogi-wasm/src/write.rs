//! Files to keep.

use ogi::check::{Envelope, FileOutcome, Language, Policy, WaiverLedger};
use ogi::import::{Change, Kind};
use ogi::render::{self, Entry, Html, Overview};
use ogi::{Format, InPlaceError, Limits, Outcome, Place, Reading};
use serde::{Deserialize, Serialize};

use crate::check;
use crate::done::Done;
use crate::edit::Edit;
use crate::failure::Failure;
use crate::source;

/// A file that can be made of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Target {
    /// The report as a Word document.
    Docx,
    /// As a workbook.
    Xlsx,
    /// As a workbook to fill in, whose totals wait for their parts.
    XlsxForm,
    /// As a web page.
    Html,
    /// As text.
    Text,
    /// As Markdown.
    Markdown,
    /// As JSON.
    Json,
    /// What was found, as `ogi check --format json` prints it.
    CheckJson,
    /// As `--format html` does: a page with wrong cells marked.
    CheckHtml,
    /// As `--format xlsx` does.
    CheckXlsx,
    /// As `--format sarif` does.
    CheckSarif,
    /// The file itself, with what was found as comments.
    Annotated,
    /// The file itself, with the figures that were changed.
    Changed,
}

/// What a file is.
#[derive(Serialize)]
struct Written {
    extension: &'static str,
    /// Whether it has formulas that are computed anew when it is opened.
    has_formulas: bool,
}

/// What a file is made of: the file that was given, reports of earlier years, and what was changed.
#[derive(Clone, Copy)]
pub(crate) struct Made<'a> {
    pub(crate) file: (&'a str, &'a [u8]),
    pub(crate) earlier: &'a [(&'a str, &'a [u8])],
    pub(crate) edits: &'a [Edit],
}

impl Made<'_> {
    fn checked(self, policy: &Policy) -> Result<(Reading, Outcome), Failure> {
        let reading = source::edited(self.file.1, self.edits)?;
        let outcome = check::beside(self.earlier, &reading, policy)?;
        Ok((reading, outcome))
    }
}

pub(crate) fn answer(
    made: Made<'_>,
    to: Target,
    language: Language,
    policy: &Policy,
) -> Result<Done, Failure> {
    let Made { file: (path, bytes), edits, .. } = made;
    let checked = || made.checked(policy);
    let mut has_formulas = false;
    let (extension, written) = match to {
        Target::Docx => as_format(Format::Docx, bytes, edits)?,
        Target::Xlsx => as_format(Format::Xlsx, bytes, edits)?,
        Target::Html => as_format(Format::Html, bytes, edits)?,
        Target::Text => as_format(Format::Text, bytes, edits)?,
        Target::Markdown => as_format(Format::Markdown, bytes, edits)?,
        Target::Json => as_format(Format::Json, bytes, edits)?,
        Target::XlsxForm => ("xlsx", render::xlsx_form(&source::edited(bytes, edits)?.report)?),
        Target::CheckJson => ("json", check_json(made, language, policy)?),
        Target::CheckHtml => {
            let (reading, outcome) = checked()?;
            ("html", Html::new().language(language).findings(&reading, &outcome).into_bytes())
        }
        Target::CheckXlsx => {
            let (reading, outcome) = checked()?;
            ("xlsx", render::xlsx_with_findings(&reading, &outcome)?)
        }
        Target::CheckSarif => {
            let (reading, outcome) = checked()?;
            let files = [FileOutcome::new(path, &reading, &outcome)];
            let sarif = render::sarif(&files, language);
            ("sarif", ogi::json::escaped(&sarif).into_owned().into_bytes())
        }
        Target::Annotated => {
            let (reading, outcome) = Made { edits: &[], ..made }.checked(policy)?;
            let annotated = ogi::annotate(bytes, &reading, &outcome, language, policy.as_of)?;
            (own_extension(bytes), annotated)
        }
        Target::Changed => {
            let changed = changed(bytes, edits)?;
            has_formulas = changed.has_formulas;
            (own_extension(bytes), changed.bytes)
        }
    };
    Done::new(&Written { extension, has_formulas }, written)
}

fn as_format(
    format: Format,
    bytes: &[u8],
    edits: &[Edit],
) -> Result<(&'static str, Vec<u8>), Failure> {
    let mut written = Vec::new();
    ogi::write(&source::edited(bytes, edits)?.report, format, &mut written)?;
    Ok((format.extensions().first().copied().unwrap_or_default(), written))
}

/// What the program prints, byte for byte, if nothing was changed.
fn check_json(made: Made<'_>, language: Language, policy: &Policy) -> Result<Vec<u8>, Failure> {
    let path = made.file.0;
    let read = made.checked(policy);
    let message;
    let mut ledger = WaiverLedger::new(&policy.waivers);
    let file = match &read {
        Ok((reading, outcome)) => {
            ledger.record(reading.report.agency.as_deref(), reading.report.year);
            FileOutcome::new(path, reading, outcome)
        }
        Err(failure) => {
            message = ogi::terminal::visible(language.of(&failure.message)).into_owned();
            FileOutcome::failed(path, failure.kind, &message)
        }
    };
    // The program goes this way too: keys of a value keep their order.
    let files = [serde_json::to_value(file)?];
    let lost: Vec<_> = ledger.without_report().collect();
    let envelope = Envelope::new(&files[..]).as_of(policy.as_of).without_report(lost);
    let json = serde_json::to_string_pretty(&envelope)?;
    Ok(format!("{}\n", ogi::json::escaped(&json)).into_bytes())
}

/// The file itself with the figures that were changed, read again to be sure.
fn changed(bytes: &[u8], edits: &[Edit]) -> Result<ogi::import::Changed, Failure> {
    let before = source::read(bytes)?;
    let after = source::edited(bytes, edits)?.report;
    let nowhere = || InPlaceError::NotFound(Place::Grid(Box::default()));
    let differ = after.cells().filter(|(cell, it)| before.report[*cell] != **it);
    let changes = differ.map(|(cell, it)| {
        let place = before.place(cell).cloned().ok_or_else(nowhere)?;
        let value = it.value().ok_or(InPlaceError::Misread)?;
        Ok(Change { place, to: value.to_string() })
    });
    let changes: Vec<Change> = changes.collect::<Result<_, InPlaceError>>()?;
    let changed = ogi::import::change(bytes, &changes, &Limits::default())?;
    if source::read(&changed.bytes)?.report == after {
        Ok(changed)
    } else {
        Err(InPlaceError::Misread.into())
    }
}

fn own_extension(bytes: &[u8]) -> &'static str {
    match Kind::of(bytes) {
        Ok(Kind::Docx) => "docx",
        Ok(Kind::Workbook) => "xlsx",
        Ok(Kind::Html) => "html",
        _ => "",
    }
}

/// All files, checked, as a workbook.
pub(crate) fn overview(
    files: &[(&str, &[u8])],
    language: Language,
    policy: &Policy,
) -> Result<Done, Failure> {
    let mut overview = Overview::new(language);
    for (path, bytes) in files {
        overview.push(match source::read(bytes) {
            Ok(reading) => {
                let outcome = ogi::check(&reading, policy);
                Entry::new(&FileOutcome::new(path, &reading, &outcome), language)
            }
            Err(it) => {
                let message = language.of(&it.message);
                Entry::new(&FileOutcome::failed(path, it.kind, message), language)
            }
        });
    }
    let written = render::xlsx_overview(&overview)?;
    Done::new(&Written { extension: "xlsx", has_formulas: false }, written)
}
