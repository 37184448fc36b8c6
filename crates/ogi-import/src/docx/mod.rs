//! Word documents, as Word and WPS leave them.
//!
//! What is read is what a print shows when all tracked changes are accepted: no hidden text, no field codes, the
//! automatic numbers of headings. A paragraph's place is in table 0, its row the number of the paragraph in the
//! text; the columns of a table are those of its grid.

mod numbering;
mod numeral;
mod package;
mod paragraph;
mod styles;
mod table;
mod walk;
mod xml;

use core::fmt;

use ogi_parse::Sheet;

use crate::{ImportError, Limits};
use package::Package;
use xml::{Piece, Xml};

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    check_container(bytes, limits)?;
    let mut package = Package::open(bytes, limits)?;
    let main = main_part(&mut package, limits)?;
    let folder = main.rsplit_once('/').map_or("", |it| it.0);
    let text = package.part(&main)?.ok_or_else(|| damaged(format!("it has no {main}")))?;
    let mut beside = |name: &str| package.part(format!("{folder}/{name}").trim_start_matches('/'));
    let styles = match beside("styles.xml")? {
        Some(text) => styles::Styles::read(&text, limits)?,
        None => styles::Styles::default(),
    };
    let numbering = match beside("numbering.xml")? {
        Some(text) => numbering::Numbering::read(&text, limits)?,
        None => numbering::Numbering::default(),
    };
    walk::Walk::new(styles, numbering, limits).read(&text)
}

/// What is no archive, but near to a document, has an error of its own.
fn check_container(bytes: &[u8], limits: &Limits) -> Result<(), ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::Limit { what: "bytes", limit: limits.bytes as u64 });
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        // Names in these containers are in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|it| it == name);
        return Err(if encrypted {
            ImportError::Unsupported {
                what: "a document with a password",
                advice: "save it without one",
            }
        } else {
            ImportError::Unsupported { what: "a .doc file", advice: "save it as .docx" }
        });
    }
    Ok(())
}

/// The name of the part that holds the text.
fn main_part(package: &mut Package<'_>, limits: &Limits) -> Result<String, ImportError> {
    const USUAL: &str = "word/document.xml";
    let Some(text) = package.part("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    let mut xml = Xml::new(&text, limits);
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else { continue };
        let kind = element.attribute("Type").unwrap_or_default();
        if element.local() == "Relationship"
            && kind.ends_with("/officeDocument")
            && let Some(target) = element.attribute("Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok(USUAL.to_owned())
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: "Word document", detail: detail.to_string() }
}
