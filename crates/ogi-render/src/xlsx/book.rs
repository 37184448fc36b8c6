//! The workbook: its sheets one after another.

#[cfg(feature = "findings")]
use ogi_check::Outcome;
use ogi_model::{CellId, REPORT_RANGE, Report};
use rust_xlsxwriter::{
    ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError,
};

use super::address::address;
use super::figures;
#[cfg(feature = "findings")]
use super::findings;
use super::styles::Styles;
use super::table::Table;
use crate::WriteError;
use crate::line::{paragraphs, printable};
use crate::report::{self, PartContent, ReportPart};

/// How wide a sheet of text is, in characters.
const TEXT_WIDTH: f64 = 72.0;
/// The height of a line of prose in points: not every program fits the height of rows to their text.
const PROSE_LINE: f64 = 15.5;
/// The highest row that a sheet may have.
pub(super) const HIGHEST: f64 = 409.0;
/// The longest text of a cell, in characters.
const LONGEST: usize = 32_767;
pub(super) const A4: u8 = 9;

/// What goes into a workbook.
pub(super) struct Book<'a> {
    pub(super) report: &'a Report,
    /// What a check found, for a sheet of its own.
    #[cfg(feature = "findings")]
    pub(super) outcome: Option<&'a Outcome>,
    /// Whether blank totals are formulas.
    pub(super) fill_in: bool,
}

/// Where figures stand in the workbook: the sheet and the address, by [`CellId::index`].
pub(super) type Places = Vec<Option<(&'static str, String)>>;

impl<'a> Book<'a> {
    pub(super) const fn new(report: &'a Report) -> Self {
        Self {
            report,
            #[cfg(feature = "findings")]
            outcome: None,
            fill_in: false,
        }
    }

    pub(super) fn write(&self) -> Result<Vec<u8>, WriteError> {
        saved(self.workbook())
    }

    fn workbook(&self) -> Result<Workbook, XlsxError> {
        let mut workbook = Workbook::new();
        workbook.set_properties(&self.properties()?);
        let styles = Styles::new();
        let mut places: Places = vec![None; CellId::COUNT];
        let mut parts: Vec<_> = report::parts(self.report).collect();
        let mut is_first = true;
        if parts.is_empty() {
            parts.push(ReportPart {
                section: ogi_model::Section::Overview,
                heading: Report::NAME,
                content: PartContent::Narrative(""),
            });
        }
        for ReportPart { heading, content, .. } in parts {
            let sheet = workbook.add_worksheet();
            sheet.set_name(heading)?;
            let table = match content {
                PartContent::Table(table) => Some(Table::new(self.report, table)),
                PartContent::Narrative(_) => None,
            };
            let mut pen = Pen { columns: table.as_ref().map_or(1, Table::columns), row: 0, sheet };
            if is_first {
                self.front(&mut pen, &styles)?;
            }
            if heading != Report::NAME {
                pen.line(heading, &styles.heading, Some(27.0))?;
            }
            match (content, table) {
                (PartContent::Narrative(text), _) => pen.prose(text, &styles)?,
                (_, Some(table)) => {
                    for (place, at) in places.iter_mut().zip(table.addresses(pen.row)) {
                        *place = at.map(|at| (heading, address(at))).or(place.take());
                    }
                    pen.row = table.write(pen.sheet, pen.row, &styles, self.fill_in)?;
                    if table.is_wide() {
                        pen.sheet.set_landscape();
                    }
                }
                (PartContent::Table(_), None) => {}
            }
            let (rows, columns) = (pen.row.max(1) - 1, pen.columns - 1);
            sheet_setup(pen.sheet, rows, columns)?;
            is_first = false;
            // What stands outside of it is ours, and no part of the report.
            workbook.define_name(
                format!("'{heading}'!{REPORT_RANGE}"),
                &format!(
                    "='{heading}'!$A$1:{}",
                    rust_xlsxwriter::row_col_to_cell_absolute(rows, columns)
                ),
            )?;
        }
        #[cfg(feature = "findings")]
        if let Some(outcome) = self.outcome {
            findings::write(workbook.add_worksheet(), self.report, outcome, &places, &styles)?;
        }
        if !self.fill_in {
            figures::write(workbook.add_worksheet(), self.report, &styles)?;
        }
        Ok(workbook)
    }

    /// Title, facts and preamble.
    fn front(&self, pen: &mut Pen<'_>, styles: &Styles) -> Result<(), XlsxError> {
        if let Some(title) = &self.report.title {
            pen.line(&printable(title), &styles.title, Some(42.0))?;
        }
        for fact in report::facts(self.report) {
            pen.line(&format!("{}：{}", fact.label, fact.value), &styles.fact, None)?;
        }
        pen.prose(self.report.preamble.as_deref().unwrap_or_default(), styles)
    }

    /// No clock: the same report gives the same bytes.
    fn properties(&self) -> Result<DocProperties, XlsxError> {
        let text = |it: &Option<String>| it.as_deref().map(printable).unwrap_or_default();
        let published = self.report.published.filter(|it| it.year() >= 1900);
        let (year, month, day) =
            published.map_or((2000, 1, 1), |it| (it.year(), it.month(), it.day()));
        Ok(DocProperties::new()
            .set_title(text(&self.report.title))
            .set_author(text(&self.report.agency))
            .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?))
    }
}

/// The bytes of a workbook.
pub(super) fn saved(workbook: Result<Workbook, XlsxError>) -> Result<Vec<u8>, WriteError> {
    workbook.and_then(|mut it| it.save_to_buffer()).map_err(|error| match error {
        XlsxError::MaxStringLengthExceeded => WriteError::TooLong { limit: LONGEST },
        error => std::io::Error::other(error).into(),
    })
}

/// Writes lines on a sheet, from top to bottom.
struct Pen<'s> {
    sheet: &'s mut Worksheet,
    row: RowNum,
    columns: ColNum,
}

impl Pen<'_> {
    fn line(&mut self, text: &str, format: &Format, height: Option<f64>) -> Result<(), XlsxError> {
        if self.columns > 1 {
            self.sheet.merge_range(self.row, 0, self.row, self.columns - 1, "", format)?;
        } else {
            self.sheet.set_column_width(0, TEXT_WIDTH)?;
        }
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        if let Some(height) = height {
            self.sheet.set_row_height(self.row, height)?;
        }
        self.row += 1;
        Ok(())
    }

    /// How many Chinese characters of prose fit a line.
    fn letters(&self) -> usize {
        // A table is wider than a sheet of text.
        if self.columns > 1 { 40 } else { 32 }
    }

    fn prose(&mut self, text: &str, styles: &Styles) -> Result<(), XlsxError> {
        for paragraph in paragraphs(text) {
            let lines = paragraph.chars().count().div_ceil(self.letters());
            let height = (lines as f64 * PROSE_LINE + 3.0).min(HIGHEST);
            self.line(&printable(&paragraph), &styles.prose, Some(height))?;
        }
        Ok(())
    }
}

fn sheet_setup(
    sheet: &mut Worksheet,
    last_row: RowNum,
    last_column: ColNum,
) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_print_area(0, 0, last_row, last_column)?;
    Ok(())
}
