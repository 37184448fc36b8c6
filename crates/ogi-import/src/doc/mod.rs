//! Documents of Word 97 and WPS (.doc, .wps), by the document tree of `office_oxide`.
//!
//! The library leaves out where pictures stand and what fields without a result show. In a document that has any of
//! them a blank cell may print something, and is unreadable.

mod runs;
mod walk;

use std::io::Cursor;

use memchr::memmem;
use office_oxide::doc::DocError;
use office_oxide::ir::{DocumentIR, Element};
use office_oxide::options::ParseOptions;
use office_oxide::{Document, DocumentFormat, OfficeError};
use ogi_parse::Sheet;

use crate::guarded::guarded;
use crate::{ImportError, Limits, words};
use walk::Walk;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let mut options = ParseOptions::strict();
    options.limits.package_bytes = limits.bytes as u64;
    options.limits.memory_bytes = limits.unpacked_bytes;
    let bytes = &*runs::thinned(bytes)?;
    let tree = guarded(words::WORD_DOCUMENT, || {
        let source = Cursor::new(bytes.to_vec());
        let document = Document::from_reader_with(source, DocumentFormat::Doc, &options);
        Ok(document.map_err(|error| damaged(&error))?.to_ir())
    })?;
    let blanks_are_blank = !has_pictures(&tree) && !has_signs_without_text(bytes);
    Walk::new(blanks_are_blank, limits).read(&tree)
}

/// Whether there are pictures, which the tree has at its end.
fn has_pictures(tree: &DocumentIR) -> bool {
    let mut all = tree.sections.iter().flat_map(|it| &it.elements);
    all.any(|it| matches!(it, Element::Image(_)))
}

/// Whether a field puts signs over one another (`EQ \o(1,2)`): it has no result.
fn has_signs_without_text(bytes: &[u8]) -> bool {
    let wide: Vec<u8> = "EQ \\".encode_utf16().flat_map(u16::to_le_bytes).collect();
    memmem::find(bytes, &wide).is_some() || memmem::find(bytes, b"EQ \\").is_some()
}

fn damaged(error: &OfficeError) -> ImportError {
    match error {
        OfficeError::Doc(DocError::Encrypted) => ImportError::Encrypted,
        error => {
            ImportError::Damaged { container: words::WORD_DOCUMENT, detail: error.to_string() }
        }
    }
}
