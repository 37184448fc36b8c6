//! From bytes to what `ogi-parse` reads.

use ogi_parse::Sheet;

use crate::{ImportError, Kind, Limits, Refused, encoding, words};

/// What a source holds.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Imported {
    /// Text, decoded.
    Text(String),
    /// Paragraphs and tables.
    Sheet(Sheet<'static>),
}

/// Opens a source of any kind.
///
/// ```
/// use ogi_import::{Imported, Limits, import};
///
/// // 总体情况, in GB18030.
/// let bytes = b"\xD7\xDC\xCC\xE5\xC7\xE9\xBF\xF6";
/// let Imported::Text(text) = import(bytes, &Limits::default())? else { panic!() };
/// assert_eq!(text, "总体情况");
/// # Ok::<(), ogi_import::ImportError>(())
/// ```
///
/// # Errors
/// [`ImportError`] if it is of a kind or in an encoding that is not read, damaged, or beyond a limit.
pub fn import(bytes: &[u8], limits: &Limits) -> Result<Imported, ImportError> {
    match kind(bytes, limits)? {
        Kind::Text => Ok(Imported::Text(encoding::decode(bytes)?.into_owned())),
        #[cfg(feature = "html")]
        Kind::Html => {
            let page = crate::html::read(&encoding::decode(bytes)?, limits)?;
            Ok(Imported::Sheet(page.sheet))
        }
        // Its only file.
        Kind::Archive | Kind::Mail => {
            let files = crate::unpack(bytes, limits)?;
            match files.ok_or(ImportError::Refused(Refused::NotBuilt))?.as_slice() {
                [file] if Kind::of(&file.bytes)?.is_source() => import(&file.bytes, limits),
                [_] => Err(ImportError::Refused(Refused::Nested)),
                _ => Err(ImportError::Refused(Refused::Several)),
            }
        }
        kind => office(kind, bytes, limits).map(Imported::Sheet),
    }
}

/// The kind of a source that is not too large.
pub(crate) fn kind(bytes: &[u8], limits: &Limits) -> Result<Kind, ImportError> {
    if bytes.len() > limits.bytes {
        return Err(ImportError::Limit { what: words::BYTES, limit: limits.bytes as u64 });
    }
    Kind::of(bytes)
}

/// A document of an office program.
pub(crate) fn office(
    kind: Kind,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Sheet<'static>, ImportError> {
    // Unused when no feature that reads one is on.
    let _ = (bytes, limits);
    match kind {
        #[cfg(feature = "docx")]
        Kind::Docx => crate::docx::read(bytes, limits),
        #[cfg(feature = "docx")]
        Kind::WordXml => crate::docx::read_xml(&encoding::decode(bytes)?, limits),
        #[cfg(feature = "docx")]
        Kind::OpenDocument if bytes.starts_with(b"PK") => crate::odf::read_archive(bytes, limits),
        #[cfg(feature = "docx")]
        Kind::OpenDocument => crate::odf::read(&encoding::decode(bytes)?, limits),
        #[cfg(feature = "xlsx")]
        Kind::Workbook => crate::xlsx::read(bytes, limits),
        #[cfg(feature = "doc")]
        Kind::Doc => crate::doc::read(bytes, limits),
        #[cfg(feature = "rtf")]
        Kind::RichText => crate::rtf::read(bytes, limits),
        #[cfg(feature = "ofd")]
        Kind::Ofd => crate::ofd::read(bytes, limits),
        #[cfg(feature = "pdf")]
        Kind::Pdf => crate::pdf::read(bytes, limits),
        _ => Err(ImportError::Refused(Refused::NotBuilt)),
    }
}
