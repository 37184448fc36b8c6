//! A cell with an empty paragraph more.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|_| true)?;
    let which = sample.below(sample.rows[row].figures.len());
    let cell = sample.rows[row].figures[which].cell;
    sample.page.add_blank_paragraph(cell).then(|| sample.touch([row]))
}
