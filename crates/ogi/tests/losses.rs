//! What a report that is written anew lacks of its source is named, item by item, each with its place.

#![cfg(all(feature = "docx", feature = "html", feature = "xlsx"))]
// Clippy knows tests, not what they call.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read as _, Write as _};

use ogi::losses::{self, Loss};
use ogi::{CellId, Column, ReadOptions, Row};
use ogi_testkit::word::paragraph;
use ogi_testkit::{Document, DocxStyle, Generator, HtmlStyle, Layout, XlsxStyle};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The Chinese of all losses of a source.
fn lost(source: &[u8]) -> Vec<String> {
    let reading = ogi::read(source, &ReadOptions::default()).unwrap();
    let losses = losses::of(source, &reading).unwrap();
    for it in &losses {
        let message = it.message(&reading);
        assert!(!message.zh.is_empty() && !message.en.contains("没有"), "{message:?}");
    }
    losses.iter().map(|it| it.message(&reading).zh).collect()
}

/// An archive with parts changed, and others added.
fn with_parts(
    archive: &[u8],
    change: impl Fn(&str, String) -> String,
    added: &[(&str, &str)],
) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut entry = archive.by_index(n).unwrap();
        let name = entry.name().unwrap().to_string();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        new.start_file(&*name, SimpleFileOptions::default()).unwrap();
        let bytes = String::from_utf8(bytes)
            .map(|text| change(&name, text).into_bytes())
            .unwrap_or_else(|it| it.into_bytes());
        new.write_all(&bytes).unwrap();
    }
    for (name, text) in added {
        new.start_file(*name, SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

fn assert_all(lost: &[String], wanted: &[&str]) {
    for it in wanted {
        assert!(lost.iter().any(|lost| lost.contains(it)), "{it}: {lost:#?}");
    }
}

#[test]
fn of_text() {
    let report = Generator::new(3).report();
    let text = Layout::A1.write(&report);
    let label = "行政处罚";
    assert!(text.contains(label));
    let text = text.replacen(label, "行政处罚类", 1);
    let agency = report.agency.as_deref().unwrap();
    let text = format!("首页 > 政务公开\n\n{text}\n{agency}\n2021年1月20日\n");
    let lines = text.lines().count();
    let lost = lost(text.as_bytes());
    assert_all(
        &lost,
        &[
            "第1行第1字：“首页 > 政务公开”没有写入",
            "：“行政处罚类”改为规定格式的“行政处罚”",
            &format!("第{}行第1字：“{agency}”没有写入", lines - 1),
            &format!("第{lines}行第1字：“2021年1月20日”没有写入"),
        ],
    );
}

#[test]
fn of_a_figure_that_is_written_otherwise() {
    let mut report = Generator::new(3).report();
    let cell = CellId::new(Row::Licensing, Column::Decisions);
    report.set(cell, 447_113);
    let text = Layout::A1.write(&report);
    assert_eq!(text.matches("447113").count(), 1);
    let text = text.replace("447113", "447,113");
    assert_all(&lost(text.as_bytes()), &["原为“447,113”，写成“447113”"]);
}

#[test]
fn of_a_document() {
    let report = Generator::new(3).report();
    let agency = report.agency.as_deref().unwrap();
    let document = Document::Docx(DocxStyle::Plain).write(&report);
    let part = |root: &str, text: &str| ogi_testkit::word::part(root, &paragraph(text));
    let header = part("hdr", "示例市民政局公文用纸");
    let footer = part("ftr", "第一页");
    let comments = part("comments", "请处长核对");
    let document = with_parts(
        &document,
        |name, text| match name {
            "word/document.xml" => text.replace(
                "</w:body>",
                &format!("{}{}</w:body>", paragraph(agency), paragraph("2021年1月20日")),
            ),
            _ => text,
        },
        &[
            ("word/header1.xml", &header),
            ("word/footer1.xml", &footer),
            ("word/footnotes.xml", &part("footnotes", "")),
            ("word/comments.xml", &comments),
            ("word/media/image1.png", "seal"),
            ("word/embeddings/book.xlsx", "book"),
            ("_xmlsignatures/sig1.xml", "<a/>"),
        ],
    );
    let lost = lost(&document);
    assert_all(
        &lost,
        &[
            &format!("段：“{agency}”没有写入"),
            "段：“2021年1月20日”没有写入",
            "word/header1.xml：页眉“示例市民政局公文用纸”没有写入",
            "word/footer1.xml：页脚“第一页”没有写入",
            "word/comments.xml：批注“请处长核对”没有写入",
            "word/media/image1.png：图片没有写入",
            "word/embeddings/book.xlsx：附件没有写入",
            "_xmlsignatures/sig1.xml：电子签名或签章没有写入",
            "排版没有保留",
        ],
    );
    assert!(!lost.iter().any(|it| it.contains("脚注")), "{lost:#?}");
}

#[test]
fn of_a_page() {
    let report = Generator::new(3).report();
    let page = Document::Html(HtmlStyle::Portal).write(&report);
    let page = String::from_utf8(page).unwrap();
    let page = page.replace(
        "<div class=\"foot\">",
        "<p><img src=\"seal.png\"></p><p>附件：统计表</p>\n<div class=\"foot\">",
    );
    let lost = lost(page.as_bytes());
    assert_all(
        &lost,
        &["“公开栏目0”", "：图片没有写入", "正文下方的文字“附件：统计表”", "排版没有保留"],
    );
    // The title is the report's, wherever else it stands.
    let title = report.title.as_deref().unwrap();
    assert!(!lost.iter().any(|it| it.contains(&format!("行：“{title}”"))), "{lost:#?}");
}

#[test]
fn of_a_workbook() {
    let report = Generator::new(3).report();
    let book = Document::Xlsx(XlsxStyle::OneSheet).write(&report);
    let head = "<headerFooter><oddHeader>&amp;C内部资料</oddHeader></headerFooter>";
    let book = with_parts(
        &book,
        |name, text| match name {
            "xl/worksheets/sheet1.xml" => {
                text.replace("</worksheet>", &format!("{head}</worksheet>"))
            }
            _ => text,
        },
        &[("xl/media/image1.png", "seal")],
    );
    assert_all(
        &lost(&book),
        &[
            "xl/worksheets/sheet1.xml：页眉“&C内部资料”没有写入",
            "xl/media/image1.png：图片没有写入",
            "排版没有保留",
        ],
    );
}

/// Where a source has nothing but its report, nothing is called lost: a log that cries wolf is not read.
#[test]
fn nothing_is_lost_of_what_is_a_report_alone() {
    for seed in 0..4 {
        let report = Generator::new(seed).report();
        // These two have menus around the report.
        let has_menus =
            |it: &&Document| matches!(it, Document::Html(HtmlStyle::Portal | HtmlStyle::Careless));
        let documents = Document::ALL.iter().filter(|it| !has_menus(it));
        let sources = documents.map(|it| (it.to_string(), it.write(&report)));
        let sources = sources.chain(
            [Layout::A1, Layout::A6].map(|it| (it.to_string(), it.write(&report).into_bytes())),
        );
        for (name, source) in sources {
            let reading = ogi::read(&source, &ReadOptions::default()).unwrap();
            let losses = losses::of(&source, &reading).unwrap();
            let words = |it: &&Loss| !matches!(it, Loss::Layout | Loss::Beside(_));
            let lost: Vec<_> =
                losses.iter().filter(words).map(|it| it.message(&reading).zh).collect();
            assert!(lost.is_empty(), "{name} {seed}: {lost:#?}");
        }
    }
}
