//! A report: its metadata, narrative and figures.

mod builder;
mod quantity;
mod table;

use core::ops::Index;

pub use builder::ReportBuilder;
pub use quantity::{Part, Quantity, Undefined};
pub use table::TableEdition;

use crate::{AgencyKind, Cell, CellId, Date, Edition, Period, Section, TableForm, TableId, Unit};

/// What a workbook calls the ranges that hold its report, one a sheet, if anything else stands beside them.
pub const REPORT_RANGE: &str = "ogi_report";

/// A report, as printed.
///
/// Metadata that the source does not have is `None`. Figures are reached by [`CellId`]; a cell of a row or
/// column that the source does not have is [`Cell::Absent`]. Two reports are equal when all metadata, text,
/// values and remarks are.
///
/// ```
/// use ogi_model::{CellId, Column, Edition, Report, Row};
///
/// let cell = CellId::new(Row::Fees, Column::Amount);
/// let mut report = Report::builder(Edition::E2021).agency("示例市财政局").year(2025).build()?;
/// report.set(cell, ogi_model::Decimal::new(961716, 1));
/// assert_eq!(report[cell].to_string(), "96171.6");
/// # Ok::<(), ogi_model::BuildError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The title as printed, its parts joined.
    pub title: Option<String>,
    /// Who reports.
    pub agency: Option<String>,
    /// What kind of body that is, inferred from the name.
    pub agency_kind: Option<AgencyKind>,
    /// The year that is reported on.
    pub year: Option<u16>,
    /// The period that the report says it covers.
    pub period: Option<Period>,
    /// The day of publication.
    pub published: Option<Date>,
    /// The text before part one; paragraphs joined by `\n`, as in all narrative.
    pub preamble: Option<String>,
    /// Part one, 总体情况.
    pub overview: Option<String>,
    /// Part five, 存在的主要问题及改进情况.
    pub problems: Option<String>,
    /// Part six, 其他需要报告的事项.
    pub other_matters: Option<String>,
    tables: [Option<TableEdition>; TableId::ALL.len()],
    cells: Cells,
}

/// One slot for every cell of every edition.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cells(Box<[Cell; CellId::COUNT]>);

impl Default for Cells {
    fn default() -> Self {
        Self(Box::new([const { Cell::Absent }; CellId::COUNT]))
    }
}

impl Index<CellId> for Report {
    type Output = Cell;

    fn index(&self, cell: CellId) -> &Cell {
        &self.cells.0[cell.index()]
    }
}

impl Report {
    /// What such a report is called, in titles after the agency and the year.
    pub const NAME: &'static str = "政府信息公开工作年度报告";

    /// An empty report: no metadata, no table.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a figure: an `i64` (件), a decimal (万元) or any [`Cell`]. Money is a decimal even if it is whole.
    ///
    /// A table that was not there is there from now on, of an edition that has the cell.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Edition, Report, Row, TableEdition, TableId};
    ///
    /// let mut report = Report::new();
    /// report.set(CellId::new(Row::Procurement, Column::Projects), 6);
    /// let edition = report.table(TableId::ActiveDisclosure);
    /// assert_eq!(edition, Some(TableEdition::One(Edition::E2019)));
    /// ```
    pub fn set(&mut self, cell: CellId, value: impl Into<Cell>) {
        let mut value = value.into();
        if cell.unit() == Unit::Money {
            value = value.into_money();
        }
        if self.table(cell.table()).is_none() && value.is_present() {
            let usual = Edition::of_year_or_latest(self.year);
            let has = |edition: &Edition| TableForm::of(cell.table(), *edition).contains(cell);
            let edition = [usual].into_iter().chain(Edition::ALL.iter().rev().copied()).find(has);
            self.set_table(cell.table(), edition.map(TableEdition::One));
        }
        self.cells.0[cell.index()] = value;
    }

    /// The cells that the source has, in table order.
    pub fn cells(&self) -> impl Iterator<Item = (CellId, &Cell)> {
        CellId::all().zip(self.cells.0.iter()).filter(|(_, cell)| cell.is_present())
    }

    /// The text of a narrative part; `None` for a table or if it is not there.
    pub fn narrative(&self, section: Section) -> Option<&str> {
        match section {
            Section::Overview => self.overview.as_deref(),
            Section::Problems => self.problems.as_deref(),
            Section::OtherMatters => self.other_matters.as_deref(),
            Section::ActiveDisclosure | Section::Applications | Section::Disputes => None,
        }
    }
}
