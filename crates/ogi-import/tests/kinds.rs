//! What a file is, by its content alone.

use ogi_import::{ImportError, Kind};

/// An archive of empty files, as far as its directory.
fn archive(names: &[&str]) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04".to_vec();
    let directory = bytes.len() as u32;
    for name in names {
        let mut entry = [0_u8; 46];
        entry[..4].copy_from_slice(b"PK\x01\x02");
        entry[28..30].copy_from_slice(&(name.len() as u16).to_le_bytes());
        bytes.extend(entry);
        bytes.extend(name.as_bytes());
    }
    let mut end = [0_u8; 22];
    end[..4].copy_from_slice(b"PK\x05\x06");
    end[16..20].copy_from_slice(&directory.to_le_bytes());
    bytes.extend(end);
    bytes
}

/// A compound file, as far as a name in its directory.
fn compound(name: &str) -> Vec<u8> {
    let name = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(name).collect()
}

fn refused(bytes: &[u8]) -> String {
    match Kind::of(bytes) {
        Err(error @ ImportError::Refused(_)) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn archives_are_stated_by_the_names_in_them() {
    assert_eq!(Kind::of(&archive(&["[Content_Types].xml", "word/document.xml"])), Ok(Kind::Docx));
    assert_eq!(Kind::of(&archive(&["xl/workbook.xml"])), Ok(Kind::Workbook));
    // A document with a workbook in it.
    let both = archive(&["word/document.xml", "word/embeddings/xl/workbook.xml"]);
    assert_eq!(Kind::of(&both), Ok(Kind::Docx));
    assert_eq!(Kind::of(&archive(&["OFD.xml", "Doc_0/Document.xml"])), Ok(Kind::Ofd));
    assert_eq!(Kind::of(&archive(&["2023.doc", "2024.doc"])), Ok(Kind::Archive));
    assert!(refused(b"7z\xBC\xAF\x27\x1C").contains("unpack"));
    let cut_off = Kind::of(b"PK\x03\x04 and no more").unwrap_err();
    assert_eq!(cut_off.kind(), "damaged");
}

#[test]
fn old_files_are_stated_by_their_streams() {
    assert_eq!(Kind::of(&compound("Workbook")), Ok(Kind::Workbook));
    assert_eq!(Kind::of(&compound("WordDocument")), Ok(Kind::Doc));
    assert!(refused(&compound("PowerPoint Document")).starts_with("a presentation"));
    assert!(refused(&compound("CONTENTS")).ends_with("or a workbook as .xlsx"));
    assert_eq!(Kind::of(&compound("EncryptedPackage")), Err(ImportError::Encrypted));
    assert!(refused(b"\x89PNG\r\n\x1a\n").contains("text"));
}
