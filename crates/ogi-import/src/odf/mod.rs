//! OpenDocument texts and spreadsheets: one file of XML (.fodt, .fods), or the part of an archive that holds the text
//! (.odt, .ods).
//!
//! What is read is what a print shows: no notes, no deleted text, no hidden text.

#[cfg(feature = "xlsx")]
mod spreadsheet;
mod styles;
mod text;

use core::fmt;

use ogi_parse::Sheet;

use crate::xml::{Element, Piece, Xml};
use crate::{ImportError, Limits, Refused, words, zipped};
use styles::Styles;

/// Reads a file of XML, or the text of an archive.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let mut styles = Styles::default();
    let mut xml = Xml::new(text, limits, words::OPEN_DOCUMENT);
    while let Some(piece) = xml.next()? {
        let Piece::Open(element) = piece else { continue };
        match element.local() {
            "text" if is_body(&element) => return text::read(&mut xml, styles, limits),
            #[cfg(feature = "xlsx")]
            "spreadsheet" => return spreadsheet::read(&mut xml, &styles, limits),
            "presentation" | "drawing" => return Err(ImportError::Refused(Refused::Presentation)),
            _ => styles.take(&element),
        }
    }
    Err(damaged("it has no text"))
}

/// Reads an archive.
pub(crate) fn read_archive(bytes: &[u8], limits: &Limits) -> Result<Sheet<'static>, ImportError> {
    let manifest = zipped::part(bytes, "meta-inf/manifest.xml", limits, damaged)?;
    if manifest.is_some_and(|it| it.contains("encryption-data")) {
        return Err(ImportError::Encrypted);
    }
    let text = zipped::part(bytes, "content.xml", limits, damaged)?;
    read(&text.ok_or_else(|| damaged("it has no content.xml"))?, limits)
}

/// `office:text`, and not a piece of text in a format of numbers.
fn is_body(element: &Element<'_>) -> bool {
    element.is_named("office:text")
}

/// How many times an element stands for itself.
fn repeated(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|it| it.trim().parse().ok()).unwrap_or(1_u32).max(1)
}

/// Whether nothing of an element is printed: notes, comments, deleted text, readings beside characters, rows and
/// columns that are hidden.
fn is_unseen(element: &Element<'_>) -> bool {
    let is_hidden =
        || matches!(element.attribute("visibility").as_deref(), Some("collapse" | "filter"));
    match element.local() {
        "tracked-changes" | "note" | "annotation" | "ruby-text" | "forms" | "sequence-decls"
        | "hidden-text" => true,
        "table-row" => is_hidden(),
        _ => false,
    }
}

/// The characters that an element stands for.
fn characters(element: &Element<'_>) -> Option<String> {
    match element.local() {
        "s" => Some(" ".repeat(repeated(element, "c").min(64) as usize)),
        "tab" => Some(" ".to_owned()),
        "line-break" => Some("\n".to_owned()),
        _ => None,
    }
}

/// Goes on to the end of the element that has just begun.
fn skip(xml: &mut Xml<'_>) -> Result<(), ImportError> {
    let mut open = 1_usize;
    while open > 0 {
        match xml.next()? {
            Some(Piece::Open(_)) => open += 1,
            Some(Piece::Close) => open -= 1,
            Some(Piece::Text(_)) => {}
            None => return Ok(()),
        }
    }
    Ok(())
}

fn damaged(detail: impl fmt::Display) -> ImportError {
    let container = words::OPEN_DOCUMENT;
    ImportError::Damaged { container, detail: detail.to_string() }
}
