//! The JSON Schema of roll-ups and sums.

use serde_json::{Value, json};

use super::Standing;
use crate::json_schema::{keys, list, object, or_null, reference, text};

/// What `ogi rollup` adds to the findings of the parent.
pub(crate) fn roll_up() -> Value {
    let body = object(&[
        ("name", text()),
        ("has_report", boolean()),
        ("unreadable", or_null(&reference("words"))),
    ]);
    let former = object(&[("name", text()), ("year", json!({ "type": "integer" }))]);
    object(&[
        ("agency", or_null(&text())),
        ("year", or_null(&json!({ "type": "integer" }))),
        ("bodies", array(&body)),
        ("former", array(&former)),
        ("calls", list("call")),
        ("cells", array(&compared())),
    ])
}

/// What `ogi rollup --sum` prints.
pub(crate) fn sum() -> Value {
    let named = |cells: &[(&str, Value)]| array(&object(cells));
    let value = || reference("value");
    let share = object(&[("child", text()), ("residual", value())]);
    object(&[
        ("schema_version", json!({ "const": crate::json::SCHEMA_VERSION })),
        ("tool", text()),
        ("agency", or_null(&text())),
        ("year", or_null(&json!({ "type": "integer" }))),
        ("calls", list("call")),
        (
            "bounds",
            named(&[
                ("cell", reference("cell")),
                ("at_least", value()),
                ("missing", array(&text())),
            ]),
        ),
        (
            "unbalanced",
            named(&[
                ("cell", reference("cell")),
                ("sum", value()),
                ("parts", value()),
                ("children", array(&share)),
            ]),
        ),
        (
            "references",
            named(&[("cell", reference("cell")), ("sum", value()), ("missing", array(&text()))]),
        ),
        (
            "determined",
            named(&[("child", text()), ("cell", reference("cell")), ("value", value())]),
        ),
        (
            "notes",
            array(&json!({
                "type": "object",
                "properties": { "kind": text() },
                "required": ["kind"],
            })),
        ),
    ])
}

/// A child's own errors.
pub(crate) fn call() -> Value {
    let edit = object(&[
        ("cell", reference("cell")),
        ("from", or_null(&reference("value"))),
        ("to", reference("value")),
    ]);
    let correction =
        object(&[("edits", array(&edit)), ("ground", json!({ "enum": ["own-sums", "parent"] }))]);
    object(&[
        ("child", text()),
        ("message", reference("words")),
        ("corrections", array(&correction)),
        ("errors", list("finding")),
    ])
}

fn compared() -> Value {
    // What a cell prints is described by the schema of reports.
    let printed = || json!(true);
    let figure = object(&[
        ("child", text()),
        ("printed", printed()),
        ("counted", or_null(&reference("value"))),
        ("corrected", or_null(&reference("value"))),
    ]);
    object(&[
        ("cell", reference("cell")),
        ("standing", json!({ "enum": keys(Standing::ALL, Standing::key) })),
        ("parent", printed()),
        ("sum", reference("value")),
        ("corrected", reference("value")),
        ("lacking", or_null(&reference("value"))),
        ("figures", array(&figure)),
    ])
}

fn boolean() -> Value {
    json!({ "type": "boolean" })
}

fn array(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}
