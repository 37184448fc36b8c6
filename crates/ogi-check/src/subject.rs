//! What is checked.

use ogi_model::{CellId, Note, NoteKind, Place, Reading, Report};

/// What is checked: a reading, or a bare report.
///
/// A bare report has no text and no layout, so that rules on these are not applicable. The same goes for a
/// reading without text, places and notes, which is a report in disguise.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    report: &'a Report,
    reading: Option<&'a Reading>,
}

impl<'a> From<&'a Report> for Subject<'a> {
    fn from(report: &'a Report) -> Self {
        Self { report, reading: None }
    }
}

impl<'a> From<&'a Reading> for Subject<'a> {
    fn from(reading: &'a Reading) -> Self {
        let has_source = !reading.text.is_empty()
            || !reading.notes.is_empty()
            || reading.sources.iter().next().is_some();
        Self { report: &reading.report, reading: has_source.then_some(reading) }
    }
}

impl<'a> Subject<'a> {
    /// The report.
    pub const fn report(&self) -> &'a Report {
        self.report
    }

    /// The reading, if it is not a bare report.
    pub const fn reading(&self) -> Option<&'a Reading> {
        self.reading
    }

    /// The text that text places point into; empty if there is none.
    pub fn text(&self) -> &'a str {
        self.reading.map_or("", |reading| &reading.text)
    }

    /// What is odd about the source.
    pub(crate) fn notes(&self) -> &'a [Note] {
        self.reading.map_or(&[], |reading| &reading.notes)
    }

    /// Where a cell stands, or else its row.
    pub(crate) fn place(&self, cell: CellId) -> Option<&'a Place> {
        let of_row = || {
            let note = self.notes().iter().find(|note| match &note.kind {
                NoteKind::CellBlank { cell: it } | NoteKind::CellUnreadable { cell: it, .. } => {
                    *it == cell
                }
                NoteKind::RowUnreadable { row, .. } | NoteKind::RowMissing { row } => {
                    *row == cell.row()
                }
                _ => false,
            })?;
            Some(&note.place)
        };
        self.reading?.place(cell).or_else(of_row)
    }
}
