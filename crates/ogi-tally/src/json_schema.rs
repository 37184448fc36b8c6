//! The JSON Schema of a tally.

use ogi_model::{Column, Edition, Row, TableId};
use serde_json::{Map, Value, json};

use crate::count::REASONS;
use crate::json::SCHEMA_VERSION;
use crate::{Field, Vocabulary};

/// The JSON Schema of what `ogi tally --format json` prints ([`TalliedRegister`](crate::TalliedRegister)), as it is
/// committed: indented, ending with a line feed. Its report is that of `report.schema.json`.
///
/// ```
/// assert!(ogi_tally::tally_schema().contains("\"left_over\""));
/// ```
pub fn tally_schema() -> String {
    let list = |of: &str| json!({ "type": "array", "items": reference(of) });
    let count = json!({ "type": "integer", "minimum": 0 });
    let editions: Vec<_> = Edition::ALL.iter().map(|it| it.key()).collect();
    let skipped = object(&[("sheet", text()), ("rows", count.clone())]);
    let mut schema = object(&[
        ("schema_version", json!({ "const": SCHEMA_VERSION })),
        ("tool", text()),
        ("register", text()),
        ("year", json!({ "type": "integer" })),
        ("edition", json!({ "enum": editions })),
        ("mapping", mapping()),
        ("requests", count.clone()),
        ("report", json!({ "type": "object" })),
        ("left_over", list("left_over")),
        ("answered_before", list("line")),
        ("received_after", list("line")),
        ("disputes_elsewhere", list("line")),
        ("disputes_undated", list("line")),
        ("aside", list("line")),
        ("skipped_sheets", json!({ "type": "array", "items": skipped })),
        ("unread_carried", count.clone()),
        ("comparison", or_null(&reference("comparison"))),
    ]);
    let top = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ogi tally",
        "$defs": {
            "line": object(&[("sheet", or_null(&text())), ("line", json!({ "type": "integer", "minimum": 1 }))]),
            "left_over": left_over(),
            "cell": cell(),
            "comparison": object(&[
                ("path", text()),
                ("compared", count),
                ("not_compared", list("cell")),
                ("differences", list("difference")),
            ]),
            "difference": object(&[
                ("cell", reference("cell")),
                ("counted", json!({ "type": "integer" })),
                ("printed", json!({ "type": ["integer", "string"] })),
                ("follows", json!({ "type": "boolean" })),
                ("lines", list("line")),
                ("left_over", list("line")),
            ]),
        },
    });
    if let (Value::Object(schema), Value::Object(top)) = (&mut schema, top) {
        schema.extend(top);
    }
    format!("{schema:#}\n")
}

fn mapping() -> Value {
    let columns: Map<_, _> =
        Field::ALL.into_iter().map(|it| (it.key().to_owned(), text())).collect();
    let columns = json!({ "type": "object", "properties": columns, "additionalProperties": false });
    let words = |it: Vocabulary| {
        let mut keys: Vec<_> = it.all_meanings().map(|it| json!(it.key())).collect();
        keys.dedup();
        keys.push(Value::Null);
        keys.sort_by_key(ToString::to_string);
        keys.dedup();
        (it.key(), json!({ "type": "object", "additionalProperties": { "enum": keys } }))
    };
    let all: Vec<_> =
        [("columns", columns)].into_iter().chain(Vocabulary::ALL.into_iter().map(words)).collect();
    object(&all)
}

fn left_over() -> Value {
    let message = object(&[("zh", text()), ("en", text())]);
    let fields: Vec<_> = Field::ALL.into_iter().map(|it| json!(it.key())).collect();
    let why = object(&[
        ("kind", json!({ "enum": REASONS })),
        ("column", or_null(&json!({ "enum": fields }))),
        ("message", message),
    ]);
    object(&[
        ("line", reference("line")),
        ("table", keys(TableId::ALL, |it| it.key())),
        ("why", json!({ "type": "array", "items": why, "minItems": 1 })),
        ("received", or_null(&keys(Row::ALL, |it| it.key()))),
        ("row", or_null(&keys(Row::ALL, |it| it.key()))),
        ("column", or_null(&keys(Column::ALL, |it| it.key()))),
    ])
}

fn cell() -> Value {
    object(&[
        ("table", keys(TableId::ALL, |it| it.key())),
        ("row", keys(Row::ALL, |it| it.key())),
        ("column", keys(Column::ALL, |it| it.key())),
    ])
}

fn keys<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Value {
    json!({ "enum": all.iter().map(|it| key(*it)).collect::<Vec<_>>() })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// An object with these keys, all of them, and no others.
fn object(properties: &[(&str, Value)]) -> Value {
    let keys: Vec<_> = properties.iter().map(|it| it.0).collect();
    let properties: Map<_, _> =
        properties.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone())).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": keys,
        "additionalProperties": false,
    })
}
