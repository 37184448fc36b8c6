//! What a reader sees of a source, the same in every container: what is struck, hidden or raised joins no figure, and
//! what is there and not understood is no blank. All agencies are fictional.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Read as _, Write as _};

use ogi_import::{Imported, Limits, import};
use ogi_testkit::word::{archive, cell, paragraph, part, row, table};
use rust_xlsxwriter::{Format, FormatScript, Formula, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The rows of a source, one a line: `_` blank, `#` a count, `?` unclear, `=` another figure.
fn rows(bytes: &[u8]) -> String {
    match import(bytes, &Limits::default()).unwrap() {
        Imported::Sheet(sheet) => sheet.to_string(),
        other => panic!("{other:?}"),
    }
}

/// What is read beside a label.
fn figure(rows: &str) -> &str {
    let row = rows.lines().find(|it| it.contains("行政许可")).unwrap_or_else(|| panic!("{rows}"));
    row.split("[0] ").nth(1).unwrap().strip_suffix("[1]").unwrap()
}

#[test]
fn of_a_page() {
    for (cell, printed) in [
        // Struck.
        ("<s>88</s>6", "#6"),
        ("<strike>88</strike>6", "#6"),
        ("<del>88</del>6", "#6"),
        ("<span style='text-decoration:line-through'>88</span>6", "#6"),
        ("<span style='text-decoration-line: line-through red'>88</span>6", "#6"),
        ("<span class=old><b>88</b></span>6", "#6"),
        ("1<s>8</s>6", "?1 6"),
        // Nothing but what is struck: there was a figure.
        ("<s>88</s>", "=无法辨认（88）"),
        // Hidden.
        ("<span style='display:none'>88</span>6", "#6"),
        ("<span hidden>88</span>6", "#6"),
        ("<span style='visibility:hidden'>88</span>6", "#6"),
        ("<span style='visibility:hidden'>88<b style='visibility:visible'>6</b></span>", "#6"),
        ("<span style='opacity:0'>88</span>6", "#6"),
        ("<span style='position:absolute;left:-9999px'>88</span>6", "#6"),
        ("<span style='font-size:0'>88</span>6", "#6"),
        ("<span style='font-size:0'>8<i style='font-size:12px'>6</i></span>", "#6"),
        ("<span style='color:transparent'>88</span>6", "#6"),
        ("<span class='sr-only'>六</span>6", "#6"),
        ("<span class='tip a'>88</span>6", "#6"),
        ("<span id=hint>88</span>6", "#6"),
        // Raised.
        ("76<sup>2</sup>", "?76 2"),
        ("76<span style='vertical-align:super'>2</span>", "?76 2"),
        ("76<span class=ref>1</span>", "?76 1"),
        // White, on a ground that nobody knows.
        ("<span style='color:#fff'>88</span>6", "?88 6"),
        ("<span style='color:rgb(255, 255, 255)'>8<b style='color:#000'>8</b></span>6", "?8 86"),
        ("<span style='color:White'>86</span>", "=无法辨认（86）"),
        (
            "<div style='background:#fff'><span style='color:#FFFFFF'>86</span></div>",
            "=无法辨认（86）",
        ),
        ("<div style='background-color:navy'><span style='color:White'>86</span></div>", "#86"),
        ("<p style='background:none'><font style='color:#fff'>86</font>", "=无法辨认（86）"),
        // Fields.
        ("<textarea>6</textarea>", "#6"),
        ("<input value=6>", "#6"),
        ("<select><option>5<option selected>6<option>7</select>", "#6"),
        ("<select><optgroup><option>6<option>7</optgroup></select>", "#6"),
        // Characters without width.
        ("1\u{ad}6", "#16"),
        ("\u{200f}1\u{200b}6\u{2069}", "#16"),
        // Plain.
        ("<b>1</b>6", "#16"),
        ("<span class=none>1</span>6", "#16"),
        ("", "_"),
    ] {
        let page = format!(
            "<style>.old{{text-decoration:line-through}} td .tip, #hint {{ display : none }} \
             .ref {{vertical-align:super}} @media print {{ .none {{display:none}} }}</style>\
             <table><tr><td>信息内容<td>数量<tr><td>行政许可<td>{cell}</table>"
        );
        assert_eq!(figure(&rows(page.as_bytes())), printed, "{cell}");
    }
}

/// A table that is not shown is none, and neither is one that repeats another for those who hear the page.
#[test]
fn white_is_seen_on_the_ground_of_a_cell() {
    let page = "<table><tr><td>信息内容<td>数量\
                <tr style='color:#fff'><td>行政许可<td bgcolor=#003366>86</table>";
    assert_eq!(figure(&rows(page.as_bytes())), "#86");
}

#[test]
fn of_a_page_with_hidden_tables() {
    let shown = "<table><tr><td>行政许可<td>6</table>";
    let hidden = "<table><tr><td>行政许可<td>88</table>";
    for page in [
        format!("<div style='display:none'>{hidden}</div>{shown}"),
        format!("{shown}<div class='visually-hidden'>{hidden}</div>"),
        format!("{shown}<section hidden>{hidden}</section>"),
    ] {
        let rows = rows(page.as_bytes());
        assert_eq!(figure(&rows), "#6");
        assert!(!rows.contains("88"), "{rows}");
    }
}

/// A page that shows itself when its scripts have run is read.
#[test]
fn of_a_page_that_hides_itself() {
    let page = "<body style='visibility:visible;opacity:0'><table><tr><td>行政许可<td>6</table>";
    assert_eq!(figure(&rows(page.as_bytes())), "#6");
}

#[test]
fn tables_made_of_boxes_are_tables() {
    let page = "<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>\
        <div class=t><div class=r><div class=c>信息内容</div><div class=c><p>数量</p></div></div>\
        <div class=r><div class=c>行政许可</div><div class=c></div></div>\
        <div class=r><div class=c>行政处罚</div><div class=c>6</div></div></div>";
    let printed = "| 信息内容[0] 数量[1]\n| 行政许可[0] _[1]\n| 行政处罚[0] #6[1]\n";
    assert_eq!(rows(page.as_bytes()), printed);
    // Without rows the cells stand beside one another.
    let page = "<div style='display:table'><b style='display:table-cell'>行政许可</b>\
        <b style='display:table-cell'>6</b></div>";
    assert_eq!(rows(page.as_bytes()), "| 行政许可[0] #6[1]\n");
}

/// A document of one table, with styles of its own.
fn document(runs: &str) -> Vec<u8> {
    const STYLES: &str = "<w:style w:styleId=\"Gone\"><w:rPr><w:strike/></w:rPr></w:style>\
        <w:style w:styleId=\"Old\"><w:basedOn w:val=\"Gone\"/></w:style>\
        <w:style w:styleId=\"Mark\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
        <w:style w:styleId=\"Table\"><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>";
    let label = cell("", &paragraph("行政许可"));
    let body = table(&row(&(label + &cell("", &format!("<w:p>{runs}</w:p>")))));
    let text = part("document", &format!("<w:body>{body}</w:body>"));
    archive(&[("word/document.xml", &text), ("word/styles.xml", &part("styles", STYLES))])
}

#[test]
fn of_a_word_document() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let six = run("", "6");
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>{result}\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let sym =
        |code: &str, font: &str| format!("<w:r><w:sym w:char=\"{code}\" w:font=\"{font}\"/></w:r>");
    let choice = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/>\
        <w:listEntry w:val=\"5\"/><w:listEntry w:val=\"6\"/></w:ddList></w:ffData></w:fldChar></w:r>\
        <w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    for (runs, printed) in [
        (run("<w:strike/>", "88") + &six, "#6"),
        (run("<w:dstrike/>", "88") + &six, "#6"),
        (run("<w:rStyle w:val=\"Old\"/>", "88") + &six, "#6"),
        (run("<w:rStyle w:val=\"Old\"/><w:strike w:val=\"0\"/>", "8") + &six, "#86"),
        (run("<w:strike/>", "88"), "=无法辨认（88）"),
        (run("<w:vanish/>", "88") + &six, "#6"),
        (run("", "76") + &run("<w:vertAlign w:val=\"superscript\"/>", "2"), "?76 2"),
        (run("", "76") + &run("<w:position w:val=\"6\"/>", "2"), "?76 2"),
        (run("", "76") + &run("<w:rStyle w:val=\"Mark\"/>", "2"), "?76 2"),
        (
            run("<w:vertAlign w:val=\"subscript\"/>", "7")
                + &run("<w:vertAlign w:val=\"subscript\"/>", "6"),
            "#76",
        ),
        (
            "<w:pPr><w:pStyle w:val=\"Gone\"/></w:pPr>".to_owned()
                + &run("", "88")
                + &run("<w:strike w:val=\"false\"/>", "6"),
            "#6",
        ),
        (
            run("", "76")
                + "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>2</w:t></w:r>",
            "#76",
        ),
        (run("", "1") + &run("<w:color w:val=\"FFFFFF\"/>", "8") + &six, "?1 8 6"),
        (run("<w:color w:val=\"FFFFFF\"/>", "86"), "=无法辨认（86）"),
        (run("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>", "86"), "#86"),
        (run("<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"blue\"/>", "86"), "#86"),
        (sym("F031", "Symbol") + &sym("F036", "Symbol"), "#16"),
        (sym("F036", "Wingdings"), "=无法辨认（符号）"),
        (field("=SUM(ABOVE)", ""), "=无法辨认（=SUM(ABOVE)）"),
        (field("=SUM(ABOVE)", &(separate.to_owned() + &six)), "#6"),
        (field("PAGE", ""), "_"),
        ("<w:fldSimple w:instr=\" =1+5 \"/>".to_owned(), "=无法辨认（=1+5）"),
        (choice.to_owned(), "#6"),
        (run("", "1\u{ad}6"), "#16"),
    ] {
        assert_eq!(figure(&rows(&document(&runs))), printed, "{runs}");
    }
}

/// A power in a formula is no digit more.
#[test]
fn of_a_formula_in_a_word_document() {
    let formula = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:sSup>\
        <m:e><m:r><m:t>7</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>";
    assert_eq!(figure(&rows(&document(formula))), "?7 2");
}

/// The same workbook, its parts changed.
fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> (String, Vec<u8>)) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut entry = old.by_index(at).unwrap();
        let mut part = Vec::new();
        entry.read_to_end(&mut part).unwrap();
        let (name, part) = change(&entry.name().unwrap(), part);
        new.start_file(name, SimpleFileOptions::default()).unwrap();
        new.write_all(&part).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// Changes the text of the first sheet.
fn in_sheet(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    repacked(bytes, |name, part| {
        let text = |part| String::from_utf8(part).unwrap();
        let part = match name {
            "xl/worksheets/sheet1.xml" => {
                let sheet = text(part);
                assert!(sheet.contains(from), "{sheet}");
                sheet.replace(from, to).into_bytes()
            }
            _ => part,
        };
        (name.to_owned(), part)
    })
}

fn workbook(write: impl Fn(&mut Worksheet) -> Result<&mut Worksheet, XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "信息内容").unwrap();
    sheet.write(0, 1, "数量").unwrap();
    sheet.write(1, 0, "行政许可").unwrap();
    write(sheet).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn of_a_workbook() {
    let plain = Format::new();
    let struck = Format::new().set_font_strikethrough();
    let raised = Format::new().set_font_script(FormatScript::Superscript);
    let pieces = |pieces: &[(&Format, &str)]| {
        figure(&rows(&workbook(|it| it.write_rich_string(1, 1, pieces)))).to_owned()
    };
    assert_eq!(pieces(&[(&struck, "88"), (&plain, "6")]), "#6");
    assert_eq!(pieces(&[(&plain, "76"), (&raised, "2")]), "?76 2");
    assert_eq!(pieces(&[(&plain, "1"), (&plain, "6")]), "#16");
    let white = Format::new().set_font_color("FFFFFF");
    assert_eq!(pieces(&[(&white, "88"), (&plain, "6")]), "?88 6");
    for (format, printed) in [
        (white.clone(), "=无法辨认（86）"),
        (white.clone().set_background_color("FFFFFF"), "=无法辨认（86）"),
        (white.set_background_color("1F3864"), "#86"),
    ] {
        let book = workbook(|sheet| sheet.write_with_format(1, 1, 86, &format));
        assert_eq!(figure(&rows(&book)), printed);
    }
    assert_eq!(pieces(&[(&struck, "8"), (&struck, "8")]), "=无法辨认（88）");

    let number = |format: &Format| {
        figure(&rows(&workbook(|it| it.write_with_format(1, 1, 88, format)))).to_owned()
    };
    assert_eq!(number(&plain), "#88");
    assert_eq!(number(&struck), "=无法辨认（88）");
    assert_eq!(number(&Format::new().set_num_format(";;;")), "_");
}

#[test]
fn of_a_workbook_that_nobody_computed() {
    let bytes = workbook(|it| it.write_formula(1, 1, Formula::new("=SUM(B3:B9)").set_result("6")));
    assert_eq!(figure(&rows(&bytes)), "#6");
    for left_out in ["<v></v>", "<v/>", ""] {
        let bytes = in_sheet(&bytes, "<v>6</v>", left_out);
        assert_eq!(figure(&rows(&bytes)), "=无法辨认（=SUM(B3:B9)）");
    }
    let bytes = in_sheet(
        &bytes,
        "<c r=\"B2\"><f>SUM(B3:B9)</f><v>6</v>",
        "<c r=\"B2\" t=\"e\"><v>#REF!</v>",
    );
    assert_eq!(figure(&rows(&bytes)), "=无法辨认（#REF!）");
}

#[test]
fn of_a_workbook_in_other_writings() {
    let bytes = workbook(|it| it.write(1, 1, 6));
    let backslashes = repacked(&bytes, |name, part| (name.replace('/', "\\"), part));
    assert_eq!(figure(&rows(&backslashes)), "#6");
    let wide = repacked(&bytes, |name, part| {
        let text = String::from_utf8(part).unwrap();
        let text = format!("\u{feff}{}", text.replacen("UTF-8", "UTF-16", 1));
        (name.to_owned(), text.encode_utf16().flat_map(u16::to_le_bytes).collect())
    });
    assert_eq!(figure(&rows(&wide)), "#6");
}

#[test]
fn a_chart_beside_the_report_is_left_out() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "行政许可").unwrap();
    let mut chart = rust_xlsxwriter::Chart::new(rust_xlsxwriter::ChartType::Column);
    chart.add_series().set_values("Sheet1!$A$1:$A$1");
    book.add_chartsheet().insert_chart(0, 0, &chart).unwrap();
    assert_eq!(rows(&book.save_to_buffer().unwrap()), "  行政许可\n");
}
