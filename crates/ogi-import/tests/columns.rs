//! Every cell stands once, in the row where it begins, with the columns of its table that it covers.

#![cfg(all(feature = "html", feature = "docx", feature = "xlsx"))]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::{Imported, Limits, import};
use ogi_testkit::word::{cell, document as docx, paragraph, row, table};
use rust_xlsxwriter::{Format, Workbook};

/// The rows of a source, one a line: `_` blank, `#` a count, columns from 0 in brackets.
fn rows(bytes: &[u8]) -> String {
    match import(bytes, &Limits::default()).unwrap() {
        Imported::Sheet(sheet) => sheet.to_string(),
        other => panic!("{other:?}"),
    }
}

/// The same table in every container: a head over two columns, a label over two rows, a blank cell.
const ROWS: &str = "| 三、本年度办理结果[0] （一）予以公开[1-2] #5[3]
| （三）不予公开[1] 1.属于国家秘密[2] _[3]
| 四、结转下年度继续办理[0-2] #7[3]
";

#[test]
fn of_a_page() {
    let page = "<table><tr><td rowspan=2>三、本年度办理结果<td colspan=2>（一）予以公开<td>5
        <tr><td>（三）不予公开<td>1.属于国家秘密<td>&nbsp;
        <tr><td colspan=3>四、结转下年度继续办理<td>7</table>";
    assert_eq!(rows(page.as_bytes()), ROWS);
}

/// A span that reaches beyond `<thead>` ends with it, as browsers show it.
#[test]
fn of_a_page_with_a_head_that_reaches_too_far() {
    let page = "<table><thead><tr><th rowspan=3>信息内容<th>数量</thead><tr><td>规章<td>5</table>";
    assert_eq!(rows(page.as_bytes()), "| 信息内容[0] 数量[1]\n| 规章[0] #5[1]\n");
}

#[test]
fn of_a_word_document() {
    let plain = |text: &str| cell("", &paragraph(text));
    let spanned =
        |many: u8, text: &str| cell(&format!("<w:gridSpan w:val=\"{many}\"/>"), &paragraph(text));
    let merged = "<w:vMerge w:val=\"restart\"/>";
    let body = row(&(cell(merged, &paragraph("三、本年度办理结果"))
        + &spanned(2, "（一）予以公开")
        + &plain("5")))
        + &row(&(cell("<w:vMerge/>", "<w:p/>")
            + &plain("（三）不予公开")
            + &plain("1.属于国家秘密")
            + &plain("")))
        + &row(&(spanned(3, "四、结转下年度继续办理") + &plain("7")));
    assert_eq!(rows(&docx(&table(&body))), ROWS);
}

/// Word's older way to merge cells, and a row that begins further right.
#[test]
fn of_a_word_document_with_other_marks() {
    let plain = |text: &str| cell("", &paragraph(text));
    let before = "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>";
    let body = row(&(cell("<w:hMerge w:val=\"restart\"/>", &paragraph("申请人情况"))
        + &cell("<w:hMerge/>", "<w:p/>")
        + &plain("总计")))
        + &format!("{before}{}{}</w:tr>", plain("1"), plain("2"));
    assert_eq!(rows(&docx(&table(&body))), "| 申请人情况[0-1] 总计[2]\n| #1[1] #2[2]\n");
}

#[test]
fn of_a_workbook() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 1, 0, "三、本年度办理结果", &plain).unwrap();
    sheet.merge_range(0, 1, 0, 2, "（一）予以公开", &plain).unwrap();
    sheet.write(0, 3, 5).unwrap();
    sheet.write(1, 1, "（三）不予公开").unwrap();
    sheet.write(1, 2, "1.属于国家秘密").unwrap();
    sheet.merge_range(2, 0, 2, 2, "四、结转下年度继续办理", &plain).unwrap();
    sheet.write(2, 3, 7).unwrap();
    assert_eq!(rows(&book.save_to_buffer().unwrap()), ROWS);
}

/// A head over a whole block is a row of its table, and a title is none.
#[test]
fn of_a_workbook_with_a_head() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "示例市民政局").unwrap();
    for (row, cells) in [["信息内容", "数量"], ["行政许可", "3"]].iter().enumerate() {
        sheet.write(1 + 2 * row as u32, 0, cells[0]).unwrap();
        sheet.write(1 + 2 * row as u32, 1, cells[1]).unwrap();
    }
    sheet.merge_range(2, 0, 2, 1, "第二十条第（五）项", &Format::new()).unwrap();
    let printed =
        "  示例市民政局\n| 信息内容[0] 数量[1]\n| 第二十条第（五）项[0-1]\n| 行政许可[0] #3[1]\n";
    assert_eq!(rows(&book.save_to_buffer().unwrap()), printed);
}

/// Table three goes on over two page breaks, and its rows have the columns of the first page all the way.
#[test]
#[cfg(feature = "pdf")]
fn of_a_pdf() {
    let printed = rows(include_bytes!("fixtures/printed.pdf"));
    for row in [
        "| 自然 人[3] 法人或其他组织[4-8] 总计[9]\n",
        "| 4.保护第三方合法 权益[2] #5[3] _[4] #1[5] #2[6] #0[7] #1[8] #11[9]\n",
        "| 3.其他[2] #0[3] #0[4] =—[5] #0[6] #0[7] #0[8] #0[9]\n",
        "| （七）总计[1-2] _[3] _[4] #11[5] #11[6] #12[7] #10[8] #132[9]\n",
        "| 四、结转下年度继续办理[0-2] #8[3] #1[4] #1[5] #1[6] #0[7] #1[8] #12[9]\n",
        "| 行政复议[0-4] 行政诉讼[5-14]\n",
    ] {
        assert!(printed.contains(row), "{row}{printed}");
    }
}
