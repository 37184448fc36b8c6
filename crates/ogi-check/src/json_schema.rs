//! The JSON Schema of findings.

use ogi_model::{Column, Edition, Row, TableId};
use serde_json::{Map, Value, json};

use crate::{RULES, Severity, Verdict, rollup};

/// The JSON Schema of what `ogi check --format json` prints ([`Envelope`](crate::Envelope)), as it is committed:
/// indented, ending with a line feed. A line of `--format jsonl` is a `file` of its `$defs`; `ogi rollup` adds a `rollup`
/// to it, and `ogi rollup --sum` prints a `sum` of its `$defs`.
///
/// ```
/// let schema = ogi_check::findings_schema();
/// assert!(schema.contains("\"t4-sum\""));
/// ```
pub fn findings_schema() -> String {
    let mut schema = object(&[
        ("schema_version", json!({ "const": crate::json::SCHEMA_VERSION })),
        ("tool", json!({ "type": "string" })),
        ("as_of", or_null(&date())),
        ("files", list("file")),
        ("waivers_without_report", list("waiver")),
    ]);
    let top = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "ogi check",
        "$defs": {
            "file": file(),
            "finding": finding(&list),
            "explanation": explanation(),
            "unevaluated": unevaluated(),
            "waiver": waiver(),
            "rollup": rollup::json_schema::roll_up(),
            "sum": rollup::json_schema::sum(),
            "call": rollup::json_schema::call(),
            "cell": cell(),
            "value": value(),
            "words": object(&[("zh", text()), ("en", text())]),
            "statistics": statistics(),
        },
    });
    // Only a roll-up has one.
    schema["properties"]["rollup"] = reference("rollup");
    // Only where it is asked for.
    schema["properties"]["statistics"] = reference("statistics");
    if let (Value::Object(schema), Value::Object(top)) = (&mut schema, top) {
        schema.extend(top);
    }
    format!("{schema:#}\n")
}

fn file() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let outcomes =
        ["pass", "fail", "not_applicable", "not_evaluated"].map(|it| (it, count.clone()));
    let error = object(&[("kind", text()), ("message", text())]);
    let idle = object(&[("why", text()), ("waiver", reference("waiver"))]);
    let mut file = object(&[
        ("path", text()),
        ("error", or_null(&error)),
        ("agency", or_null(&text())),
        ("year", or_null(&json!({ "type": "integer" }))),
        ("verdict", or_null(&json!({ "enum": keys(Verdict::ALL, Verdict::key) }))),
        ("accepted", json!({ "type": "boolean" })),
        ("meaning", or_null(&reference("words"))),
        ("coverage", or_null(&object(&["required", "judged"].map(|it| (it, count.clone()))))),
        ("waived", count.clone()),
        ("summary", or_null(&object(&outcomes))),
        ("findings", list("finding")),
        ("explanations", list("explanation")),
        ("exhaustive", json!({ "type": "boolean" })),
        ("unevaluated", list("unevaluated")),
        ("idle_waivers", json!({ "type": "array", "items": idle })),
    ]);
    // Only where a program has rules of its own.
    file["properties"]["own_rules"] = json!({ "type": "array", "items": own_rule() });
    file
}

fn finding(list: &impl Fn(&str) -> Value) -> Value {
    let place = json!({
        "type": "object",
        "properties": { "kind": { "enum": ["text", "grid", "page"] } },
        "required": ["kind"],
    });
    let waived = object(&[("reason", text()), ("expires", or_null(&date()))]);
    object(&[
        ("id", number()),
        ("rule", rule()),
        ("severity", severity()),
        ("message", reference("words")),
        ("cell", or_null(&reference("cell"))),
        ("cells", list("cell")),
        ("printed", text()),
        ("observed", or_null(&reference("value"))),
        ("expected", or_null(&reference("value"))),
        ("residual", or_null(&reference("value"))),
        ("place", or_null(&place)),
        ("explanations", json!({ "type": "array", "items": number() })),
        ("waived", or_null(&waived)),
    ])
}

fn explanation() -> Value {
    let edit = object(&[
        ("cell", reference("cell")),
        ("from", or_null(&reference("value"))),
        ("to", reference("value")),
    ]);
    json!({
        "type": "object",
        "properties": {
            "id": number(),
            "mechanism": object(&[("id", text()), ("zh", text()), ("en", text())]),
            "posterior": { "type": "number", "minimum": 0, "maximum": 1 },
            "edits": { "type": "array", "items": edit },
            "mends": { "type": "array", "items": number() },
            "class_size": number(),
        },
        "required": ["id", "mechanism", "posterior", "edits", "mends", "class_size"],
    })
}

fn unevaluated() -> Value {
    let implied = object(&[("cell", reference("cell")), ("value", reference("value"))]);
    object(&[
        ("rule", rule()),
        ("cell", or_null(&reference("cell"))),
        ("missing", list("cell")),
        ("implied", json!({ "type": "array", "items": implied })),
        ("reason", text()),
    ])
}

fn statistics() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let of_rule = object(&[
        ("rule", rule()),
        ("severity", severity()),
        ("findings", count.clone()),
        ("waived", count.clone()),
        ("reports", count.clone()),
    ]);
    let verdicts = Verdict::ALL.iter().map(|it| it.key());
    let severities = Severity::ALL.iter().rev().map(|it| it.key());
    let counts = ["files"].into_iter().chain(verdicts).chain(["unread"]).chain(severities);
    let counts = counts.chain(["waived"]).map(|it| (it, count.clone()));
    let rules = ("rules", json!({ "type": "array", "items": of_rule }));
    object(&counts.chain([rules]).collect::<Vec<_>>())
}

fn waiver() -> Value {
    object(&[
        ("agency", or_null(&text())),
        ("year", or_null(&json!({ "type": "integer" }))),
        ("rule", rule()),
        ("cell", or_null(&reference("cell"))),
        ("printed", text()),
        ("reason", text()),
        ("expires", or_null(&date())),
    ])
}

fn cell() -> Value {
    object(&[
        ("table", json!({ "enum": keys(TableId::ALL, |it| it.key()) })),
        ("row", json!({ "enum": keys(Row::ALL, |it| it.key()) })),
        ("column", json!({ "enum": keys(Column::ALL, |it| it.key()) })),
    ])
}

/// A count, or money in 万元 as a decimal in a string.
fn value() -> Value {
    json!({ "anyOf": [{ "type": "integer" }, { "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$" }] })
}

fn rule() -> Value {
    let ours: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    json!({ "anyOf": [{ "enum": ours }, { "type": "string", "pattern": own_id() }] })
}

/// The id of a rule of a program's own: its area is none of ours.
fn own_id() -> String {
    let mut areas: Vec<_> = RULES.iter().map(|rule| rule.area()).collect();
    areas.dedup();
    format!("^(?!({})-)[a-z0-9]+(-[a-z0-9]+)+$", areas.join("|"))
}

/// What a rule of a program's own demands.
fn own_rule() -> Value {
    let basis = object(&[
        ("kind", json!({ "enum": ["law", "notice", "form", "sense", "habit"] })),
        ("source", reference("words")),
    ]);
    let severities = json!({ "type": "array", "items": severity() });
    object(&[
        ("id", json!({ "type": "string", "pattern": own_id() })),
        ("title", reference("words")),
        ("statement", reference("words")),
        ("message", reference("words")),
        ("basis", basis),
        (
            "editions",
            json!({ "type": "array", "items": { "enum": keys(Edition::ALL, Edition::key) } }),
        ),
        ("severity", severity()),
        ("severities", severities),
        ("since", text()),
    ])
}

fn severity() -> Value {
    json!({ "enum": keys(Severity::ALL, Severity::key) })
}

pub(crate) fn keys<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|it| key(*it)).collect()
}

/// A list of what is defined by this name.
pub(crate) fn list(of: &str) -> Value {
    json!({ "type": "array", "items": reference(of) })
}

pub(crate) fn text() -> Value {
    json!({ "type": "string" })
}

fn number() -> Value {
    json!({ "type": "integer", "minimum": 1 })
}

fn date() -> Value {
    json!({ "type": "string", "format": "date" })
}

pub(crate) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

pub(crate) fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

/// An object with these keys, all of them, and no others.
pub(crate) fn object(properties: &[(&str, Value)]) -> Value {
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
