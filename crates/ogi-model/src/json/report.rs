//! A report as JSON.

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{CellId, Column, Report, Row, TableEdition, TableId};

/// The version of the exchange format.
pub(super) const SCHEMA_VERSION: u32 = 1;

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.serialize_entries(&mut map)?;
        map.end()
    }
}

impl Report {
    pub(super) fn serialize_entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry("schema_version", &SCHEMA_VERSION)?;
        map.serialize_entry("title", &self.title)?;
        map.serialize_entry("agency", &self.agency)?;
        map.serialize_entry("agency_kind", &self.agency_kind)?;
        map.serialize_entry("year", &self.year)?;
        map.serialize_entry("period", &self.period)?;
        map.serialize_entry("published", &self.published)?;
        map.serialize_entry("preamble", &self.preamble)?;
        map.serialize_entry("overview", &self.overview)?;
        for table in TableId::ALL {
            if let Some(edition) = self.table(*table) {
                map.serialize_entry(table, &TableOf { report: self, table: *table, edition })?;
            }
        }
        map.serialize_entry("problems", &self.problems)?;
        map.serialize_entry("other_matters", &self.other_matters)
    }
}

struct TableOf<'a> {
    report: &'a Report,
    table: TableId,
    edition: TableEdition,
}

impl Serialize for TableOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("edition", self.edition.key())?;
        for row in Row::ALL.iter().filter(|row| row.table() == self.table) {
            let row = RowOf { report: self.report, row: *row };
            if row.cells().next().is_some() {
                map.serialize_entry(&row.row, &row)?;
            }
        }
        map.end()
    }
}

struct RowOf<'a> {
    report: &'a Report,
    row: Row,
}

impl RowOf<'_> {
    fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        Column::ALL
            .iter()
            .filter_map(|column| CellId::try_new(self.row, *column))
            .filter(|cell| self.report[*cell].is_present())
    }
}

impl Serialize for RowOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.cells().map(|cell| (cell.column(), &self.report[cell])))
    }
}

/// [`Report::from_json`] states what is wrong in both languages; here it is the text of the error.
impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        super::read::report(value).map_err(D::Error::custom)
    }
}
