//! What the libraries say once: rules, formats, names.

use std::collections::BTreeMap;

use ogi::check::{Severity, Verdict, Words};
use ogi::import::Kind;
use ogi::model::Edition;
use ogi::{Format, RULES, Report};
use serde::{Deserialize, Serialize};

use crate::done::Done;
use crate::failure::Failure;

/// The examples that `ogi explain` shows.
const EXAMPLES: &str = include_str!("../../ogi-cli/src/explain/examples/examples.toml");

/// A piece of a document that fails a rule, and the same mended.
#[derive(Deserialize, Serialize)]
struct Example {
    #[serde(skip_serializing)]
    #[expect(dead_code, reason = "which document it is a piece of: of no use here")]
    document: String,
    failing: String,
    mended: String,
}

#[derive(Serialize)]
struct RuleIn<'a> {
    id: &'static str,
    title: Words,
    statement: Words,
    message: Words,
    basis: Words,
    basis_kind: Words,
    severity: Severity,
    editions: Vec<&'static str>,
    since: &'static str,
    example: Option<&'a Example>,
}

#[derive(Serialize)]
struct Key {
    key: &'static str,
    #[serde(flatten)]
    words: Words,
}

#[derive(Serialize)]
struct Catalogue<'a> {
    version: &'static str,
    report: &'static str,
    rules: Vec<RuleIn<'a>>,
    severities: Vec<Key>,
    verdicts: Vec<Key>,
    formats: Vec<Key>,
    first_year: u16,
}

pub(crate) fn answer() -> Result<Done, Failure> {
    let examples: BTreeMap<String, Example> = toml::from_str(EXAMPLES)
        .map_err(|it| Failure::new("catalogue", "规则的例子有误", it.to_string()))?;
    let rules = RULES.iter().map(|rule| RuleIn {
        id: rule.id,
        title: rule.title,
        statement: rule.statement,
        message: rule.message,
        basis: rule.basis.source,
        basis_kind: rule.basis.kind.words(),
        severity: rule.severity,
        editions: rule.editions.iter().map(|it| it.key()).collect(),
        since: rule.since,
        example: examples.get(rule.id),
    });
    // The worst first, as everywhere.
    let severities = Severity::ALL.iter().rev().map(|it| Key { key: it.key(), words: it.words() });
    let verdicts = Verdict::ALL.iter().rev().map(|it| Key { key: it.key(), words: it.words() });
    let formats = Format::ALL.iter().map(|it| Key { key: it.key(), words: name(*it) });
    let catalogue = Catalogue {
        version: env!("CARGO_PKG_VERSION"),
        report: Report::NAME,
        rules: rules.collect(),
        severities: severities.collect(),
        verdicts: verdicts.collect(),
        formats: formats.collect(),
        first_year: Edition::EARLIEST.first_year(),
    };
    Done::new(&catalogue, Vec::new())
}

/// What a format is called: as the reader calls what it reads.
const fn name(format: Format) -> Words {
    match format {
        Format::Docx => Kind::Docx.name(),
        Format::Xlsx => Kind::Workbook.name(),
        Format::Html => Kind::Html.name(),
        Format::Text => Kind::Text.name(),
        other => Words { zh: other.key(), en: other.key() },
    }
}
