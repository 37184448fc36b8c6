//! Damage: what happens to a report between the office that printed it and the text that is read, and what is true of
//! it then.
//!
//! A damage is done only where the truth stays unique: where a clerk who looks at the damaged page would not hesitate
//! between two readings, or where all that can be said of a figure is that it is not readable.

mod kinds;
mod medium;
mod page;
mod rows;
mod sample;

use ogi_model::Report;
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

pub use kinds::DamageKind;
pub use medium::Medium;

use self::page::{CellPage, TextPage};
use self::sample::Sample;
use crate::mess::{Mess, Pen};
use crate::rng;
use crate::sheet::Sheet;

/// A damaged copy of a report.
#[derive(Clone, Debug)]
pub struct Damaged {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it prints. A figure that was lost is blank here, and one of a row that is not there any more is absent; a
    /// reader may call both unreadable.
    pub truth: Report,
    /// What was done to it; empty if nothing could be.
    pub kinds: Vec<DamageKind>,
}

/// How often another kind of damage is tried when one cannot be done.
const TRIES: usize = 30;

/// A copy of a report with one to three damages, the first of this kind if it can be done there.
///
/// ```
/// use ogi_testkit::{DamageKind, Generator, Layout, Medium, damaged};
///
/// let report = Generator::new(1).report();
/// // The row by chance of a seed may have nothing that can be changed.
/// let mut copies =
///     (0..8).map(|seed| damaged(&report, Medium::Text(Layout::A4), DamageKind::FigureChanged, seed));
/// let copy = copies.find(|it| it.kinds.first() == Some(&DamageKind::FigureChanged)).unwrap();
/// assert_ne!(copy.truth, report);
/// assert_ne!(copy.bytes, Layout::A4.write(&report).into_bytes());
/// ```
pub fn damaged(report: &Report, medium: Medium, first: DamageKind, seed: u64) -> Damaged {
    let mut sheet = Sheet::of(report, Pen::new(&Mess::none()));
    let (rows, heads) = (rows::rows(&mut sheet), rows::heads(&mut sheet));
    let damage = |page: &mut dyn page::Page| {
        let sample = Sample::new(page, medium, rows, heads, report.clone(), rng(seed));
        apply(sample, first)
    };
    match medium {
        Medium::Text(layout) => {
            let mut page = TextPage::new(&layout.write_inked(sheet), layout);
            let (truth, kinds) = damage(&mut page);
            Damaged { bytes: page.text().into_bytes(), truth, kinds }
        }
        Medium::Document(document) => {
            let mut page = CellPage::new(sheet);
            let (truth, kinds) = damage(&mut page);
            Damaged { bytes: document.write_sheet(report, page.sheet(), seed), truth, kinds }
        }
    }
}

fn apply(mut sample: Sample<'_>, first: DamageKind) -> (Report, Vec<DamageKind>) {
    let many = [1, 1, 2, 3][sample.rng.random_range(0..4)];
    let mut kinds = Vec::new();
    let mut next = Some(first);
    for _ in 0..TRIES {
        let kind = next.take().or_else(|| DamageKind::ALL.choose(&mut sample.rng).copied());
        kinds.extend(kind.filter(|it| it.apply(&mut sample)));
        if kinds.len() == many {
            break;
        }
    }
    (sample.into_truth(), kinds)
}
