//! A report of its JSON: everything that is wrong is stated, not the first alone.

use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::fault::{CellFault, JsonFault, JsonFaults};
use super::place::JsonPlace;
use super::report::SCHEMA_VERSION;
use crate::{Cell, CellId, Column, NotApplicable, Report, Row, TableEdition, TableId, Words};

const TEXT: Words =
    Words { zh: "文字（写在引号里）或空值“null”", en: "a string, or null" };
const YEAR: Words =
    Words { zh: "四位数字的年度或空值“null”", en: "a year of four digits, or null" };
const DATE: Words = Words {
    zh: "日期“2026-01-27”或空值“null”",
    en: "a date as `2026-01-27`, or null",
};
const PERIOD: Words = Words {
    zh: "起止日期“start”“end”或空值“null”",
    en: "the dates `start` and `end`, or null",
};
const KIND: Words =
    Words { zh: "机关类别或空值“null”", en: "a kind of agency, or null" };

impl Report {
    /// Reads the JSON of a report.
    ///
    /// # Errors
    /// [`JsonFaults`]: all that is not as the exchange format has it.
    pub fn from_json(json: &[u8]) -> Result<Self, JsonFaults> {
        report(value(json)?)
    }
}

/// Any JSON, with or without a byte order mark.
pub(super) fn value(json: &[u8]) -> Result<Value, JsonFaults> {
    let json = json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json);
    serde_json::from_slice(json).map_err(|error| {
        let (line, column, is_cut) = (error.line(), error.column(), error.is_eof());
        JsonFaults(vec![JsonFault::Syntax { line, column, is_cut }])
    })
}

pub(super) fn report(value: Value) -> Result<Report, JsonFaults> {
    let mut reader = Reader { report: Report::new(), faults: Vec::new() };
    reader.report(value);
    if reader.faults.is_empty() { Ok(reader.report) } else { Err(JsonFaults(reader.faults)) }
}

struct Reader {
    report: Report,
    faults: Vec<JsonFault>,
}

impl Reader {
    fn report(&mut self, value: Value) {
        let Some(mut entries) = self.object(JsonPlace::Report, value) else { return };
        match entries.shift_remove("schema_version") {
            Some(version) if version == SCHEMA_VERSION => {}
            Some(other) => self.faults.push(JsonFault::UnknownVersion(other.to_string())),
            None => self.faults.push(JsonFault::VersionMissing),
        }
        for (key, value) in entries {
            match key.as_str() {
                "title" => self.report.title = self.value("title", TEXT, value),
                "agency" => self.report.agency = self.value("agency", TEXT, value),
                "agency_kind" => self.report.agency_kind = self.value("agency_kind", KIND, value),
                "year" => self.report.year = self.value("year", YEAR, value),
                "period" => self.report.period = self.value("period", PERIOD, value),
                "published" => self.report.published = self.value("published", DATE, value),
                "preamble" => self.report.preamble = self.value("preamble", TEXT, value),
                "overview" => self.report.overview = self.value("overview", TEXT, value),
                "problems" => self.report.problems = self.value("problems", TEXT, value),
                "other_matters" => {
                    self.report.other_matters = self.value("other_matters", TEXT, value);
                }
                // What `Reading` writes beside a report.
                key if super::read_reading::KEYS.contains(&key) => {}
                _ => match key.parse::<TableId>() {
                    Ok(table) => self.table(table, value),
                    Err(_) => self.unknown(JsonPlace::Report, key),
                },
            }
        }
    }

    fn table(&mut self, table: TableId, value: Value) {
        let place = JsonPlace::Table(table);
        let Some(mut rows) = self.object(place, value) else { return };
        let edition = rows.shift_remove("edition");
        let known = edition.as_ref().and_then(|it| TableEdition::of_key(it.as_str()?));
        match (&edition, known) {
            (None, _) => self.faults.push(JsonFault::EditionMissing(table)),
            (Some(it), None) => {
                let printed = it.as_str().map_or_else(|| it.to_string(), str::to_owned);
                self.faults.push(JsonFault::UnknownEdition(table, printed));
            }
            (Some(_), Some(_)) => {}
        }
        for (key, value) in rows {
            match key.parse::<Row>() {
                Ok(row) if row.table() == table => self.row(row, value),
                _ => self.unknown(place, key),
            }
        }
        self.report.set_table(table, known);
    }

    fn row(&mut self, row: Row, value: Value) {
        let Some(cells) = self.object(JsonPlace::Row(row), value) else { return };
        for (key, value) in cells {
            let column = key.parse::<Column>().ok();
            match column.and_then(|column| CellId::try_new(row, column)) {
                Some(id) => match cell(&value) {
                    Ok(cell) => self.report.set(id, cell),
                    Err(what) => self.faults.push(JsonFault::Cell { cell: id, what }),
                },
                None => self.unknown(JsonPlace::Row(row), key),
            }
        }
    }

    fn object(&mut self, place: JsonPlace, value: Value) -> Option<Map<String, Value>> {
        match value {
            Value::Object(entries) => Some(entries),
            _ => {
                self.faults.push(JsonFault::NoObject(place));
                None
            }
        }
    }

    fn value<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        wanted: Words,
        value: Value,
    ) -> Option<T> {
        serde_json::from_value(value).unwrap_or_else(|_| {
            self.faults.push(JsonFault::Value { key, wanted });
            None
        })
    }

    fn unknown(&mut self, of: JsonPlace, key: String) {
        self.faults.push(JsonFault::UnknownKey { of, key });
    }
}

/// A cell before its unit is known.
fn cell(value: &Value) -> Result<Cell, CellFault> {
    match value {
        Value::Null => Ok(Cell::Blank),
        Value::Number(number) => match number.as_i64() {
            Some(n) => Ok(n.into()),
            None if number.is_u64() => Err(CellFault::TooLarge(number.to_string())),
            None => Err(CellFault::NotWhole(number.to_string())),
        },
        Value::String(text) => match text.parse::<NotApplicable>() {
            Ok(mark) => Ok(mark.into()),
            Err(_) => Decimal::from_str_exact(text)
                .map(Cell::from)
                .map_err(|_| CellFault::NoFigure(text.clone())),
        },
        Value::Object(entries) => cell_of(entries),
        Value::Bool(_) | Value::Array(_) => Err(CellFault::Kind),
    }
}

/// A cell that is an object: one of three kinds.
fn cell_of(entries: &Map<String, Value>) -> Result<Cell, CellFault> {
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or(CellFault::Keys);
    let remark = entries.get("remark");
    match (entries.get("value"), entries.get("na"), entries.get("unreadable"), entries.len()) {
        (None, Some(mark), None, 1) => {
            let mark = text(mark)?;
            mark.parse::<NotApplicable>().map(Cell::from).map_err(|_| CellFault::NoMark(mark))
        }
        (None, None, Some(raw), 1) => Ok(Cell::Unreadable(text(raw)?.into())),
        (Some(value), None, None, 1 | 2) if entries.len() == 1 + usize::from(remark.is_some()) => {
            let remark = remark.filter(|it| !it.is_null()).map(text).transpose()?;
            match cell(value)? {
                Cell::Number { value, .. } => {
                    Ok(Cell::Number { value, remark: remark.map(Into::into) })
                }
                _ => Err(CellFault::Keys),
            }
        }
        _ => Err(CellFault::Keys),
    }
}
