//! Arrows between crates point down only.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cargo;

/// What each crate may stand on, from the lowest up. Examples stand on the facade alone.
const ALLOWED: &[(&str, &[&str])] = &[
    ("ogi-model", &[]),
    ("ogi-solve", &["ogi-model"]),
    ("ogi-testkit", &["ogi-model"]),
    ("ogi-text", &["ogi-model"]),
    ("ogi-parse", &["ogi-model", "ogi-solve", "ogi-text"]),
    ("ogi-check", &["ogi-model", "ogi-solve", "ogi-text"]),
    ("ogi-import", &["ogi-model", "ogi-parse", "ogi-text"]),
    ("ogi-render", &["ogi-check", "ogi-model", "ogi-text"]),
    ("ogi-tally", &["ogi-import", "ogi-model", "ogi-text"]),
    ("ogi-arrow", &["ogi-model", "ogi-render"]),
    (
        "ogi",
        &[
            "ogi-check",
            "ogi-import",
            "ogi-model",
            "ogi-parse",
            "ogi-render",
            "ogi-solve",
            "ogi-tally",
            "ogi-text",
        ],
    ),
    ("ogi-cli", &["ogi", "ogi-arrow"]),
];
const FACADE: &str = "ogi";

/// The packages of the workspace, and what each needs of it to be built; what only tests need does not count.
fn needs() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let name = |it: &Value| it["name"].as_str().unwrap().to_owned();
    let own: BTreeSet<String> = packages.iter().map(name).collect();
    let needs = |package: &Value| {
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        let built = dependencies.filter(|it| it["kind"] != "dev");
        built.map(name).filter(|it| own.contains(it)).collect()
    };
    packages.iter().map(|it| (name(it), needs(it))).collect()
}

#[test]
fn arrows_point_down_only() {
    let needs = needs();
    for (package, needed) in &needs {
        let allowed = ALLOWED.iter().find(|it| it.0 == package).map_or(&[FACADE][..], |it| it.1);
        let others: Vec<_> = needed.iter().filter(|it| !allowed.contains(&it.as_str())).collect();
        assert!(others.is_empty(), "{package} stands on {others:?}, which it may not");
    }
    for (package, allowed) in ALLOWED {
        let needed = needs.get(*package).unwrap_or_else(|| panic!("{package} is gone"));
        let unused: Vec<_> = allowed.iter().filter(|it| !needed.contains(**it)).collect();
        assert!(unused.is_empty(), "{package} does not stand on {unused:?}: take the arrows away");
    }
}

/// A list that is ordered cannot hold a circle.
#[test]
fn what_a_crate_stands_on_is_listed_before_it() {
    for (at, (package, allowed)) in ALLOWED.iter().enumerate() {
        let is_lower = |it: &&str| ALLOWED[..at].iter().any(|lower| lower.0 == *it);
        assert!(allowed.iter().all(is_lower), "{package}");
    }
}
