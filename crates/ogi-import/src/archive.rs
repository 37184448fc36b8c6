//! What an archive holds, by the names in it: enough to tell kinds apart without unpacking anything.

use crate::{ImportError, Kind};

const AS_XLSX: &str = "save it as .xlsx";
const AS_DOCX: &str = "save it as .docx";

/// The kind of a zip archive.
pub(crate) fn kind_of_zip(bytes: &[u8]) -> Result<Kind, ImportError> {
    let names = names(bytes);
    // Without its directory, at the end, an archive is cut off; what it was to be shows in its entries.
    let has = |name: &str| match &names {
        Some(names) => names.iter().any(|it| it.eq_ignore_ascii_case(name.as_bytes())),
        None => contains(bytes, name.as_bytes()),
    };
    let unsupported = |what, advice| Err(ImportError::Unsupported { what, advice });
    if has("word/document.xml") {
        Ok(Kind::Docx)
    } else if has("xl/workbook.xml") {
        Ok(Kind::Workbook)
    } else if has("OFD.xml") {
        unsupported("an OFD document", "save it as .docx, or print it to a PDF with text")
    } else if has("xl/workbook.bin") {
        unsupported("a binary workbook (.xlsb)", AS_XLSX)
    } else if has("ppt/presentation.xml") {
        unsupported("a presentation", AS_DOCX)
    } else if has("content.xml") {
        unsupported("an OpenDocument file", "save it as .docx or .xlsx")
    } else if names.is_none() {
        let detail = "it has no directory: it is cut off".to_owned();
        Err(ImportError::Damaged { container: "archive", detail })
    } else {
        unsupported("an archive", "unpack it first")
    }
}

/// The kind of a compound file, as office programs before 2007 wrote them.
pub(crate) fn kind_of_ole(bytes: &[u8]) -> Result<Kind, ImportError> {
    let has = |name: &str| {
        // An entry of the directory: the name, and the zero that ends it.
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    };
    let unsupported = |what, advice| Err(ImportError::Unsupported { what, advice });
    if has("EncryptedPackage") {
        unsupported("a document with a password", "save it without one")
    } else if has("WordDocument") {
        unsupported("a document of an old kind (.doc, .wps)", AS_DOCX)
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Workbook)
    } else {
        unsupported("a file of an old office program", AS_DOCX)
    }
}

/// The names in the directory of a zip archive, if it has one that can be followed.
fn names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    const END: usize = 22;
    const ENTRY: usize = 46;
    const LONGEST_COMMENT: usize = 65_535;
    let tail = bytes.len().saturating_sub(END + LONGEST_COMMENT);
    let end = tail + bytes[tail..].windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let mut at = number::<4>(bytes, end + 16)?;
    let mut names = Vec::new();
    while bytes.get(at..at + 4) == Some(b"PK\x01\x02") {
        let [name, extra, comment] = [28, 30, 32].map(|it| number::<2>(bytes, at + it));
        let (name, extra, comment) = (name?, extra?, comment?);
        names.push(bytes.get(at + ENTRY..at + ENTRY + name)?);
        at += ENTRY + name + extra + comment;
    }
    (!names.is_empty()).then_some(names)
}

/// A number of so many bytes, the lowest first.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(N)?)?;
    Some(bytes.iter().rev().fold(0, |n, b| n << 8 | usize::from(*b)))
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|it| it == word)
}
