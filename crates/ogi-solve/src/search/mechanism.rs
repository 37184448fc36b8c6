//! How figures come to be wrong.

/// A way in which figures come to be wrong, seen over a whole table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mechanism {
    /// A total was never filled in and prints 0.
    TotalLeftZero,
    /// A total leaves out one of its parts.
    AddendOmitted,
    /// A total counts one of its parts twice.
    AddendDoubled,
    /// One figure is wrong.
    OneFigure,
    /// Two figures are wrong, each for itself.
    TwoFigures,
    /// Three figures are wrong, each for itself.
    ThreeFigures,
    /// More than three figures are wrong, each for itself.
    SeveralFigures,
    /// A value stands in the column before or after its own.
    MovedColumn,
    /// A value stands in the row above or below its own.
    MovedRow,
    /// Two neighbouring values stand in each other's cell.
    CellsExchanged,
    /// The figure of the row above was copied down, alone or with the total of its row.
    CopiedFromAbove,
    /// The figure to the left was copied.
    CopiedFromLeft,
    /// A wrong figure was added into the total of its row.
    CarriedIntoRowTotal,
    /// A wrong figure was added into the total of its column.
    CarriedIntoColumnTotal,
    /// A wrong figure was added into all totals.
    CarriedIntoAllTotals,
    /// The figures of a row stand one cell too far left or right.
    RowShifted,
    /// Two rows stand in each other's place.
    RowsExchanged,
    /// Two columns stand in each other's place.
    ColumnsExchanged,
    /// A row was printed in place of its neighbour as well.
    RowPrintedTwice,
    /// The figures are right, and what was held against them is not.
    SourceOutside,
}

impl Mechanism {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::TotalLeftZero,
        Self::AddendOmitted,
        Self::AddendDoubled,
        Self::OneFigure,
        Self::TwoFigures,
        Self::ThreeFigures,
        Self::SeveralFigures,
        Self::MovedColumn,
        Self::MovedRow,
        Self::CellsExchanged,
        Self::CopiedFromAbove,
        Self::CopiedFromLeft,
        Self::CarriedIntoRowTotal,
        Self::CarriedIntoColumnTotal,
        Self::CarriedIntoAllTotals,
        Self::RowShifted,
        Self::RowsExchanged,
        Self::ColumnsExchanged,
        Self::RowPrintedTwice,
        Self::SourceOutside,
    ];

    /// Its slug.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TotalLeftZero => "total-left-zero",
            Self::AddendOmitted => "addend-omitted",
            Self::AddendDoubled => "addend-doubled",
            Self::OneFigure => "one-figure",
            Self::TwoFigures => "two-figures",
            Self::ThreeFigures => "three-figures",
            Self::SeveralFigures => "several-figures",
            Self::MovedColumn => "moved-column",
            Self::MovedRow => "moved-row",
            Self::CellsExchanged => "cells-exchanged",
            Self::CopiedFromAbove => "copied-from-above",
            Self::CopiedFromLeft => "copied-from-left",
            Self::CarriedIntoRowTotal => "carried-into-row-total",
            Self::CarriedIntoColumnTotal => "carried-into-column-total",
            Self::CarriedIntoAllTotals => "carried-into-all-totals",
            Self::RowShifted => "row-shifted",
            Self::RowsExchanged => "rows-exchanged",
            Self::ColumnsExchanged => "columns-exchanged",
            Self::RowPrintedTwice => "row-printed-twice",
            Self::SourceOutside => "source-outside",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_all() {
        assert!(Mechanism::ALL.iter().enumerate().all(|(n, it)| *it as usize == n));
        assert_eq!(Mechanism::ALL.len(), Mechanism::SourceOutside as usize + 1);
    }
}
