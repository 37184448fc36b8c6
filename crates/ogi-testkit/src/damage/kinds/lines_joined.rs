//! Two lines became one, a blank between them.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| it.is_complete())?;
    let it = sample.rows[row].clone();
    sample.page.join_lines(&it).then(|| sample.touch([row]))
}
