//! Web pages in their encodings.

use encoding_rs::GB18030;
use ogi_model::{CellId, Column, Row};

use super::{reading, with};

const UPHELD: CellId = CellId::new(Row::Reconsideration, Column::Upheld);

/// A page with table four, whose first figure is marked up so; 12 stands elsewhere too.
fn page(upheld: &str, charset: &str) -> String {
    let heads = "<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结<td>总计".repeat(3);
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"{charset}\"><title>12</title><style>td {{ width: 12px }}</style>\
         <script>if (1 < 12) {{ show('<td>12'); }}</script></head>\r\n<body><p class=12>发布时间：2026-01-12</p>\
         <h1>示例市民政局2025年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p>\r\n<!-- 12 -->\
         <table width=\"12\"><tr><td colspan=5 rowspan=2>行政复议<td colspan=10>行政诉讼<tr><td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉\
         <tr>{heads}<tr><td>{upheld}</td><td>0<td>0<td>0<td>12{}</table></body></html>\r\n",
        "<td>0".repeat(10)
    )
}

/// Changes the figure to 13, in the page as bytes.
#[track_caller]
fn assert_changed(page: &[u8], expected: &[u8]) {
    assert_eq!(reading(page).report[UPHELD].count(), Some(12));
    let changed = with(page, UPHELD, 13).unwrap().bytes;
    assert_eq!(String::from_utf8_lossy(&changed), String::from_utf8_lossy(expected));
    assert!(changed == expected && reading(&changed).report[UPHELD].count() == Some(13));
}

#[test]
fn one_text_changes_and_every_other_byte_stays() {
    for (upheld, expected) in [
        ("12", "13"),
        ("\n <p style='x:12'> 12&nbsp;</p>", "\n <p style='x:12'> 13&nbsp;</p>"),
        ("<span>1</span><b>2</b>", "<span>13</span><b></b>"),
        ("12（其中12件）", "13（其中12件）"),
        ("１２件", "13件"),
        ("<del>12</del>12", "<del>12</del>13"),
        ("<!-- 12 -->12", "<!-- 12 -->13"),
    ] {
        assert_changed(page(upheld, "utf-8").as_bytes(), page(expected, "utf-8").as_bytes());
    }
}

#[test]
fn a_page_keeps_its_encoding() {
    let [old, new] = [page("12", "gb2312"), page("13", "gb2312")];
    let gb = |text: &str| GB18030.encode(text).0.into_owned();
    assert_changed(&gb(&old), &gb(&new));
    let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
    };
    assert_changed(&wide(&old, u16::to_le_bytes), &wide(&new, u16::to_le_bytes));
    assert_changed(&wide(&old, u16::to_be_bytes), &wide(&new, u16::to_be_bytes));
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    assert_changed(&marked(&old), &marked(&new));
    // A half character before it, as titles cut in the middle leave them.
    let mut broken = [gb(&old), gb(&new)];
    for page in &mut broken {
        let at = page.windows(4).position(|it| it == b"<h1>").unwrap();
        page.splice(at..at, *b"\xC4<i>\xC4</i>");
        page.extend(gb(&format!("<!-- {} -->", "示例".repeat(2_000))));
    }
    assert_changed(&broken[0], &broken[1]);
}

#[test]
fn what_is_no_text_of_one_figure_is_refused() {
    for upheld in ["<input value=12>", "&#49;&#50;"] {
        let error = with(page(upheld, "utf-8").as_bytes(), UPHELD, 13).unwrap_err();
        assert_eq!(error.kind(), "no-plain-figure", "{upheld}");
    }
    assert_eq!(with(page("", "utf-8").as_bytes(), UPHELD, 13).unwrap_err().kind(), "blank");
}
