//! Reads a source, whatever it holds.

use ogi_import::Kind;
use ogi_model::Reading;
use ogi_parse::ReadOptions;
use ogi_render::Format;

use super::EmbedError;
use crate::json;

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
    if json::begins(source) {
        read_json(source, options)
    } else {
        Ok(crate::read(source, options)?)
    }
}

/// Reads the JSON of a report or of a whole reading.
///
/// # Errors
/// [`EmbedError::Json`] with every mistake in it.
pub fn read_json(source: &[u8], options: &ReadOptions) -> Result<Reading, EmbedError> {
    json::read(source, options).map_err(EmbedError::Json)
}

/// A stable word for what kind of file a source is; empty for one that is not read.
///
/// ```
/// assert_eq!(ogi::embed::format_key(b"{}"), "json");
/// ```
pub fn format_key(source: &[u8]) -> &'static str {
    if json::begins(source) { Format::Json.key() } else { Kind::of(source).map_or("", Kind::key) }
}
