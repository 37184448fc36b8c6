//! Documents of Word 97. All agencies are fictional.

#![cfg(feature = "doc")]
// Helpers of tests unwrap.
#![allow(clippy::unwrap_used)]

use ogi_import::{ImportError, Imported, Kind, Limits, import};
use ogi_testkit::word97::{Paragraph, document};
use ogi_testkit::{Document, Generator};
use proptest::prelude::*;

fn try_rows(bytes: &[u8]) -> Result<String, ImportError> {
    match import(bytes, &Limits::default())? {
        Imported::Sheet(sheet) => Ok(sheet.to_string()),
        other => panic!("{other:?}"),
    }
}

fn rows(paragraphs: &[Paragraph]) -> String {
    let bytes = document(paragraphs);
    assert_eq!(Kind::of(&bytes), Ok(Kind::Doc));
    try_rows(&bytes).unwrap()
}

/// What a cell shows beside a label.
fn cell(cell: Paragraph) -> String {
    let rows = rows(&[Paragraph::cell("规章"), cell, Paragraph::row(&[(900, 0), (1800, 0)])]);
    rows.strip_prefix("| 规章[0] ").unwrap().strip_suffix("[1]\n").unwrap().to_owned()
}

const STRUCK: (u16, &[u8]) = (0x0837, &[1]);
const STRUCK_TWICE: (u16, &[u8]) = (0x2A53, &[1]);
const HIDDEN: (u16, &[u8]) = (0x083C, &[1]);
const DELETED: (u16, &[u8]) = (0x0800, &[1]);
const RAISED: (u16, &[u8]) = (0x2A48, &[1]);
const LIFTED: (u16, &[u8]) = (0x4845, &[6, 0]);
const WHITE: (u16, &[u8]) = (0x6870, &[255, 255, 255, 0]);
const BLUE_GROUND: (u16, &[u8]) = (0x2A0C, &[2]);
const BOLD: (u16, &[u8]) = (0x0835, &[1]);
const SPECIAL: (u16, &[u8]) = (0x0855, &[1]);

/// What no reader sees joins no figure, and what is there and not understood is no blank.
#[test]
fn a_cell_is_what_a_reader_sees() {
    for (properties, text, printed) in [
        (&[][..], "\u{13} =80+8 \u{14}8\u{15}", "#86"),
        (&[STRUCK], "88", "#6"),
        (&[STRUCK_TWICE], "88", "#6"),
        (&[HIDDEN], "88", "#6"),
        (&[DELETED], "88", "#6"),
        (&[RAISED], "88", "?88 6"),
        (&[LIFTED], "88", "?88 6"),
        (&[WHITE], "88", "?88 6"),
        (&[WHITE, BLUE_GROUND], "8", "#86"),
        (&[BOLD], "8", "#86"),
    ] {
        let six = Paragraph::cell("").and(text, properties).and("6", &[]);
        assert_eq!(cell(six), printed, "{properties:?} {text}");
    }
    for (alone, printed) in [
        (Paragraph::cell(""), "_"),
        (Paragraph::cell("").and("88", &[STRUCK]), "=无法辨认（88）"),
        (Paragraph::cell("").and("88", &[WHITE]), "=无法辨认（88）"),
        (Paragraph::cell("").and("\u{1}", &[SPECIAL]), "=无法辨认（图片）"),
        (Paragraph::cell("").and("\u{8}", &[SPECIAL]), "=无法辨认（图片）"),
        (Paragraph::cell("\u{13} EQ \\o(1,2)\u{15}"), "=无法辨认（EQ \\o(1,2)）"),
        (Paragraph::cell("\u{13} =SUM(LEFT) \u{15}"), "=无法辨认（=SUM(LEFT)）"),
        (Paragraph::cell("\u{13} FORMDROPDOWN \u{1}\u{14}\u{15}"), "=无法辨认（FORMDROPDOWN）"),
        (Paragraph::cell("\u{13} FORMTEXT \u{1}\u{14}12\u{15}"), "#12"),
        (Paragraph::cell("").with(&[(0x460B, &[1, 0])]), "=无法辨认（编号）"),
        (Paragraph::cell("7\u{2}"), "#7"),
        (Paragraph::cell("1\u{1f}6"), "#16"),
        (Paragraph::cell("").and("(", &[SPECIAL, (0x6A09, &[0, 0, 0x36, 0xF0])]), "#6"),
        (
            Paragraph::cell("").and("(", &[SPECIAL, (0x6A09, &[0, 0, 0xFE, 0xF0])]),
            "=无法辨认（符号）",
        ),
        (Paragraph::cell("1").and("8", &[STRUCK]).and("6", &[]), "?1 6"),
    ] {
        assert_eq!(cell(alone.clone()), printed, "{alone:?}");
    }
}

#[test]
fn cells_are_where_their_borders_are() {
    let row = |cells: &[(&str, i16, u16)]| {
        let edges: Vec<_> = cells.iter().map(|it| (it.1, it.2)).collect();
        let cells = cells.iter().map(|it| Paragraph::cell(it.0));
        cells.chain([Paragraph::row(&edges)]).collect::<Vec<_>>()
    };
    // Merged down with 0x60 and 0x20; across with 1 and 2, or with 2 and 1.
    let table = [
        row(&[("一", 900, 0x60), ("二", 2700, 0), ("三", 3600, 0)]),
        row(&[("", 900, 0x20), ("四", 1800, 0), ("五", 2700, 0), ("", 3600, 0)]),
        row(&[("六", 910, 1), ("", 1800, 2), ("七", 2700, 1), ("", 3600, 2)]),
        row(&[("八", 1800, 0), ("九", 2700, 2), ("", 3600, 1)]),
    ]
    .concat();
    assert_eq!(
        rows(&table),
        "| 一[0] 二[1-2] 三[3]\n| 四[1] 五[2] _[3]\n| 六[0-1] 七[2-3]\n| 八[0-1] 九[2-3]\n"
    );
}

#[test]
fn a_table_within_a_cell_is_one_of_its_own() {
    const LEVEL: (u16, &[u8]) = (0x6649, &[2, 0, 0, 0]);
    let inner = |text: &str| Paragraph::new(text).with(&[(0x2416, &[1]), LEVEL, (0x244B, &[1])]);
    let row = Paragraph::new("").with(&[(0x2416, &[1]), LEVEL, (0x244B, &[1]), (0x244C, &[1])]);
    let all = [
        inner("规章"),
        inner("6"),
        row,
        Paragraph::cell("外"),
        Paragraph::cell("1"),
        Paragraph::row(&[(900, 0), (1800, 0)]),
        Paragraph::new("后"),
    ];
    assert_eq!(rows(&all), "| 外[0] #1[1]\n| 规章[0] #6[1]\n  后\n");
}

/// Where a paragraph or a row has no end that is seen.
#[test]
fn what_stands_before_a_table_or_behind_a_row_joins_no_cell() {
    let row =
        || [Paragraph::cell("规章"), Paragraph::cell("6"), Paragraph::row(&[(900, 0), (1800, 0)])];
    let hidden = Paragraph::new("1").ending_in(&[HIDDEN]);
    assert_eq!(
        rows(&[&[hidden.clone(), Paragraph::new("2")], &row()[..]].concat()),
        "  #12\n| 规章[0] #6[1]\n"
    );
    assert_eq!(rows(&[&[hidden], &row()[..]].concat()), "  #1\n| 规章[0] #6[1]\n");
    let [label, figure, end] = row();
    let behind = end.clone().and("7", &[]);
    let all = [&[label.clone(), figure.clone(), behind], &row()[..]].concat();
    assert_eq!(rows(&all), "| 规章[0] #6[1] #7[2]\n| 规章[0] #6[1]\n");
    let deleted = end.ending_in(&[DELETED]);
    assert_eq!(rows(&[&[label, figure, deleted], &row()[..]].concat()), "| 规章[0] #6[1]\n");
}

/// Without what is said of its characters, text that is crossed out would be read.
#[test]
fn a_document_whose_pages_are_lost_is_damaged() {
    let sound = document(&[Paragraph::new("规章").and("88", &[STRUCK])]);
    assert!(try_rows(&sound).is_ok());
    let at = sound.windows(2).position(|it| it == [0xEC, 0xA5]).unwrap();
    // Where the list of pages lies, and how long it is.
    for part in [0xFA, 0x102, 0x1A2] {
        let mut changed = sound.clone();
        changed[at + part..at + part + 4].copy_from_slice(&0x00FF_FFFF_u32.to_le_bytes());
        assert_eq!(try_rows(&changed).unwrap_err().kind(), "damaged", "{part:x}");
    }
}

#[test]
fn fields_in_fields_end() {
    let text = "\u{13}=1".repeat(100_000);
    assert_eq!(try_rows(&document(&[Paragraph::new(&text)])).unwrap_err().kind(), "too-large");
}

#[test]
fn what_is_refused_says_what_it_is() {
    let sound = document(&[Paragraph::new("规章")]);
    let at = sound.windows(2).position(|it| it == [0xEC, 0xA5]).unwrap();
    let changed = |at: usize, bytes: &[u8]| {
        let mut changed = sound.clone();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        Kind::of(&changed).unwrap_err()
    };
    assert_eq!(changed(at + 0x0A, &[0, 3]), ImportError::Encrypted);
    for older in [changed(at, &[0xDC, 0xA5]), changed(at + 2, &[0x68, 0])] {
        assert_eq!(older.kind(), "unsupported");
        assert!(older.to_string().contains("Word 95"), "{older}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// Whatever is changed, the document is read or refused.
    #[test]
    fn changed_bytes_do_no_harm(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<bool>()), 1..20),
    ) {
        let mut bytes = Document::Doc.write(&Generator::new(3).report());
        // What is said of the text lies in its head and behind it.
        let head = bytes.len() / 8;
        for (at, byte, in_head) in changes {
            let at = at.index(if in_head { head } else { bytes.len() });
            bytes[at] = byte;
        }
        let _read = import(&bytes, &Limits::default());
    }
}
