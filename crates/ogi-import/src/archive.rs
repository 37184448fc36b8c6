//! What an archive holds, by the names in it: enough to distinguish kinds without unpacking anything.

use crate::compound::Compound;
use crate::{ImportError, Kind, Refused, words};

/// The kind of a zip archive.
pub(crate) fn kind_of_zip(bytes: &[u8]) -> Result<Kind, ImportError> {
    // Without its directory, at the end, an archive is cut off; what it was to be shows in its entries.
    let Some(names) = names(bytes) else { return kind_of_cut_off(bytes) };
    let names: Vec<String> = names
        .iter()
        .map(|it| String::from_utf8_lossy(it).replace('\\', "/").to_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    // The main part may have any name, and so may its folder: what it is is said by relations, which are packed.
    let within = |folder: &str, file: &str| {
        let is_main = |it: &String| {
            it.starts_with(folder)
                || it
                    .rsplit('/')
                    .next()
                    .is_some_and(|it| it.starts_with(file) && it.ends_with(".xml"))
        };
        has("[content_types].xml") && names.iter().any(is_main)
    };
    if has("word/document.xml") {
        Ok(Kind::Docx)
    } else if has("xl/workbook.xml") {
        Ok(Kind::Workbook)
    } else if has("ofd.xml") {
        Ok(Kind::Ofd)
    } else if has("xl/workbook.bin") {
        refused(Refused::BinaryWorkbook)
    } else if has("ppt/presentation.xml") {
        refused(Refused::Presentation)
    } else if has("content.xml") {
        Ok(Kind::OpenDocument)
    } else if within("word/", "document") {
        Ok(Kind::Docx)
    } else if within("xl/", "workbook") {
        Ok(Kind::Workbook)
    } else {
        Ok(Kind::Archive)
    }
}

fn refused(kind: Refused) -> Result<Kind, ImportError> {
    Err(ImportError::Refused(kind))
}

fn kind_of_cut_off(bytes: &[u8]) -> Result<Kind, ImportError> {
    if contains(bytes, b"word/document.xml") {
        Ok(Kind::Docx)
    } else if contains(bytes, b"xl/workbook.xml") {
        Ok(Kind::Workbook)
    } else {
        let detail = "it has no directory: it is cut off".to_owned();
        Err(ImportError::Damaged { container: words::ARCHIVE, detail })
    }
}

/// The kind of a compound file, as office programs before 2007 wrote them.
pub(crate) fn kind_of_ole(bytes: &[u8]) -> Result<Kind, ImportError> {
    // Of a file that is cut off, the names alone may be left.
    let compound = Compound::open(bytes);
    let has = |name: &str| match &compound {
        Some(compound) => compound.has(name),
        None => {
            let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            contains(bytes, &name)
        }
    };
    if has("EncryptedPackage") {
        Err(ImportError::Encrypted)
    } else if has("WordDocument") {
        let head = compound.and_then(|it| it.stream("WordDocument")).unwrap_or_default();
        kind_of_word(&head)
    } else if has("Workbook") || has("Book") {
        Ok(Kind::Workbook)
    } else if has("PowerPoint Document") {
        refused(Refused::Presentation)
    } else {
        refused(Refused::OldOffice)
    }
}

/// The kind of a document of Word, by the head of its text.
fn kind_of_word(head: &[u8]) -> Result<Kind, ImportError> {
    /// The sign of Word 97 and later, and the first version with it.
    const SIGN: usize = 0xA5EC;
    const VERSION: usize = 106;
    let [sign, version, flags] = [0, 2, 10].map(|at| number::<2>(head, at));
    if sign.is_some_and(|it| it != SIGN) || version.is_some_and(|it| it < VERSION) {
        refused(Refused::OldWord)
    } else if flags.is_some_and(|it| it & 0x100 > 0) {
        Err(ImportError::Encrypted)
    } else {
        Ok(Kind::Doc)
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
pub(crate) fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(N)?)?;
    Some(bytes.iter().rev().fold(0, |n, b| n << 8 | usize::from(*b)))
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|it| it == word)
}
