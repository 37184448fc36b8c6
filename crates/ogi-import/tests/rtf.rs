//! Rich Text documents, as office programs write them. All agencies are fictional.

#![cfg(feature = "rtf")]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::{ImportError, Imported, Kind, Limits, import};

fn try_rows(bytes: &[u8], limits: &Limits) -> Result<String, ImportError> {
    match import(bytes, limits)? {
        Imported::Sheet(sheet) => Ok(sheet.to_string()),
        other => panic!("{other:?}"),
    }
}

/// What a document shows that begins as Word's do.
fn rows(body: &[u8]) -> String {
    let mut bytes = b"{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}\
        {\\f1\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fcharset2 Wingdings;}}\
        {\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue0;}{\\*\\generator Example;}\
        {\\stylesheet{\\s1 heading 1;}}{\\info{\\title T}}{\\header\\pard H\\par}"
        .to_vec();
    bytes.extend_from_slice(body);
    bytes.push(b'}');
    assert_eq!(Kind::of(&bytes), Ok(Kind::RichText));
    try_rows(&bytes, &Limits::default()).unwrap()
}

/// Bytes of a code page, characters by their number with what stands for them, and both cut over groups.
#[test]
fn text_is_decoded() {
    for (body, printed) in [
        (&b"\\pard\\f1\\'d7\\'dc\\'cc\\'e5\\'c7\\'e9\\'bf\\'f6 6\\par"[..], "  总体情况 #6\n"),
        (b"\\pard \\'d7\\'dc{\\b\\'cc\\'e5}\\par", "  总体\n"),
        (b"\\pard \xd7\xdc\xcc\xe5\\par", "  总体\n"),
        (b"\\pard\\uc2\\u24635\\'d7\\'dc\\u20307\\'cc\\'e5\\uc1\\u-26503?\\par", "  总体项\n"),
        (b"\\pard\\uc1\\u24635\\u20307\\uc0\\u24773 2\\par", "  总体情2\n"),
        (b"\\pard\\u-10179?\\u-9216?\\par", "  ?\u{1f400}\n"),
        (
            b"\\pard{\\listtext\\'d2\\'bb\\'a1\\'a2\\tab}\\'d7\\'dc\\par\\pard\\{\\}",
            "  一、 总\n  ?{}\n",
        ),
    ] {
        assert_eq!(rows(body), printed);
    }
}

/// What no reader sees joins no figure, and what is there and not understood is no blank.
#[test]
fn a_cell_is_what_a_reader_sees() {
    for (cell, printed) in [
        (&b"{\\strike 88}6"[..], "#6"),
        (b"{\\v 88}6", "#6"),
        (b"{\\deleted 88}6", "#6"),
        (b"76{\\super 2}", "?76 2"),
        (b"76{\\cf1 2}", "?76 2"),
        (b"7{\\footnote\\pard\\intbl 2\\par}6", "#76"),
        (b"{\\strike 88}", "=无法辨认（88）"),
        (b"{\\pict\\pngblip 8950}", "=无法辨认（图片）"),
        (b"{\\*\\shppict{\\pict 89}}{\\nonshppict{\\pict 89}}", "=无法辨认（图片）"),
        (b"{\\f2 6}", "=无法辨认（符号）"),
        (b"{\\field{\\*\\fldinst =SUM(ABOVE)}{\\fldrslt 12}}", "#12"),
        (b"{\\field{\\*\\fldinst =SUM(ABOVE)}{\\fldrslt }}", "=无法辨认（=SUM(ABOVE)）"),
        (b"1\\-6{\\*\\bkmkstart a}38", "#1638"),
        (b"{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 9}}{\\shptxt\\pard 6\\par}}{\\shprslt 6}}", "#6"),
    ] {
        let mut body =
            b"\\trowd\\cellx1000\\pard\\intbl\\u35268?\\u31456?\\cell\\cellx2000 ".to_vec();
        body.extend_from_slice(cell);
        body.extend_from_slice(b"\\cell\\row\\pard");
        assert_eq!(
            rows(&body),
            format!("| 规章[0] {printed}[1]\n"),
            "{}",
            String::from_utf8_lossy(cell)
        );
    }
}

/// The columns are those that the borders of all rows make, and borders a little apart are one.
#[test]
fn cells_have_the_columns_that_they_cover() {
    let body = b"\\trowd\\trleft-100\\clvmgf\\cellx1000\\cellx5000\\cellx6000\\pard\\intbl A\\cell B\\cell 6\\cell\\row\
        \\trowd\\trleft-100\\clvmrg\\cellx1010\\cellx3000\\cellx4990\\cellx6000\\pard\\intbl\\cell C\\cell D\\cell 7\\cell\\row\
        \\trowd\\trleft-100\\clmgf\\cellx1000\\clmrg\\cellx5000\\cellx6000\\pard\\intbl E\\cell\\cell\\cell\\row\
        \\trowd\\trleft1000\\cellx6000\\pard\\intbl F\\cell\\row\\pard G\\par";
    assert_eq!(
        rows(body),
        "| A[0] B[1-2] #6[3]\n| C[1] D[2] #7[3]\n| E[0-2] _[3]\n| F[1-3]\n  G\n"
    );
}

/// A table within a cell, defined after its cells.
#[test]
fn tables_stand_within_tables() {
    let body = b"\\trowd\\cellx9000\\pard\\intbl\\itap2 A\\nestcell 6\\nestcell{\\*\\nesttableprops\\trowd\\cellx1000\
        \\cellx2000\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 B\\cell\\row\\pard\\par";
    assert_eq!(rows(body), "| A[0] #6[1]\n  B\n");
}

#[test]
fn damaged_and_hostile_documents_are_refused() {
    let kind = |bytes: &[u8], limits: &Limits| try_rows(bytes, limits).map_err(|it| it.kind());
    let limits = Limits::default().with_cells(100).with_depth(50);
    for cut in [&b"{\\rtf1 a"[..], b"{\\rtf1{\\b a}", b"{\\rtf"] {
        assert_eq!(kind(cut, &limits), Err("damaged"));
    }
    for large in
        [b"{\\rtf1 ".repeat(60), [&b"{\\rtf1 "[..], &b"a\\par ".repeat(200), b"}"].concat()]
    {
        assert_eq!(kind(&large, &limits), Err("too-large"));
    }
    let deep = [&b"{\\rtf1\\intbl\\itap2147483647 a\\nestcell\\nestrow\\cellx-2147483648\\cellx2147483647\\bin99999 "[..], b"}"];
    assert!(kind(&deep.concat(), &limits).is_err());
    let odd: [&[u8]; 4] = [
        b"{\\rtf1\\itap99 a\\par}",
        b"{\\rtf1\\cell\\row\\cell}",
        b"{\\rtf1}}}",
        b"{\\rtf1\\u55357 \\'zz}",
    ];
    for bytes in odd {
        assert!(kind(bytes, &limits).is_ok(), "{}", String::from_utf8_lossy(bytes));
    }
}
