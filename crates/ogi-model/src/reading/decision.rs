//! How the labels and rows of a source were read, and which other readings lost.

use std::borrow::Cow;

use super::{Place, RowProblem};
use crate::{CellId, Column, Edition, EqualityId, Group, Row, Section, TableEdition, TableId};

/// What a piece of a source was taken for, why, and what it was not taken for.
///
/// A reader keeps them when it is asked to; they are for people who ask why a report was read as it was, and nothing
/// is judged by them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decision {
    /// What it was taken for.
    pub about: Target,
    /// The label as printed; a torn one with blanks between its pieces.
    pub printed: String,
    /// Where the label stands. For a row that is missing: where it should be.
    pub place: Place,
    /// How it was known.
    pub known: Evidence,
    /// The figures that were taken for a row, in the order of its columns.
    pub taken: Vec<AssignedFigure>,
    /// Why the row cannot be read for certain.
    pub problem: Option<RowProblem>,
    /// The equalities that settled where its blanks are.
    pub settled_by: Vec<EqualityId>,
    /// What the reading that won costs, by what it costs for; empty where nothing was weighed.
    pub costs: Vec<Cost>,
    /// The readings that lost.
    pub lost: Vec<Rejected>,
}

impl Decision {
    /// A decision about something at a place, of which nothing else is known yet.
    pub const fn new(about: Target, place: Place) -> Self {
        Self {
            about,
            printed: String::new(),
            place,
            known: Evidence::Unknown,
            taken: Vec::new(),
            problem: None,
            settled_by: Vec::new(),
            costs: Vec::new(),
            lost: Vec::new(),
        }
    }
}

/// What a reading costs for one kind of evidence: minus the natural logarithm of its probability, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cost {
    /// For what.
    pub of: CostOf,
    /// How much; 0 is certain, 1000 is a chance of 1 to e.
    pub millinats: i64,
}

/// What a reading costs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum CostOf {
    /// How the figures are cut into rows.
    Figures,
    /// How they fall into the columns.
    Placing,
    /// The labels passed on the way, and the order of the rows.
    Labels,
}

/// What a piece of a source was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "snake_case")
)]
pub enum Target {
    /// The heading of a part.
    Section(Section),
    /// The edition of a table; it has no label of its own, and stands where the table begins.
    Edition {
        /// Of which table.
        table: TableId,
        /// Which.
        #[cfg_attr(feature = "serde", serde(with = "crate::json::table_edition"))]
        edition: TableEdition,
    },
    /// The corner of a table, the head of a block, or all its heads.
    Head(TableId),
    /// A merged head.
    Group(Group),
    /// The head of a column.
    Column(Column),
    /// A row.
    Row(Row),
    /// Nothing: text among the figures of a table that is no label of it.
    Nothing(TableId),
}

/// How something was known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "by", rename_all = "kebab-case")
)]
pub enum Evidence {
    /// It is the official wording, to the letter.
    Exact,
    /// It is the official wording, but for width, blanks and punctuation.
    Folded,
    /// It is a wording without ordinal or gloss, with another gloss, or of the other edition.
    Wording,
    /// It consists of labels without anything between them.
    Glued,
    /// Its pieces together are the label.
    Pieces {
        /// The pieces.
        pieces: Vec<String>,
    },
    /// It begins as one label only does.
    Beginning {
        /// The pieces that it was put together from.
        pieces: Vec<String>,
    },
    /// It resembles one label more than any other.
    Similar {
        /// Letters that differ.
        distance: usize,
    },
    /// It has a word that states a part.
    Word {
        /// Which.
        word: Cow<'static, str>,
    },
    /// It stands where the form has exactly this one, between others that are known.
    Order,
    /// All letters of the heads are there, in no readable order: the form's order was taken.
    Letters,
    /// The heads say nothing and are as many as the form's: the form's order was taken.
    Number,
    /// The heads over the rows are those of the edition.
    Heads,
    /// Only this edition has the row.
    Row {
        /// Which.
        row: Row,
    },
    /// Nothing in the table states the edition; the report's year does, or, without one, the newest edition is it.
    Year {
        /// The year.
        year: Option<u16>,
    },
    /// It is not there, or nothing is known about it.
    Unknown,
}

/// A figure that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AssignedFigure {
    /// For which cell; `None` if nobody knows.
    pub cell: Option<CellId>,
    /// As printed; empty for a blank.
    pub printed: String,
}

/// A reading that lost.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(tag = "reading", rename_all = "kebab-case")
)]
pub enum Rejected {
    /// Another label: so many letters of it differ.
    Label {
        /// What it would have been taken for.
        about: Target,
        /// Its official wording.
        label: Cow<'static, str>,
        /// Letters that differ.
        distance: usize,
    },
    /// Another part: a less clear word stands for it.
    Word {
        /// Which part.
        section: Section,
        /// The word.
        word: Cow<'static, str>,
    },
    /// The other edition, which has not the rows, or the heads, that are printed.
    Edition {
        /// Which.
        edition: Edition,
    },
    /// Placings of a row's blanks that an equality rules out.
    Placings {
        /// How many.
        count: usize,
        /// What each cell would print in the first of them; empty for a blank.
        example: Vec<String>,
        /// The equality that cannot hold then.
        #[cfg_attr(feature = "serde", serde(with = "crate::json::equality_id"))]
        broken: EqualityId,
    },
    /// Placings of a row's blanks that nothing rules out, so that none of them is certain.
    Possible {
        /// How many.
        count: usize,
        /// What each cell would print in the first of them; empty for a blank.
        example: Vec<String>,
    },
    /// Blank cells of the row that were taken for none: pads of merged cells, or beyond its last column.
    Pads {
        /// How many.
        cells: usize,
    },
    /// The next best reading of the whole table in which the row is another.
    RunnerUp {
        /// The figures that the row would have; none if it would not be there.
        figures: Vec<String>,
        /// By how much it costs more, in thousandths of a nat.
        gap: i64,
    },
    /// The label is there again.
    Again {
        /// With these figures.
        figures: Vec<String>,
    },
}
