//! OFD documents (GB/T 33190): characters and lines of each page, handed to the finder of tables that PDF has.
//!
//! Names of elements count, and not their name spaces, of which several are met.

mod glyphs;
mod numbers;
mod object;
mod package;
mod page;
mod path;

use core::fmt;

use ogi_parse::Sheet;

use crate::pdf::Pages;
use crate::{ImportError, Limits, Refused, words};
use package::Package;

/// Reads the pages of a document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let mut package = Package::open(bytes, limits)?;
    let (mut pages, mut count) = (Pages::default(), 0);
    for document in package.documents()? {
        for part in &document.pages {
            if count >= limits.pages {
                return Err(ImportError::Limit { what: words::PAGES, limit: limits.pages as u64 });
            }
            pages.push(&page::read(&mut package, &document, part, count)?, limits)?;
            count += 1;
        }
    }
    pages.into_sheet(limits).ok_or(ImportError::Refused(Refused::OfdWithoutText))
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    ImportError::Damaged { container: words::OFD, detail: detail.to_string() }
}
