//! JSON Schema of the exchange format, walked off the form.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::report::SCHEMA_VERSION;
use crate::{
    AgencyKind, CellId, Column, Edition, NotApplicable, Report, Row, Section, TableEdition,
    TableForm, TableId, Unit,
};

/// The JSON Schema of a [`Report`] as it is committed: indented, ending with a line feed.
///
/// ```
/// let schema = ogi_model::schema::report();
/// assert!(schema.contains(r#""title": "一、本年新收政府信息公开申请数量""#));
/// ```
pub fn report() -> String {
    // As a `Schema` serializes: `$schema` and `title` first.
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(Report)).unwrap_or_default();
    schema + "\n"
}

/// Strict where reading is lax: every key that a report writes is required. The keys that a whole
/// [`Reading`](crate::Reading) writes beside them are allowed, since a reader of reports skips them.
impl JsonSchema for Report {
    fn schema_name() -> Cow<'static, str> {
        "Report".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let before = [
            ("schema_version", json!({ "const": SCHEMA_VERSION })),
            ("title", text("The title as printed")),
            ("agency", text("Who reports")),
            ("agency_kind", agency_kind()),
            ("year", year()),
            ("period", or_null(&object([("start", date()), ("end", date())], &["start", "end"]))),
            ("published", or_null(&date())),
            ("preamble", text("The text before part one; paragraphs joined by line feeds")),
            narrative(Section::Overview),
        ];
        let after = [narrative(Section::Problems), narrative(Section::OtherMatters)];
        let required: Vec<_> = before.iter().chain(&after).map(|(key, _)| *key).collect();
        let tables = TableId::ALL.iter().map(|it| (it.key(), table(*it, generator)));
        let of_reading = [
            ("notes", "array"),
            ("sources", "object"),
            ("claims", "array"),
            ("decisions", "array"),
            ("text", "string"),
        ]
        .map(|(key, kind)| (key, json!({ "type": kind, "description": OF_READING })));
        let all: Vec<_> = before.into_iter().chain(tables).chain(after).chain(of_reading).collect();
        let schema = described("政府信息公开工作年度报告", WHAT, object(all, &required));
        Schema::try_from(schema).unwrap_or_default()
    }
}

const WHAT: &str = "Open government information annual report. What a source does not have (a table, a row, a \
                    column) has no key.";
const OF_READING: &str = "Of a whole reading, beside the report; no part of the report";

fn text(what: &str) -> Value {
    json!({ "type": ["string", "null"], "description": what })
}

fn narrative(section: Section) -> (&'static str, Value) {
    let heading = section.heading(Edition::LATEST);
    (section.key(), text(&format!("{heading}; paragraphs joined by line feeds")))
}

fn agency_kind() -> Value {
    let kinds: Vec<_> = AgencyKind::ALL.iter().map(|kind| Some(kind.key())).chain([None]).collect();
    json!({ "enum": kinds, "description": "What the name of the agency states" })
}

fn year() -> Value {
    json!({
        "type": ["integer", "null"], "minimum": 0, "maximum": u16::MAX,
        "description": "The year that is reported on",
    })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

/// The rows and columns of all editions: none is required, as a source may lack any of them.
fn table(table: TableId, generator: &mut SchemaGenerator) -> Value {
    let mixed = TableEdition::Mixed.key();
    let editions: Vec<_> = Edition::ALL.iter().map(|it| it.key()).chain([mixed]).collect();
    let rows = Row::ALL.iter().filter(|it| it.table() == table);
    let properties: Vec<_> = [("edition", json!({ "enum": editions }))]
        .into_iter()
        .chain(rows.map(|it| (it.key(), row(*it, generator))))
        .collect();
    let heading = table.section().heading(Edition::LATEST);
    described(heading, table.english(), object(properties, &["edition"]))
}

fn row(row: Row, generator: &mut SchemaGenerator) -> Value {
    let cells = Column::ALL.iter().filter_map(|column| CellId::try_new(row, *column));
    let columns: Vec<_> = cells.map(|it| (it.column().key(), cell(it, generator))).collect();
    described(row.label(), row.english(), object(columns, &[]))
}

fn cell(cell: CellId, generator: &mut SchemaGenerator) -> Value {
    let has = |edition: &&Edition| TableForm::of(cell.table(), **edition).contains(cell);
    let editions: Vec<_> = Edition::ALL.iter().filter(has).map(|it| it.key()).collect();
    let english = format!("{}; edition {}", cell.column().english(), editions.join(", "));
    let by_unit = match cell.unit() {
        Unit::Count => generator.subschema_for::<Count>(),
        Unit::Change => generator.subschema_for::<Change>(),
        Unit::Money => generator.subschema_for::<Money>(),
    };
    described(cell.form_column().label, &english, by_unit.to_value())
}

/// Declares what the cells of a unit hold, to be referred to from each of them.
macro_rules! cell_of_unit {
    ($unit:ident, $number:expr, $what:literal) => {
        struct $unit;

        impl JsonSchema for $unit {
            fn schema_name() -> Cow<'static, str> {
                stringify!($unit).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                printed($what, &$number)
            }
        }
    };
}

cell_of_unit!(Count, whole(), "A number of things (件); one printed with decimals is a string");
cell_of_unit!(Change, whole(), "A change in a number of things, signed");
cell_of_unit!(Money, decimal(), "Money in 万元: a decimal in a string, its printed scale kept");

fn whole() -> Value {
    let integer = json!({ "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX });
    json!({ "anyOf": [integer, decimal()] })
}

fn decimal() -> Value {
    json!({ "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$" })
}

fn printed(what: &str, number: &Value) -> Schema {
    let string = json!({ "type": "string" });
    let tokens = NotApplicable::TOKENS.map(|(_, token)| token);
    let slash = NotApplicable::Slash.as_str();
    let with_remark = [("value", number.clone()), ("remark", string.clone())];
    json_schema!({
        "description": what,
        "anyOf": [
            number,
            { "type": "null", "description": "Printed blank" },
            { "const": slash, "description": "Not applicable" },
            described(
                "not applicable",
                "Not applicable, by another token",
                object([("na", json!({ "enum": tokens }))], &["na"]),
            ),
            described(
                "with a remark",
                "A number with what is printed in brackets after it",
                object(with_remark, &["value", "remark"]),
            ),
            described(
                "unreadable",
                "Something is printed that cannot be read for certain: the raw text",
                object([("unreadable", string)], &["unreadable"]),
            ),
        ],
    })
}

fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// An object with these keys and no others.
fn object<'a>(properties: impl IntoIterator<Item = (&'a str, Value)>, required: &[&str]) -> Value {
    let properties: Map<_, _> =
        properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn described(title: &str, description: &str, schema: Value) -> Value {
    let mut all = Map::new();
    all.insert("title".to_owned(), title.into());
    all.insert("description".to_owned(), description.into());
    if let Value::Object(entries) = schema {
        all.extend(entries);
    }
    Value::Object(all)
}
