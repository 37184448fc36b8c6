//! CSV: tables for spreadsheets and statistics programs.

use std::borrow::Cow;
use std::io;

use crate::WriteError;
use crate::data::{DataTable, Datum, Record};

/// Writes a table as CSV (RFC 4180, UTF-8), heads first, one line a record.
///
/// Text that a spreadsheet would take for a formula has an apostrophe in front; a number has none.
///
/// ```
/// use ogi_model::{Edition, Reading, Report};
/// use ogi_render::data::{DataTable, Source, figures};
///
/// let report = Report::builder(Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// let reading = Reading::of_report(report);
/// let mut out = Vec::new();
/// let mut csv = ogi_render::Csv::new(&mut out, DataTable::Figures)?;
/// let source = Source { path: "=HYPERLINK(\"x\")", ..Source::default() };
/// for figure in figures(source, &reading) {
///     csv.write(&figure)?;
/// }
/// csv.finish()?;
///
/// let text = String::from_utf8(out)?;
/// assert!(text.starts_with("report_path,agency_key,report_year,form_edition,table_key,row_key,column_key"));
/// assert!(text.contains("\n\"'=HYPERLINK(\"\"x\"\")\","));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Csv<W: io::Write>(csv::Writer<W>);

impl<W: io::Write> Csv<W> {
    /// Writes a byte order mark, without which some spreadsheets take UTF-8 for something else, and the heads.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn with_bom(mut out: W, table: DataTable) -> Result<Self, WriteError> {
        out.write_all("\u{feff}".as_bytes())?;
        Self::new(out, table)
    }

    /// Writes the heads.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn new(out: W, table: DataTable) -> Result<Self, WriteError> {
        let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
        let heads = table.fields().into_iter().map(|it| it.name);
        writer.write_record(heads).map_err(io::Error::from)?;
        Ok(Self(writer))
    }

    /// Writes a line of the table.
    ///
    /// # Errors
    /// [`WriteError`] if `out` does not take what is written.
    pub fn write(&mut self, record: &impl Record) -> Result<(), WriteError> {
        for (_, datum) in record.data() {
            let text = match &datum {
                Datum::Nothing => Cow::Borrowed(""),
                Datum::Text(text) => no_formula(text),
                Datum::Integer(number) => number.to_string().into(),
                Datum::Decimal(number) => number.to_string().into(),
                Datum::Date(date) => date.to_string().into(),
            };
            self.0.write_field(&*text).map_err(io::Error::from)?;
        }
        self.0.write_record(None::<&[u8]>).map_err(io::Error::from)?;
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
