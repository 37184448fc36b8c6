//! Reports made wrong in all the ways whose undoing is measured.

mod channel;
mod figures;
mod lines;

pub use channel::Channel;

use ogi_model::{Cell, CellId, Column, Report, TableId};
use rand::Rng;
use rand::seq::IndexedRandom as _;

use figures::{Carried, carried, of_any_value, slips};

/// A way to make tables three or four wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Corruption {
    /// Any cell, any value.
    OneOfAnyValue,
    /// One slip.
    OneSlip,
    /// Any two cells, any values.
    TwoOfAnyValue,
    /// Two slips, each for itself.
    TwoSlips,
    /// Two slips in one row.
    TwoInOneRow,
    /// Three slips, each for itself.
    ThreeSlips,
    /// Four slips, each for itself.
    FourSlips,
    /// Six slips, each for itself.
    SixSlips,
    /// A value stands in the next column, where 0 is right.
    MovedColumn,
    /// A value stands in the next row, where 0 is right.
    MovedRow,
    /// A result row's slip was added into its row's total.
    CarriedIntoRowTotal,
    /// A result row's slip was added into its column's total.
    CarriedIntoColumnTotal,
    /// A result row's slip was added into all totals.
    CarriedIntoAllTotals,
    /// From some cell on, the figures of a row stand one cell too far left or right: at least three are wrong.
    RowShifted,
    /// Two neighbouring rows stand in each other's place.
    RowsExchanged,
    /// Two neighbouring columns stand in each other's place.
    ColumnsExchanged,
    /// A row is printed in place of the one below it as well.
    RowPrintedTwice,
    /// One slip in table four.
    DisputesSlip,
    /// A total of table four that was left at 0.
    DisputesTotalLeftZero,
    /// The figure of a result row was copied into the row below it, and added into that row's total.
    CopiedFromAbove,
}

/// A cell that a corruption changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Corrupted {
    /// Which.
    pub cell: CellId,
    /// What stood there.
    pub from: i64,
    /// What stands there now.
    pub to: i64,
}

impl Corruption {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::OneOfAnyValue,
        Self::OneSlip,
        Self::TwoOfAnyValue,
        Self::TwoSlips,
        Self::TwoInOneRow,
        Self::ThreeSlips,
        Self::FourSlips,
        Self::SixSlips,
        Self::MovedColumn,
        Self::MovedRow,
        Self::CarriedIntoRowTotal,
        Self::CarriedIntoColumnTotal,
        Self::CarriedIntoAllTotals,
        Self::RowShifted,
        Self::RowsExchanged,
        Self::ColumnsExchanged,
        Self::RowPrintedTwice,
        Self::DisputesSlip,
        Self::DisputesTotalLeftZero,
        Self::CopiedFromAbove,
    ];

    /// What it is, in a few words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::OneOfAnyValue => "one cell, any value",
            Self::OneSlip => "one slip",
            Self::TwoOfAnyValue => "two cells, any values",
            Self::TwoSlips => "two slips",
            Self::TwoInOneRow => "two slips in one row",
            Self::ThreeSlips => "three slips",
            Self::FourSlips => "four slips",
            Self::SixSlips => "six slips",
            Self::MovedColumn => "value moved to the next column",
            Self::MovedRow => "value moved to the next row",
            Self::CarriedIntoRowTotal => "slip carried into the row total",
            Self::CarriedIntoColumnTotal => "slip carried into the column total",
            Self::CarriedIntoAllTotals => "slip carried into all totals",
            Self::RowShifted => "row shifted by one cell",
            Self::RowsExchanged => "two rows exchanged",
            Self::ColumnsExchanged => "two columns exchanged",
            Self::RowPrintedTwice => "row printed twice",
            Self::DisputesSlip => "table four: one slip",
            Self::DisputesTotalLeftZero => "table four: total left at 0",
            Self::CopiedFromAbove => "figure copied from the row above",
        }
    }

    /// Makes a valid report wrong, and says which cells are, in table order; none if the report has no place for it.
    ///
    /// ```
    /// use ogi_testkit::{Channel, Corruption, Generator, rng};
    ///
    /// let sound = Generator::new(7).report();
    /// let mut wrong = sound.clone();
    /// let corrupted = Corruption::TwoSlips.apply(&mut wrong, Channel::People, &mut rng(1));
    /// assert_eq!(corrupted.len(), 2);
    /// assert_eq!(sound[corrupted[0].cell].count(), Some(corrupted[0].from));
    /// assert_eq!(wrong[corrupted[0].cell].count(), Some(corrupted[0].to));
    /// ```
    pub fn apply(
        self,
        report: &mut Report,
        channel: Channel,
        rng: &mut impl Rng,
    ) -> Vec<Corrupted> {
        let three = cells(report, TableId::Applications);
        let mut changes = match self {
            Self::OneOfAnyValue => of_any_value(report, &three, 1, rng),
            Self::TwoOfAnyValue => of_any_value(report, &three, 2, rng),
            Self::OneSlip => slips(report, &three, 1, channel, rng),
            Self::TwoSlips => slips(report, &three, 2, channel, rng),
            Self::ThreeSlips => slips(report, &three, 3, channel, rng),
            Self::FourSlips => slips(report, &three, 4, channel, rng),
            Self::SixSlips => slips(report, &three, 6, channel, rng),
            Self::TwoInOneRow => {
                let values: Vec<CellId> =
                    three.iter().filter(|it| count(report, **it) != 0).copied().collect();
                let row = values.choose(rng).map(|it| it.row());
                let row: Vec<CellId> =
                    three.iter().filter(|it| Some(it.row()) == row).copied().collect();
                slips(report, &row, 2, channel, rng)
            }
            Self::MovedColumn => lines::moved(report, &three, |cell| beside(&three, cell), rng),
            Self::MovedRow => lines::moved(report, &three, |cell| below(&three, cell), rng),
            Self::CarriedIntoRowTotal => carried(report, &[Carried::Row], channel, rng),
            Self::CarriedIntoColumnTotal => carried(report, &[Carried::Column], channel, rng),
            Self::CarriedIntoAllTotals => {
                carried(report, &[Carried::Row, Carried::Column, Carried::Corner], channel, rng)
            }
            Self::RowShifted => lines::shifted(report, &three, channel, rng),
            Self::RowsExchanged => lines::rows_exchanged(report, &three, rng),
            Self::ColumnsExchanged => lines::columns_exchanged(report, &three, rng),
            Self::RowPrintedTwice => lines::printed_twice(report, &three, rng),
            Self::DisputesSlip => slips(report, &cells(report, TableId::Disputes), 1, channel, rng),
            Self::DisputesTotalLeftZero => {
                let totals = cells(report, TableId::Disputes)
                    .into_iter()
                    .filter(|it| it.column() == Column::Total && count(report, *it) != 0)
                    .collect::<Vec<_>>();
                totals.choose(rng).map(|it| (*it, 0)).into_iter().collect()
            }
            Self::CopiedFromAbove => lines::copied(report, &three, |cell| below(&three, cell), rng),
        };
        changes.retain(|(cell, to)| count(report, *cell) != *to);
        changes.sort_unstable();
        let corrupted = changes.iter().map(|(cell, to)| {
            let from = count(report, *cell);
            report.set(*cell, *to);
            Corrupted { cell: *cell, from, to: *to }
        });
        corrupted.collect()
    }
}

/// Blanks so many cells of table three, and says which.
///
/// ```
/// use ogi_testkit::{Generator, blank, rng};
///
/// let mut report = Generator::new(7).report();
/// let blanks = blank(&mut report, 3, &mut rng(1));
/// assert!(blanks.len() == 3 && blanks.iter().all(|it| report[*it].is_blank()));
/// ```
pub fn blank(report: &mut Report, many: usize, rng: &mut impl Rng) -> Vec<CellId> {
    let cells = cells(report, TableId::Applications);
    let mut blanks: Vec<CellId> = cells.sample(rng, many).copied().collect();
    blanks.sort_unstable();
    blanks.iter().for_each(|cell| report.set(*cell, Cell::Blank));
    blanks
}

/// The cells of a table that hold a count.
fn cells(report: &Report, table: TableId) -> Vec<CellId> {
    CellId::of_table(table).filter(|it| report[*it].count().is_some()).collect()
}

fn count(report: &Report, cell: CellId) -> i64 {
    report[cell].count().unwrap_or_default()
}

/// The cell to the right.
fn beside(cells: &[CellId], cell: CellId) -> Option<CellId> {
    let at = cells.iter().position(|it| *it == cell)?;
    cells.get(at + 1).copied().filter(|it| it.row() == cell.row())
}

/// The cell below.
fn below(cells: &[CellId], cell: CellId) -> Option<CellId> {
    cells.iter().copied().find(|it| it.row() > cell.row() && it.column() == cell.column())
}
