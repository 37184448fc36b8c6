//! A report together with where it was read.

mod claim;
mod decision;
mod field;
mod note;
mod place;
mod sources;

pub use claim::{CellSum, Claim, ClaimSubject, ClaimValue, Hedge, Scope};
pub use decision::{AssignedFigure, Cost, CostOf, Decision, Evidence, Rejected, Target};
pub use field::Field;
pub use note::{Label, Note, NoteKind, RowProblem};
pub use place::{GridPlace, LineColumn, LineIndex, PagePlace, Place};
pub use sources::Places;

use crate::{CellId, EqualityId, Report};

/// A report, the place of every figure, and a note for everything odd about the source.
///
/// ```
/// use ogi_model::{Reading, Report};
///
/// let reading = Reading::of_report(Report::new());
/// assert!(reading.notes.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What the source says.
    pub report: Report,
    /// Where each figure stands, and what else the report says.
    pub sources: Places,
    /// What is odd about the source, in its order.
    pub notes: Vec<Note>,
    /// What sentences say about figures, in the order of the source.
    pub claims: Vec<Claim>,
    /// Why it was read so, in table order; empty unless the reader was asked to keep them.
    pub decisions: Vec<Decision>,
    /// The decoded text that text places point into; empty for other sources.
    pub text: Box<str>,
}

impl Reading {
    /// A report without a source: no places, no notes.
    pub fn of_report(report: Report) -> Self {
        Self { report, ..Self::default() }
    }

    /// Whether an equality settled where the figures of a row belong, so that it is no evidence about them.
    pub fn is_settled_by(&self, equality: EqualityId) -> bool {
        self.notes.iter().any(|note| match &note.kind {
            NoteKind::RowSettled { by, .. } => by.contains(&equality),
            _ => false,
        })
    }

    /// The lines of the text, to ask for lines and columns of places.
    pub fn lines(&self) -> LineIndex<'_> {
        LineIndex::new(&self.text)
    }

    /// The place of a figure.
    pub fn place(&self, cell: CellId) -> Option<&Place> {
        self.sources.get(cell)
    }
}
