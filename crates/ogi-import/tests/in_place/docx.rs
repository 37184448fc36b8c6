//! Word documents as Word, WPS and LibreOffice write them.

use ogi_import::{Change, Comment, Comments, InPlaceError, Limits, annotate, change, import};
use ogi_model::{CellId, Column, GridPlace, Place, Row};
use ogi_testkit::word::{archive, cell, paragraph, row, run, table};

use proptest::prelude::*;

use super::{assert_only_differ, commented, difference, part, parts, reading, total, with};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
/// A header with a table of its own, which is no table of the report.
const HEADER: &str = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内部资料 3</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:hdr>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/><Relationship Id=\"rId7\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://www.example.invalid/\" TargetMode=\"External\"/></Relationships>";
const RELATED: &str = "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\" Target=\"comments.xml\"/>";
const COMMENTS: &str = "<?xml version=\"1.0\"?><w:comments xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:comment w:id=\"7\" w:author=\"张三\"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>";

/// A document of this XML, with a header, and with comments or without.
fn package(document: &str, with_comments: bool) -> Vec<u8> {
    let relations = RELATIONS.replace(
        "</Relationships>",
        &format!("{}</Relationships>", if with_comments { RELATED } else { "" }),
    );
    let mut all = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("word/document.xml", document),
        ("word/header1.xml", HEADER),
        ("word/_rels/document.xml.rels", &relations),
    ];
    if with_comments {
        all.push(("word/comments.xml", COMMENTS));
    }
    archive(&all)
}

/// A report that is table four; the figures of its first five columns as they are written.
fn document(figures: [&str; 5]) -> String {
    let cells =
        |texts: &[&str]| texts.iter().map(|it| cell("", &paragraph(it))).collect::<String>();
    let head = "<w:gridSpan w:val=\"5\"/>";
    let heads = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let rows = [
        row(&(cell(head, &paragraph("行政复议"))
            + &cell("<w:gridSpan w:val=\"10\"/>", &paragraph("行政诉讼")))),
        row(&(cell(&format!("{head}<w:vMerge w:val=\"restart\"/>"), "<w:p/>")
            + &cell(head, &paragraph("未经复议直接起诉"))
            + &cell(head, &paragraph("复议后起诉")))),
        row(&cells(&[heads, heads, heads].concat())),
        row(&(figures.map(|it| cell("<w:tcW w:w=\"590\"/>", it)).concat() + &cells(&["0"; 10]))),
    ];
    let title = "示例市民政局2025年政府信息公开工作年度报告";
    let body = table(&row(&cell("", &paragraph("示例市民政局文件"))))
        + &format!("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>", run(title))
        + &paragraph("四、政府信息公开行政复议、行政诉讼情况")
        + &table(&rows.concat())
        + "<w:sectPr/>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document xmlns:w=\"{WORD}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>{body}</w:body></w:document>"
    )
}

/// The same with the figures of sound cells, and one as it is written.
fn document_with(upheld: &str) -> String {
    let [zero, total] = ["0", "12"].map(paragraph);
    document([upheld, &zero, &zero, &zero, &total])
}

const UPHELD: CellId = CellId::new(Row::Reconsideration, Column::Upheld);

/// Changes 12 to 13 and says how the XML differs.
fn changed(upheld: &str) -> (String, String) {
    let document = document_with(upheld);
    let bytes = package(&document, true);
    assert_eq!(reading(&bytes).report[UPHELD].count(), Some(12), "{upheld}");
    let changed = with(&bytes, UPHELD, 13).unwrap();
    assert!(!changed.has_formulas);
    assert_only_differ(&bytes, &changed.bytes, &["word/document.xml"]);
    let again = reading(&changed.bytes);
    let mut expected = reading(&bytes).report;
    expected.set(UPHELD, again.report[UPHELD].clone());
    assert_eq!((again.report[UPHELD].count(), &again.report), (Some(13), &expected));
    let new = part(&changed.bytes, "word/document.xml");
    let (old, new) = difference(&document, &new);
    (old.to_owned(), new.to_owned())
}

#[test]
fn a_figure_is_changed_in_its_run() {
    assert_eq!(changed(&paragraph("12")), ("2".to_owned(), "3".to_owned()));
}

/// Word begins a run wherever somebody has typed again.
#[test]
fn a_figure_in_several_runs_stands_in_the_first() {
    let runs = format!("<w:p>{}<w:proofErr w:type=\"spellStart\"/>{}</w:p>", run("1"), run("2"));
    let (old, new) = changed(&runs);
    assert!(old.starts_with("</w:t>") && old.ends_with('2'), "{old}");
    assert_eq!(new, old.replacen("</w:t>", "3</w:t>", 1).trim_end_matches('2'));
}

#[test]
fn what_is_deleted_or_hidden_stays_as_it_is() {
    let deleted = "<w:p><w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>99</w:delText></w:r></w:del>\
        <w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>12</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r></w:p>";
    assert_eq!(changed(deleted), ("2".to_owned(), "3".to_owned()));
}

#[test]
fn a_figure_in_a_table_within_its_cell_is_found() {
    let nested = table(&row(&cell("", &paragraph("12")))) + "<w:p/>";
    assert_eq!(changed(&nested), ("2".to_owned(), "3".to_owned()));
}

#[test]
fn a_remark_and_entities_stay() {
    assert_eq!(changed(&paragraph("12（其中3件<旧>）")), ("2".to_owned(), "3".to_owned()));
    let (old, new) = changed("<w:p><w:r><w:t>&#49;2</w:t></w:r></w:p>");
    assert_eq!((old.as_str(), new.as_str()), ("&#49;2", "13"));
}

#[test]
fn what_is_no_plain_figure_is_refused() {
    let field = |code: &str| {
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            run("12")
        )
    };
    let bound = format!(
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        paragraph("12")
    );
    for (upheld, kind) in [
        (field(" =SUM(LEFT) "), "formula"),
        (field(" DOCPROPERTY n "), "formula"),
        (bound, "no-plain-figure"),
    ] {
        let error = with(&package(&document_with(&upheld), false), UPHELD, 13).unwrap_err();
        assert_eq!((error.kind(), error.place().is_some()), (kind, true), "{upheld}");
    }
    // What a form was filled in with is text.
    assert!(with(&package(&document_with(&field(" FORMTEXT ")), false), UPHELD, 13).is_ok());
}

#[test]
fn a_signed_document_is_not_touched() {
    let document = document_with(&paragraph("12"));
    let signed = archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", PACKAGE),
        ("word/document.xml", &document),
        ("_xmlsignatures/sig1.xml", "<Signature/>"),
    ]);
    assert_eq!(with(&signed, UPHELD, 13), Err(InPlaceError::Signed));
}

#[test]
fn comments_stand_at_their_cells() {
    let bytes = package(&document_with(&paragraph("12")), false);
    let before = reading(&bytes);
    let place = before.place(total(Row::Reconsideration)).cloned();
    let annotated = commented(&bytes, &[(place, "错误：一\n第二行"), (None, "提示：<无处>")]);
    assert_only_differ(
        &bytes,
        &annotated,
        &["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"],
    );
    assert_eq!(parts(&annotated).last().unwrap().0, "word/comments1.xml");
    assert_eq!(reading(&annotated), before);

    let document = part(&annotated, "word/document.xml");
    let marked = |id: u32, text: &str| {
        let names = format!("xmlns:w=\"{WORD}\"");
        let expected = format!(
            "<w:commentRangeStart {names} w:id=\"{id}\"/>{}<w:commentRangeEnd {names} w:id=\"{id}\"/><w:r {names}><w:commentReference w:id=\"{id}\"/></w:r></w:p>",
            run(text)
        );
        assert!(document.contains(&expected), "{document}");
    };
    // Behind the properties of the title's paragraph.
    marked(1, "示例市民政局2025年政府信息公开工作年度报告");
    assert!(document.contains("</w:pPr><w:commentRangeStart"));
    marked(0, "12");
    let comments = part(&annotated, "word/comments1.xml");
    assert!(
        comments.contains("w:author=\"ogi\" w:initials=\"ogi\" w:date=\"2026-01-05T00:00:00Z\"")
    );
    assert!(comments.contains(">第二行</w:t>") && comments.contains("&lt;无处&gt;"), "{comments}");
    assert!(part(&annotated, "[Content_Types].xml").contains("PartName=\"/word/comments1.xml\""));
    // rId1 and rId7 are taken.
    assert!(part(&annotated, "word/_rels/document.xml.rels").contains("Id=\"rId2\""));
}

#[test]
fn earlier_comments_stay() {
    let document = document_with(&paragraph("12")).replace(
        "<w:jc w:val=\"center\"/></w:pPr>",
        "<w:jc w:val=\"center\"/></w:pPr><w:commentRangeStart w:id=\"7\"/><w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>",
    );
    let bytes = package(&document, true);
    let before = reading(&bytes);
    let annotated = commented(&bytes, &[(before.place(UPHELD).cloned(), "错误")]);
    assert_only_differ(&bytes, &annotated, &["word/document.xml", "word/comments.xml"]);
    let comments = part(&annotated, "word/comments.xml");
    assert!(comments.starts_with(COMMENTS.trim_end_matches("</w:comments>")));
    assert!(comments.contains("w:id=\"8\"") && reading(&annotated) == before);
}

/// A blank cell has a paragraph without content; its comment does not fill it.
#[test]
fn a_blank_cell_stays_blank_under_its_comment() {
    let zero = paragraph("0");
    let document = document(["<w:p/>", &zero, "<w:p w:rsidR=\"1\"><w:pPr/></w:p>", &zero, &zero]);
    let bytes = package(&document, false);
    let before = reading(&bytes);
    let blank = |column| {
        let cell = CellId::new(Row::Reconsideration, column);
        assert!(before.report[cell].is_blank());
        (before.place(cell).cloned(), "未填写")
    };
    let annotated = commented(&bytes, &[blank(Column::Upheld), blank(Column::OtherResult)]);
    assert_eq!(reading(&annotated), before);
    let text = part(&annotated, "word/document.xml");
    assert!(
        text.contains("<w:p><w:commentRangeStart") && text.contains("<w:pPr/><w:commentRangeStart")
    );
    assert_eq!(with(&bytes, UPHELD, 3).unwrap_err().kind(), "blank");
}

/// Some programs call Word's vocabulary otherwise; libraries write it without a prefix.
#[test]
fn other_prefixes_are_met() {
    for (prefix, colon) in [("ns0", "ns0:"), ("", "")] {
        let names = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
        let document = document_with(&paragraph("12"))
            .replace("xmlns:w=", &format!("{names}="))
            .replace("<w:", &format!("<{colon}"))
            .replace("</w:", &format!("</{colon}"))
            .replace(" w:val=", &format!(" {}val=", if colon.is_empty() { "w:" } else { colon }))
            .replace(" w:w=", &format!(" {}w=", if colon.is_empty() { "w:" } else { colon }));
        let bytes = package(&document, false);
        let before = reading(&bytes);
        assert_eq!(before.report[UPHELD].count(), Some(12), "{document}");
        let annotated = commented(&bytes, &[(before.place(UPHELD).cloned(), "错误")]);
        assert_eq!(reading(&annotated), before);
        let text = part(&annotated, "word/document.xml");
        assert!(text.contains(&format!("<w:commentRangeStart xmlns:w=\"{WORD}\"")), "{text}");
        assert_eq!(
            reading(&with(&bytes, UPHELD, 5).unwrap().bytes).report[UPHELD].count(),
            Some(5)
        );
    }
}

/// Word does not take comments in text boxes: they stand in the paragraph that the box hangs on.
#[test]
fn comments_of_a_text_box_stand_around_it() {
    let title = ogi_testkit::word::text_box("示例市民政局2025年政府信息公开工作年度报告");
    let document = document_with(&paragraph("12"));
    let start = document.find("<w:p><w:pPr><w:jc").unwrap();
    let end = start + document[start..].find("</w:p>").unwrap() + "</w:p>".len();
    let document = document.replace(&document[start..end], &title).replace(
        "<w:document ",
        "<w:document xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" ",
    );
    let bytes = package(&document, false);
    let annotated = commented(&bytes, &[(None, "提示")]);
    let text = part(&annotated, "word/document.xml");
    let mark = text.find("commentRangeStart").unwrap();
    assert!(mark < text.find("AlternateContent").unwrap());
    assert_eq!(text.matches("commentRangeStart").count(), 1);
    assert_eq!(reading(&annotated), reading(&bytes));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a document says, it is refused or the new one can be read.
    #[test]
    fn no_text_makes_it_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;w:p\"=a-z0-9]{0,3}"), 1..6)) {
        let mut document = document_with(&paragraph("12"));
        for (at, new) in changes {
            let at = document.floor_char_boundary(at.index(document.len()));
            document.insert_str(at, &new);
        }
        let bytes = package(&document, true);
        let place = |table, row, column| Place::Grid(Box::new(GridPlace { table, row, column, ..GridPlace::default() }));
        let figure = place(2, 4, 1);
        let all = [Comment { place: Some(figure.clone()), text: "错误".to_owned() }];
        let title = place(0, 1, 1);
        let comments = Comments { all: &all, title: Some(&title), author: "ogi", date: None };
        if let Ok(annotated) = annotate(&bytes, &comments, &Limits::default()) {
            prop_assert!(import(&annotated, &Limits::default()).is_ok());
        }
        let change_to = Change { place: figure, to: "13".to_owned() };
        if let Ok(changed) = change(&bytes, &[change_to], &Limits::default()) {
            prop_assert!(import(&changed.bytes, &Limits::default()).is_ok());
        }
    }
}
