//! A figure is gone.

use ogi_model::Cell;

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    // Digits that are left of glued ones are other figures, and figures torn from their rows are nobody's.
    if sample.medium.is_glued() || !sample.medium.has_one_reading() {
        return None;
    }
    let row = sample.row(|it| it.is_complete())?;
    let which = sample.below(sample.rows[row].figures.len());
    let figure = sample.rows[row].figures[which].clone();
    sample.page.erase(figure.cell).then(|| {
        sample.set(figure.id, Cell::Blank);
        sample.touch([row]);
    })
}
