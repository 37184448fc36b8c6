//! A row stands there twice, as where a page begins with the last row of the one before.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| it.label.is_some() && it.is_complete())?;
    let it = sample.rows[row].clone();
    sample.page.repeat(&it).then(|| sample.touch([row]))
}
