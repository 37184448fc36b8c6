//! Web pages as portals publish them. All agencies are fictional.

#![cfg(feature = "html")]
// Helpers of tests unwrap and print.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

use ogi_import::{Imported, Limits, import, read};
use ogi_model::{CellId, Column, Place, Reading, Row};
use ogi_parse::ReadOptions;

const PORTAL: &str = include_str!("fixtures/portal.html");

fn reading(page: &[u8]) -> Reading {
    read(page, &ReadOptions::default()).unwrap()
}

fn json(reading: &Reading, row: Row, column: Column) -> String {
    serde_json::to_string(&reading.report[CellId::new(row, column)]).unwrap()
}

/// What the page prints, whatever its encoding.
fn check_portal(reading: &Reading) {
    let report = &reading.report;
    assert_eq!(report.agency.as_deref(), Some("示例市园林局"));
    assert_eq!(report.year, Some(2023));
    assert_eq!(report.published.map(|it| it.to_string()).as_deref(), Some("2024-01-17"));
    assert_eq!(report.overview.as_deref(), Some("全年工作有序开展"));
    assert_eq!(report.problems.as_deref(), Some("队伍有待加强。"));
    assert_eq!(report.title.as_deref(), Some("示例市园林局2023年政府信息公开工作年度报告"));
    let preamble = "本报告依照条例编制，统计期限为2023年1月1日至2023年12月31日。";
    assert_eq!(report.preamble.as_deref(), Some(preamble));
    let other = report.other_matters.as_deref().unwrap();
    assert!(other.starts_with("无其他事项。") && !other.contains("主办"), "{other}");
    for (row, column, printed) in [
        (Row::Rules, Column::Issued, "null"),
        (Row::Rules, Column::InForce, "null"),
        (Row::NormativeDocuments, Column::Issued, "12"),
        (Row::NormativeDocuments, Column::InForce, "1113"),
        (Row::Licensing, Column::Decisions, "40"),
        // Crossed out, and over two lines: not 78, not 15.
        (Row::Penalties, Column::Decisions, "8"),
        (Row::CompulsoryMeasures, Column::Decisions, r#"{"unreadable":"1 5"}"#),
        (Row::Fees, Column::Amount, r#""18.8710""#),
        (Row::NewlyReceived, Column::NaturalPerson, "5"),
        (Row::NewlyReceived, Column::CommercialEnterprise, "1"),
        (Row::NewlyReceived, Column::Total, "6"),
        (Row::Granted, Column::NaturalPerson, "4"),
        (Row::Granted, Column::Total, "5"),
        (Row::Reconsideration, Column::Upheld, "3"),
        (Row::LitigationDirect, Column::Total, "1"),
        (Row::LitigationAfterReconsideration, Column::Pending, "2"),
    ] {
        assert_eq!(json(reading, row, column), printed, "{row:?} {column:?}\n{:#?}", reading.notes);
    }
}

#[test]
fn a_portal_page_is_read() {
    let reading = reading(PORTAL.as_bytes());
    check_portal(&reading);
    let granted = CellId::new(Row::Granted, Column::NaturalPerson);
    let Some(Place::Grid(place)) = reading.place(granted) else { panic!("no place in a grid") };
    // The fourth column: the cells of the group and of the label stand before it, though the first begins here too.
    assert_eq!((place.table, place.row, place.column), (3, 6, 4));
    let line = place.line.unwrap() as usize;
    assert!(PORTAL.lines().nth(line - 1).unwrap().contains("予以公开"));
}

#[test]
#[cfg(feature = "encoding")]
fn the_same_page_in_every_encoding() {
    let utf16 = |bytes: fn(u16) -> [u8; 2], mark: &str| -> Vec<u8> {
        format!("{mark}{PORTAL}").encode_utf16().flat_map(bytes).collect()
    };
    let declared = |name: &str| PORTAL.replace("charset=utf-8", &format!("charset={name}"));
    let gb = |page: &str| encoding_rs::GB18030.encode(page).0.into_owned();
    let pages = [
        ("UTF-8 with a mark", format!("\u{feff}{PORTAL}").into_bytes()),
        ("UTF-8 with a stale declaration", declared("gb2312").into_bytes()),
        ("GB2312", gb(&declared("gb2312"))),
        ("GB18030", gb(&declared("GB18030"))),
        ("GB18030 declared as UTF-8", gb(PORTAL)),
        ("GB18030, nothing declared", gb(&PORTAL.replace("charset=utf-8", ""))),
        ("UTF-16 LE", utf16(u16::to_le_bytes, "\u{feff}")),
        ("UTF-16 BE", utf16(u16::to_be_bytes, "\u{feff}")),
        ("UTF-16 LE without a mark", utf16(u16::to_le_bytes, "")),
        ("UTF-16 BE without a mark", utf16(u16::to_be_bytes, "")),
    ];
    for (name, page) in pages {
        println!("{name}");
        check_portal(&reading(&page));
    }
}

/// However a page is cut off, it gives a report or an error, and no other figure.
#[test]
fn truncated_pages_have_no_wrong_figure() {
    let whole = reading(PORTAL.as_bytes());
    for end in (0..PORTAL.len()).step_by(11) {
        let Ok(part) = read(&PORTAL.as_bytes()[..end], &ReadOptions::default()) else {
            continue;
        };
        for cell in CellId::all() {
            let (cut, whole) = (&part.report[cell], &whole.report[cell]);
            let Some(got) = cut.count() else { continue };
            // The last figure may be cut itself.
            let is_start =
                whole.count().is_some_and(|it| it.to_string().starts_with(&got.to_string()));
            assert!(is_start, "{end}: {cell} is {whole:?}, read {cut:?}");
        }
    }
}

/// Without facts about the page the signature states the day, though the portal's foot follows it.
#[test]
fn the_signature_is_found_above_the_foot_of_the_page() {
    let page: String = PORTAL
        .lines()
        .filter(|it| !it.contains("PubDate") && !it.contains("公开日期"))
        .flat_map(|it| [it, "\n"])
        .collect();
    let report = reading(page.as_bytes()).report;
    assert_eq!(report.published.map(|it| it.to_string()).as_deref(), Some("2024-01-16"));
    assert_eq!(report.other_matters.as_deref(), Some("无其他事项。"));
}

/// What a browser does not show in a table is not read.
#[test]
fn what_is_hidden_or_a_note_is_no_figure() {
    let row = |figure: &str| {
        let page = format!(
            "<h1>示例市民政局2025年政府信息公开工作年度报告</h1><table><tr><td colspan=2>第二十条第（五）项</td></tr>\
             <tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>{figure}</td></tr></table>"
        );
        json(&reading(page.as_bytes()), Row::Licensing, Column::Decisions)
    };
    assert_eq!(row("4<span style='DISPLAY: none'>9</span>"), "4");
    assert_eq!(row("4<span hidden>9</span>"), "4");
    assert_eq!(row("4<del>9</del><!-- 9 --><script>9</script>"), "4");
    assert_eq!(row("4<input type=hidden value=9>"), "4");
    assert_eq!(row("<input value=49>"), "49");
    assert_eq!(row("4<sup>9</sup>"), r#"{"unreadable":"4 9"}"#);
    assert_eq!(row("<p>4</p><p>9</p>"), r#"{"unreadable":"4 9"}"#);
    assert_eq!(row("&#52;&nbsp;<table><tr><td>&nbsp;</table>"), "4");
    assert_eq!(row("1,<wbr>113"), "1113");
}

/// What may be in a picture is not blank.
#[test]
fn a_picture_in_a_cell_is_an_unreadable_figure() {
    let page = |label: &str, figure: &str| {
        format!(
            "<h1>示例市民政局2025年政府信息公开工作年度报告</h1><table><tr><td colspan=2>第二十条第（五）项</td></tr>\
             <tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>{label}</td><td>{figure}</td></tr></table>"
        )
    };
    let picture = "<p><img src=\"data:image/png;base64,AA\" alt=\"447\"></p>";
    let drawing = "<svg><text>447</text></svg>";
    for (label, figure, printed) in [
        ("行政许可", picture.to_owned(), r#"{"unreadable":"图片"}"#),
        ("行政许可", drawing.to_owned(), r#"{"unreadable":"图片"}"#),
        ("行政许可", format!("4{picture}"), r#"{"unreadable":"4图片"}"#),
        ("行政<img src=icon.gif>许可", "4".to_owned(), "4"),
        ("行政许可", "<img hidden>".to_owned(), "null"),
    ] {
        let reading = reading(page(label, &figure).as_bytes());
        let got = json(&reading, Row::Licensing, Column::Decisions);
        assert_eq!(got, printed, "{label} {figure}");
    }
}

#[test]
fn a_page_with_pictures_for_tables_says_so() {
    let article = "<h1>示例市民政局2025年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>有序开展。</p>\
                   <p>二、主动公开政府信息情况</p><p><img src=2.png></p><p>三、收到和处理政府信息公开申请情况</p>";
    let error = |page: &str| read(page.as_bytes(), &ReadOptions::default()).unwrap_err();
    let with = error(article);
    assert_eq!(with.kind(), "unsupported");
    assert!(with.to_string().starts_with("a page with pictures for tables"), "{with}");
    // The pictures of the portal are none of the report's.
    let without = format!("<img src=logo.png>{}", article.replace("<img src=2.png>", ""));
    assert_eq!(error(&without).kind(), "no-tables");
}

/// A report cell by cell in the one column of a table: its blank cells are cells.
#[test]
fn blank_cells_of_a_column_are_kept() {
    let report = ogi_testkit::Generator::new(3).blanks(0.3).report();
    let text = ogi_testkit::Layout::Standard.write(&report);
    let cell = |line: &str| format!("<tr><td>{}</td></tr>", line.replace('\u{a0}', "&nbsp;"));
    let cells: String = text.lines().filter(|it| !it.is_empty()).map(cell).collect();
    let reading = reading(format!("<table>{cells}</table>").as_bytes());
    for (cell, wrote) in report.cells() {
        assert_eq!(reading.report[cell], *wrote, "{cell}");
    }
}

#[test]
fn facts_in_lists_count_as_those_in_tables() {
    let body = PORTAL.split_once("<h1>").unwrap().1;
    for facts in [
        "<ul><li><label>发布机构：</label><span>示例市园林局</span></li><li><b>发布日期：</b>2024年1月17日</li></ul>",
        "<dl><dt>发布机构</dt><dd>示例市园林局</dd><dt>公开日期：</dt><dd>2024/1/17</dd></dl>",
        "<p>采集时间：2025-12-30 发布日期：2024-01-17 10:11 点击数：3</p>",
    ] {
        let report = reading(format!("<html>{facts}<h1>{body}").as_bytes()).report;
        assert_eq!(report.agency.as_deref(), Some("示例市园林局"), "{facts}");
        let published = report.published.map(|it| it.to_string());
        assert_eq!(published.as_deref(), Some("2024-01-17"), "{facts}");
    }
}

#[test]
fn a_page_in_preformatted_lines() {
    let text = "示例市民政局2025年政府信息公开工作年度报告\n二、主动公开政府信息情况\n\
                第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t447\n";
    let reading = reading(format!("<html><pre>{text}</pre>").as_bytes());
    assert_eq!(json(&reading, Row::Licensing, Column::Decisions), "447");
}

#[test]
fn what_is_no_report_says_why() {
    let error =
        |page: &str| read(page.as_bytes(), &ReadOptions::default()).unwrap_err().to_string();
    assert!(error("<html><script src=app.js></script><div id=app></div>").contains("scripts"));
    assert!(error("<h1>年度报告</h1><a href='/a/报告.PDF?x=1'>报告</a>").contains("links"));
    assert_eq!(
        error("<p>关于放假的通知</p>"),
        "this is no government information annual report; make sure that the file holds the whole report, not a link to it"
    );
}

fn limit(page: &str) -> String {
    let error = import(page.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(error.kind(), "too-large");
    error.to_string()
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    for tag in
        ["<div>", "<table><tr><td>", "<b>", "<p><span>", "<template>", "<svg>", "<font size=1>"]
    {
        let page = format!("<html>{}", tag.repeat(100_000));
        let error = import(page.as_bytes(), &Limits::default());
        if let Err(error) = error {
            assert_eq!(error.kind(), "too-large", "{tag}");
        }
    }
    assert_eq!(
        limit(&"<div>".repeat(100_000)),
        "more than 512 nested elements; leave out what does not belong to it, or split the file"
    );
}

#[test]
fn formatting_that_multiplies_is_an_error() {
    let many: String = (0..20_000).map(|i| format!("<p><b id={i}><i id={i}>x</p>")).collect();
    limit(&format!("<html>{many}"));
}

#[test]
fn giant_spans_cost_nothing() {
    let row = "<tr><td colspan=1000000000 rowspan=4294967296>1</td><td rowspan=0>2</td></tr>";
    let page = format!("<table>{}</table>", row.repeat(10_000));
    assert!(matches!(import(page.as_bytes(), &Limits::default()), Ok(Imported::Sheet(_))));
}

#[test]
fn too_many_cells_are_an_error() {
    let page = format!("<table>{}</table>", "<tr><td>1<td>2".repeat(110_000));
    assert_eq!(
        limit(&page),
        "more than 200000 cells; leave out what does not belong to it, or split the file"
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes long without optimisation")]
fn a_tag_with_very_many_attributes_is_an_error() {
    let attributes: String = (0..3_000_000).map(|i| format!(" a{i}")).collect();
    limit(&format!("<div{attributes}>"));
}

/// Any soup of tags is read or refused, within a moment.
mod soup {
    use super::*;
    use proptest::prelude::*;

    const PIECES: [&str; 40] = [
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<td rowspan=3 colspan=2>",
        "<td colspan=0>",
        "<th>",
        "<p>",
        "</p>",
        "<br>",
        "<span>",
        "</span>",
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        "<a href=x.pdf>",
        "</a>",
        "<div>",
        "</div>",
        "<pre>",
        "</pre>",
        "<template>",
        "</template>",
        "<select>",
        "<option>",
        "<svg>",
        "</svg>",
        "<!-- -->",
        "<input value=7>",
        "<caption>",
        "<td style='display:none'>",
        "<tbody>",
        "&nbsp;",
        "规章",
        "0",
        "二、主动公开政府信息情况",
        "<meta name=PubDate content=2024-01-01>",
    ];

    proptest! {
        #[test]
        fn does_not_panic(pieces in proptest::collection::vec(0..PIECES.len(), 0..120)) {
            let page: String = pieces.iter().map(|it| PIECES[*it]).collect();
            let _ = read(page.as_bytes(), &ReadOptions::default());
            let _ = read(format!("<html>{page}").as_bytes(), &ReadOptions::default());
        }

        #[test]
        fn nor_do_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200), start in 0..6_usize) {
            let starts: [&[u8]; 6] = [b"", b"<html>", b"PK\x03\x04", b"\xFF\xFE", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<table><td>"];
            let bytes = [starts[start], &bytes].concat();
            let _ = read(&bytes, &ReadOptions::default());
        }
    }
}

#[test]
fn junk_is_read_or_an_error() {
    let junk = "<p>垃圾<td>x</table><!-- ".repeat(300_000);
    let _ = import(junk.as_bytes(), &Limits::default());
    let junk = "<p>垃圾<i></b></table><li>".repeat(300_000);
    let _ = import(junk.as_bytes(), &Limits::default());
    let text = format!("<p>{}", "一段文字。".repeat(1_400_000));
    assert!(import(text.as_bytes(), &Limits::default()).is_ok());
}
