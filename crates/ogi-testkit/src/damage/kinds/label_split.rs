//! A label goes on on another line, as in a narrow column.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| it.label_text.chars().count() > 4)?;
    let (label, many) = (sample.rows[row].label?, sample.rows[row].label_text.chars().count());
    let at = 2 + sample.below(many - 3);
    sample.page.split(label, at).then(|| sample.touch([row]))
}
