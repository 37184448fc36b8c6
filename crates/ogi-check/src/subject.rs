//! What is checked.

use ogi_model::{CellId, Claim, Field, Note, NoteKind, Place, Reading, Report};

/// What is checked: a reading, or a bare report.
///
/// A bare report has no source, so that rules on labels, headings, order and places are not evaluated. The same goes for a
/// reading without text, places and notes, which is a report with what its narrative claims.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    report: &'a Report,
    reading: Option<&'a Reading>,
    claims: &'a [Claim],
}

impl<'a> From<&'a Report> for Subject<'a> {
    fn from(report: &'a Report) -> Self {
        Self { report, reading: None, claims: &[] }
    }
}

impl<'a> From<&'a Reading> for Subject<'a> {
    fn from(reading: &'a Reading) -> Self {
        let has_source = !reading.text.is_empty()
            || !reading.notes.is_empty()
            || reading.sources.iter().next().is_some()
            || reading.sources.fields().next().is_some();
        let Reading { report, claims, .. } = reading;
        Self { report, reading: has_source.then_some(reading), claims }
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

    /// What sentences say about figures.
    pub const fn claims(&self) -> &'a [Claim] {
        self.claims
    }

    /// What is odd about the source.
    pub fn notes(&self) -> &'a [Note] {
        self.reading.map_or(&[], |reading| &reading.notes)
    }

    /// Where a field stands.
    pub fn field(&self, field: Field) -> Option<&'a Place> {
        self.reading?.sources.field(field)
    }

    /// Where words of a field stand: they themselves in text, elsewhere the field.
    pub fn words(&self, field: Field, words: &str) -> Option<Place> {
        let place = self.field(field)?;
        let exact = || {
            let span = place.span()?;
            let at = span.start + self.text().get(span)?.find(words)?;
            Some(Place::Text { start: at as u32, end: (at + words.len()) as u32 })
        };
        Some(exact().unwrap_or_else(|| place.clone()))
    }

    /// The text of a field of narrative; empty if it is not there.
    pub fn narrative(&self, field: Field) -> &'a str {
        let report = self.report;
        match field {
            Field::Preamble => &report.preamble,
            Field::Overview => &report.overview,
            Field::Problems => &report.problems,
            Field::OtherMatters => &report.other_matters,
            Field::Title => &report.title,
            Field::Agency => &report.agency,
            Field::Year | Field::Period | Field::Published => &None,
        }
        .as_deref()
        .unwrap_or_default()
    }

    /// Where a cell stands, or else its row.
    pub fn place(&self, cell: CellId) -> Option<&'a Place> {
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
