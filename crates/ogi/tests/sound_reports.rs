//! A sound report gives no finding, however its tables are flattened; a mess gives those that it plants.
#![allow(clippy::unwrap_used)]

use ogi::{Policy, ReadOptions};
use ogi_testkit::{Layout, Mess, Style};
use proptest::prelude::*;

/// The rules on one report, those on its sentences aside, and the one that asks for a look where many requests ended as
/// 其他处理: results are drawn at random.
fn policy() -> Policy {
    Policy::default().with_select(["doc-", "t2-", "t3-", "t4-"]).with_ignore(["t3-other-share"])
}

/// The rules that find something in a text.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let reading = ogi::read(text, &ReadOptions::default()).unwrap();
    let outcome = ogi::check(&reading, &policy());
    let mut found: Vec<_> =
        outcome.findings.into_iter().map(|it| (it.rule.id, it.message.zh)).collect();
    found.dedup();
    found
}

/// What a style is: another heading, another label, or what a rule may not mind.
fn planted(style: Style) -> &'static [&'static str] {
    match style {
        Style::Headings => &["doc-heading-nonstandard"],
        Style::LabelWords => &["doc-label-nonstandard"],
        // A label that lost too much, or is cut into too many pieces, leaves its row without one.
        Style::LabelLosses | Style::LabelSpaces => {
            &["doc-label-nonstandard", "doc-cell-unreadable"]
        }
        _ => &[],
    }
}

/// The layouts in which complete reports can be read in one way only.
fn readable() -> impl Iterator<Item = &'static Layout> {
    Layout::ALL.iter().filter(|it| it.has_one_reading())
}

/// Whether only blanks are between cells and around what is left of cut labels: blanks within labels, and cells that are
/// not there, cost more there than elsewhere.
fn is_spaced(layout: &Layout) -> bool {
    matches!(layout, Layout::A9 | Layout::A12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_sound_report_gives_no_finding(report in ogi_testkit::reports()) {
        for layout in readable() {
            prop_assert_eq!(found(&layout.write(&report)), [], "{}", layout);
        }
    }

    #[test]
    fn a_mess_gives_the_findings_that_it_plants(
        report in ogi_testkit::reports(),
        seed in any::<u64>(),
        intensity in 0.0..1.0_f64,
        style in proptest::sample::select(Style::ALL),
    ) {
        let mess = Mess::new(seed, intensity).only(&[style]);
        for layout in readable().filter(|it| !is_spaced(it)) {
            let found = found(&layout.write_messy(&report, &mess));
            let planted = planted(style);
            let others: Vec<_> = found.iter().filter(|it| !planted.contains(&it.0)).collect();
            prop_assert!(others.is_empty(), "{} {:?} {:?}", layout, style, others);
        }
    }

    /// Blanks are stated, and where they vanish rows are unreadable; nothing else follows from them.
    #[test]
    fn gaps_give_findings_about_gaps(report in ogi_testkit::reports_with_gaps()) {
        let gaps = ["doc-cell-blank", "doc-cell-unreadable"];
        for layout in readable().filter(|it| !is_spaced(it)) {
            let found = found(&layout.write(&report));
            let others: Vec<_> = found.iter().filter(|it| !gaps.contains(&it.0)).collect();
            prop_assert!(others.is_empty(), "{} {:?}", layout, others);
        }
    }
}
