//! Documents of Word 97 and WPS (.doc, .wps), by the format's description ([MS-DOC]).
//!
//! What is read is what a print shows: no hidden or deleted text, no notes, the results of fields. The columns of a table
//! are those that the borders of all its rows make. Numbers of lists and pictures are not in the text: a cell with nothing
//! else is unreadable.
//!
//! [MS-DOC]: https://learn.microsoft.com/openspecs/office_file_formats/ms-doc

mod character;
mod fonts;
mod pages;
mod paragraph;
mod pieces;
mod properties;
mod streams;
mod styles;
mod walk;

use core::fmt;

use ogi_parse::Sheet;

use crate::{ImportError, Limits, words};
use streams::Streams;

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let streams = Streams::open(bytes)?;
    walk::Walk::new(&streams, limits)?.read()
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: words::WORD_DOCUMENT, detail: detail.to_string() }
}
