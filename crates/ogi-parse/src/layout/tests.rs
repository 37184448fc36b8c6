//! What all layouts have in common, on random reports and on any text.

use ogi_model::{Cell, CellId, Place, Report};
use ogi_testkit::{Generator, Layout, Mess, Style, reports};
use ogi_text::narrow::narrow;
use proptest::prelude::*;

use super::sheet;
use crate::grammar::PieceKind;
use crate::sheet::Sheet;

fn shown(text: &str) -> String {
    sheet(text).to_string()
}

#[test]
fn every_way_to_draw_cells() {
    assert_eq!(
        shown("规章\n\n0\n\n 1,113\n\n\u{a0}\n\n/"),
        "  规章\n\n  #0\n\n  =1,113\n\n| _\u{a0}\n\n  =/\n"
    );
    assert_eq!(shown("规章 | 0 | | 1 |"), "| 规章<0> #0<1> _ <2> #1<3>\n");
    assert_eq!(shown("| 规章 | 0 ||\n"), "| 规章<0> #0<1> .<2>\n");
    assert_eq!(shown("\t规章\t0\t\t3"), "| .<0> 规章<1> #0<2> _<3> #3<4>\n");
    assert_eq!(shown("行政许可 447 7 行政处罚 8"), "  行政许可 #447 #7\n  行政处罚 #8\n");
    assert_eq!(
        shown("规章 22 （其中修订 16 件） 6 251000 元"),
        "  规章 =22 （其中修订 16 件） #6 =251000 元\n"
    );
    assert_eq!(shown("- 3 -\n2024 年 1 月 17 日"), "\n  2024 年 1 月 17 日\n");
    assert_eq!(shown("规章 / / 3\n规章 无"), "  规章 =/ =/ #3\n  规章 =无\n");
    assert_eq!(shown("| 规章 |  | | 约12 |"), "| 规章<0> _  <1> _ <2> 约12<3>\n");
    assert_eq!(shown("规章\n6.\n1.  属于国家秘密"), "  规章\n  ?6.\n  1. 属于国家秘密\n");
    assert_eq!(shown("-   首页\n-   3"), "  -   首页\n  =- #3\n");
    assert_eq!(shown("规章000"), "  规章 &000\n");
}

/// What the pieces print that are figures, without what is between digits.
fn figures(sheet: &Sheet<'_>) -> String {
    let pieces = sheet.pieces.iter().filter(|it| it.kind.is_figure());
    digits(&narrow(&pieces.map(|it| sheet.printed(it)).collect::<String>()))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The figures of a report, table by table as they are printed.
fn printed(report: &Report) -> String {
    let cells = CellId::all().filter(|it| report[*it].is_present());
    cells
        .map(|it| match &report[it] {
            Cell::Number { .. } => digits(&report[it].to_string()),
            _ => String::new(),
        })
        .collect()
}

/// Whether all digits that were written are found, in their order as far as a layout keeps it.
fn are_stated(layout: Layout, found: &str, written: &str) -> bool {
    match layout {
        // Rows are jumbled: each figure is somewhere.
        Layout::A10 | Layout::PdfTail => {
            let sorted = |it: &str| {
                let mut all: Vec<_> = it.chars().collect();
                all.sort_unstable();
                all
            };
            sorted(found) == sorted(written)
        }
        // A figure is repeated over the columns that it covers.
        Layout::RepeatedTabs
        | Layout::RepeatedBars
        | Layout::Unnamed
        | Layout::Frame
        | Layout::Csv => {
            let mut digits = found.chars();
            written.chars().all(|it| digits.any(|digit| digit == it))
        }
        _ => found == written,
    }
}

/// Text without the narrative, whose figures are none of the tables'.
fn bare(mut report: Report) -> Report {
    (report.overview, report.problems, report.other_matters) = (None, None, None);
    (report.preamble, report.published) = (None, None);
    report
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_a_piece(report in reports(), layout in prop::sample::select(Layout::ALL)) {
        let text = layout.write(&bare(report.clone()));
        let sheet = sheet(&text);
        valid(&text, &sheet)?;
        let (found, written) = (figures(&sheet), printed(&report));
        prop_assert!(are_stated(layout, &found, &written), "{layout}\n{found}\n{written}\n{text}\n{sheet}");
    }

    #[test]
    fn any_text_is_a_sheet(text in "([ \t\n|<>/a+=,，、\"0-9─│┼规章总计一（）&;{}\\\\\u{a0}\u{3000}\u{ad}-]|<td>|\n)*") {
        let sheet = sheet(&text);
        valid(&text, &sheet)?;
    }
}

/// Rows part the pieces in order; spans are those of text, and places those of the source.
fn valid(text: &str, sheet: &Sheet<'_>) -> Result<(), TestCaseError> {
    let mut from = 0;
    for row in &sheet.rows {
        prop_assert_eq!(row.from, from);
        prop_assert!(row.to > row.from);
        from = row.to;
    }
    prop_assert_eq!(from as usize, sheet.pieces.len());
    let mut end = 0;
    for piece in &sheet.pieces {
        prop_assert!(piece.start >= end && piece.end >= piece.start, "{}", sheet);
        prop_assert!(sheet.text.get(piece.span()).is_some());
        end = piece.end;
        let place = sheet.place(piece.span());
        let Place::Text { start, end } = place else { panic!("{place:?}") };
        prop_assert!(text.get(start as usize..end as usize).is_some());
        let blank = matches!(piece.kind, PieceKind::Blank | PieceKind::Pad);
        let printed = super::markup::without_tags(&text[start as usize..end as usize]);
        let nothing = super::table::is_nothing(printed.trim());
        // Commands of LaTeX that stand alone.
        let is_command = printed.contains('\\');
        let is_empty = !printed.contains(|c: char| c.is_alphanumeric());
        prop_assert!(!blank || nothing || is_command || is_empty, "{printed:?}\n{sheet}");
    }
    Ok(())
}

#[test]
fn hostile_texts_take_linear_time() {
    const SIZE: usize = 1 << 12;
    let hostile = [
        "|",
        "||\n",
        "| a\n",
        "<table>",
        "<td>",
        "<a \"",
        "<!--",
        "&",
        "&amp",
        "{",
        "\\begin{tabular}{l}",
        "{|\n",
        "[[",
        "[",
        "\"",
        "a,\"1\n",
        "规章0,0,0\n",
        "规章0",
        "1 ",
        " 1",
        "（",
        "─│┼\n",
        "+-+\n|",
        "-- --\na\n",
        "0 \n",
        "\t",
        "\u{3000}",
        "\u{a0}\n",
        "规章",
        "一、总体情况",
        "- -\n",
        "--- ---\n\n",
        "  0  1\n0 a\n",
        "%",
        "$",
        "\\",
        "'",
        "''",
        "!!",
        "(1",
        "二、",
    ];
    for part in hostile {
        // The quickest of three: other programs run beside a test.
        let [short, long] = [1, 4].map(|times| {
            let text = part.repeat(times * SIZE / part.len());
            let once = |_| {
                let start = std::time::Instant::now();
                assert!(sheet(&text).rows.len() <= text.len());
                start.elapsed()
            };
            (0..3).map(once).min().unwrap_or_default()
        });
        // Four times as long a text takes four times as long, as far as clocks can know.
        let most = 10 * short + core::time::Duration::from_millis(1000);
        assert!(long < most, "{part:?}: {short:?}, then {long:?}");
    }
}

#[test]
fn a_mess_loses_no_figure() {
    use Style::{Headings, LabelLosses, LabelSpaces, LabelWidth, LabelWords, Padding, PlusSigns};
    let styles = [LabelWidth, LabelSpaces, LabelWords, LabelLosses, Padding, PlusSigns, Headings];
    let styles = [&styles[..], &[Style::Thousands, Style::FullWidthFigures]].concat();
    for seed in 0..12 {
        let report = bare(Generator::new(seed).report());
        let mess = Mess::new(seed, 0.3).only(&styles);
        for layout in Layout::ALL.iter().filter(|it| it.has_one_reading()) {
            let text = layout.write_messy(&report, &mess);
            let sheet = sheet(&text);
            let (found, written) = (figures(&sheet), printed(&report));
            let stated = are_stated(*layout, &found, &written);
            assert!(stated, "{layout} {seed}\n{found}\n{written}\n{text}\n{sheet}");
        }
    }
}
