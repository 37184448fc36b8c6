//! A case: a source, and what a reader and checker is to say of it.

use std::path::PathBuf;

use ogi::check::FileOutcome;
use ogi::{Policy, ReadOptions, embed};
use serde_json::{Value, json};

/// A source file and where it comes from.
pub(crate) struct Case {
    pub(crate) name: String,
    /// How the name of its source ends.
    pub(crate) extension: &'static str,
    pub(crate) source: Vec<u8>,
    /// What makes it a case of its own, in Chinese and in English.
    pub(crate) about: [String; 2],
    pub(crate) by_hand: bool,
}

impl Case {
    pub(crate) fn source_path(&self) -> PathBuf {
        format!("cases/{}.{}", self.name, self.extension).into()
    }

    pub(crate) fn expected_path(&self) -> PathBuf {
        format!("cases/{}.expected.json", self.name).into()
    }

    /// Its line in the list of cases.
    pub(crate) fn line(&self) -> Value {
        json!({
            "name": self.name,
            "source": self.source_path(),
            "expected": self.expected_path(),
            "about": {"zh": self.about[0], "en": self.about[1]},
            "by_hand": self.by_hand,
        })
    }

    /// What is expected: the report, the verdict and the findings, or the kind of error.
    pub(crate) fn expected(&self) -> Value {
        let reading = match embed::read(&self.source, &ReadOptions::default()) {
            Ok(reading) => reading,
            Err(error) => {
                return json!({"error": {"kind": error.kind()}, "report": null, "verdict": null, "findings": []});
            }
        };
        let outcome = ogi::check(&reading, &Policy::default());
        let file = serde_json::to_value(FileOutcome::new("", &reading, &outcome)).unwrap();
        let findings: Vec<_> = file["findings"].as_array().unwrap().iter().map(finding).collect();
        json!({
            "error": null,
            "report": reading.report,
            "verdict": file["verdict"],
            "findings": findings,
        })
    }
}

/// The part of a finding that does not depend on words or places.
fn finding(whole: &Value) -> Value {
    let part = |key| whole[key].clone();
    json!({
        "rule": part("rule"),
        "severity": part("severity"),
        "cell": part("cell"),
        "observed": part("observed"),
        "expected": part("expected"),
    })
}
