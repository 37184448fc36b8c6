//! Sentences about the figures of a report, with what is true of them.
//!
//! The words are this crate's own: none is taken from the grammar that reads sentences.

mod noise;
mod number;
mod pen;
mod requests;
mod tables;

use core::ops::Range;

use ogi_model::{CellId, Report};
use rand::RngExt as _;

use pen::Pen;

/// Narrative about the figures of a report.
#[derive(Clone, Debug)]
pub struct Story {
    /// The sentences, as a part of a report can hold them.
    pub text: String,
    /// The numbers in it, in order.
    pub facts: Vec<Fact>,
}

/// A number in a story.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What kind of thing it is about.
    pub kind: FactKind,
    /// The cells whose sum it states; none if it is about something else.
    pub cells: Vec<CellId>,
    /// The number that is stated.
    pub stated: i64,
    /// What is true of it.
    pub truth: Truth,
    /// Its words: the bytes of the number in the text, or of the words for none.
    pub span: Range<usize>,
}

/// What a number is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// Requests received.
    Received,
    /// Carried in from last year, or out to the next.
    Carried,
    /// Requests concluded.
    Concluded,
    /// A result of table three, or a group of them.
    Outcome,
    /// The share of a result in all that was concluded, in tenths of a per cent.
    Share,
    /// Natural persons, or organisations.
    Applicants,
    /// Reconsiderations or lawsuits.
    Disputes,
    /// Their results.
    Results,
    /// Documents of table two.
    Documents,
    /// Something that the report does not count.
    Noise,
}

/// What is true of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It is what the cells come to.
    Sound,
    /// It was made wrong.
    Wrong,
    /// It is about other bodies, another year or other things, and no figure of this report.
    Elsewhere,
}

/// States the figures of a report in words. With `wrong`, one number of it is made another.
///
/// ```
/// use ogi_testkit::{Generator, Truth, narrate};
///
/// let report = Generator::new(7).report();
/// let story = narrate(&report, &mut ogi_testkit::rng(1), true);
/// assert_eq!(story.facts.iter().filter(|it| it.truth == Truth::Wrong).count(), 1);
/// ```
pub fn narrate(report: &Report, rng: &mut impl rand::Rng, wrong: bool) -> Story {
    // Stated once to know how many numbers there are, then again with one of them wrong.
    let seed = rng.random();
    let whole = stated(report, seed, None);
    let own: Vec<_> =
        (0..whole.facts.len()).filter(|it| whole.facts[*it].truth == Truth::Sound).collect();
    if !wrong || own.is_empty() {
        return whole;
    }
    stated(report, seed, Some(own[rng.random_range(0..own.len())]))
}

fn stated(report: &Report, seed: u64, wrong: Option<usize>) -> Story {
    let mut pen = Pen::new(report, crate::rng(seed), wrong);
    noise::opening(&mut pen);
    requests::state(&mut pen);
    if pen.chance(0.5) {
        noise::others(&mut pen);
    }
    tables::disputes(&mut pen);
    if pen.chance(0.6) {
        tables::documents(&mut pen);
    }
    noise::other_things(&mut pen);
    pen.story()
}
