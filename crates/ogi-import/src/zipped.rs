//! Archives within limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::{ImportError, Limits, words};

/// Opens an archive, unless it has more entries than it may.
pub(crate) fn open<'a>(
    bytes: &'a [u8],
    limits: &Limits,
    damaged: impl FnOnce(ZipError) -> ImportError,
) -> Result<ZipArchive<Cursor<&'a [u8]>>, ImportError> {
    let too_many = || ImportError::Limit { what: words::ENTRIES, limit: limits.entries as u64 };
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

/// The number of each entry by its name as a part: in lower case, with slashes, though some programs write
/// backslashes.
pub(crate) fn entries(archive: &ZipArchive<Cursor<&[u8]>>) -> BTreeMap<String, usize> {
    archive.file_names_raw().map(part_name).zip(0..).collect()
}

/// The name of an entry as that of a part.
pub(crate) fn part_name(entry: &[u8]) -> String {
    let name = String::from_utf8_lossy(entry).replace('\\', "/");
    name.trim_start_matches('/').to_lowercase()
}

/// The text of one part of an archive, within limits; nothing if there is no such part.
pub(crate) fn part(
    bytes: &[u8],
    name: &str,
    limits: &Limits,
    damaged: impl Fn(String) -> ImportError,
) -> Result<Option<String>, ImportError> {
    let mut archive = open(bytes, limits, |error| damaged(error.to_string()))?;
    let Some(at) = entries(&archive).get(name).copied() else { return Ok(None) };
    let entry = archive.by_index(at).map_err(|error| damaged(error.to_string()))?;
    let mut part = Vec::new();
    let limit = limits.unpacked_bytes;
    let read = entry.take(limit.saturating_add(1)).read_to_end(&mut part);
    if read.map_err(|error| damaged(error.to_string()))? as u64 > limit {
        return Err(ImportError::Limit { what: words::UNPACKED_BYTES, limit });
    }
    text(part).map(Some).ok_or_else(|| damaged(format!("{name} is not Unicode")))
}

/// The text of a part. XML is in UTF-8 or, rarely, in UTF-16 with a byte order mark.
pub(crate) fn text(bytes: Vec<u8>) -> Option<String> {
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

/// How many entries the end of the archive says it has.
fn declared_entries(bytes: &[u8]) -> Option<usize> {
    // A comment of at most 64 KiB may follow the 22 bytes.
    let tail = &bytes[bytes.len().saturating_sub(22 + 0xFFFF)..];
    let at = tail.windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let count: [u8; 2] = tail.get(at + 10..at + 12)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(count)))
}

/// The name of a part as a part in a folder says it.
pub(crate) fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn targets_are_those_of_the_folder_unless_they_say_otherwise() {
        for (target, name) in [
            ("styles.xml", "word/styles.xml"),
            ("/word/styles2.xml", "word/styles2.xml"),
            ("../customXml/item1.xml", "customXml/item1.xml"),
            (".\\media\\a.png", "word/media/a.png"),
        ] {
            assert_eq!(resolved("word", target), name);
        }
    }
}
