//! What is odd about a source.

use super::Place;
use crate::{CellId, Column, EqualityId, Group, Row, Section, TableId};

/// Something odd about a source, with its place.
///
/// A note is no verdict: the rules of `ogi-check` decide what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where. For something missing: where it should be.
    pub place: Place,
}

/// A label of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum Label {
    /// Of a row.
    Row(Row),
    /// Of a column.
    Column(Column),
    /// Of a merged head.
    Group(Group),
}

/// The kinds of notes; there will be more.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
pub enum NoteKind {
    /// A part of the report is not there.
    SectionMissing {
        /// Which.
        section: Section,
    },
    /// A part has another number than the form gives it.
    SectionMisnumbered {
        /// Which.
        section: Section,
        /// Its heading as printed.
        printed: String,
    },
    /// A part comes after one that it should precede.
    SectionOutOfOrder {
        /// Which.
        section: Section,
    },
    /// A heading has not the official wording.
    HeadingNonstandard {
        /// Of which part.
        section: Section,
        /// The heading as printed.
        printed: String,
    },
    /// A table is not there.
    TableMissing {
        /// Which.
        table: TableId,
    },
    /// A label has not the official wording.
    LabelNonstandard {
        /// The label that it was taken for.
        label: Label,
        /// As printed.
        printed: String,
    },
    /// Text among the figures of a table that is no label of it.
    LabelUnknown {
        /// In which table.
        table: TableId,
        /// As printed.
        printed: String,
    },
    /// The column heads are torn: their characters are the form's, in no readable order. Its columns were
    /// taken in the order of the form.
    HeadTorn {
        /// Of which table.
        table: TableId,
    },
    /// The column heads say nothing (`数据1`, `数据2`, … 总计), but are as many as the form's. Its columns were taken
    /// in the order of the form.
    HeadUnnamed {
        /// Of which table.
        table: TableId,
    },
    /// A row of the form is not there.
    RowMissing {
        /// Which.
        row: Row,
    },
    /// A table ends before its last row: the page does, or the source was cut.
    TableCut {
        /// Which.
        table: TableId,
        /// The last row that it has.
        last: Row,
    },
    /// The figures of a row cannot be read for certain; its cells are unreadable.
    RowUnreadable {
        /// Which.
        row: Row,
        /// Why.
        #[cfg_attr(feature = "serde", serde(flatten))]
        problem: RowProblem,
    },
    /// Figures that stand beside no row.
    FiguresLeftOver {
        /// In which table.
        table: TableId,
        /// As printed.
        printed: String,
    },
    /// A cell is there and blank.
    CellBlank {
        /// Which.
        cell: CellId,
    },
    /// What a cell prints is no figure.
    CellUnreadable {
        /// Which.
        cell: CellId,
        /// As printed.
        printed: String,
    },
    /// A figure carries its unit, and was converted if the unit is not that of the column.
    CellUnit {
        /// Which.
        cell: CellId,
        /// As printed.
        printed: String,
    },
    /// Blanks vanished from a row; only one placing of its figures satisfies the equalities, which therefore
    /// are no evidence about them.
    RowSettled {
        /// Which row.
        row: Row,
        /// The equalities that settled it.
        #[cfg_attr(feature = "serde", serde(with = "crate::json::equality_ids"))]
        by: Vec<EqualityId>,
    },
    /// The signature below the report is not the name of the agency that the title states.
    SignedOtherwise {
        /// The signature as printed.
        printed: String,
    },
    /// A table has blocks of several editions.
    EditionsMixed {
        /// Which.
        table: TableId,
    },
}

/// Why a row cannot be read for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "problem", rename_all = "kebab-case")
)]
pub enum RowProblem {
    /// Fewer figures than columns, and nothing shows which cells are blank.
    TooFewFigures {
        /// How many are printed.
        figures: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// More figures than columns.
    TooManyFigures {
        /// How many are printed.
        figures: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// No readable column heads say what its figures are.
    ColumnsUnknown,
    /// It has no figures, but the table has figures that belong to no row.
    FiguresTornOff,
    /// It stands there more than once, with different figures.
    Repeated,
    /// Its label is torn and could be another's.
    LabelUncertain,
}
