//! What last year's report leaves for the next.

use super::ReportBuilder;
use crate::{Cell, CellId, Column, Decimal, Report, Row, TableForm, TableId};

/// What a stock of last year is marked with, since this year's documents still have to be counted in.
const LAST_YEARS: &str = "上年数";

impl ReportBuilder {
    /// Fills in what last year's report leaves for this one.
    ///
    /// - 上年结转 is what last year carried out (结转下年度继续办理), column by column.
    /// - 现行有效件数 is last year's with the remark 上年数: a stock to start from, no figure of this year yet.
    /// - 上一年项目数量 (edition 2019) is last year's with last year's change.
    ///
    /// Only numbers are taken; what last year left blank, called not applicable, or was unreadable stays blank.
    ///
    /// ```
    /// use ogi_model::{Cell, CellId, Column, Edition, Report, Row};
    ///
    /// let last = Report::builder(Edition::E2021)
    ///     .agency("示例市民政局")
    ///     .year(2025)
    ///     .set(CellId::new(Row::CarriedOut, Column::Total), 3)
    ///     .set(CellId::new(Row::NormativeDocuments, Column::InForce), 9)
    ///     .build()?;
    /// let form =
    ///     Report::builder(Edition::E2021).agency("示例市民政局").year(2026).carry_over(&last).build()?;
    /// assert_eq!(form[CellId::new(Row::CarriedIn, Column::Total)].count(), Some(3));
    /// assert_eq!(form[CellId::new(Row::CarriedIn, Column::NaturalPerson)], Cell::Blank);
    /// let in_force = &form[CellId::new(Row::NormativeDocuments, Column::InForce)];
    /// assert_eq!(in_force.to_string(), "9（上年数）");
    /// # Ok::<(), ogi_model::BuildError>(())
    /// ```
    pub fn carry_over(mut self, last: &Report) -> Self {
        let forms = TableId::ALL.iter().zip(self.editions);
        let cells: Vec<CellId> = forms
            .filter_map(|(table, edition)| Some(TableForm::of(*table, edition?)))
            .flat_map(TableForm::cells)
            .collect();
        for cell in cells {
            if let Some(figure) = left_for(last, cell) {
                self = self.set(cell, figure);
            }
        }
        self
    }
}

/// What last year leaves for a cell of this year.
fn left_for(last: &Report, cell: CellId) -> Option<Cell> {
    let number = |row, column| last[CellId::try_new(row, column)?].value();
    match (cell.row(), cell.column()) {
        (Row::CarriedIn, column) => number(Row::CarriedOut, column).map(Cell::from),
        (row, Column::InForce) => {
            number(row, Column::InForce).map(|it| Cell::from(it).with_remark(LAST_YEARS))
        }
        (row, Column::ItemsLastYear) => {
            let (items, change) =
                (number(row, Column::ItemsLastYear)?, number(row, Column::Change)?);
            let sum: Decimal = items.decimal().checked_add(change.decimal())?;
            Some(i64::try_from(sum).ok().filter(|it| Decimal::from(*it) == sum)?.into())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edition, NotApplicable};

    fn carried(edition: Edition, last: &Report) -> Report {
        Report::builder(edition).agency("示例市民政局").year(2026).carry_over(last).build().unwrap()
    }

    #[test]
    fn only_numbers_are_taken() {
        let carried_out = |column| CellId::new(Row::CarriedOut, column);
        let last = Report::builder(Edition::E2021)
            .agency("示例市民政局")
            .year(2025)
            .set(carried_out(Column::NaturalPerson), NotApplicable::Slash)
            .set(carried_out(Column::OtherOrganization), Cell::Unreadable("2?".into()))
            .set(carried_out(Column::Total), Cell::from(2).with_remark("含上年1件"))
            .build()
            .unwrap();
        let form = carried(Edition::E2021, &last);
        let there: Vec<_> = form.cells().filter(|it| !it.1.is_blank()).collect();
        assert_eq!(there, [(CellId::new(Row::CarriedIn, Column::Total), &Cell::from(2))]);
    }

    #[test]
    fn items_of_2019_go_on_with_their_change() {
        let at = |row, column| CellId::new(row, column);
        let last = Report::builder(Edition::E2019)
            .agency("示例市民政局")
            .year(2019)
            .set(at(Row::Licensing, Column::ItemsLastYear), 12)
            .set(at(Row::Licensing, Column::Change), -2)
            .set(at(Row::Penalties, Column::ItemsLastYear), 7)
            .build()
            .unwrap();
        let form = carried(Edition::E2019, &last);
        assert_eq!(form[at(Row::Licensing, Column::ItemsLastYear)].count(), Some(10));
        assert!(form[at(Row::Penalties, Column::ItemsLastYear)].is_blank());
        assert_eq!(carried(Edition::E2021, &last).cells().filter(|it| !it.1.is_blank()).count(), 0);
    }
}
