//! Rich Text documents, as Word, WPS and LibreOffice write them.
//!
//! What is read is what a print shows: no hidden or deleted text, no notes, the results of fields, the numbers of
//! paragraphs. The columns of a table are those that the borders of all its rows make.

mod font;
mod row;
mod token;
mod walk;

use core::fmt;

use ogi_parse::Sheet;

use crate::{ImportError, Limits, words};

/// Reads a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    walk::Walk::new(limits).read(bytes)
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: words::RICH_TEXT, detail: detail.to_string() }
}
