//! What is published says what it is, and brings its licences.

use std::path::Path;

use serde_json::Value;

use crate::cargo;

#[test]
fn every_package_is_complete() {
    let metadata = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        // Examples, the testkit and what the page is made of are not published. `publish = false` is an empty list.
        let is_published = name.starts_with("ogi") && !["ogi-testkit", "ogi-wasm"].contains(&name);
        assert_eq!(package["publish"].is_null(), is_published, "{name}: publish");
        if !is_published {
            continue;
        }
        for field in ["description", "license", "repository", "readme", "rust_version"] {
            assert!(package[field].is_string(), "{name} has no {field}");
        }
        for (field, most) in [("keywords", 5), ("categories", 5)] {
            let words = package[field].as_array().unwrap();
            assert!((1..=most).contains(&words.len()), "{name}: {field}");
            // The registry takes no longer ones.
            let short = |it: &Value| field == "categories" || it.as_str().unwrap().len() <= 20;
            assert!(words.iter().all(short), "{name}: {words:?}");
        }
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            assert!(folder.join(licence).is_file(), "{name} has no {licence}");
        }
        let is_library = name != "ogi-cli";
        let is_documented = package["metadata"]["docs"]["rs"]["all-features"] == true;
        assert_eq!(is_documented, is_library, "{name}: package.metadata.docs.rs");

        for it in package["dependencies"].as_array().unwrap() {
            let has_version = it["req"] != "*";
            assert_eq!(has_version, it["name"] != "ogi-testkit", "{name}: {}", it["name"]);
        }
    }
}
