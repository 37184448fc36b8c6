//! The parts of a document: an archive, or one file of XML that has them all.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::damaged;
use crate::xml::{Piece, Xml};
use crate::{ImportError, Limits, words, zipped};

/// The parts of a document.
pub(super) enum Package<'a> {
    /// An archive, with what may still be unpacked of it.
    Archive {
        archive: ZipArchive<Cursor<&'a [u8]>>,
        /// The number of each entry by its name, in lower case.
        entries: BTreeMap<String, usize>,
        left: u64,
        limit: u64,
    },
    /// The parts of a file of XML (`pkg:package`), by their names in lower case.
    Flat(BTreeMap<String, &'a str>),
}

/// What a part relates to.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type: `styles`.
    pub(super) kind: String,
    /// The name of the part.
    pub(super) target: String,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ImportError> {
        let archive = zipped::open(bytes, limits, damaged)?;
        let entries = zipped::entries(&archive);
        let limit = limits.unpacked_bytes;
        Ok(Self::Archive { archive, entries, left: limit, limit })
    }

    /// The parts of a file of XML.
    pub(super) fn open_flat(text: &'a str) -> Result<Self, ImportError> {
        let mut parts = BTreeMap::new();
        let mut reader = Reader::from_str(text);
        let mut name = None;
        loop {
            match reader.read_event().map_err(damaged)? {
                Event::Start(start) => match start.local_name().into_inner() {
                    "part" => name = part_name(&start),
                    "xmlData" => {
                        let span = reader.read_to_end(start.name()).map_err(damaged)?;
                        let part = text.get(span.start as usize..span.end as usize);
                        parts.extend(name.take().zip(part));
                    }
                    _ => {}
                },
                Event::Eof => return Ok(Self::Flat(parts)),
                _ => {}
            }
        }
    }

    /// Whether it has no parts.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Archive { entries, .. } => entries.is_empty(),
            Self::Flat(parts) => parts.is_empty(),
        }
    }

    /// The text of a part; nothing if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        if let Self::Flat(parts) = self {
            return Ok(parts.get(&name.to_lowercase()).map(|it| (*it).to_owned()));
        }
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        zipped::text(bytes).map(Some).ok_or_else(|| damaged(format!("{name} is not Unicode")))
    }

    /// The bytes of a part of an archive; nothing if there is no such part.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, ImportError> {
        let Self::Archive { archive, entries, left, limit } = self else { return Ok(None) };
        let Some(at) = entries.get(&name.to_lowercase()) else { return Ok(None) };
        let file = archive.by_index(*at).map_err(damaged)?;
        // What the archive says about sizes is not believed.
        let mut bytes = Vec::new();
        file.take(left.saturating_add(1)).read_to_end(&mut bytes).map_err(damaged)?;
        let Some(rest) = left.checked_sub(bytes.len() as u64) else {
            return Err(ImportError::Limit { what: words::UNPACKED_BYTES, limit: *limit });
        };
        *left = rest;
        Ok(Some(bytes))
    }

    /// What a part relates to; the package itself, if it has no name.
    pub(super) fn relations(
        &mut self,
        part: &str,
        limits: &Limits,
    ) -> Result<Vec<Relation>, ImportError> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = format!("{folder}/_rels/{file}.rels");
        let Some(text) = self.part(name.trim_start_matches('/'))? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut xml = Xml::new(&text, limits, words::WORD_DOCUMENT);
        while let Some(piece) = xml.next()? {
            let Piece::Open(element) = piece else { continue };
            let of = |name| element.attribute(name).unwrap_or_default();
            if element.local() == "Relationship" && of("TargetMode") != "External" {
                let kind = of("Type").rsplit('/').next().unwrap_or_default().to_owned();
                let target = zipped::resolved(folder, &of("Target"));
                relations.push(Relation { id: of("Id"), kind, target });
            }
        }
        Ok(relations)
    }
}

/// The name of a part in a file of XML, without the slash before it.
fn part_name(part: &BytesStart<'_>) -> Option<String> {
    let mut all = part.attributes();
    let mut sound = all.with_checks(false).flatten();
    let name = sound.find(|it| it.key.local_name().into_inner() == "name")?;
    Some(name.value.trim_start_matches('/').to_lowercase())
}
