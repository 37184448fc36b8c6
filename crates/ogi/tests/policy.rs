//! The policy that is an example, and the schema of all policies.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]
#![cfg(feature = "toml")]

use std::path::Path;
use std::{fs, iter};

use ogi::check::Thresholds;
use ogi::{Policy, ReadOptions};
use serde_json::{Value, json};

fn example(path: &str) -> String {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    fs::read_to_string(examples.join(path)).unwrap()
}

/// TOML as the JSON that a schema speaks of: a day is a string.
fn as_json(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(all) => all.iter().map(as_json).collect(),
        toml::Value::Table(all) => {
            all.iter().map(|(key, value)| (key.clone(), as_json(value))).collect()
        }
        plain => serde_json::to_value(plain).unwrap(),
    }
}

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(&ogi::check::policy_schema()).unwrap();
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

#[test]
fn the_example_is_read_and_has_the_defaults_it_says() {
    let policy = Policy::from_toml(&example("policy.toml")).unwrap();
    assert_eq!(policy.thresholds, Thresholds::default());
    assert_eq!(policy.fail_on, Policy::default().fail_on);
    assert_eq!(policy.ignore, ["doc-label-nonstandard"]);
}

#[test]
fn the_waiver_of_the_example_waives() {
    let policy = Policy::from_toml(&example("policy.toml")).unwrap();
    let text = example("reports/garden-street-2024.txt");
    let reading = ogi::read(text, &ReadOptions::default()).unwrap();
    let outcome = ogi::check(&reading, &policy);
    let waived: Vec<_> = outcome.waived().map(|it| (it.rule.id, &it.printed[..])).collect();
    assert_eq!(waived, [("t4-sum", "0")]);
    assert_eq!(outcome.idle_waivers, []);
}

#[test]
fn the_example_fits_the_schema() {
    let policy = as_json(&example("policy.toml").parse().map(toml::Value::Table).unwrap());
    let errors: Vec<_> = schema().iter_errors(&policy).map(|it| it.to_string()).collect();
    assert_eq!(errors, [""; 0]);
}

/// What the schema refuses, the reader refuses.
#[test]
fn the_schema_is_as_strict_as_the_reader() {
    let waiver = json!({ "rule": "t4-sum", "printed": "0", "reason": "…" });
    let without = |key: &str| {
        let mut it = waiver.clone();
        it.as_object_mut().unwrap().remove(key);
        json!({ "waivers": [it] })
    };
    let wrong = [
        json!({ "selct": [] }),
        json!({ "fail_on": "fatal" }),
        json!({ "levels": { "t4-sum": "fatal" } }),
        json!({ "money_tolerance": -1 }),
        json!({ "money_tolerance": "1万" }),
        json!({ "thresholds": { "jump_factr": 1 } }),
        json!({ "thresholds": { "jump_factor": -1 } }),
        json!({ "blanks_as_zero": 0 }),
    ];
    let schema = schema();
    assert!(schema.is_valid(&json!({ "waivers": [waiver] })));
    let wrong = wrong.into_iter().chain(["rule", "printed", "reason"].map(without));
    for policy in wrong.chain(iter::once(json!({ "waivers": [{ "expire": 1 }] }))) {
        assert!(!schema.is_valid(&policy), "{policy}");
        let text = toml::to_string(&policy).unwrap();
        assert!(Policy::from_toml(&text).is_err(), "{text}");
    }
}
