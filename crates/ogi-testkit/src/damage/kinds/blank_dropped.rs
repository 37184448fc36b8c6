//! A blank cell of a text is gone: what stands behind it is no longer under its head. The row says nothing certain then but what
//! its sums say.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| {
        it.label.is_some() && it.figures.len() > 3 && it.figures.iter().any(|it| it.text.is_empty())
    })?;
    let it = sample.rows[row].clone();
    let blank = it.figures.iter().position(|it| it.text.is_empty())?;
    sample.page.drop_blank(&it, blank).then(|| sample.touch([row]))
}
