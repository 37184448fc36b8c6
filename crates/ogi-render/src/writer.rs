//! What writes reports: our formats, and those of a program's own.

use std::io;

use ogi_model::Report;

use crate::{Format, WriteError};

/// A format in which reports are written: one of ours ([`Format`]), or a program's own.
///
/// A writer of one's own walks over the [parts](crate::parts) of a report and over the [grid](Report::grid) of each table;
/// merged heads, labels and spans come from the form.
///
/// ```
/// use std::io;
///
/// use ogi_model::{CellId, Column, Edition, Report, Row};
/// use ogi_render::{PartContent, WriteError, Writer, parts, write};
///
/// /// Every figure on a line.
/// struct Lines;
///
/// impl Writer for Lines {
///     fn write_report(&self, report: &Report, out: &mut dyn io::Write) -> Result<(), WriteError> {
///         for part in parts(report) {
///             let PartContent::Table(table) = part.content else { continue };
///             for cell in report.grid(table).rows.iter().flatten().filter_map(|it| it.figure()) {
///                 writeln!(out, "{cell} = {}", report[cell])?;
///             }
///         }
///         Ok(())
///     }
/// }
///
/// let total = CellId::new(Row::Reconsideration, Column::Total);
/// let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).set(total, 3).build()?;
/// let mut out = Vec::new();
/// write(&report, Lines, &mut out)?;
/// assert!(String::from_utf8(out)?.contains("disputes.reconsideration.total = 3\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Writer {
    /// Writes a report.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written, or the report does not fit the format.
    fn write_report(&self, report: &Report, out: &mut dyn io::Write) -> Result<(), WriteError>;
}

impl<W: Writer + ?Sized> Writer for &W {
    fn write_report(&self, report: &Report, out: &mut dyn io::Write) -> Result<(), WriteError> {
        (**self).write_report(report, out)
    }
}

impl Writer for Format {
    fn write_report(&self, report: &Report, out: &mut dyn io::Write) -> Result<(), WriteError> {
        match self {
            Self::Text => out.write_all(crate::text(report).as_bytes())?,
            Self::Markdown => out.write_all(crate::markdown(report).as_bytes())?,
            Self::Json => crate::json::write(report, out)?,
            #[cfg(feature = "html")]
            Self::Html => out.write_all(crate::html(report).as_bytes())?,
            #[cfg(feature = "docx")]
            Self::Docx => out.write_all(&crate::docx(report)?)?,
            #[cfg(feature = "xlsx")]
            Self::Xlsx => out.write_all(&crate::xlsx(report)?)?,
        }
        Ok(())
    }
}

/// Writes a report in a [`Format`], or in a program's own.
///
/// ```
/// use ogi_model::{Edition, Report};
/// use ogi_render::Format;
///
/// let report = Report::builder(Edition::E2021).agency("示例市司法局").year(2024).build()?;
/// let mut out = Vec::new();
/// ogi_render::write(&report, Format::Json, &mut out)?;
/// assert!(out.starts_with(b"{\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`WriteError`] if `out` does not take what is written, or the report does not fit the format.
pub fn write(
    report: &Report,
    writer: impl Writer,
    out: &mut impl io::Write,
) -> Result<(), WriteError> {
    writer.write_report(report, out)
}
