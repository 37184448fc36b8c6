//! For programs that have the figures already.

mod carry_over;

use super::{Report, TableEdition};
use crate::{
    AgencyKind, BuildError, Cell, CellId, Date, Edition, Period, Section, TableForm, TableId,
};

/// Builds a [`Report`] from figures.
///
/// It starts as the blank form of an edition: every cell is there and blank.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Report, Row, Section, TableId};
///
/// let report = Report::builder(Edition::E2021)
///     .agency("示例市民政局")
///     .year(2025)
///     .published("2026-01-20".parse()?)
///     .set(CellId::new(Row::NewlyReceived, Column::Total), 31)
///     .narrative(Section::Overview, "2025年，我局新收政府信息公开申请31件。")
///     .build()?;
/// assert_eq!(report.title.as_deref(), Some("示例市民政局2025年政府信息公开工作年度报告"));
/// assert_eq!(report.period, Some(ogi_model::Period::of_year(2025)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct ReportBuilder {
    report: Report,
    editions: [Option<Edition>; TableId::ALL.len()],
    figures: Vec<(CellId, Cell)>,
}

impl Report {
    /// Starts a report of an edition.
    pub fn builder(edition: Edition) -> ReportBuilder {
        ReportBuilder {
            report: Self::new(),
            editions: [Some(edition); TableId::ALL.len()],
            figures: Vec::new(),
        }
    }
}

impl ReportBuilder {
    /// Who reports. Needed.
    pub fn agency(mut self, name: impl Into<String>) -> Self {
        self.report.agency = Some(name.into());
        self
    }

    /// The year that is reported on. Needed.
    pub fn year(mut self, year: u16) -> Self {
        self.report.year = Some(year);
        self
    }

    /// The title; `X2025年政府信息公开工作年度报告` if not stated.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.report.title = Some(title.into());
        self
    }

    /// The day of publication.
    pub fn published(mut self, date: Date) -> Self {
        self.report.published = Some(date);
        self
    }

    /// The period; the whole year if not stated.
    pub fn period(mut self, period: Period) -> Self {
        self.report.period = Some(period);
        self
    }

    /// The text before part one.
    pub fn preamble(mut self, text: impl Into<String>) -> Self {
        self.report.preamble = Some(text.into());
        self
    }

    /// The text of a narrative part; for a part that is a table nothing is kept.
    pub fn narrative(mut self, section: Section, text: impl Into<String>) -> Self {
        match section {
            Section::Overview => self.report.overview = Some(text.into()),
            Section::Problems => self.report.problems = Some(text.into()),
            Section::OtherMatters => self.report.other_matters = Some(text.into()),
            Section::ActiveDisclosure | Section::Applications | Section::Disputes => {}
        }
        self
    }

    /// Puts the instructions of the blank form, `（文字描述）`, where narrative belongs that is not stated.
    ///
    /// ```
    /// use ogi_model::{Edition, Report};
    ///
    /// let form = Report::builder(Edition::E2021).agency("示例市民政局").year(2026).instructions().build()?;
    /// assert_eq!(form.overview.as_deref(), Some("（文字描述）"));
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn instructions(mut self) -> Self {
        for section in Section::ALL {
            if self.report.narrative(*section).is_none()
                && let Some(instruction) = section.instruction()
            {
                self = self.narrative(*section, instruction);
            }
        }
        self
    }

    /// Uses another edition for one table, or leaves the table out.
    pub fn table(mut self, table: TableId, edition: impl Into<Option<Edition>>) -> Self {
        self.editions[table as usize] = edition.into();
        self
    }

    /// Sets a figure: an `i64` (件), a decimal (万元) or any [`Cell`].
    pub fn set(mut self, cell: CellId, value: impl Into<Cell>) -> Self {
        self.figures.push((cell, value.into()));
        self
    }

    /// The report.
    ///
    /// # Errors
    /// [`BuildError`] if agency or year are missing, or a figure was set that the editions do not have.
    pub fn build(self) -> Result<Report, BuildError> {
        let mut report = self.report;
        let agency = report.agency.as_deref().ok_or(BuildError::AgencyMissing)?;
        let year = report.year.ok_or(BuildError::YearMissing)?;
        let whole_year = Period::of_year(year).map_err(|_| BuildError::BadYear(year))?;
        report.title.get_or_insert_with(|| format!("{agency}{year}年{}", Report::NAME));
        report.agency_kind = Some(AgencyKind::of_name(agency));
        report.period.get_or_insert(whole_year);
        for (table, edition) in TableId::ALL.iter().zip(self.editions) {
            let Some(edition) = edition else { continue };
            report.set_table(*table, Some(TableEdition::One(edition)));
            for cell in TableForm::of(*table, edition).cells() {
                report.set(cell, Cell::Blank);
            }
        }
        for (cell, value) in self.figures {
            let edition = self.editions[cell.table() as usize]
                .ok_or(BuildError::TableLeftOut(cell.table()))?;
            if !TableForm::of(cell.table(), edition).contains(cell) {
                return Err(BuildError::NotInEdition(cell));
            }
            report.set(cell, value);
        }
        Ok(report)
    }
}
