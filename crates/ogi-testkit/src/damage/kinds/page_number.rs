//! The number of a page between rows, or between the lines of one.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let number = 2 + sample.below(8);
    // A number alone may be a figure where a figure may be lost without a trace, and in a row of a single one.
    let ways = [format!("-{number}-"), format!("— {number} —"), number.to_string()];
    let line = ways[sample.below(if sample.medium.loses_blanks() { 2 } else { 3 })].clone();
    let is_bare = line.len() == 1;
    sample.insert_line(&line, |it| !is_bare || it.figures.len() > 3)
}
