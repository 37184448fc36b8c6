//! Files that are generated from the form and the rules are current.
//!
//! `OGI_GENERATE=1 cargo test -p ogi --test generated` writes them anew.

// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

mod form;
mod localisation;
mod messages;
mod picture;
mod source;
mod wording;

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use ogi::check::{Basis, BasisKind};
use ogi::{RULES, Rule};

/// Compares a file of the repository with what it should hold, or writes it.
fn is_current(path: &str, wanted: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if env::var_os("OGI_GENERATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, wanted).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        there == wanted,
        "{path} is stale; `OGI_GENERATE=1 cargo test -p ogi --test generated` writes it anew",
    );
}

#[test]
fn schema_of_reports() {
    is_current("schema/report.schema.json", &ogi::model::schema::report());
}

#[test]
fn schema_of_findings() {
    is_current("schema/findings.schema.json", &ogi::check::findings_schema());
}

#[test]
fn schema_of_exported_tables() {
    is_current("schema/export.schema.json", &ogi::render::data::schema());
    is_current("schema/export.md", &ogi::render::data::describe());
}

#[test]
fn schema_of_tallies() {
    is_current("schema/tally.schema.json", &ogi::tally::tally_schema());
}

#[test]
fn schema_of_policies() {
    is_current("schema/policy.schema.json", &ogi::check::policy_schema());
}

#[test]
fn rules_for_programs() {
    let rules = serde_json::to_string_pretty(RULES).unwrap();
    is_current("schema/rules.json", &format!("{rules}\n"));
}

#[test]
fn rules_for_people() {
    let mut text = "\
# 核对规则 | Rules

由规则本身生成，请勿手改（见 CONTRIBUTING.md）。| Generated from the rules; not to be edited (see CONTRIBUTING.md).

| 编号 id | 级别 severity | 名称 title |
|---|---|---|
"
    .to_owned();
    for rule in RULES {
        let (id, title) = (rule.id, rule.title);
        writeln!(text, "| [{id}](#{id}) | {} | {} / {} |", rule.severity, title.zh, title.en)
            .unwrap();
    }
    for rule in RULES {
        text += &describe(rule);
    }
    is_current("RULES.md", &text);
}

fn describe(rule: &Rule) -> String {
    let Rule { id, title, statement, message, severity, since, .. } = rule;
    let editions: Vec<_> = rule.editions.iter().map(|it| it.key()).collect();
    let editions = editions.join(", ");
    let milder: Vec<_> = rule.severities.iter().map(|it| it.key()).collect();
    let milder = match milder.is_empty() {
        true => String::new(),
        false => format!("（视情况 by the case: {}）", milder.join(", ")),
    };
    let Basis { kind, source } = rule.basis;
    let kind = match kind {
        BasisKind::Law => "法规 law",
        BasisKind::Notice => "通知 notice",
        BasisKind::Form => "规定格式载明 printed on the form",
        BasisKind::Sense => "规定格式的含义 meaning of the form",
        BasisKind::Habit => "惯例 habit",
    };
    format!(
        "
## {id}

{} / {}

- 要求 demands: {} / {}
- 提示语 message: {} / {}
- 依据 basis ({kind}): {} / {}
- 级别 severity: {severity}{milder}；适用版本 editions: {editions}；始于 since: {since}
",
        title.zh,
        title.en,
        statement.zh,
        statement.en,
        message.zh,
        message.en,
        source.zh,
        source.en,
    )
}
