//! Documents that do not come as offices usually save them. All agencies are fictional.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::{ImportError, Imported, Kind, Limits, Refused, import};
use ogi_testkit::word::{archive, cell, paragraph, part, row, table};

fn rows(bytes: &[u8]) -> String {
    match import(bytes, &Limits::default()).unwrap() {
        Imported::Sheet(sheet) => sheet.to_string(),
        other => panic!("{other:?}"),
    }
}

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn relations(all: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATION}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", all.iter().map(one).collect::<String>())
}

fn body() -> String {
    table(&row(&(cell("", &paragraph("行政许可")) + &cell("", &paragraph("6")))))
}

const ROW: &str = "| 行政许可[0] #6[1]\n";

/// Parts are found by their relations, whatever they are called and wherever they lie.
#[test]
fn the_main_part_may_have_any_name() {
    let text = part("document", &format!("<w:body>{}</w:body>", body()));
    for (main, of_main) in [
        ("word/document2.xml", "word/_rels/document2.xml.rels"),
        ("doc/document.xml", "doc/_rels/document.xml.rels"),
    ] {
        let bytes = archive(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &relations(&[("a", "officeDocument", main)])),
            (main, &text),
            (of_main, &relations(&[("b", "styles", "../styles.xml")])),
            ("styles.xml", &part("styles", "")),
        ]);
        assert_eq!(Kind::of(&bytes), Ok(Kind::Docx));
        assert_eq!(rows(&bytes), ROW, "{main}");
    }
    let backslashes = archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels\\.rels", &relations(&[("a", "officeDocument", "word\\document.xml")])),
        ("word\\document.xml", &text),
    ]);
    assert_eq!(rows(&backslashes), ROW);
}

/// Converters put whole pages and documents into a document.
#[test]
fn a_document_takes_in_others() {
    let text = part(
        "document",
        &format!(
            "<w:body>{}<w:altChunk xmlns:r=\"{RELATION}\" r:id=\"c\"/>{}</w:body>",
            paragraph("前"),
            paragraph("后")
        ),
    );
    let with = |chunk: &str| {
        archive(&[
            ("_rels/.rels", &relations(&[("a", "officeDocument", "word/document.xml")])),
            ("word/document.xml", &text),
            ("word/_rels/document.xml.rels", &relations(&[("c", "aFChunk", "chunk.bin")])),
            ("word/chunk.bin", chunk),
        ])
    };
    let page = "<html><table><tr><td>行政许可<td>6</table>";
    assert_eq!(rows(&with(page)), format!("  前\n{ROW}  后\n"));
    assert_eq!(rows(&with("行政许可 6\n\n其他")), "  前\n  行政许可 #6\n  其他\n  后\n");
    assert_eq!(rows(&with("{\\rtf1 A\\par}")), "  前\n  A\n  后\n");
    let error = import(&with("GIF89a"), &Limits::default()).unwrap_err();
    assert_eq!(error, ImportError::Refused(Refused::Image));
}

#[test]
fn word_2003_and_flat_packages_are_documents() {
    let old = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>\
         <w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" \
         xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\">\
         <w:styles><w:style w:styleId=\"X\"><w:rPr><w:strike/></w:rPr></w:style></w:styles><w:body>\
         <w:p><w:pPr><w:listPr><w:ilvl w:val=\"0\"/><wx:t wx:val=\"一、\"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>\
         {}<w:p><w:r><w:rPr><w:rStyle w:val=\"X\"/></w:rPr><w:t>旧</w:t></w:r><w:r><w:t>新</w:t></w:r></w:p>\
         <w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></w:body></w:wordDocument>",
        body()
    );
    assert_eq!(Kind::of(old.as_bytes()), Ok(Kind::WordXml));
    assert_eq!(rows(old.as_bytes()), format!("  一、总体情况\n{ROW}  新\n"));

    let one = |name: &str, text: &str| {
        format!("<pkg:part pkg:name=\"{name}\"><pkg:xmlData>{text}</pkg:xmlData></pkg:part>")
    };
    let flat = format!(
        "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">{}{}</pkg:package>",
        one("/_rels/.rels", &relations(&[("a", "officeDocument", "word/document.xml")])),
        one("/word/document.xml", &part("document", &format!("<w:body>{}</w:body>", body()))),
    );
    assert_eq!(Kind::of(flat.as_bytes()), Ok(Kind::WordXml));
    assert_eq!(rows(flat.as_bytes()), ROW);
}

const NAMES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"";

/// A table of OpenDocument: a label over two rows, a head over two columns, a struck figure, a blank one.
const TABLE: &str = "<table:table table:name=\"表\"><table:table-column/>\
    <table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>三、</text:p></table:table-cell>\
    <table:table-cell table:number-columns-spanned=\"2\"><text:p>（一）</text:p></table:table-cell>\
    <table:covered-table-cell/><table:table-cell><text:p><text:span text:style-name=\"S\">88</text:span>6</text:p>\
    </table:table-cell></table:table-row>\
    <table:table-row><table:covered-table-cell/><table:table-cell><text:p>（二）</text:p></table:table-cell>\
    <table:table-cell><text:p>1.</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>";

/// White before black: on a white ground nobody sees the first.
#[test]
fn white_text_of_open_documents_joins_no_figure() {
    let white =
        "<style:style style:name=\"W\"><style:text-properties fo:color=\"#FFFFFF\"/></style:style>";
    let cell = "<table:table><table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell>\
        <text:p><text:span text:style-name=\"W\">88</text:span>6</text:p></table:table-cell></table:table-row></table:table>";
    let text = open_document(&format!("<office:text>{cell}</office:text>"))
        .replace("<office:automatic-styles>", &format!("<office:automatic-styles>{white}"));
    assert_eq!(rows(text.as_bytes()), "| 规章[0] ?88 6[1]\n");
}

fn open_document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document {NAMES}><office:automatic-styles><style:style style:name=\"S\">\
         <style:text-properties style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles>\
         <office:body>{body}</office:body></office:document>"
    )
}

const OF_TABLE: &str = "| 三、[0] （一）[1-2] #6[3]\n| （二）[1] 1.[2] _[3]\n";

#[test]
fn open_documents_are_read() {
    let text = open_document(&format!(
        "<office:text><text:h>一、<text:s text:c=\"2\"/>总体情况</text:h>{TABLE}<text:p>后<text:note><text:note-citation>1\
         </text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p></office:text>"
    ));
    let printed = format!("  一、  总体情况\n{OF_TABLE}  后\n");
    assert_eq!(Kind::of(text.as_bytes()), Ok(Kind::OpenDocument));
    assert_eq!(rows(text.as_bytes()), printed);
    let packed =
        archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &text)]);
    assert_eq!(rows(&packed), printed);
    let locked = archive(&[
        ("content.xml", "\u{1}\u{2}"),
        (
            "META-INF/manifest.xml",
            "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>",
        ),
    ]);
    assert_eq!(import(&locked, &Limits::default()).unwrap_err(), ImportError::Encrypted);
}

#[test]
fn open_spreadsheets_are_read() {
    let hidden = "<table:table-row table:visibility=\"collapse\"><table:table-cell><text:p>隐</text:p></table:table-cell></table:table-row>";
    let uncomputed = "<table:table-row><table:table-cell><text:p>四、</text:p></table:table-cell><table:table-cell/>\
        <table:table-cell/><table:table-cell table:formula=\"of:=SUM([.A1])\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let table = TABLE.replace("</table:table>", &format!("{hidden}{uncomputed}</table:table>"));
    let text = open_document(&format!("<office:spreadsheet>{table}</office:spreadsheet>"));
    let printed = format!("{OF_TABLE}| 四、[0] _[1] _[2] =无法辨认（of:=SUM([.A1])）[3]\n");
    assert_eq!(rows(text.as_bytes()), printed);
}

/// Cells that have no paragraph print their value; a formula whose result is an empty text prints nothing.
#[test]
fn cells_of_open_spreadsheets_print_their_values() {
    let cells = "<table:table-cell table:formula=\"of:=&quot;&quot;\"><text:p/></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"6\"/>\
        <table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"/>\
        <table:table-cell office:value-type=\"string\" office:string-value=\"无\"/>";
    let table = format!(
        "<table:table><table:table-row><table:table-cell><text:p>行政许可</text:p></table:table-cell>{cells}</table:table-row></table:table>"
    );
    let text = open_document(&format!("<office:spreadsheet>{table}</office:spreadsheet>"));
    let printed = "| 行政许可[0] _[1] #6[2] =无法辨认（0.5）[3] =无[4]\n";
    assert_eq!(rows(text.as_bytes()), printed);
}

/// Each has its own name in both languages.
#[test]
fn what_is_not_read_is_stated_in_both_languages() {
    let workbook = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>";
    for (bytes, refused, name) in [
        (workbook.as_bytes(), Refused::WorkbookXml, "Excel 2003"),
        (b"Rar!\x1A\x07\x01", Refused::Archive, "压缩包"),
        (&archive(&[("ppt/presentation.xml", "")]), Refused::Presentation, "演示"),
    ] {
        let error = Kind::of(bytes).unwrap_err();
        assert_eq!(error, ImportError::Refused(refused));
        assert!(error.message().zh.contains(name), "{}", error.message().zh);
        assert!(error.to_string().is_ascii() && error.to_string().contains("; "), "{error}");
    }
}
