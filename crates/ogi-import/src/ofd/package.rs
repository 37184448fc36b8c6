//! The parts of a document, and which pages it has.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::damaged;
use super::numbers::exactly;
use crate::xml::{Piece, Xml};
use crate::{ImportError, Limits, words, zipped};

/// The archive, with what may still be unpacked of it.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    entries: BTreeMap<String, usize>,
    left: u64,
    pub(super) limits: &'a Limits,
}

/// A document of the archive: it may have several.
pub(super) struct Document {
    folder: String,
    /// Width and height of its pages, unless they say otherwise.
    pub(super) area: Option<[f64; 4]>,
    /// Where templates of pages are, by their identity.
    templates: BTreeMap<String, String>,
    /// Where its pages are.
    pub(super) pages: Vec<String>,
}

impl Document {
    /// The part with a template of this identity.
    pub(super) fn template(&self, id: &str) -> Option<&String> {
        self.templates.get(id)
    }
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ImportError> {
        let archive = zipped::open(bytes, limits, damaged)?;
        let entries = zipped::entries(&archive);
        Ok(Self { archive, entries, left: limits.unpacked_bytes, limits })
    }

    /// The text of a part; nothing if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let Some(at) = self.entries.get(&name.to_lowercase()) else { return Ok(None) };
        let file = self.archive.by_index(*at).map_err(damaged)?;
        let mut bytes = Vec::new();
        file.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(damaged)?;
        let Some(left) = self.left.checked_sub(bytes.len() as u64) else {
            let limit = self.limits.unpacked_bytes;
            return Err(ImportError::Limit { what: words::UNPACKED_BYTES, limit });
        };
        self.left = left;
        zipped::text(bytes).map(Some).ok_or_else(|| damaged(format!("{name} is not Unicode")))
    }

    pub(super) fn documents(&mut self) -> Result<Vec<Document>, ImportError> {
        let main = self.part("OFD.xml")?.ok_or_else(|| damaged("it has no OFD.xml"))?;
        let mut roots = Vec::new();
        let mut xml = Xml::new(&main, self.limits, words::OFD);
        let mut is_root = false;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(element) => is_root = element.local() == "DocRoot",
                Piece::Text(text) if is_root => roots.push(zipped::resolved("", text.trim())),
                _ => is_root = false,
            }
        }
        roots.iter().map(|it| self.document(it)).collect()
    }

    fn document(&mut self, root: &str) -> Result<Document, ImportError> {
        let text = self.part(root)?.ok_or_else(|| damaged(format!("it has no {root}")))?;
        let folder = root.rsplit_once('/').map_or("", |it| it.0).to_owned();
        let mut document =
            Document { folder, area: None, templates: BTreeMap::new(), pages: Vec::new() };
        let mut xml = Xml::new(&text, self.limits, words::OFD);
        let mut is_area = false;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(element) => {
                    let of = |name| element.attribute(name).unwrap_or_default();
                    let part = || zipped::resolved(&document.folder, &of("BaseLoc"));
                    is_area = element.local() == "PhysicalBox";
                    match element.local() {
                        "TemplatePage" => {
                            let part = part();
                            document.templates.insert(of("ID"), part);
                        }
                        "Page" => {
                            let part = part();
                            document.pages.push(part);
                        }
                        _ => {}
                    }
                }
                Piece::Text(text) if is_area => document.area = exactly(&text),
                _ => is_area = false,
            }
        }
        Ok(document)
    }
}
