//! No input makes the reader panic, and its places are in the text.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi_model::{Place, TableForm};
use ogi_parse::{ReadOptions, read, read_bytes};
use proptest::prelude::*;

/// What tables are made of, in no order.
fn piece() -> impl Strategy<Value = String> {
    let labels: Vec<String> = TableForm::ALL
        .iter()
        .flat_map(|form| {
            let rows = form.rows().map(|it| it.label);
            let columns = form.blocks.iter().flat_map(|it| it.columns).map(|it| it.label);
            rows.chain(columns).chain(form.groups.iter().map(|it| it.label)).map(str::to_owned)
        })
        .collect();
    let headings =
        ogi_model::Section::ALL.iter().map(|it| it.heading(ogi_model::Edition::E2021).to_owned());
    prop_oneof![
        4 => prop::sample::select(labels),
        1 => prop::sample::select(headings.collect::<Vec<_>>()),
        6 => "[0-9]{1,4}",
        4 => prop::sample::select(vec!["\n", "\n\n", "|", " | ", "\t", "  ", " ", "\u{a0}", "\u{3000}", "\n|\n", "| --- |"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["/", "-", "——", "无", "1,113", "２８", "22（其中修订16件）", "251000元", "-3-", "\\", "\\|"]).prop_map(str::to_owned),
        1 => prop::sample::select(vec!["示例市民政局2025年政府信息公开工作年度报告", "发布日期:2026-01-27", "统计期限自2025年1月1日至12月31日"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn assert_sane(text: &str) {
    let Ok(reading) = read(text, &ReadOptions::default()) else { return };
    let spans =
        reading.sources.iter().map(|it| it.1).chain(reading.notes.iter().map(|it| &it.place));
    for place in spans {
        let Place::Text { start, end } = place else { panic!("a place outside the text") };
        assert!(text.get(*start as usize..*end as usize).is_some(), "{start}..{end}");
    }
    for (cell, value) in reading.report.cells() {
        let place = reading.place(cell).and_then(Place::span).unwrap();
        // A plain number is what stands at its place.
        if let (Some(n), Ok(printed)) = (value.count(), text[place].parse::<i64>()) {
            assert_eq!(n, printed, "{cell}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn pieces_of_tables_in_any_order(pieces in prop::collection::vec(piece(), 0..200)) {
        assert_sane(&pieces.concat());
    }

    #[test]
    fn pieces_on_lines_of_their_own(pieces in prop::collection::vec(piece(), 0..200)) {
        assert_sane(&pieces.join("\n"));
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        let _ = read_bytes(&bytes, &ReadOptions::default());
    }

    /// A report with a stretch cut out or doubled.
    #[test]
    fn mangled_reports(seed in 0_u64..40, layout in 0..ogi_testkit::Layout::ALL.len(), from in 0.0..1.0_f64, length in 0.0..0.3_f64, doubled: bool) {
        let report = ogi_testkit::Generator::new(seed).blanks(0.1).report();
        let text = ogi_testkit::Layout::ALL[layout].write(&report);
        let at = |share: f64| text.floor_char_boundary((text.len() as f64 * share) as usize);
        let (start, end) = (at(from), at((from + length).min(1.0)));
        let mangled = if doubled {
            format!("{}{}", &text[..end], &text[start..])
        } else {
            format!("{}{}", &text[..start], &text[end..])
        };
        assert_sane(&mangled);
    }
}

/// Twice the junk takes about twice the time: this ends at once, or it would not end for hours.
#[test]
fn junk_made_of_labels_takes_no_time_to_speak_of() {
    let row = "规章\n重复申请\n行政复议\n科研\n5.属于三类\n本年新\n结果\n7\n";
    let text = format!("二、主动公开政府信息情况\n{}", row.repeat(4_000));
    let _ = read(&text, &ReadOptions::default());
    for section in ogi_model::Section::ALL {
        let heading = section.heading(ogi_model::Edition::E2021);
        for piece in [
            "规章\n",
            "重复申请\n1\n",
            "行政复议\n",
            "结果维持\n",
            "采购\n",
            "本年制发件数\n",
            "信\n",
            "| |",
            "5.属于\n",
        ] {
            let text = format!("{heading}\n{}", piece.repeat(8_000));
            let _ = read(&text, &ReadOptions::default());
        }
    }
}
