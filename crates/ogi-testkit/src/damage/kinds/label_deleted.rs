//! The label of a row is gone. What is left of the row is the one that the form has between its neighbours.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    // Figures that are glued together say by their label alone where they begin.
    if sample.medium.is_glued() || !sample.medium.has_one_reading() {
        return None;
    }
    let row = sample.row(|it| it.label.is_some() && it.is_complete())?;
    let label = sample.rows[row].label?;
    sample.page.erase(label).then(|| sample.touch([row]))
}
