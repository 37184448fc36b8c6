//! Large inputs that are no reports: they end, and what is stated about them does not grow faster than they do.

use ogi_model::Place;
use ogi_parse::{Limits, ParseError, ReadOptions, Sheet, read, read_sheet};

const TITLE: &str = "示例市民政局2025年政府信息公开工作年度报告\n";
const HEADINGS: [&str; 3] = [
    "二、主动公开政府信息情况\n",
    "三、收到和处理政府信息公开申请情况\n",
    "四、政府信息公开行政复议、行政诉讼情况\n",
];

/// How much is stated about a piece that is there again and again, or why there is no reading.
fn stated(before: &str, piece: &str, bytes: usize) -> Result<[usize; 2], ParseError> {
    let text = format!("{TITLE}{before}{}", piece.repeat(bytes / piece.len()));
    let reading = read(&text, &ReadOptions::default())?;
    let bytes = |printed: String| printed.len();
    let notes = reading.notes.iter().map(|it| bytes(format!("{:?}", it.kind))).sum();
    Ok([notes, reading.claims.len()])
}

#[track_caller]
fn assert_grows_no_faster(before: &str, piece: &str) {
    // Eight times that is within the limit of pieces, a byte each.
    const SMALL: usize = 1 << 14;
    const TIMES: usize = 8;
    let (small, large) = (stated(before, piece, SMALL), stated(before, piece, SMALL * TIMES));
    match (small, large) {
        (Ok(small), Ok(large)) => {
            for (small, large) in small.into_iter().zip(large) {
                // A little more for what is there once.
                assert!(large <= (small + 100) * (TIMES + 1), "{piece}: {small}, {large}");
            }
        }
        (small, large) => assert_eq!(small, large, "{piece}"),
    }
}

#[test]
fn tables_of_labels_digits_bars_and_letters() {
    for piece in [
        "（一）予以公开\n规章\n行政复议\n结果维持\n商业企业\n",
        "7\n",
        "1234567890",
        "|",
        "| |\n",
        "信\n息\n内\n容\n结\n果\n维\n",
        "5.属于三类\n科研\n本年新\n|\n规章000\n12 34\n",
        "商业企\n",
        "          ",
        "（一）予以公开 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n",
    ] {
        for heading in HEADINGS {
            assert_grows_no_faster(heading, piece);
        }
    }
}

#[test]
fn one_line_headings_titles_and_sentences() {
    for piece in [
        "规章 0 3 本年制发件数 现行有效件数 结果维持 结果纠正 尚未审结 予以公开 4 ",
        "结果维持 结果纠正 尚未审结 其他结果 ",
        "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
        "示例市民政局2024年政府信息公开工作年度报告\n示例市林业局2025年政府信息公开工作年度报告\n",
        "全年共受理政府信息公开申请31件，其中予以公开3件，部分公开2件\n",
        "字",
    ] {
        for before in ["", "一、总体情况\n", HEADINGS[0]] {
            assert_grows_no_faster(before, piece);
        }
    }
}

fn pieces(text: &str) -> usize {
    let sheet = Sheet::of_text(text);
    sheet.to_string().matches(['<', '[', '@', '\n']).count()
}

/// However cells are set off, those that no table has are counted before they fill memory.
#[test]
fn more_pieces_than_any_report_has_are_not_kept() {
    const MOST: usize = 1000;
    let limits = Limits::default().with_cells(MOST);
    let options = ReadOptions::default().with_limits(limits.clone());
    for piece in [
        "|",
        "| 5 ",
        "7\n",
        "7 ",
        "7\t",
        "\n",
        "7,",
        "7，",
        "规章  ",
        "行政许可|",
        "│ 5 ",
        "<td>5",
        "7 & ",
    ] {
        let text = format!("{TITLE}{}{}", HEADINGS[0], piece.repeat(2 * MOST));
        let in_latex = format!("\\begin{{tabular}}{{ll}}\n{text}");
        for text in [format!("<table><tr>{text}"), in_latex, text] {
            let error = read(&text, &options).err();
            // What is no cell there is one word.
            let is_full = error.is_some_and(|it| it.kind() == "too-many-pieces");
            assert!(is_full || pieces(&text) < MOST, "{text:.200}");
        }
        let mut sheet = Sheet::within(&limits);
        (0..=MOST).for_each(|_| {
            sheet.paragraph(&format!("{TITLE}{piece}"), Place::Text { start: 0, end: 0 })
        });
        assert_eq!(read_sheet(&sheet, &options).unwrap_err().kind(), "too-many-pieces");
    }
}
