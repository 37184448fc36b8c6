//! Zip archives.

use std::io::Read as _;

use zip::result::ZipError;

use super::Packed;
use crate::{ImportError, Limits, encoding, words, zipped};

/// The files of an archive, in their order.
pub(super) fn files(bytes: &[u8], limits: &Limits) -> Result<Vec<Packed>, ImportError> {
    let mut archive = zipped::open(bytes, limits, damaged)?;
    let (mut left, mut files) = (limits.unpacked_bytes, Vec::new());
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(damaged)?;
        // Programs in China write names in their own encoding.
        let name = encoding::decode(entry.name_raw()).map(|it| it.replace('\\', "/"));
        let name = name.unwrap_or_else(|_| String::from_utf8_lossy(entry.name_raw()).into_owned());
        if entry.is_dir() || is_left_by_a_system(&name) {
            continue;
        }
        let mut bytes = Vec::new();
        let most = left.min(limits.bytes as u64);
        entry
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(error.into()))?;
        let size = bytes.len() as u64;
        if size > most {
            let (what, limit) = if most < left {
                (words::BYTES, most)
            } else {
                (words::UNPACKED_BYTES, limits.unpacked_bytes)
            };
            return Err(ImportError::Limit { what, limit });
        }
        left -= size;
        files.push(Packed { name, bytes });
    }
    Ok(files)
}

/// Files that nobody put there: `__MACOSX/._a.docx`, `.DS_Store`, what an open Word leaves.
fn is_left_by_a_system(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.is_empty()
        || file.starts_with(['.', '~'])
        || name.starts_with("__MACOSX/")
        || file.eq_ignore_ascii_case("thumbs.db")
}

fn damaged(error: ZipError) -> ImportError {
    if matches!(error, ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) {
        return ImportError::Encrypted;
    }
    ImportError::Damaged { container: words::ARCHIVE, detail: error.to_string() }
}
