//! Documents that nobody vouches for.

use ogi_import::{ImportError, Limits, import};
use ogi_model::Edition;
use ogi_testkit::word::{LISTS, archive, cell, document as docx, paragraph, part};
use ogi_testkit::{Document, DocxStyle, Generator};
use proptest::prelude::*;

fn error(bytes: &[u8], limits: &Limits) -> ImportError {
    import(bytes, limits).unwrap_err()
}

#[track_caller]
fn assert_limit(error: ImportError) {
    assert!(matches!(error, ImportError::Limit { .. }), "{error:?}");
}

#[track_caller]
fn assert_damaged(error: ImportError) {
    assert!(matches!(error, ImportError::Damaged { .. }), "{error:?}");
}

#[test]
fn more_than_limits_allow_is_refused() {
    let limits = Limits::default();
    let bomb = docx(&paragraph(&"0".repeat(1 << 20)));
    assert!(bomb.len() < 10_000);
    assert_limit(error(&bomb, &limits.clone().with_unpacked_bytes(1 << 20)));

    let names: Vec<String> = (0..50).map(|i| format!("word/{i}.xml")).collect();
    let mut parts: Vec<(&str, &str)> = names.iter().map(|it| (it.as_str(), "")).collect();
    parts.push(("word/document.xml", "<a/>"));
    assert_limit(error(&archive(&parts), &limits.clone().with_entries(50)));

    let deep = "<w:sdt>".repeat(100_000);
    assert_limit(error(&docx(&deep), &limits));
    let nested = "<w:tbl><w:tr><w:tc>".repeat(2_000) + &"</w:tc></w:tr></w:tbl>".repeat(2_000);
    assert_limit(error(&docx(&nested), &limits.clone().with_depth(usize::MAX)));

    let cells = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc/>".repeat(101));
    assert_limit(error(&docx(&cells), &limits.clone().with_cells(100)));
    assert_limit(error(&docx(&paragraph("a").repeat(101)), &limits.with_cells(100)));
}

#[test]
fn giant_spans_cost_nothing() {
    for span in ["4294967295", "99999999999999999999", "-1", "a"] {
        let merged = format!("<w:gridSpan w:val=\"{span}\"/><w:vMerge w:val=\"restart\"/>");
        let row = format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"{span}\"/></w:trPr>{}</w:tr>",
            cell(&merged, &paragraph("1")).repeat(3)
        );
        assert!(import(&docx(&format!("<w:tbl>{row}{row}</w:tbl>")), &Limits::default()).is_ok());
    }
}

#[test]
fn entities_of_its_own_are_not_expanded() {
    let text = "<!DOCTYPE a [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;\">]>".to_owned()
        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert_damaged(error(&archive(&[("word/document.xml", &text)]), &Limits::default()));
}

#[test]
fn damaged_parts_are_stated() {
    let limits = Limits::default();
    for body in ["<w:p>", "<w:p></w:r>", "<w:p", "<w:t>\u{0}&#xD800;</w:t>"] {
        assert_damaged(error(&docx(body), &limits));
    }
    let document = part("document", "<w:body><w:p/></w:body>");
    for (name, bad) in [("word/numbering.xml", "<w:numbering>"), ("word/styles.xml", "</a>")] {
        assert_damaged(error(&archive(&[("word/document.xml", &document), (name, bad)]), &limits));
    }
}

#[test]
fn a_cut_off_document_is_stated() {
    let bytes = sample();
    for end in (0..bytes.len()).step_by(bytes.len() / 100) {
        if let Ok(document) = import(&bytes[..end], &Limits::default()) {
            assert!(end < 40, "{end}: {document:?}");
        }
    }
}

#[test]
fn a_password_is_stated() {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend("EncryptedPackage\0".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error(&bytes, &Limits::default()), ImportError::Encrypted);
}

fn sample() -> Vec<u8> {
    Document::Docx(DocxStyle::Edited).write(&Generator::new(1).edition(Edition::E2021).report())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = sample();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _: Result<_, _> = import(&bytes, &Limits::default());
    }

    /// Changes that the archive does not notice.
    #[test]
    fn no_text_makes_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;w:\"=a-z0-9]{0,3}"), 1..8)) {
        let body = "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:pPr><w:numPr>\
            <w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        let mut text = part("document", body);
        let mut lists = part("numbering", LISTS);
        for (at, new) in changes {
            for text in [&mut text, &mut lists] {
                let at = at.index(text.len());
                let at = text.floor_char_boundary(at);
                text.insert_str(at, &new);
            }
        }
        let bytes = archive(&[("word/document.xml", &text), ("word/numbering.xml", &lists)]);
        let _: Result<_, _> = import(&bytes, &Limits::default());
    }
}
