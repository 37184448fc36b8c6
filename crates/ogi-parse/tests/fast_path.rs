//! The fast path reads what the alignment reads, and where that doubts, what was written: whoever asks for explanations
//! gets every table weighed.

// What helpers of tests unwrap fails the test.
#![allow(clippy::unwrap_used)]

use ogi_model::{Cell, CellId, Edition, Reading, Report};
use ogi_parse::{ParseError, ReadOptions, read};
use ogi_testkit::{Generator, Layout, Mess, Size};
use proptest::prelude::*;

fn both(text: &str) -> [Result<Reading, ParseError>; 2] {
    [false, true].map(|explain| read(text, &ReadOptions::default().with_explain(explain)))
}

/// `with_notes`: where a mess cuts labels, the alignment notes pieces of merged heads that the fast path joins.
fn assert_equal(text: &str, written: &Report, with_notes: bool) {
    let [fast, weighed] = both(text);
    let (Ok(fast), Ok(weighed)) = (&fast, &weighed) else {
        assert_eq!(fast.is_err(), weighed.is_err(), "{text}");
        return;
    };
    let mut doubts = false;
    for cell in CellId::all() {
        if matches!(weighed.report[cell], Cell::Unreadable(_)) {
            doubts |= fast.report[cell] == written[cell];
            assert!(
                [&weighed.report[cell], &written[cell]].contains(&&fast.report[cell]),
                "{cell} is {:?}, read {:?}\n{text}",
                written[cell],
                fast.report[cell]
            );
        } else {
            assert_eq!(fast.report[cell], weighed.report[cell], "{cell}\n{text}");
            assert_eq!(fast.sources.get(cell), weighed.sources.get(cell), "{cell}\n{text}");
        }
    }
    if doubts {
        return;
    }
    assert_eq!(fast.report, weighed.report, "{text}");
    assert_eq!(fast.sources, weighed.sources, "{text}");
    if with_notes {
        assert_eq!(fast.notes, weighed.notes, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_fast_path_reads_what_the_alignment_reads(
        seed in any::<u64>(),
        edition in proptest::sample::select(Edition::ALL),
        size in proptest::sample::select(vec![Size::Small, Size::Medium, Size::Large]),
        blanks in proptest::sample::select(vec![0.0, 0.1, 0.9]),
        mess in proptest::option::weighted(0.3, any::<u64>()),
    ) {
        let mut generator = Generator::new(seed).edition(edition).size(size).blanks(blanks);
        let report = generator.report();
        let is_clean = mess.is_none();
        let mess = mess.map_or_else(Mess::none, |it| Mess::new(it, 0.2));
        for layout in Layout::ALL {
            let text = layout.write_messy(&report, &mess);
            assert_equal(&text, &report, is_clean);
        }
    }
}
