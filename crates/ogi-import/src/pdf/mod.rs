//! PDF: tables by their drawn borders, and the lines of text between them, page by page.
//!
//! A table that a page break cuts goes on in the next page's first table; `ogi-parse` takes its rows as rows of
//! the same table. Page numbers are dropped there too.

mod baseline;
#[cfg(test)]
mod by_hand;
mod columns;
mod downward;
mod frame;
mod grid;
mod ink;
mod open;
mod page;
mod pages;
mod running;
mod stroke;
mod unpacked;

use ogi_parse::Sheet;
use pdfplumber::{ExtractOptions, Pdf, PdfErrorKind};

use crate::guarded::guarded;
use crate::{ImportError, Limits, Refused, words};
pub(crate) use pages::Pages;

/// How deep forms that pages share (form XObjects) may stand in one another. Real pages have two or three.
const FORMS_IN_FORMS: usize = 10;

/// Reads the pages of a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    guarded(words::PDF, || read_pages(bytes, limits))
}

fn read_pages(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    unpacked::check(bytes, limits)?;
    let options = ExtractOptions {
        max_recursion_depth: FORMS_IN_FORMS.min(limits.depth),
        max_input_bytes: Some(limits.bytes),
        max_pages: Some(limits.pages),
        ..ExtractOptions::default()
    };
    let pdf = Pdf::open_bytes(bytes, Some(options)).map_err(damaged)?;
    let mut pages = Pages::default();
    for page in pdf.pages() {
        pages.push(&page.map_err(damaged)?, limits)?;
    }
    let refused = if pages.have_images() { Refused::Scan } else { Refused::EmptyPdf };
    pages.into_sheet(limits).ok_or(ImportError::Refused(refused))
}

fn damaged(error: pdfplumber::PdfError) -> ImportError {
    if matches!(error.kind(), PdfErrorKind::PasswordRequired | PdfErrorKind::InvalidPassword) {
        return ImportError::Encrypted;
    }
    if let Some(it) = error.resource_limit().filter(|it| it.name == "max_pages") {
        return ImportError::Limit { what: words::PAGES, limit: it.limit as u64 };
    }
    ImportError::Damaged { container: words::PDF, detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_pdf_is_damaged() {
        for bytes in
            [&b"%PDF-1.7\n"[..], b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", b""]
        {
            let error = read(bytes, &Limits::default()).unwrap_err();
            assert_eq!(error.kind(), "damaged", "{error}");
        }
    }
}
