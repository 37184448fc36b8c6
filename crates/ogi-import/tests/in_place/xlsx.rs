//! Workbooks as Excel, WPS and libraries write them.

use ogi_model::{CellId, Column, Row};
use ogi_testkit::word::archive;

use super::{assert_only_differ, commented, difference, part, reading, with};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
const STRINGS: [&str; 12] = [
    "<t>示例市民政局2025年政府信息公开工作年度报告</t>",
    "<t>四、政府信息公开行政复议、行政诉讼情况</t>",
    "<t>行政复议</t>",
    "<t>行政诉讼</t>",
    "<t>结果维持</t>",
    "<t>结果纠正</t>",
    "<t>其他结果</t>",
    "<t>尚未审结</t>",
    "<t>总计</t>",
    "<t>未经复议直接起诉</t>",
    "<t>复议后起诉</t>",
    "<r><t>1</t></r><r><rPr><b/></rPr><t>2（注）</t></r>",
];

/// What else a workbook has.
#[derive(Clone, Copy, Default)]
struct More<'a> {
    /// The cell of the total, if it is not a number.
    total: &'a str,
    /// Behind the cells of the sheet.
    behind: &'a str,
    relations: &'a str,
    of_workbook: &'a str,
    parts: &'a [(&'a str, &'a str)],
}

/// A report that is table four, its first figure as the file has it; 总计 of the same row is 12.
fn workbook(upheld: &str, more: More<'_>) -> Vec<u8> {
    let shared = |at: &str, n: usize| format!("<c r=\"{at}\" t=\"s\"><v>{n}</v></c>");
    let column = |n: usize| char::from(b'A' + n as u8);
    let heads: String = (0..15).map(|n| shared(&format!("{}5", column(n)), 4 + n % 5)).collect();
    let zeros: String = (5..15).map(|n| format!("<c r=\"{}6\"><v>0</v></c>", column(n))).collect();
    let total = if more.total.is_empty() { "<c r=\"E6\"><v>12</v></c>" } else { more.total };
    let rows = [
        format!("<row r=\"1\">{}</row>", shared("A1", 0)),
        format!("<row r=\"2\">{}</row>", shared("A2", 1)),
        format!("<row r=\"3\">{}{}</row>", shared("A3", 2), shared("F3", 3)),
        format!("<row r=\"4\">{}{}</row>", shared("F4", 9), shared("K4", 10)),
        format!("<row r=\"5\">{heads}</row>"),
        format!(
            "<row r=\"6\">{upheld}<c r=\"B6\"><v>0</v></c><c r=\"C6\"><v>0</v></c><c r=\"D6\"><v>0</v></c>{total}{zeros}</row>"
        ),
    ];
    let merged = "<mergeCells count=\"4\"><mergeCell ref=\"A3:E4\"/><mergeCell ref=\"F3:O3\"/><mergeCell ref=\"F4:J4\"/><mergeCell ref=\"K4:O4\"/></mergeCells>";
    let sheet = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"{MAIN}\"><sheetData>{}</sheetData>{merged}<pageMargins left=\"1\" right=\"1\" top=\"1\" bottom=\"1\" header=\"0\" footer=\"0\"/>{}</worksheet>",
        rows.concat(),
        more.behind
    );
    let items: String = STRINGS.iter().map(|it| format!("<si>{it}</si>")).collect();
    let strings = format!(
        "<sst xmlns=\"{MAIN}\" count=\"30\" uniqueCount=\"{}\">{items}</sst>",
        STRINGS.len()
    );
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"年报\" sheetId=\"1\" r:id=\"rId1\"/></sheets>{}</workbook>",
        more.of_workbook
    );
    let relations = |all: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
        )
    };
    let of_book = relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    ));
    let of_package = relations(&format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/>"
    ));
    let of_sheet = relations(more.relations);
    let mut parts = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", &of_package),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &of_book),
        (SHEET, &sheet),
        ("xl/sharedStrings.xml", &strings),
    ];
    if !more.relations.is_empty() {
        parts.push(("xl/worksheets/_rels/sheet1.xml.rels", &of_sheet));
    }
    parts.extend(more.parts);
    archive(&parts)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";
const UPHELD: CellId = CellId::new(Row::Reconsideration, Column::Upheld);

/// Changes 12 to 13 and says how the sheet differs; `others` differ too.
#[track_caller]
fn changed(upheld: &str, others: &[&str]) -> ((String, String), Vec<u8>) {
    let bytes = workbook(upheld, More::default());
    let before = reading(&bytes).report;
    assert_eq!(before[UPHELD].count(), Some(12), "{upheld}");
    let changed = with(&bytes, UPHELD, 13).unwrap();
    assert_only_differ(&bytes, &changed.bytes, &[&[SHEET], others].concat());
    let after = reading(&changed.bytes).report;
    assert_eq!(
        (after[UPHELD].count(), after[UPHELD].remark()),
        (Some(13), before[UPHELD].remark())
    );
    let (old, new) = (part(&bytes, SHEET), part(&changed.bytes, SHEET));
    let (old, new) = difference(&old, &new);
    ((old.to_owned(), new.to_owned()), changed.bytes)
}

#[test]
fn numbers_and_texts_stay_what_they_are() {
    let one = ("2".to_owned(), "3".to_owned());
    assert_eq!(changed("<c r=\"A6\" s=\"0\"><v>12</v></c>", &[]).0, one);
    assert_eq!(changed("<c r=\"A6\" t=\"inlineStr\"><is><t>12</t></is></c>", &[]).0, one);
    assert_eq!(
        changed(
            "<c r=\"A6\" t=\"inlineStr\"><is><r><t>12</t></r><r><t>（注）</t></r></is></c>",
            &[]
        )
        .0,
        one
    );
    assert_eq!(changed("<c r=\"A6\" t=\"str\"><v>12</v></c>", &[]).0, one);
    // A cell that does not say where it stands.
    assert_eq!(changed("<c><v>12</v></c>", &[]).0, one);
}

#[test]
fn a_text_that_cells_share_stays_for_the_others() {
    let (difference, bytes) =
        changed("<c r=\"A6\" t=\"s\"><v>11</v></c>", &["xl/sharedStrings.xml"]);
    assert_eq!(difference, ("1".to_owned(), "2".to_owned()));
    let strings = part(&bytes, "xl/sharedStrings.xml");
    assert!(strings.contains("count=\"30\" uniqueCount=\"13\""), "{strings}");
    assert!(strings.contains(STRINGS[11]));
    // As it looked: in two pieces, the second one bold.
    assert!(
        strings.ends_with("<si><r><t>13</t></r><r><rPr><b/></rPr><t>（注）</t></r></si></sst>"),
        "{strings}"
    );
}

#[test]
fn formulas_and_blanks_are_refused() {
    for (upheld, kind) in [
        ("<c r=\"A6\"><f>SUM(B6:C6)</f><v>12</v></c>", "formula"),
        ("<c r=\"A6\" s=\"0\"/>", "blank"),
        ("<c r=\"A6\" t=\"e\"><v>#REF!</v></c>", "no-plain-figure"),
    ] {
        let error = with(&workbook(upheld, More::default()), UPHELD, 13).unwrap_err();
        assert_eq!((error.kind(), error.place().is_some()), (kind, true), "{upheld}");
    }
}

/// What formulas came to is kept, and the workbook says to compute them anew: in a place where nothing else changes.
#[test]
fn formulas_that_depend_on_a_figure_are_computed_when_opened() {
    const BOOK: &str = "xl/workbook.xml";
    let total = "<c r=\"E6\"><f>SUM(A6:D6)</f><v>12</v></c>";
    for (of_workbook, old, new) in [
        ("", "", "calcPr fullCalcOnLoad=\"1\"/><"),
        ("<calcPr calcId=\"1\"/>", "", "fullCalcOnLoad=\"1\" "),
        ("<calcPr fullCalcOnLoad=\"0\"/>", "0", "1"),
    ] {
        let bytes = workbook(NUMBER, More { total, of_workbook, ..More::default() });
        let changed = with(&bytes, UPHELD, 14).unwrap();
        assert!(changed.has_formulas);
        assert_only_differ(&bytes, &changed.bytes, &[SHEET, BOOK]);
        let (before, after) = (part(&bytes, BOOK), part(&changed.bytes, BOOK));
        assert_eq!(difference(&before, &after), (old, new));
        assert!(part(&changed.bytes, SHEET).contains("<f>SUM(A6:D6)</f><v>12</v>"));
    }
    let of_workbook = "<calcPr fullCalcOnLoad=\"1\"/>";
    let bytes = workbook(NUMBER, More { total, of_workbook, ..More::default() });
    assert_only_differ(&bytes, &with(&bytes, UPHELD, 14).unwrap().bytes, &[SHEET]);
}

const NUMBER: &str = "<c r=\"A6\"><v>12</v></c>";

#[test]
fn notes_stand_at_their_cells() {
    let behind = "<tableParts count=\"0\"/>";
    let bytes = workbook(NUMBER, More { behind, ..More::default() });
    let before = reading(&bytes);
    let annotated =
        commented(&bytes, &[(before.place(UPHELD).cloned(), "错误：一\n二"), (None, "<提示>")]);
    assert_only_differ(&bytes, &annotated, &["[Content_Types].xml", SHEET]);
    assert_eq!(reading(&annotated), before);
    let notes = part(&annotated, "xl/comments1.xml");
    assert!(notes.contains("<author>ogi</author>"));
    assert!(
        notes.contains(
            "<comment ref=\"A6\" authorId=\"0\"><text><r><t xml:space=\"preserve\">错误：一\n二</t>"
        ),
        "{notes}"
    );
    assert!(notes.contains("<comment ref=\"A1\"") && notes.contains("&lt;提示&gt;"));
    let drawing = part(&annotated, "xl/drawings/vmlDrawing1.vml");
    assert!(drawing.contains("<x:Row>5</x:Row><x:Column>0</x:Column>"), "{drawing}");
    assert!(drawing.contains("_x0000_s1025") && drawing.contains("_x0000_s1026"));
    // In the order that a sheet wants.
    let sheet = part(&annotated, SHEET);
    assert!(
        sheet.contains(&format!("<legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"rId2\"/><tableParts")),
        "{sheet}"
    );
    let types = part(&annotated, "[Content_Types].xml");
    assert!(
        types.contains("Extension=\"vml\"") && types.contains("PartName=\"/xl/comments1.xml\"")
    );
}

/// A cell has one note: what is new stands behind what is there. One that stands for a thread is not written to.
#[test]
fn earlier_notes_stay() {
    let notes = format!(
        "<comments xmlns=\"{MAIN}\"><authors><author>张三</author><author>tc={{1}}</author></authors><commentList><comment ref=\"A6\" authorId=\"0\"><text><t>旧</t></text></comment><comment ref=\"B6\" authorId=\"1\"><text><t>线</t></text></comment></commentList></comments>"
    );
    let drawing = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:shapetype id=\"_x0000_t202\"/><v:shape id=\"_x0000_s2050\">a<br></v:shape></xml>";
    let relations = format!(
        "<Relationship Id=\"rId1\" Type=\"{OFFICE}/comments\" Target=\"../comments5.xml\"/><Relationship Id=\"rId2\" Type=\"{OFFICE}/vmlDrawing\" Target=\"../drawings/vmlDrawing5.vml\"/>"
    );
    let behind = format!("<legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"rId2\"/>");
    let parts = [("xl/comments5.xml", notes.as_str()), ("xl/drawings/vmlDrawing5.vml", drawing)];
    let more = More { behind: &behind, relations: &relations, parts: &parts, ..More::default() };
    let bytes = workbook(NUMBER, more);
    let before = reading(&bytes);
    let place = |column| before.place(CellId::new(Row::Reconsideration, column)).cloned();
    let all = [
        (place(Column::Upheld), "新"),
        (place(Column::Corrected), "线上"),
        (place(Column::Total), "总"),
    ];
    let annotated = commented(&bytes, &all);
    assert_only_differ(&bytes, &annotated, &["xl/comments5.xml", "xl/drawings/vmlDrawing5.vml"]);
    assert_eq!(reading(&annotated), before);
    let notes = part(&annotated, "xl/comments5.xml");
    assert!(
        notes.contains(
            "<text><r><t>旧</t></r><r><t xml:space=\"preserve\">\nogi: 新</t></r></text>"
        ),
        "{notes}"
    );
    assert!(notes.contains("<text><t>线</t></text>"));
    assert!(notes.contains("<author>ogi</author></authors>"));
    assert!(
        notes.contains("<comment ref=\"E6\" authorId=\"2\">")
            && notes.contains("<comment ref=\"A1\" authorId=\"2\">")
    );
    // No second box for the note that is there.
    let drawing = part(&annotated, "xl/drawings/vmlDrawing5.vml");
    assert_eq!(drawing.matches("<v:shape ").count(), 3);
    assert!(drawing.contains("_x0000_s2051") && drawing.contains("_x0000_s2052"));
}
