//! A report as JSON.

use core::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::cell::Printed;
use crate::{CellId, Column, Edition, Report, Row, TableEdition, TableId};

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

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ReportVisitor)
    }
}

struct ReportVisitor;

impl<'de> Visitor<'de> for ReportVisitor {
    type Value = Report;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a report")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Report, A::Error> {
        let mut report = Report::new();
        let mut version = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "schema_version" => version = Some(map.next_value::<u32>()?),
                "title" => report.title = map.next_value()?,
                "agency" => report.agency = map.next_value()?,
                "agency_kind" => report.agency_kind = map.next_value()?,
                "year" => report.year = map.next_value()?,
                "period" => report.period = map.next_value()?,
                "published" => report.published = map.next_value()?,
                "preamble" => report.preamble = map.next_value()?,
                "overview" => report.overview = map.next_value()?,
                "problems" => report.problems = map.next_value()?,
                "other_matters" => report.other_matters = map.next_value()?,
                // What `Reading` writes beside a report.
                "notes" | "sources" | "claims" => {
                    map.next_value::<serde::de::IgnoredAny>()?;
                }
                key => match key.parse::<TableId>() {
                    Ok(table) => map.next_value_seed(TableSeed { report: &mut report, table })?,
                    Err(_) => return Err(A::Error::custom(format!("unknown key `{key}`"))),
                },
            }
        }
        match version {
            Some(SCHEMA_VERSION) => Ok(report),
            Some(other) => {
                Err(A::Error::custom(format!("schema_version {other} is not known here")))
            }
            None => Err(A::Error::missing_field("schema_version")),
        }
    }
}

struct TableSeed<'a> {
    report: &'a mut Report,
    table: TableId,
}

impl<'de> DeserializeSeed<'de> for TableSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for TableSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table with its edition and rows")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut edition = None;
        while let Some(key) = map.next_key::<String>()? {
            if key == "edition" {
                let key: String = map.next_value()?;
                edition = Some(if key == TableEdition::Mixed.key() {
                    TableEdition::Mixed
                } else {
                    TableEdition::One(key.parse::<Edition>().map_err(A::Error::custom)?)
                });
                continue;
            }
            let row: Row = key.parse().map_err(A::Error::custom)?;
            if row.table() != self.table {
                return Err(A::Error::custom(format!("{} has no row `{row}`", self.table)));
            }
            map.next_value_seed(RowSeed { report: self.report, row })?;
        }
        if edition.is_none() {
            return Err(A::Error::missing_field("edition"));
        }
        self.report.set_table(self.table, edition);
        Ok(())
    }
}

struct RowSeed<'a> {
    report: &'a mut Report,
    row: Row,
}

impl<'de> DeserializeSeed<'de> for RowSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row of cells")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(column) = map.next_key::<Column>()? {
            let cell = CellId::try_new(self.row, column).ok_or_else(|| {
                A::Error::custom(format!("row `{}` has no column `{column}`", self.row))
            })?;
            let Printed(printed) = map.next_value()?;
            self.report.set(cell, printed);
        }
        Ok(())
    }
}
