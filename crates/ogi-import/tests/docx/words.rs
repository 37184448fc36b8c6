//! What Word does with text: changes, fields, lists, text boxes, merged and nested cells.

use ogi_testkit::word::{
    archive, cell, document as docx, numbered, paragraph, row, run, table, text_box,
};

use crate::text;

fn plain(text: &str) -> String {
    cell("", &paragraph(text))
}

#[test]
fn what_a_print_shows_is_read() {
    let cases = [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b\nc\n"),
        (
            "<w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:del><w:r><w:delText>5</w:delText></w:r></w:del>",
            "3\n",
        ),
        (
            "<w:moveFrom><w:r><w:t>5</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>6</w:t></w:r></w:moveTo>",
            "6\n",
        ),
        (
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>8</w:t></w:r>",
            "8\n",
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>5</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>6</w:t></w:r>",
            "6\n",
        ),
        ("<w:r><w:t>&lt;&#x4E00;&amp;</w:t></w:r>", "<一&\n"),
        (
            "<w:hyperlink><w:smartTag><w:sdt><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:smartTag></w:hyperlink>",
            "x\n",
        ),
        (
            "<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r>",
            "x\n",
        ),
    ];
    for (content, expected) in cases {
        assert_eq!(text(&docx(&format!("<w:p>{content}</w:p>"))), expected, "{content}");
    }
}

#[test]
fn a_paragraph_whose_end_is_deleted_goes_on() {
    let body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>示例市</w:t></w:r></w:p>"
        .to_owned()
        + &paragraph("民政局");
    assert_eq!(text(&docx(&body)), "示例市民政局\n");
}

#[test]
fn a_text_box_is_read_once() {
    assert_eq!(text(&docx(&text_box("题目"))), "题目\n");
}

#[test]
fn headings_have_their_automatic_numbers() {
    let body = [
        numbered(1, 0, "总体情况"),
        numbered(1, 1, "主动公开"),
        numbered(1, 1, "依申请公开"),
        numbered(1, 2, "收件"),
        numbered(1, 0, "主动公开政府信息情况"),
        numbered(1, 1, "规章"),
        numbered(2, 0, "存在的主要问题"),
        numbered(1, 0, "其他"),
        numbered(7, 0, "没有这样的列表"),
    ];
    let expected = "一、总体情况\n（一）主动公开\n（二）依申请公开\n1.2.1 收件\n二、主动公开政府信息情况\n（一）规章\n\
                    五、存在的主要问题\n六、其他\n没有这样的列表\n";
    assert_eq!(text(&docx(&body.concat())), expected);
}

#[test]
fn merged_cells_are_given_once() {
    let rows = row(&(cell("<w:vMerge w:val=\"restart\"/>", &paragraph("三"))
        + &plain("（一）")
        + &plain("1")))
        + &row(&(cell("<w:vMerge/>", "<w:p/>") + &plain("（二）") + &cell("", "<w:p/>")))
        + &row(&(cell("", &paragraph("四"))
            + &cell("<w:vMerge/>", &paragraph("五"))
            + &plain("2")));
    // The last one continues nothing: it is a cell of its own.
    assert_eq!(text(&docx(&table(&rows))), "三\t（一）\t1\n（二）\t\n四\t五\t2\n");
}

#[test]
fn figures_below_one_another_in_a_cell_stay_two() {
    let two = cell("", &(paragraph("1") + &paragraph("2")));
    let label = cell("", &(paragraph("行政") + &paragraph("许可")));
    assert_eq!(text(&docx(&table(&row(&(label + &two))))), "行政许可\t1 2\n");
}

#[test]
fn nested_tables_are_read_where_they_stand() {
    let inner = table(
        &(row(&(plain("行政许可") + &plain("3"))) + &row(&(plain("行政处罚") + &plain("4")))),
    );
    let frame = table(&row(&cell("", &(paragraph("二、") + &inner + &paragraph("后")))));
    assert_eq!(text(&docx(&frame)), "二、\n行政许可\t3\n行政处罚\t4\n后\n");

    let one = table(&row(&plain("5")));
    let inlined = table(&row(&(plain("规章") + &cell("", &(one + "<w:p/>")))));
    assert_eq!(text(&docx(&inlined)), "规章\t5\n");

    let beside = table(&row(&(plain("甲") + &cell("", &inner))));
    assert_eq!(text(&docx(&beside)), "甲\t\n行政许可\t3\n行政处罚\t4\n");
}

/// What may be in a picture is not blank; beside words it is no figure.
#[test]
fn a_picture_in_a_cell_is_an_unreadable_figure() {
    let today = "<w:p><w:r><w:drawing><a:graphic xmlns:a=\"a\"><a:blip/></a:graphic></w:drawing></w:r></w:p>";
    let before = "<w:p><w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>";
    for picture in [today, before] {
        let rows = row(&(cell("", &(paragraph("规章") + picture)) + &cell("", picture)));
        assert_eq!(text(&docx(&table(&rows))), "规章\t无法辨认（图片）\n");
        assert_eq!(text(&docx(&(paragraph("题目") + picture))), "题目\n");
    }
}

#[test]
fn framed_prose_keeps_its_paragraphs() {
    let frame = table(&row(&cell("", &(paragraph("一、总体情况") + &paragraph("认真贯彻。")))));
    assert_eq!(text(&docx(&frame)), "一、总体情况\n认真贯彻。\n");
}

#[test]
fn deleted_rows_and_cells_are_gone() {
    let deleted = format!("<w:tr><w:trPr><w:del/></w:trPr>{}{}</w:tr>", plain("旧"), plain("9"));
    let kept = row(&(plain("新") + &cell("<w:cellDel/>", &paragraph("8")) + &plain("7")));
    assert_eq!(text(&docx(&table(&(deleted + &kept)))), "新\t7\n");
}

#[test]
fn the_strict_vocabulary_and_other_prefixes_are_read() {
    let part = "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p><x:r>\
                <x:t>示例</x:t></x:r></x:p></x:body></x:document>";
    assert_eq!(text(&archive(&[("word/document.xml", part)])), "示例\n");
}

#[test]
fn runs_are_joined() {
    let body = format!("<w:p>{}{}{}</w:p>", run("本年"), run("新收"), run(""));
    assert_eq!(text(&docx(&body)), "本年新收\n");
}
