//! A label comes behind its figures. Where the rows around it have their labels and figures, these are its own.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| it.label.is_some() && it.is_complete() && !it.opens_group)?;
    let it = sample.rows[row].clone();
    sample.page.move_label_behind(&it).then(|| sample.touch([row]))
}
