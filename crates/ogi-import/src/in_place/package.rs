//! The archive of a document: its parts are read, changed and added, and those that are not are copied as they are.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipArchive, ZipWriter};

use super::InPlaceError;
use super::markup::{Element, elements};
use super::splices::Splices;
use crate::{ImportError, Limits, Words, zipped};

/// An archive and what becomes of it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The number of each entry by its name, in lower case.
    entries: BTreeMap<String, usize>,
    /// The new content of entries, by their numbers.
    changed: BTreeMap<usize, Vec<u8>>,
    /// New parts, with their names.
    added: Vec<(String, String)>,
    limits: &'a Limits,
    container: Words,
}

impl<'a> Package<'a> {
    /// Opens an archive that nobody has signed.
    pub(super) fn open(
        bytes: &'a [u8],
        limits: &'a Limits,
        container: Words,
    ) -> Result<Self, InPlaceError> {
        let damaged = |error: zip::result::ZipError| damaged(container, error.to_string());
        let archive = zipped::open(bytes, limits, damaged)?;
        let entries = zipped::entries(&archive);
        if entries.keys().any(|it| it.starts_with("_xmlsignatures/")) {
            return Err(InPlaceError::Signed);
        }
        let (changed, added) = (BTreeMap::new(), Vec::new());
        Ok(Self { archive, entries, changed, added, limits, container })
    }

    pub(super) fn damaged(&self, detail: impl Into<String>) -> InPlaceError {
        damaged(self.container, detail.into()).into()
    }

    /// The text of a part as it is now; nothing if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, InPlaceError> {
        if let Some((_, text)) = self.added.iter().find(|it| it.0.eq_ignore_ascii_case(name)) {
            return Ok(Some(text.clone()));
        }
        let Some(at) = self.entries.get(&name.to_lowercase()).copied() else { return Ok(None) };
        let bytes = match self.changed.get(&at) {
            Some(bytes) => bytes.clone(),
            None => self.original(at)?,
        };
        let text = zipped::text(bytes);
        text.map(Some).ok_or_else(|| self.damaged(format!("{name} is not Unicode")))
    }

    fn original(&mut self, at: usize) -> Result<Vec<u8>, InPlaceError> {
        let (container, limit) = (self.container, self.limits.unpacked_bytes);
        let damaged = |error: String| damaged(container, error);
        let entry = self.archive.by_index(at).map_err(|error| damaged(error.to_string()))?;
        let mut bytes = Vec::new();
        let read = entry.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        if read.map_err(|error| damaged(error.to_string()))? as u64 > limit {
            let what = crate::words::UNPACKED_BYTES;
            return Err(ImportError::Limit { what, limit }.into());
        }
        Ok(bytes)
    }

    /// Gives a part a new text, in the encoding that it has; a new part is added at the end.
    pub(super) fn put(&mut self, name: &str, text: String) -> Result<(), InPlaceError> {
        if let Some(added) = self.added.iter_mut().find(|it| it.0.eq_ignore_ascii_case(name)) {
            added.1 = text;
            return Ok(());
        }
        match self.entries.get(&name.to_lowercase()).copied() {
            None => self.added.push((name.to_owned(), text)),
            Some(at) => {
                let wide =
                    |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect();
                let new = match self.original(at)?.as_slice() {
                    [0xFF, 0xFE, ..] => wide(u16::to_le_bytes),
                    [0xFE, 0xFF, ..] => wide(u16::to_be_bytes),
                    _ => text.into_bytes(),
                };
                self.changed.insert(at, new);
            }
        }
        Ok(())
    }

    /// A name that no part has: `before`, a number, `after`.
    pub(super) fn free_name(&self, before: &str, after: &str) -> String {
        let mut number = 1;
        loop {
            let name = format!("{before}{number}{after}");
            let is_added = self.added.iter().any(|it| it.0 == name);
            if !is_added && !self.entries.contains_key(&name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }

    pub(super) fn elements<'x>(&self, text: &'x str) -> Result<Vec<Element<'x>>, InPlaceError> {
        elements(text).map_err(|detail| self.damaged(detail))
    }

    /// A part with XML at the end of its root.
    pub(super) fn appended(
        &self,
        text: &str,
        all: &[Element<'_>],
        xml: &str,
    ) -> Result<String, InPlaceError> {
        let root = all.first().ok_or_else(|| self.damaged("a part of it is empty"))?;
        let mut splices = Splices::default();
        root.append(&mut splices, xml);
        Ok(splices.apply(text))
    }

    /// The new archive: entries in their order, then what was added.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, InPlaceError> {
        let container = self.container;
        let damaged = |error: String| InPlaceError::from(damaged(container, error));
        let zip = |error: zip::result::ZipError| damaged(error.to_string());
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.set_raw_comment(self.archive.comment().into()).map_err(zip)?;
        for at in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(at).map_err(zip)?;
            let Some(bytes) = self.changed.get(&at) else {
                writer.raw_copy_file(entry).map_err(zip)?;
                continue;
            };
            let options = SimpleFileOptions::default()
                .compression_method(entry.compression())
                .last_modified_time(entry.last_modified().unwrap_or(DateTime::DEFAULT));
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            drop(entry);
            writer.start_file(name, options).map_err(zip)?;
            writer.write_all(bytes).map_err(|error| damaged(error.to_string()))?;
        }
        // The same file gives the same bytes: no clock.
        let options = SimpleFileOptions::default().last_modified_time(DateTime::DEFAULT);
        for (name, text) in &self.added {
            writer.start_file(name, options).map_err(zip)?;
            writer.write_all(text.as_bytes()).map_err(|error| damaged(error.to_string()))?;
        }
        Ok(writer.finish().map_err(zip)?.into_inner())
    }
}

fn damaged(container: Words, detail: String) -> ImportError {
    ImportError::Damaged { container, detail }
}
