//! The functions give what the conformance cases expect, asked in SQL.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{
    Array, BinaryArray, RecordBatch, StringArray, StructArray, cast::AsArray,
};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::prelude::SessionContext;
use serde_json::Value;

#[tokio::test]
async fn cases_are_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance");
    let cases: Vec<Value> =
        serde_json::from_slice(&fs::read(folder.join("cases.json")).unwrap()).unwrap();
    let path = |case: &Value, key: &str| folder.join(case[key].as_str().unwrap());
    let sources: Vec<_> = cases.iter().map(|it| fs::read(path(it, "source")).unwrap()).collect();

    let context = SessionContext::new();
    ogi_datafusion::register(&context);
    let schema = Schema::new(vec![Field::new("content", DataType::Binary, true)]);
    let contents = BinaryArray::from_iter_values(&sources);
    let batch = RecordBatch::try_new(Arc::new(schema), vec![Arc::new(contents)]).unwrap();
    context.register_batch("sources", batch).unwrap();
    let query = "select ogi_parse(content) as parsed, ogi_check(content) as checked from sources";
    let batches = context.sql(query).await.unwrap().collect().await.unwrap();
    let answers =
        datafusion::arrow::compute::concat_batches(&batches[0].schema(), &batches).unwrap();
    assert_eq!(answers.num_rows(), cases.len());
    let (parsed, checked) = (answers.column(0).as_struct(), answers.column(1).as_struct());

    for (n, case) in cases.iter().enumerate() {
        let name = &case["name"];
        let expected: Value =
            serde_json::from_slice(&fs::read(path(case, "expected")).unwrap()).unwrap();
        let kind = expected["error"]["kind"].as_str();
        assert_eq!(word(parsed, "error", n), kind, "{name}");
        assert_eq!(word(checked, "error", n), kind, "{name}");
        assert_eq!(word(checked, "verdict", n), expected["verdict"].as_str(), "{name}");
        let report =
            word(parsed, "report", n).map_or(Value::Null, |it| serde_json::from_str(it).unwrap());
        assert_eq!(report, expected["report"], "{name}");
        let findings = checked.column_by_name("findings").unwrap().as_list::<i32>().value(n);
        let findings = findings.as_struct();
        let wanted = expected["findings"].as_array().unwrap();
        assert_eq!(findings.len(), wanted.len(), "{name}");
        for (at, wanted) in wanted.iter().enumerate() {
            let cell = |it: &Value| {
                ["table", "row", "column"].map(|key| it[key].as_str().unwrap().to_owned()).join(".")
            };
            // Money is text in JSON, a count a number.
            let printed = |it: &Value| match it {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            };
            let got = |key| word(findings, key, at).map(str::to_owned);
            assert_eq!(got("rule").as_deref(), wanted["rule"].as_str(), "{name}");
            assert_eq!(got("severity").as_deref(), wanted["severity"].as_str(), "{name}");
            assert_eq!(
                got("cell"),
                (!wanted["cell"].is_null()).then(|| cell(&wanted["cell"])),
                "{name}"
            );
            assert_eq!(got("observed"), printed(&wanted["observed"]), "{name}");
            assert_eq!(got("expected"), printed(&wanted["expected"]), "{name}");
        }
    }
}

fn word<'a>(of: &'a StructArray, name: &str, row: usize) -> Option<&'a str> {
    let column: &StringArray = of.column_by_name(name)?.as_any().downcast_ref()?;
    column.is_valid(row).then(|| column.value(row))
}
