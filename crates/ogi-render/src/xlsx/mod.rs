//! Workbooks: a sheet for each part of the report, its tables laid out as on the form, totals as formulas.
//!
//! A total that equals its sum is a formula; one that differs stays what is printed, and beside the table stands what
//! its parts come to. Text of a report is always written as text, never as a formula.

mod address;
mod book;
mod figures;
#[cfg(feature = "findings")]
mod findings;
mod formula;
mod number;
#[cfg(feature = "findings")]
mod overview;
#[cfg(feature = "findings")]
mod roll_up;
#[cfg(feature = "findings")]
mod roll_up_row;
#[cfg_attr(
    not(feature = "findings"),
    allow(dead_code, reason = "some are for lists of what was found")
)]
mod styles;
mod table;

#[cfg(feature = "findings")]
use ogi_check::{Outcome, Subject};
use ogi_model::Report;

#[cfg(feature = "findings")]
use crate::Overview;
use crate::WriteError;
use book::Book;
#[cfg(feature = "findings")]
use book::saved;
#[cfg(feature = "findings")]
pub use roll_up::rollup_xlsx;

/// A report as a workbook: the form, and all its figures once more as one list.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let workbook = ogi_render::xlsx(&report)?;
/// assert!(workbook.starts_with(b"PK"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError::TooLong`] if a paragraph does not fit a cell.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, WriteError> {
    Book::new(report).write()
}

/// The same with a sheet of what a check found, each finding with a link to its cell.
///
/// ```
/// use ogi_check::Policy;
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let total = CellId::new(Row::NewlyReceived, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).set(total, -1).build()?;
/// let outcome = ogi_check::check(&report, &Policy::default());
/// let workbook = ogi_render::xlsx_with_findings(&report, &outcome)?;
/// assert!(workbook.len() > ogi_render::xlsx(&report)?.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError::TooLong`] if a paragraph does not fit a cell.
#[cfg(feature = "findings")]
pub fn xlsx_with_findings<'a>(
    subject: impl Into<Subject<'a>>,
    outcome: &Outcome,
) -> Result<Vec<u8>, WriteError> {
    Book { outcome: Some(outcome), ..Book::new(subject.into().report()) }.write()
}

/// A report to be filled in: totals that are blank are formulas too, and stay blank until all their parts are there.
///
/// ```
/// use ogi_model::{Edition, Report};
///
/// let form = Report::builder(Edition::E2021).agency("示例市司法局").year(2026).build()?;
/// let workbook = ogi_render::xlsx_form(&form)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError::TooLong`] if a paragraph does not fit a cell.
pub fn xlsx_form(report: &Report) -> Result<Vec<u8>, WriteError> {
    Book { fill_in: true, ..Book::new(report) }.write()
}

/// What checks of many reports came to, as a workbook: a sheet of reports, one of findings and one of rules, with heads that
/// stay in sight and filters.
///
/// ```
/// use ogi_check::{FileOutcome, Language};
/// use ogi_render::{Entry, Overview};
///
/// let mut overview = Overview::new(Language::Zh);
/// overview.push(Entry::new(&FileOutcome::failed("a.ofd", "format", "请另存为 .docx"), Language::Zh));
/// let workbook = ogi_render::xlsx_overview(&overview)?;
/// assert!(workbook.starts_with(b"PK"));
/// # Ok::<(), ogi_render::WriteError>(())
/// ```
///
/// # Errors
/// [`WriteError::TooLong`] if the words of a finding do not fit a cell.
#[cfg(feature = "findings")]
pub fn xlsx_overview(overview: &Overview) -> Result<Vec<u8>, WriteError> {
    saved(overview::workbook(overview))
}
