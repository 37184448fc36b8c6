//! What a workbook unpacks to, before the library that reads it unpacks it all.

use std::io::{Cursor, Read as _, copy, sink};

use zip::ZipArchive;

use super::hidden::{Hidden, Shown};
use super::{damaged, sound};
use crate::{ImportError, Limits};

/// Unpacks everything once, keeping nothing, and looks whether it is sound: what an archive says about sizes is not
/// believed. Tells what is shown of each sheet.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Vec<Shown>, ImportError> {
    let too_many =
        || ImportError::Limit { what: "entries in an archive", limit: limits.entries as u64 };
    // Before the directory is read: each of its entries costs memory.
    if declared_entries(bytes).is_some_and(|it| it > limits.entries) {
        return Err(too_many());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > limits.entries {
        return Err(too_many());
    }
    let mut left = limits.unpacked_bytes;
    let mut hidden = Hidden::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(damaged)?;
        if entry.name().is_ok_and(|it| it == "xl/workbook.bin") {
            return Err(ImportError::Unsupported {
                what: "an .xlsb file",
                advice: "save it as .xlsx",
            });
        }
        let name = entry.name().map(|it| it.to_lowercase()).unwrap_or_default();
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let mut part = Vec::new();
        let mut unpacked = entry.by_ref().take(left.saturating_add(1));
        let size = if is_xml {
            unpacked.read_to_end(&mut part).map(|it| it as u64)
        } else {
            copy(&mut unpacked, &mut sink())
        };
        left = left
            .checked_sub(size.map_err(damaged)?)
            .ok_or(ImportError::Limit { what: "unpacked bytes", limit: limits.unpacked_bytes })?;
        if is_xml {
            sound::check(&part, limits, |element| hidden.element(&name, element))?;
        }
    }
    Ok(hidden.into_sheets())
}

/// How many entries the end of the archive says it has.
fn declared_entries(bytes: &[u8]) -> Option<usize> {
    // A comment of at most 64 KiB may follow the 22 bytes.
    let tail = &bytes[bytes.len().saturating_sub(22 + 0xFFFF)..];
    let at = tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let count: [u8; 2] = tail.get(at + 10..at + 12)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(count)))
}
