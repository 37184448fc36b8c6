//! What a workbook unpacks to, before the library that reads it unpacks it all.

use std::borrow::Cow;
use std::io::{Cursor, Read as _, Write as _, copy, sink};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::part_scan::{PartScan, Shown};
use super::{damaged, sound};
use crate::{ImportError, Limits, Refused, words, zipped};

/// A workbook that was looked through.
pub(super) struct Packed<'a> {
    /// The workbook as the library reads it.
    pub(super) bytes: Cow<'a, [u8]>,
    /// What is stated of each sheet.
    pub(super) sheets: Vec<Shown>,
}

/// Unpacks everything once, keeping nothing, and looks whether it is sound: what an archive says about sizes is not
/// believed. If names have backslashes or parts are in UTF-16, which the library does not read, the workbook is packed
/// again.
pub(super) fn check<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Packed<'a>, ImportError> {
    let mut archive = zipped::open(bytes, limits, damaged)?;
    let mut left = limits.unpacked_bytes;
    let mut scan = PartScan::default();
    let names: Vec<String> = archive.file_names_raw().map(zipped::part_name).collect();
    let mut is_odd = archive.file_names_raw().any(|it| it.contains(&b'\\'));
    // Cells name texts by their numbers: texts first.
    let mut order: Vec<usize> = (0..archive.len()).collect();
    order.sort_by_key(|it| names.get(*it).is_none_or(|it| !it.ends_with("sharedstrings.xml")));
    for index in order {
        let mut entry = archive.by_index(index).map_err(damaged)?;
        let name = names.get(index).map_or("", String::as_str);
        if name == "xl/workbook.bin" {
            return Err(ImportError::Refused(Refused::BinaryWorkbook));
        }
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let mut part = Vec::new();
        let mut unpacked = entry.by_ref().take(left.saturating_add(1));
        let size = if is_xml {
            unpacked.read_to_end(&mut part).map(|it| it as u64)
        } else {
            copy(&mut unpacked, &mut sink())
        };
        left = left.checked_sub(size.map_err(damaged)?).ok_or(ImportError::Limit {
            what: words::UNPACKED_BYTES,
            limit: limits.unpacked_bytes,
        })?;
        if is_xml {
            is_odd |= matches!(part.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
            let text =
                zipped::text(part).ok_or_else(|| damaged(format!("{name} is not Unicode")))?;
            sound::check(&text, limits, |event| scan.event(name, event))?;
        }
    }
    let bytes =
        if is_odd { Cow::Owned(packed_again(bytes, limits)?) } else { Cow::Borrowed(bytes) };
    Ok(Packed { bytes, sheets: scan.into_sheets() })
}

/// The same workbook with slashes in its names, and its parts in UTF-8. Its size was found to be within limits.
fn packed_again(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, ImportError> {
    let mut archive = zipped::open(bytes, limits, damaged)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(damaged)?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
        let mut part = Vec::new();
        entry.read_to_end(&mut part).map_err(damaged)?;
        if matches!(part.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..])
            && let Some(text) = zipped::text(part.clone())
        {
            // What it says about its encoding is no longer true.
            let text = text.trim_start_matches('\u{feff}');
            let body = text.strip_prefix("<?xml").and_then(|it| it.split_once("?>"));
            part = body.map_or(text, |it| it.1).as_bytes().to_vec();
        }
        writer.start_file(name, SimpleFileOptions::default()).map_err(damaged)?;
        writer.write_all(&part).map_err(damaged)?;
    }
    Ok(writer.finish().map_err(damaged)?.into_inner())
}
