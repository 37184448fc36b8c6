//! Table two: plausible figures; the form has no sums there.

use ogi_model::{Cell, CellId, Column, Decimal, Report, Row, TableForm};
use rand::{Rng, RngExt as _};

use super::count;

/// Random figures for every cell. `may_make_rules` is false for most bodies, which print 0 for 规章.
pub(super) fn fill(
    report: &mut Report,
    form: &TableForm,
    requests: u32,
    may_make_rules: bool,
    rng: &mut impl Rng,
) {
    let size = i64::from(requests);
    for block in form.blocks {
        for row in block.rows {
            let idle = match row.row {
                Row::Rules => !may_make_rules,
                _ => rng.random_bool(0.2),
            };
            // What there is in all, for the columns that count a part of it.
            let stock = rng.random_range(3..=size / 10 + 40);
            for column in block.columns {
                let cell = match (idle, column.column) {
                    (true, Column::Amount) => Cell::from(Decimal::ZERO),
                    (true, _) => Cell::from(0),
                    (false, Column::Amount) => amount(size, rng).into(),
                    (false, Column::InForce | Column::DisclosedTotal | Column::ItemsLastYear) => {
                        stock.into()
                    }
                    // Never more taken away than there was.
                    (false, Column::Change) => rng.random_range(-stock.min(9)..=9).into(),
                    (false, Column::Decisions) => rng.random_range(0..=size * 40).into(),
                    (false, _) => rng.random_range(0..=stock / 3).into(),
                };
                report.set(CellId::new(row.row, column.column), cell);
            }
        }
    }
}

/// Makes the figures that follow from last year's report follow: what is in force, and the items of last year.
pub(super) fn follow(report: &mut Report, last: &Report) {
    let cells: Vec<_> = report.cells().map(|(cell, _)| cell).collect();
    for cell in cells {
        let of_row = |report: &Report, column| {
            CellId::try_new(cell.row(), column).map_or(0, |it| count(&report[it]))
        };
        match (cell.column(), last[cell].count()) {
            (Column::InForce, Some(stock)) => {
                let issued = of_row(report, Column::Issued);
                // Nothing is repealed that was not in force.
                let repealed = of_row(report, Column::Repealed).min(stock + issued);
                report.set(CellId::new(cell.row(), Column::Repealed), repealed);
                report.set(cell, stock + issued - repealed);
            }
            (Column::DisclosedTotal, Some(stock)) => {
                report.set(cell, stock + of_row(report, Column::NewlyDisclosed));
            }
            (Column::ItemsLastYear, Some(items)) => {
                let items = items + of_row(last, Column::Change);
                let change = of_row(report, Column::Change).max(-items);
                report.set(cell, items);
                report.set(CellId::new(cell.row(), Column::Change), change);
            }
            _ => {}
        }
    }
}

/// Money in 万元 with up to four decimals, as they are printed.
fn amount(size: i64, rng: &mut impl Rng) -> Decimal {
    let scale = rng.random_range(0..=4);
    Decimal::new(rng.random_range(1..=(size + 10) * 10_i64.pow(scale)), scale)
}
