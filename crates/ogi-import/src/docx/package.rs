//! The archive of a document and its parts.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::damaged;
use crate::{ImportError, Limits, zipped};

/// The archive of a document, with what may still be unpacked of it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    limit: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ImportError> {
        let archive = zipped::open(bytes, limits, damaged)?;
        Ok(Self { archive, left: limits.unpacked_bytes, limit: limits.unpacked_bytes })
    }

    /// The text of a part; nothing if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error)),
        };
        // What the archive says about sizes is not believed.
        let mut bytes = Vec::new();
        file.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(damaged)?;
        let Some(left) = self.left.checked_sub(bytes.len() as u64) else {
            return Err(ImportError::Limit { what: "unpacked bytes", limit: self.limit });
        };
        self.left = left;
        decoded(bytes).map(Some).ok_or_else(|| damaged(format!("{name} is not Unicode")))
    }
}

/// XML is in UTF-8 or, rarely, in UTF-16 with a byte order mark.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|it| unit([it[0], it[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}
