//! A file that holds the JSON of this project instead of a document, as a program that takes either meets it.

#[cfg(feature = "terminal")]
use std::borrow::Cow;

use ogi_model::{JsonFaults, Reading};
use ogi_parse::ReadOptions;

#[cfg(feature = "terminal")]
use crate::terminal::visible;

/// Whether bytes begin like the JSON of a report: a brace and a key, or nothing. Rich text begins with a brace too.
///
/// ```
/// assert!(ogi::json::begins(br#"{ "schema_version": 1 }"#));
/// assert!(!ogi::json::begins(br"{\rtf1"));
/// ```
pub fn begins(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let inside = bytes.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|it| matches!(it, [] | [b'"' | b'}', ..]))
}

/// Reads the JSON of a report or of a whole reading. A report alone says what its sentences claim; a whole reading knows
/// where.
///
/// ```
/// let json = r#"{"schema_version": 1, "agency": "示例市民政局", "year": 2025}"#;
/// let reading = ogi::json::read(json.as_bytes(), &ogi::ReadOptions::default())?;
/// assert_eq!(reading.report.year, Some(2025));
/// # Ok::<(), ogi::model::JsonFaults>(())
/// ```
///
/// # Errors
/// [`JsonFaults`] if it is no JSON, or not that of a report.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, JsonFaults> {
    let mut reading = Reading::from_json(bytes)?;
    if options.claims && reading == Reading::of_report(reading.report.clone()) {
        reading.claims = ogi_parse::claims(&reading.report);
    }
    Ok(reading)
}

/// The same JSON with an escape for everything that could steer a terminal: JSON itself wants that of some control characters
/// only.
///
/// ```
/// assert_eq!(ogi::json::escaped("\"\u{202e}\""), r#""\u202e""#);
/// ```
#[cfg(feature = "terminal")]
pub fn escaped(json: &str) -> Cow<'_, str> {
    match visible(json) {
        Cow::Borrowed(json) => Cow::Borrowed(json),
        Cow::Owned(shown) => json
            .chars()
            .zip(shown.chars())
            .map(
                |(it, shown)| {
                    if it == shown { it.to_string() } else { format!("\\u{:04x}", u32::from(it)) }
                },
            )
            .collect(),
    }
}
