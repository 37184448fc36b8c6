//! A reading as JSON: the report with `notes`, `sources` and `claims` beside it, and `decisions` and `text` if it has any.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::{
    Claim, Decision, EqualityId, GridPlace, LineColumn, LineIndex, Note, PagePlace, Place, Reading,
    TableId,
};

/// A place with its line and column.
pub(crate) struct Located<'a> {
    pub(crate) place: &'a Place,
    pub(crate) lines: &'a LineIndex<'a>,
}

impl Serialize for Located<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        enum Tagged<'a> {
            Text { line: usize, column: usize, start: u32, end: u32 },
            Grid(&'a GridPlace),
            Page(&'a PagePlace),
        }
        match self.place {
            Place::Text { start, end } => {
                let LineColumn { line, column } = self.lines.at(*start as usize);
                Tagged::Text { line, column, start: *start, end: *end }
            }
            Place::Grid(grid) => Tagged::Grid(grid),
            Place::Page(page) => Tagged::Page(page),
        }
        .serialize(serializer)
    }
}

impl Place {
    /// The place as JSON writes it, with its line and column.
    pub fn located<'a>(&'a self, lines: &'a LineIndex<'a>) -> impl Serialize + 'a {
        Located { place: self, lines }
    }
}

impl Claim {
    /// The claim as JSON writes it, its place with line and column.
    pub fn located<'a>(&'a self, lines: &'a LineIndex<'a>) -> impl Serialize + 'a {
        ClaimIn { claim: self, lines }
    }
}

impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let lines = self.lines();
        let mut map = serializer.serialize_map(None)?;
        self.report.serialize_entries(&mut map)?;
        let notes: Vec<_> = self.notes.iter().map(|note| NoteIn { note, lines: &lines }).collect();
        map.serialize_entry("notes", &notes)?;
        map.serialize_entry("sources", &SourcesOf { reading: self, lines: &lines })?;
        let claims: Vec<_> =
            self.claims.iter().map(|claim| ClaimIn { claim, lines: &lines }).collect();
        map.serialize_entry("claims", &claims)?;
        if !self.decisions.is_empty() {
            let decisions: Vec<_> =
                self.decisions.iter().map(|it| DecisionIn { it, lines: &lines }).collect();
            map.serialize_entry("decisions", &decisions)?;
        }
        if !self.text.is_empty() {
            map.serialize_entry("text", &self.text)?;
        }
        map.end()
    }
}

struct NoteIn<'a> {
    note: &'a Note,
    lines: &'a LineIndex<'a>,
}

impl Serialize for NoteIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            #[serde(flatten)]
            kind: &'a crate::NoteKind,
            place: Located<'a>,
        }
        let place = Located { place: &self.note.place, lines: self.lines };
        Flat { kind: &self.note.kind, place }.serialize(serializer)
    }
}

struct ClaimIn<'a> {
    claim: &'a Claim,
    lines: &'a LineIndex<'a>,
}

impl Serialize for ClaimIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            printed: &'a str,
            about: &'a crate::ClaimSubject,
            value: crate::ClaimValue,
            hedge: crate::Hedge,
            scope: crate::Scope,
            year: Option<u16>,
            of: Option<usize>,
            place: Located<'a>,
        }
        let Claim { printed, about, value, hedge, scope, year, of, place } = self.claim;
        Flat {
            printed,
            about,
            value: *value,
            hedge: *hedge,
            scope: *scope,
            year: *year,
            of: *of,
            place: Located { place, lines: self.lines },
        }
        .serialize(serializer)
    }
}

struct DecisionIn<'a> {
    it: &'a Decision,
    lines: &'a LineIndex<'a>,
}

impl Serialize for DecisionIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            about: crate::Target,
            printed: &'a str,
            known: &'a crate::Evidence,
            taken: &'a [crate::AssignedFigure],
            #[serde(flatten)]
            problem: Option<crate::RowProblem>,
            #[serde(serialize_with = "super::equality_ids::serialize")]
            settled_by: &'a [EqualityId],
            costs: &'a [crate::Cost],
            lost: &'a [crate::Rejected],
            place: Located<'a>,
        }
        let Decision { about, printed, place, known, taken, problem, settled_by, costs, lost } =
            self.it;
        Flat {
            about: *about,
            printed,
            known,
            taken,
            problem: *problem,
            settled_by,
            costs,
            lost,
            place: Located { place, lines: self.lines },
        }
        .serialize(serializer)
    }
}

/// Field, place; then table, row, column, place: nested as the report is.
struct SourcesOf<'a> {
    reading: &'a Reading,
    lines: &'a LineIndex<'a>,
}

impl Serialize for SourcesOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, place) in self.reading.sources.fields() {
            map.serialize_entry(field.key(), &Located { place, lines: self.lines })?;
        }
        let all: Vec<_> = self.reading.sources.iter().collect();
        let tables = TableId::ALL.iter().map(|table| {
            let cells: Vec<_> = all.iter().filter(|it| it.0.table() == *table).copied().collect();
            let rows = cells
                .chunk_by(|a, b| a.0.row() == b.0.row())
                .map(|row| {
                    let cells = row
                        .iter()
                        .map(|(cell, place)| (cell.column(), Located { place, lines: self.lines }))
                        .collect();
                    (row[0].0.row(), Pairs(cells))
                })
                .collect();
            (*table, Pairs(rows))
        });
        for (table, rows) in tables.filter(|it| !it.1.0.is_empty()) {
            map.serialize_entry(&table, &rows)?;
        }
        map.end()
    }
}

/// A map in a fixed order.
struct Pairs<K, V>(Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
