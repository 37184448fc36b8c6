//! Other documents that a document takes in as they are (`w:altChunk`): pages and text, as converters leave them.

use std::collections::BTreeMap;

use ogi_model::{GridPlace, Place};
use ogi_parse::Sheet;

use super::package::{Package, Relation};
use crate::import::Imported;
use crate::{ImportError, Kind, Limits, Refused};

/// Each by the relation that names it.
pub(super) type Chunks = BTreeMap<String, Sheet<'static>>;

/// The most documents that one takes in.
const MOST: usize = 64;

/// Reads them all. A document within a document holds none itself.
pub(super) fn read(
    package: &mut Package<'_>,
    relations: &[Relation],
    limits: &Limits,
    allowed: bool,
) -> Result<Chunks, ImportError> {
    let mut chunks = Chunks::new();
    for relation in relations.iter().filter(|it| it.kind == "aFChunk") {
        if !allowed || chunks.len() >= MOST {
            return Err(ImportError::Refused(Refused::Nested));
        }
        let Some(bytes) = package.bytes(&relation.target)? else { continue };
        let sheet = match Kind::of(&bytes)? {
            Kind::Docx => super::read_within(&bytes, limits)?,
            _ => match crate::import(&bytes, limits)? {
                Imported::Sheet(sheet) => sheet,
                Imported::Text(text) => lines(&text, limits),
            },
        };
        chunks.insert(relation.id.clone(), sheet);
    }
    Ok(chunks)
}

fn lines(text: &str, limits: &Limits) -> Sheet<'static> {
    let mut sheet = Sheet::within(limits);
    for (line, text) in (1..).zip(text.lines()).filter(|(_, it)| !it.trim().is_empty()) {
        let place = GridPlace { line: Some(line), ..GridPlace::default() };
        sheet.paragraph(text, Place::Grid(Box::new(place)));
    }
    sheet
}
