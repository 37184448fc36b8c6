//! CSV: tidy rows as a table for spreadsheets and statistics programs.

use std::borrow::Cow;
use std::io;

use crate::{TidyRow, WriteError};

/// Writes tidy rows as CSV (RFC 4180, UTF-8), heads first, one report after another.
///
/// Text from a report that a spreadsheet would take for a formula has an apostrophe in front; a number has none.
///
/// ```
/// use ogi_model::{Edition, Reading, Report};
///
/// let report = Report::builder(Edition::E2021).agency("=HYPERLINK(\"x\")").year(2025).build()?;
/// let reading = Reading::of_report(report);
/// let mut out = Vec::new();
/// let mut csv = ogi_render::Csv::new(&mut out, false)?;
/// csv.write(ogi_render::tidy(&reading, "a.txt"))?;
/// csv.finish()?;
///
/// let text = String::from_utf8(out)?;
/// assert!(text.starts_with("source,agency,agency_kind,year,edition,table,row,row_zh"));
/// assert!(text.contains("\na.txt,\"'=HYPERLINK(\"\"x\"\")\","));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Csv<W: io::Write>(csv::Writer<W>);

impl<W: io::Write> Csv<W> {
    /// Writes the heads. With `bom` the file begins with a byte order mark, without which some spreadsheets take
    /// UTF-8 for something else.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn new(mut out: W, bom: bool) -> Result<Self, WriteError> {
        if bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        writer.write_record(TidyRow::FIELDS).map_err(io::Error::from)?;
        Ok(Self(writer))
    }

    /// Writes the rows of a report.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn write<'a>(
        &mut self,
        rows: impl IntoIterator<Item = TidyRow<'a>>,
    ) -> Result<(), WriteError> {
        for row in rows {
            self.0.serialize(harmless(&row)).map_err(io::Error::from)?;
        }
        Ok(())
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn finish(mut self) -> Result<(), WriteError> {
        Ok(self.0.flush()?)
    }
}

/// The row with all text from outside made harmless.
fn harmless<'a>(row: &'a TidyRow<'a>) -> TidyRow<'a> {
    TidyRow {
        source: no_formula(&row.source),
        agency: row.agency.as_deref().map(no_formula),
        printed: no_formula(&row.printed),
        remark: row.remark.as_deref().map(no_formula),
        place: row.place.as_deref().map(no_formula),
        value: row.value.clone(),
        ..*row
    }
}

/// Text that no spreadsheet takes for a formula.
fn no_formula(text: &str) -> Cow<'_, str> {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let is_number = text.trim_start_matches(['+', '-']).parse::<f64>().is_ok();
    if begins && !is_number { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::no_formula;

    #[test]
    fn text_is_never_a_formula() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1"] {
            assert_eq!(no_formula(text), format!("'{text}"));
        }
        for text in ["示例市民政局", "-8", "+1036", "12", "/", ""] {
            assert_eq!(no_formula(text), text);
        }
    }
}
