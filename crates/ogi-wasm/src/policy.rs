//! What a policy file changes.

use std::collections::BTreeMap;

use ogi::Report;
use ogi::check::{Message, Policy, Rule, Severity, Waiver, cell_name};
use serde::{Deserialize, Serialize};

use crate::done::Done;
use crate::failure::Failure;

/// Where it differs from the default.
#[derive(Serialize)]
struct Changes<'a> {
    /// The rules that are not run.
    off: Vec<&'static str>,
    levels: Vec<Level>,
    fail_on: Option<Severity>,
    blanks_as_zero: bool,
    money_tolerance: Option<String>,
    thresholds: Vec<Threshold>,
    waivers: Vec<WaiverIn<'a>>,
}

/// A rule whose severity is another than its own.
#[derive(Serialize)]
struct Level {
    rule: &'static str,
    severity: Severity,
}

#[derive(Serialize)]
struct Threshold {
    key: String,
    value: String,
}

#[derive(Serialize)]
struct WaiverIn<'a> {
    agency: Option<&'a str>,
    year: Option<u16>,
    rule: &'static str,
    name: Option<Message>,
    printed: &'a str,
    reason: &'a str,
    expires: Option<String>,
}

/// Thresholds are known by their names in the file alone.
#[derive(Deserialize)]
struct AsWritten {
    #[serde(default)]
    thresholds: BTreeMap<String, toml::Value>,
}

/// Reads a policy file, as the program does.
pub(crate) fn answer(bytes: &[u8]) -> Result<Done, Failure> {
    let text = str::from_utf8(bytes).map_err(|_| {
        Failure::new("io", "文件无法读取", "cannot read: stream did not contain valid UTF-8")
    })?;
    let policy = read(Some(text))?;
    let usual = Policy::default();
    let (run, off): (Vec<&Rule>, Vec<&Rule>) = policy.rules().partition(|it| policy.runs(it));
    let levels = run.into_iter().filter(|it| policy.severity(it) != it.severity);
    let AsWritten { thresholds } =
        toml::from_str(text).map_err(|it| Failure::new("policy", "写法有误", it.to_string()))?;
    let thresholds =
        thresholds.into_iter().map(|(key, value)| Threshold { key, value: value.to_string() });
    let changes = Changes {
        off: off.iter().map(|it| it.id).collect(),
        levels: levels.map(|it| Level { rule: it.id, severity: policy.severity(it) }).collect(),
        fail_on: Some(policy.fail_on).filter(|it| *it != usual.fail_on),
        blanks_as_zero: policy.blanks_as_zero,
        money_tolerance: Some(policy.money_tolerance)
            .filter(|it| *it != usual.money_tolerance)
            .map(|it| it.to_string()),
        thresholds: thresholds.collect(),
        waivers: policy.waivers.iter().map(WaiverIn::from).collect(),
    };
    Done::new(&changes, Vec::new())
}

/// The policy of a request; the default if it has none.
pub(crate) fn read(toml: Option<&str>) -> Result<Policy, Failure> {
    Ok(toml.map_or_else(|| Ok(Policy::default()), Policy::from_toml)?)
}

impl<'a> From<&'a Waiver> for WaiverIn<'a> {
    fn from(waiver: &'a Waiver) -> Self {
        Self {
            agency: waiver.agency.as_deref(),
            year: waiver.year,
            rule: waiver.rule.id,
            name: waiver.cell.map(|it| cell_name(&Report::new(), it)),
            printed: &waiver.printed,
            reason: &waiver.reason,
            expires: waiver.expires.map(|it| it.to_string()),
        }
    }
}
