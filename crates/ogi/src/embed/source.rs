//! Reads a source, whatever it holds.

use ogi_import::Kind;
use ogi_model::Reading;
use ogi_parse::ReadOptions;
use ogi_render::Format;

use super::EmbedError;

/// Reads a report from whatever holds one: all that [`crate::read`] takes, and the JSON of a report or of a whole reading.
///
/// ```
/// let report = ogi::Report::builder(ogi::Edition::E2021).agency("示例市民政局").year(2025).build()?;
/// let mut json = Vec::new();
/// ogi::write(&report, ogi::Format::Json, &mut json)?;
/// assert_eq!(ogi::embed::read(&json, &ogi::ReadOptions::default())?.report, report);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`EmbedError::Json`] for JSON that is no report, else [`EmbedError::Read`].
pub fn read(source: &[u8], options: &ReadOptions) -> Result<Reading, EmbedError> {
    if is_json(source) { read_json(source, options) } else { Ok(crate::read(source, options)?) }
}

/// Reads the JSON of a report or of a whole reading.
///
/// # Errors
/// [`EmbedError::Json`] with every mistake in it.
pub fn read_json(source: &[u8], options: &ReadOptions) -> Result<Reading, EmbedError> {
    let mut reading = Reading::from_json(source).map_err(EmbedError::Json)?;
    // A report alone says what its sentences claim; a whole reading knows where.
    if options.claims && reading == Reading::of_report(reading.report.clone()) {
        reading.claims = ogi_parse::claims(&reading.report);
    }
    Ok(reading)
}

/// Whether a source begins as a JSON object does: a brace and a key, or nothing. Rich text begins with a brace too.
///
/// ```
/// assert!(ogi::embed::is_json(br#" {"title": null}"#) && !ogi::embed::is_json(br"{\rtf1}"));
/// ```
pub fn is_json(source: &[u8]) -> bool {
    let source = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source).trim_ascii_start();
    let inside = source.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    inside.is_some_and(|it| matches!(it, [] | [b'"' | b'}', ..]))
}

/// A stable word for what kind of file a source is; empty for one that is not read.
///
/// ```
/// assert_eq!(ogi::embed::format_key(b"{}"), "json");
/// ```
pub fn format_key(source: &[u8]) -> &'static str {
    if is_json(source) { Format::Json.key() } else { Kind::of(source).map_or("", Kind::key) }
}
