//! Reads the report from text.
mod blank;
mod document;
mod draft;
mod error;
mod fold;
mod front;
mod grammar;
mod heading;
mod lexicon;
mod markdown;
mod options;
mod table;
mod token;
mod torn;

pub use error::ReadError;
pub use options::ReadOptions;

use ogi_model::Reading;

/// Reads UTF-8 bytes; a byte order mark is skipped.
///
/// # Errors
/// [`ReadError`] if they are not UTF-8 or not such a report.
pub fn read_bytes(bytes: &[u8], options: &ReadOptions) -> Result<Reading, ReadError> {
    let text =
        core::str::from_utf8(bytes).map_err(|e| ReadError::NotUtf8 { at: e.valid_up_to() })?;
    read(text.trim_start_matches('\u{feff}'), options)
}

/// Reads text.
///
/// # Errors
/// [`ReadError`] if it is no such report.
pub fn read(text: &str, options: &ReadOptions) -> Result<Reading, ReadError> {
    let (size, limit) = (text.len(), options.max_bytes);
    if size > limit || u32::try_from(size).is_err() {
        return Err(ReadError::TooLarge { size, limit });
    }
    document::read(text)
}
