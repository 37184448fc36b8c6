//! Archives within limits.

use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{ImportError, Limits};

/// Opens an archive, unless it has more entries than it may.
pub(crate) fn open<'a>(
    bytes: &'a [u8],
    limits: &Limits,
    damaged: impl FnOnce(ZipError) -> ImportError,
) -> Result<ZipArchive<Cursor<&'a [u8]>>, ImportError> {
    let too_many =
        || ImportError::Limit { what: "entries in an archive", limit: limits.entries as u64 };
    // Before the directory is read: each of its entries costs memory.
    if declared_entries(bytes).is_some_and(|it| it > limits.entries) {
        return Err(too_many());
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.entries {
        return Err(too_many());
    }
    Ok(archive)
}

/// How many entries the end of the archive says it has.
fn declared_entries(bytes: &[u8]) -> Option<usize> {
    // A comment of at most 64 KiB may follow the 22 bytes.
    let tail = &bytes[bytes.len().saturating_sub(22 + 0xFFFF)..];
    let at = tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let count: [u8; 2] = tail.get(at + 10..at + 12)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(count)))
}
