//! Damaged copies: each kind is met, the truth follows, and the same seed gives the same.

use std::collections::BTreeMap;

use ogi_model::{Cell, Edition};
use ogi_testkit::{DamageKind, Document, Generator, Layout, Medium, damaged};

#[test]
fn ink_leaves_no_trace() {
    for edition in Edition::ALL {
        let report = Generator::new(3).edition(*edition).blanks(0.1).not_applicable(0.1).report();
        for layout in Layout::ALL {
            // No blank can be dropped from a report without any: only what was chosen next to it is done.
            for seed in 0..40 {
                let copy =
                    damaged(&report, Medium::Text(*layout), DamageKind::HeadsInOneLine, seed);
                let text = String::from_utf8(copy.bytes).unwrap_or_default();
                let is_private = |c: char| u32::from(c) >= 0xf_0000;
                assert!(!text.contains(is_private), "{layout}");
                if copy.kinds.is_empty() {
                    assert_eq!(text, layout.write(&report), "{layout}");
                }
            }
        }
    }
}

#[test]
fn every_kind_is_met_and_does_something() {
    let mut met: BTreeMap<DamageKind, Vec<String>> = BTreeMap::new();
    for kind in DamageKind::ALL {
        for medium in Medium::all() {
            let blanks = if *kind == DamageKind::BlankDropped { 0.1 } else { 0.0 };
            let report = Generator::new(2).blanks(blanks).report();
            // The row by chance of one seed may have nothing that can be done to it.
            let mut copies = (0..8).map(|seed| damaged(&report, medium, *kind, seed));
            if let Some(copy) = copies.find(|it| it.kinds.first() == Some(kind)) {
                met.entry(*kind).or_default().push(medium.to_string());
                if let Medium::Text(layout) = medium {
                    assert_ne!(copy.bytes, layout.write(&report).into_bytes(), "{kind:?} {medium}");
                }
            }
        }
    }
    for kind in DamageKind::ALL {
        let media = met.remove(kind).unwrap_or_default();
        assert!(media.len() > 1, "{kind:?}: {media:?}");
    }
}

#[test]
fn the_truth_has_what_the_page_has() {
    let report = Generator::new(5).edition(Edition::E2021).report();
    for medium in [Medium::Text(Layout::A4), Medium::Document(Document::ALL[0])] {
        let copy = |kind| {
            let copies = (0..60).map(|seed| damaged(&report, medium, kind, seed));
            copies.filter(|it| it.kinds == [kind]).map(|it| it.truth).collect::<Vec<_>>()
        };
        let differing = |truth: &ogi_model::Report| {
            report
                .cells()
                .filter(|(id, cell)| truth[*id] != **cell)
                .map(|it| it.0)
                .collect::<Vec<_>>()
        };
        for truth in copy(DamageKind::FigureDeleted) {
            let cells = differing(&truth);
            assert!(matches!(cells[..], [cell] if truth[cell].is_blank()), "{cells:?}");
        }
        for truth in copy(DamageKind::FigureChanged) {
            assert_eq!(differing(&truth).len(), 1);
        }
        for truth in copy(DamageKind::RowCut) {
            let cells = differing(&truth);
            assert!(cells.len() % 7 == 0 && cells.iter().all(|it| truth[*it] == Cell::Absent));
        }
        let exchanged = copy(DamageKind::HeadsExchanged);
        assert!(exchanged.iter().any(|it| !differing(it).is_empty()));
        for kind in [DamageKind::RowRepeated, DamageKind::RowsExchanged, DamageKind::LabelDeleted] {
            assert!(copy(kind).iter().all(|it| *it == report), "{kind:?}");
        }
    }
}

#[test]
fn a_seed_says_everything() {
    let report = Generator::new(9).report();
    for medium in Medium::all() {
        let copies = [1, 1].map(|seed| damaged(&report, medium, DamageKind::RowsExchanged, seed));
        assert_eq!(copies[0].kinds, copies[1].kinds);
        assert_eq!(copies[0].truth, copies[1].truth);
        // A workbook says when it was written.
        if !matches!(medium, Medium::Document(Document::Xlsx(_))) {
            assert_eq!(copies[0].bytes, copies[1].bytes);
        }
    }
}
