//! What kinds of slip are called.

use ogi_solve::Mechanism as Kind;

use crate::{Mechanism, Words};

impl From<Kind> for Mechanism {
    fn from(kind: Kind) -> Self {
        let (zh, en) = match kind {
            Kind::TotalLeftZero => ("总计填成了0", "a total was left at 0"),
            Kind::AddendOmitted => ("总计漏加一项", "a total leaves out a part"),
            Kind::AddendDoubled => ("总计重复加了一项", "a total counts a part twice"),
            Kind::OneFigure => ("一个数字有误", "one figure is wrong"),
            Kind::TwoFigures => ("两个数字有误", "two figures are wrong"),
            Kind::ThreeFigures => ("三个数字有误", "three figures are wrong"),
            Kind::SeveralFigures => ("多个数字有误", "several figures are wrong"),
            Kind::MovedColumn => ("数字填到了相邻一列", "a value stands in the next column"),
            Kind::MovedRow => ("数字填到了相邻一行", "a value stands in the next row"),
            Kind::CellsExchanged => ("相邻两个数字互换", "two neighbouring values are exchanged"),
            Kind::CopiedFromAbove => {
                ("误抄了上一行的数字", "the figure of the row above was copied")
            }
            Kind::CopiedFromLeft => ("误抄了左边一列的数字", "the figure to the left was copied"),
            Kind::CarriedIntoRowTotal => {
                ("错误数字计入了本行总计", "a wrong figure was added into the total of its row")
            }
            Kind::CarriedIntoColumnTotal => {
                ("错误数字计入了本列总计", "a wrong figure was added into the total of its column")
            }
            Kind::CarriedIntoAllTotals => {
                ("错误数字计入了各项总计", "a wrong figure was added into all totals")
            }
            Kind::RowShifted => {
                ("整行数字错位一格", "the figures of a row are shifted by one cell")
            }
            Kind::RowsExchanged => ("两行互换", "two rows are exchanged"),
            Kind::ColumnsExchanged => ("两列互换", "two columns are exchanged"),
            Kind::RowPrintedTwice => {
                ("相邻一行被重复填写", "a row was printed in place of its neighbour as well")
            }
            Kind::SourceOutside => {
                ("表内数字无误，所对照的数字有误", "what the figures were compared with is wrong")
            }
        };
        Self { id: kind.id(), name: Words { zh, en } }
    }
}
