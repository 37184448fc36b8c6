//! A cell and its address as JSON.

use serde::de::Error as _;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Cell, CellId, NotApplicable, Value};

impl Serialize for CellId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("table", &self.table())?;
        map.serialize_entry("row", &self.row())?;
        map.serialize_entry("column", &self.column())?;
        map.end()
    }
}

impl<'de> Deserialize<'de> for CellId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Address {
            table: crate::TableId,
            row: crate::Row,
            column: crate::Column,
        }
        let Address { table, row, column } = Address::deserialize(deserializer)?;
        Self::try_new(row, column)
            .filter(|cell| cell.table() == table)
            .ok_or_else(|| D::Error::custom(format!("the form has no cell {table}.{row}.{column}")))
    }
}

/// A count as an integer, any decimal as a string.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Count(n) => serializer.serialize_i64(*n),
            Self::Decimal(d) => serializer.collect_str(d),
        }
    }
}

/// An absent cell is not written at all; here it is `null`.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = |serializer: S, key, value: &str| {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(key, value)?;
            map.end()
        };
        match self {
            Self::Absent | Self::Blank => serializer.serialize_unit(),
            Self::NotApplicable(NotApplicable::Slash) => serializer.serialize_str("/"),
            Self::NotApplicable(token) => entry(serializer, "na", token.as_str()),
            Self::Number { value, remark: None } => value.serialize(serializer),
            Self::Number { value, remark: Some(remark) } => {
                let mut map = serializer.serialize_map(Some(2))?;
                map.serialize_entry("value", value)?;
                map.serialize_entry("remark", remark)?;
                map.end()
            }
            Self::Unreadable(raw) => entry(serializer, "unreadable", raw),
        }
    }
}
