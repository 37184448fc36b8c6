//! Calls that take a source and their options as JSON, and give JSON or bytes.
//!
//! Options are an object; one that is left out is as by default, one that a call does not know is an error. An empty text is
//! an empty object.

use ogi_check::{FileOutcome, Outcome, Policy};
use ogi_model::{Date, Language, Reading};
use ogi_parse::{Limits, ReadOptions};
use ogi_render::Format;
use ogi_tally::{Mapping, Register, Scope, TalliedRegister};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{EmbedError, read as read_source};

/// Reads a report: its JSON, as `ogi parse` prints it. Options: `full` (with `true` the whole reading: `report`, `text`,
/// `sources`, `notes`, `claims`).
///
/// ```
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let json: serde_json::Value = serde_json::from_str(&ogi::embed::json::read(text, "")?)?;
/// assert_eq!(json["applications"]["newly_received"]["total"], 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`EmbedError`] as [`read`](super::read) gives it, or for its options.
pub fn read(source: &[u8], options: &str) -> Result<String, EmbedError> {
    #[derive(Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Options {
        full: bool,
    }
    let Options { full } = understand(options)?;
    let reading = read_source(source, &ReadOptions::default().with_claims(full))?;
    if full { written(&reading) } else { written(&reading.report) }
}

/// What is asked of a check.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CheckOptions {
    path: String,
    policy: String,
    as_of: Option<Date>,
}

/// Reads and checks a report: the JSON object of a file, as `ogi check --format jsonl` prints it. Options: `path` (how the
/// file is called in it), `policy` (TOML), `as_of` (`YYYY-MM-DD`).
///
/// ```
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let options = r#"{"policy": "select = [\"t4-sum\"]"}"#;
/// let json: serde_json::Value = serde_json::from_str(&ogi::embed::json::check(text, options)?)?;
/// assert_eq!(json["findings"][0]["rule"], "t4-sum");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`EmbedError`] as [`read`](super::read) gives it, or for its options and policy.
pub fn check(source: &[u8], options: &str) -> Result<String, EmbedError> {
    let options: CheckOptions = understand(options)?;
    let (reading, outcome) = checked(source, &policy(&options.policy, options.as_of)?)?;
    written(&FileOutcome::new(&options.path, &reading, &outcome))
}

/// Reads a report and writes it. Options: `format` (text, markdown, html, json, docx, xlsx).
///
/// ```
/// let text = include_bytes!("../../../../examples/reports/garden-street-2024.txt");
/// let page = ogi::embed::json::write(text, r#"{"format": "html"}"#)?;
/// assert!(page.starts_with(b"<!doctype html>"));
/// # Ok::<(), ogi::embed::EmbedError>(())
/// ```
///
/// # Errors
/// [`EmbedError`] as [`read`](super::read) gives it, for its options, or if the report does not fit the format.
pub fn write(source: &[u8], options: &str) -> Result<Vec<u8>, EmbedError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Options {
        format: String,
    }
    let Options { format } = understand(options)?;
    let format: Format = known(&format)?;
    let reading = read_source(source, &ReadOptions::default().with_claims(false))?;
    let mut written = Vec::new();
    ogi_render::write(&reading.report, format, &mut written)?;
    Ok(written)
}

/// Reads and checks a Word document or workbook: the same file with a comment at each finding. Options: `language` (zh,
/// en), `policy` (TOML), `as_of` (`YYYY-MM-DD`).
///
/// ```
/// let error = ogi::embed::json::annotate(b"%PDF-1.7", r#"{"language": "fr"}"#).unwrap_err();
/// assert_eq!(error.kind(), "options");
/// ```
///
/// # Errors
/// [`EmbedError`] as [`read`](super::read) gives it, for its options and policy, or for another kind of file.
pub fn annotate(source: &[u8], options: &str) -> Result<Vec<u8>, EmbedError> {
    #[derive(Default, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Options {
        language: Option<String>,
        policy: String,
        as_of: Option<Date>,
    }
    let Options { language, policy: toml, as_of } = understand(options)?;
    let language: Language = language.as_deref().map_or(Ok(Language::Zh), known)?;
    let (reading, outcome) = checked(source, &policy(&toml, as_of)?)?;
    Ok(crate::annotate(source, &reading, &outcome, language, as_of)?)
}

/// Counts tables three and four from a register of requests: the JSON of `ogi tally --format json`. Options: `path` (how the
/// register is called in it), `year`, `agency`, `mapping` (TOML; it is guessed without).
///
/// ```
/// let register = include_bytes!("../../../../examples/register/register-2025.csv");
/// let json = ogi::embed::json::tally(register, r#"{"year": 2025}"#)?;
/// let json: serde_json::Value = serde_json::from_str(&json)?;
/// assert_eq!(json["report"]["year"], 2025);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`EmbedError::Tally`] for what is no register, [`EmbedError::Options`] for its options.
pub fn tally(register: &[u8], options: &str) -> Result<String, EmbedError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Options {
        #[serde(default)]
        path: String,
        year: u16,
        agency: Option<String>,
        mapping: Option<String>,
    }
    let options: Options = understand(options)?;
    let scope = Scope::of_year(options.year);
    let register = Register::read(register, &Limits::default())?;
    let mapping = match &options.mapping {
        Some(toml) => Mapping::from_toml(toml)?,
        None => Mapping::guess(&register, scope.edition)?,
    };
    let tally = ogi_tally::tally(&register, &mapping, scope)?;
    let report = tally.report(options.agency.as_deref());
    written(&TalliedRegister::new(&options.path, &mapping, &tally, &report, None))
}

/// A policy of TOML, as of a day.
///
/// # Errors
/// [`EmbedError::Policy`] with every mistake in it and its place.
pub fn policy(toml: &str, as_of: Option<Date>) -> Result<Policy, EmbedError> {
    let policy = Policy::from_toml(toml).map_err(EmbedError::Policy)?;
    Ok(match as_of {
        Some(_) => policy.with_as_of(as_of),
        None => policy,
    })
}

fn checked(source: &[u8], policy: &Policy) -> Result<(Reading, Outcome), EmbedError> {
    let reading = read_source(source, &ReadOptions::default())?;
    let outcome = ogi_check::check(&reading, policy);
    Ok((reading, outcome))
}

fn understand<T: DeserializeOwned>(options: &str) -> Result<T, EmbedError> {
    let options = if options.trim().is_empty() { "{}" } else { options };
    if !options.trim_start().starts_with('{') {
        return Err(EmbedError::Options("not an object".to_owned()));
    }
    serde_json::from_str(options).map_err(|error| EmbedError::Options(error.to_string()))
}

/// A key that is one of a few.
fn known<T: std::str::FromStr<Err: std::fmt::Display>>(key: &str) -> Result<T, EmbedError> {
    key.parse().map_err(|error: T::Err| EmbedError::Options(error.to_string()))
}

fn written(value: &impl Serialize) -> Result<String, EmbedError> {
    serde_json::to_string(value).map_err(|error| EmbedError::Bug(error.to_string()))
}
