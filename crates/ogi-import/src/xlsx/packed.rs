//! What a workbook unpacks to, before the library that reads it unpacks it all.

use std::io::{Read as _, copy, sink};

use super::hidden::{Hidden, Shown};
use super::{damaged, sound};
use crate::{ImportError, Limits, zipped};

/// Unpacks everything once, keeping nothing, and looks whether it is sound: what an archive says about sizes is not
/// believed. Tells what is shown of each sheet.
pub(super) fn check(bytes: &[u8], limits: &Limits) -> Result<Vec<Shown>, ImportError> {
    let mut archive = zipped::open(bytes, limits, damaged)?;
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
