//! Where in the JSON of a report something stands.

use crate::{CellId, Edition, Message, Row, TableId};

/// Where in the JSON of a report something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonPlace {
    /// The report itself.
    Report,
    /// The object of a table.
    Table(TableId),
    /// The object of a row.
    Row(Row),
    /// A cell.
    Cell(CellId),
}

impl JsonPlace {
    /// Table, row and column by their names and their keys.
    pub(super) fn name(self) -> Message {
        match self {
            Self::Report => Message::new("报告", "a report"),
            Self::Table(table) => Message::new(
                format!("“{}”（{table}）", table.section().heading(Edition::LATEST)),
                format!("{table}"),
            ),
            Self::Row(row) => {
                let Message { zh, en } = Self::Table(row.table()).name();
                Message::new(format!("{zh}“{}”行（{row}）", row.label()), format!("{en}.{row}"))
            }
            Self::Cell(cell) => {
                let (Message { zh, en }, column) = (Self::Row(cell.row()).name(), cell.column());
                let label = cell.form_column().label;
                Message::new(format!("{zh}“{label}”列（{column}）"), format!("{en}.{column}"))
            }
        }
    }
}
