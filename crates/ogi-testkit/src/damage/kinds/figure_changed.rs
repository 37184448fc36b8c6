//! A figure is another: the truth is what the page prints.

use ogi_model::{Cell, Decimal, Unit};

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    // How glued digits are cut follows from their sums.
    if sample.medium.is_glued() {
        return None;
    }
    let row = sample.row(|it| it.is_complete())?;
    let which = sample.below(sample.rows[row].figures.len());
    let figure = sample.rows[row].figures[which].clone();
    let old: i64 = figure.text.parse().ok()?;
    let more = 2 + sample.below(29) as i64;
    let new = [old + 1, old + more, old * 10 + 3][sample.below(3)];
    sample.page.reprint(figure.cell, &new.to_string()).then(|| {
        let cell = if figure.id.unit() == Unit::Money {
            Cell::from(Decimal::from(new))
        } else {
            new.into()
        };
        sample.set(figure.id, cell);
        sample.touch([row]);
    })
}
