//! PDF: tables by their drawn borders, and the lines of text between them, page by page.
//!
//! A table that a page break cuts goes on in the next page's first table; `ogi-parse` takes its rows as rows of
//! the same table. Page numbers are dropped there too.

mod baseline;
mod columns;
mod grid;
mod open;
mod page;
mod running;

use ogi_parse::Sheet;
use pdfplumber::{ExtractOptions, Pdf, PdfErrorKind};

use crate::{ImportError, Limits, Refused, words};
use columns::Columns;
use page::Content;

/// Reads the pages of a PDF.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let options = ExtractOptions {
        max_recursion_depth: limits.depth,
        max_input_bytes: Some(limits.bytes),
        max_stream_bytes: usize::try_from(limits.unpacked_bytes).unwrap_or(usize::MAX),
        max_pages: Some(MOST_PAGES),
        ..ExtractOptions::default()
    };
    let pdf = Pdf::open_bytes(bytes, Some(options)).map_err(damaged)?;
    let (mut pages, mut cells) = (Vec::new(), 0);
    for page in pdf.pages() {
        let page = Content::of(&page.map_err(damaged)?);
        cells += page.len();
        if cells > limits.cells {
            return Err(ImportError::Limit { what: words::CELLS, limit: limits.cells as u64 });
        }
        pages.push(page);
    }
    running::drop(&mut pages);
    let mut sheet = Sheet::new();
    let (all, of_tables) = columns(&pages);
    let mut of_tables = of_tables.iter().filter_map(|it| all.get(*it));
    for page in &pages {
        page.put(&mut of_tables, &mut sheet);
    }
    if sheet.is_empty() {
        let is_scan = pages.iter().any(|it| it.has_images);
        return Err(ImportError::Refused(if is_scan { Refused::Scan } else { Refused::EmptyPdf }));
    }
    Ok(sheet)
}

/// The columns of all tables, and which are those of each table: a page's first table may be the rest of the last one
/// of the page before.
fn columns(pages: &[Content]) -> (Vec<Columns>, Vec<usize>) {
    let (mut all, mut of_tables): (Vec<Columns>, Vec<usize>) = (Vec::new(), Vec::new());
    for page in pages {
        for (at, table) in page.tables().enumerate() {
            if at > 0 || !all.last().is_some_and(|it| it.go_on_in(table)) {
                all.push(Columns::default());
            }
            if let Some(last) = all.last_mut() {
                last.add(table);
            }
            of_tables.push(all.len() - 1);
        }
    }
    (all, of_tables)
}

/// More pages than any report has.
const MOST_PAGES: usize = 1000;

fn damaged(error: pdfplumber::PdfError) -> ImportError {
    if matches!(error.kind(), PdfErrorKind::PasswordRequired | PdfErrorKind::InvalidPassword) {
        return ImportError::Encrypted;
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
