//! Word documents: their parts.

use std::io::{Cursor, Read as _};

use ogi_model::{Cell, CellId, Column, Report, Row};
use zip::ZipArchive;

use crate::{golden, reports};

/// The parts of a document and their text.
fn parts(report: &Report) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(ogi_render::docx(report).unwrap())).unwrap();
    let parts = (0..archive.len()).map(|i| {
        let mut file = archive.by_index(i).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    });
    parts.collect()
}

fn part(report: &Report, name: &str) -> String {
    parts(report).into_iter().find(|it| it.0 == name).unwrap().1
}

#[test]
fn texts_of_documents() {
    for (name, report) in golden::short() {
        insta::assert_snapshot!(format!("{name}.docx"), part(&report, "word/document.xml"));
    }
}

#[test]
fn parts_beside_the_text() {
    let parts = parts(&reports::edition_2021());
    assert_eq!(parts[0].0, "[Content_Types].xml", "it comes first");
    let beside = parts.iter().filter(|it| it.0 != "word/document.xml");
    let all: Vec<_> = beside.map(|(name, text)| format!("--- {name}\n{text}")).collect();
    insta::assert_snapshot!("parts.docx", all.join("\n"));
}

/// What a part names is in the package, and the other way round.
#[test]
fn the_package_is_complete() {
    let parts = parts(&reports::edition_2021());
    let text = |name: &str| &parts.iter().find(|it| it.0 == name).unwrap().1;
    let declared = text("[Content_Types].xml").matches("PartName=").count();
    assert_eq!(declared, parts.iter().filter(|it| it.0.ends_with(".xml")).count() - 1);
    for (name, _) in parts.iter().filter(|it| it.0.ends_with(".xml")).skip(1) {
        assert!(text("[Content_Types].xml").contains(&format!("PartName=\"/{name}\"")), "{name}");
    }
    let styles = text("word/styles.xml");
    for used in text("word/document.xml").split("Style w:val=\"").skip(1) {
        let style = used.split('"').next().unwrap();
        assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}

#[test]
fn text_is_text() {
    let hostile = "</w:t></w:r><w:r><w:instrText>DDEAUTO</w:instrText>&amp;\"<![CDATA[\0\u{1b}";
    let mut report = reports::edition_2021();
    for text in [&mut report.title, &mut report.agency, &mut report.preamble, &mut report.problems]
    {
        *text = Some(hostile.to_owned());
    }
    report.set(CellId::new(Row::Rules, Column::Issued), Cell::Unreadable(hostile.into()));
    let parts = parts(&report);
    for (name, text) in parts.iter().filter(|it| it.0 != "word/footer1.xml") {
        assert!(!text.contains("instrText>"), "{name}");
        assert!(!text.contains("<!["), "{name}");
        assert_eq!(text.chars().find(|it| it.is_control() && *it != '\n'), None, "{name}");
    }
}
