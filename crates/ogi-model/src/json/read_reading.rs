//! A reading of its JSON, with nothing lost.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::fault::{JsonFault, JsonFaults};
use super::named::Digits;
use super::read;
use crate::{
    AssignedFigure, CellId, Claim, ClaimSubject, ClaimValue, Column, Cost, Decision, EqualityId,
    Evidence, Field, Hedge, Note, NoteKind, Place, Places, Reading, Rejected, Report, Row,
    RowProblem, Scope, TableId, Target, Words,
};

/// What a reading has beside its report.
pub(super) const KEYS: [&str; 5] = ["notes", "sources", "claims", "decisions", "text"];

const AS_WRITTEN: Words = Words { zh: "ogi 写出的内容", en: "what a reading writes there" };

impl Reading {
    /// Reads the JSON of a reading, which is that of its report and what stands beside it; JSON of a report alone is a reading
    /// without a source.
    ///
    /// ```
    /// use ogi_model::{CellId, Column, Place, Reading, Report, Row};
    ///
    /// let mut reading = Reading::of_report(Report::new());
    /// let total = CellId::new(Row::Reconsideration, Column::Total);
    /// reading.report.set(total, 3);
    /// (reading.text, _) = ("总计 3".into(), reading.sources.set(total, Place::Text { start: 7, end: 8 }));
    /// let json = serde_json::to_vec(&reading)?;
    /// assert_eq!(Reading::from_json(&json)?, reading);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`JsonFaults`]: all that is not as the exchange format has it.
    pub fn from_json(json: &[u8]) -> Result<Self, JsonFaults> {
        reading(read::value(json)?)
    }
}

/// [`Reading::from_json`] states what is wrong in both languages; here it is the text of the error.
impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reading(Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn reading(mut value: Value) -> Result<Reading, JsonFaults> {
    let mut beside = Map::new();
    if let Value::Object(entries) = &mut value {
        beside.extend(KEYS.iter().filter_map(|it| entries.shift_remove_entry(*it)));
    }
    let mut faults = Vec::new();
    let report = read::report(value).unwrap_or_else(|JsonFaults(of_report)| {
        faults = of_report;
        Report::new()
    });
    let mut part = Parts { beside, faults };
    let reading = Reading {
        report,
        notes: part.take("notes").unwrap_or_default(),
        sources: part.take("sources").unwrap_or_default(),
        claims: part.take("claims").unwrap_or_default(),
        decisions: part.take("decisions").unwrap_or_default(),
        text: part.take("text").unwrap_or_default(),
    };
    if part.faults.is_empty() { Ok(reading) } else { Err(JsonFaults(part.faults)) }
}

struct Parts {
    beside: Map<String, Value>,
    faults: Vec<JsonFault>,
}

impl Parts {
    fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        let read = serde_json::from_value(self.beside.shift_remove(key)?);
        if read.is_err() {
            self.faults.push(JsonFault::Value { key, wanted: AS_WRITTEN });
        }
        read.ok()
    }
}

impl<'de> Deserialize<'de> for Note {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Flat {
            #[serde(flatten)]
            kind: NoteKind,
            place: Place,
        }
        let Flat { kind, place } = Flat::deserialize(deserializer)?;
        Ok(Self { kind, place })
    }
}

impl<'de> Deserialize<'de> for Claim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Flat {
            printed: String,
            about: ClaimSubject,
            value: ClaimValue,
            hedge: Hedge,
            scope: Scope,
            year: Option<u16>,
            of: Option<usize>,
            place: Place,
        }
        let Flat { printed, about, value, hedge, scope, year, of, place } =
            Flat::deserialize(deserializer)?;
        Ok(Self { printed, about, value, hedge, scope, year, of, place })
    }
}

impl<'de> Deserialize<'de> for ClaimValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(tag = "kind", content = "value", rename_all = "snake_case")]
        enum Tagged {
            Count(i64),
            Money(Digits),
            Percent(Digits),
            None,
            LeftOut,
        }
        Ok(match Tagged::deserialize(deserializer)? {
            Tagged::Count(count) => Self::Count(count),
            Tagged::Money(amount) => Self::Money(amount.0),
            Tagged::Percent(share) => Self::Percent(share.0),
            Tagged::None => Self::None,
            Tagged::LeftOut => Self::LeftOut,
        })
    }
}

impl<'de> Deserialize<'de> for Decision {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Flat {
            about: Target,
            printed: String,
            known: Evidence,
            taken: Vec<AssignedFigure>,
            #[serde(flatten)]
            problem: Option<RowProblem>,
            #[serde(with = "super::equality_ids")]
            settled_by: Vec<EqualityId>,
            costs: Vec<Cost>,
            lost: Vec<Rejected>,
            place: Place,
        }
        let Flat { about, printed, known, taken, problem, settled_by, costs, lost, place } =
            Flat::deserialize(deserializer)?;
        Ok(Self { about, printed, place, known, taken, problem, settled_by, costs, lost })
    }
}

/// Field, place; then table, row, column, place.
impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut places = Self::default();
        for (key, value) in Map::<String, Value>::deserialize(deserializer)? {
            if let Ok(field) = key.parse::<Field>() {
                places.set_field(field, serde_json::from_value(value).map_err(D::Error::custom)?);
                continue;
            }
            let table: TableId = key.parse().map_err(D::Error::custom)?;
            let rows: Rows = serde_json::from_value(value).map_err(D::Error::custom)?;
            for (row, columns) in rows {
                for (column, place) in columns {
                    let cell = format!("{table}.{row}.{column}").parse::<CellId>();
                    places.set(cell.map_err(D::Error::custom)?, place);
                }
            }
        }
        Ok(places)
    }
}

type Rows = std::collections::BTreeMap<Row, std::collections::BTreeMap<Column, Place>>;
