//! A cell and its address as JSON.

use core::fmt;

use rust_decimal::Decimal;
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};
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

/// A cell before its unit is known.
pub(super) struct Printed(pub(super) Cell);

impl<'de> Deserialize<'de> for Printed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(PrintedVisitor).map(Self)
    }
}

struct PrintedVisitor;

impl<'de> Visitor<'de> for PrintedVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a decimal in a string, null, \"/\", or an object with na, value or unreadable")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Blank)
    }

    fn visit_i64<E>(self, n: i64) -> Result<Cell, E> {
        Ok(n.into())
    }

    fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Cell, E> {
        i64::try_from(n).map(Cell::from).map_err(|_| E::custom("a figure that is too large"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Cell, E> {
        if let Ok(token) = text.parse::<NotApplicable>() {
            return Ok(token.into());
        }
        Decimal::from_str_exact(text)
            .map(Cell::from)
            .map_err(|_| E::custom(format!("`{text}` is neither a decimal nor \"/\"")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        let (mut value, mut remark, mut other) = (None, None::<String>, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "na" => {
                    let token: String = map.next_value()?;
                    let token: NotApplicable = token.parse().map_err(A::Error::custom)?;
                    other = Some(token.into());
                }
                "unreadable" => {
                    other = Some(Cell::Unreadable(map.next_value::<String>()?.into()));
                }
                "value" => value = Some(map.next_value::<Printed>()?.0),
                "remark" => remark = map.next_value()?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    return Err(A::Error::unknown_field(
                        &key,
                        &["na", "value", "remark", "unreadable"],
                    ));
                }
            }
        }
        match (value, remark, other) {
            (Some(Cell::Number { value, .. }), remark, None) => {
                Ok(Cell::Number { value, remark: remark.map(Into::into) })
            }
            (None, None, Some(cell)) => Ok(cell),
            _ => Err(A::Error::custom(
                "a cell is one of: na, unreadable, or a numeric value with a remark",
            )),
        }
    }
}
