//! A quantity: a sum of cells of the form.

use core::fmt;

use crate::{Cell, CellId, Column, Group, Report, Row, TableEdition, TableForm, TableId};

/// A sum of cells: some rows, in some columns.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Quantity {
    /// Its rows.
    pub rows: &'static [Part],
    /// Its columns.
    pub columns: &'static [Column],
}

/// A row, or all rows below a merged head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Part {
    /// One row.
    Row(Row),
    /// The rows below a merged head, in the edition at hand.
    Group(Group),
}

impl Quantity {
    /// The cells that it adds up in a report: those that the report's edition has.
    ///
    /// ```
    /// use ogi_model::{Column, Edition, Group, Part, Quantity, Report, Row};
    ///
    /// const ROWS: &[Part] = &[Part::Group(Group::OtherProcessing), Part::Row(Row::OtherProcessing)];
    /// let otherwise = Quantity { rows: ROWS, columns: &[Column::Total] };
    /// let report = |edition| Report::builder(edition).agency("示例市民政局").year(2020).build();
    /// assert_eq!(otherwise.cells(&report(Edition::E2021)?).len(), 3);
    /// // （六）其他处理 was one row then.
    /// assert_eq!(otherwise.cells(&report(Edition::E2019)?).len(), 1);
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn cells(&self, report: &Report) -> Vec<CellId> {
        let table = self.table();
        let forms = TableForm::ALL.iter().filter(|form| {
            form.table == table
                && match report.table(table) {
                    Some(TableEdition::One(edition)) => form.edition == edition,
                    Some(TableEdition::Mixed) => true,
                    None => false,
                }
        });
        let mut cells: Vec<_> = forms.flat_map(|form| self.cells_of(form)).collect();
        if report.table(table) == Some(TableEdition::Mixed) {
            cells.retain(|cell| report[*cell].is_present());
        }
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// The table that it is about.
    pub const fn table(&self) -> TableId {
        match self.rows[0] {
            Part::Row(row) => row.table(),
            Part::Group(Group::Litigation) => TableId::Disputes,
            Part::Group(_) => TableId::Applications,
        }
    }

    fn cells_of(&self, form: &'static TableForm) -> impl Iterator<Item = CellId> {
        let in_group =
            |innermost, group| form.group_path(innermost).iter().any(|outer| outer.group == group);
        form.rows()
            .filter(move |row| {
                self.rows.iter().any(|part| match part {
                    Part::Row(it) => *it == row.row,
                    Part::Group(group) => in_group(row.group, *group),
                })
            })
            .flat_map(|row| self.columns.iter().map(|column| CellId::new(row.row, *column)))
    }

    /// What it comes to (件). A cell that does not apply counts 0; one that nobody filled in or can read does not.
    ///
    /// # Errors
    /// Why it comes to nothing: [`Undefined`].
    pub fn sum(&self, report: &Report) -> Result<i64, Undefined> {
        if report.table(self.table()).is_none() {
            return Err(Undefined::TableMissing(self.table()));
        }
        let cells = self.cells(report);
        if mixes_editions(&cells) {
            return Err(Undefined::EditionsMixed);
        }
        let missing: Vec<_> =
            cells.iter().copied().filter(|cell| !is_known(&report[*cell])).collect();
        if !missing.is_empty() || cells.is_empty() {
            return Err(Undefined::FiguresMissing(missing));
        }
        let sum: i128 = cells.iter().filter_map(|cell| report[*cell].count()).map(i128::from).sum();
        i64::try_from(sum).map_err(|_| Undefined::OutOfRange)
    }
}

fn is_known(cell: &Cell) -> bool {
    matches!(cell, Cell::NotApplicable(_)) || cell.count().is_some_and(|it| it >= 0)
}

/// Whether a sum has the one row of an edition and the parts that another edition makes of it.
fn mixes_editions(cells: &[CellId]) -> bool {
    let has = |row| cells.iter().any(|it| it.row() == row);
    has(Row::OtherProcessing)
        && (has(Row::OtherNotCorrected) || has(Row::OtherFeeUnpaid) || has(Row::OtherReasons))
}

/// Why a quantity, or what is computed of quantities, has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undefined {
    /// The report does not have the table.
    TableMissing(TableId),
    /// These cells are blank, unreadable, not there or not counts.
    FiguresMissing(Vec<CellId>),
    /// The table has the rows of two editions, and nothing says which of them are counted.
    EditionsMixed,
    /// There is nothing to be a share of.
    ZeroDenominator,
    /// The part is greater than the whole: a figure is wrong.
    PartExceedsWhole,
    /// The sum has more digits than fit.
    OutOfRange,
}

impl Undefined {
    /// Its slug.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::TableMissing(_) => "table-missing",
            Self::FiguresMissing(_) => "figures-missing",
            Self::EditionsMixed => "editions-mixed",
            Self::ZeroDenominator => "zero-denominator",
            Self::PartExceedsWhole => "part-exceeds-whole",
            Self::OutOfRange => "out-of-range",
        }
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}
