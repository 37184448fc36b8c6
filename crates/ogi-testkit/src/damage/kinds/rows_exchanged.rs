//! Two neighbouring rows, labels and figures, in each other's place: figures are those of their label.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let row = sample.row(|it| it.label.is_some())?;
    let next = row + 1;
    let pair = [sample.rows.get(row)?.clone(), sample.rows.get(next)?.clone()];
    // A row that opens a group has its label beside it.
    let is_fit = pair[1].label.is_some()
        && pair[0].groups == pair[1].groups
        && pair[0].table == pair[1].table
        && !pair.iter().any(|it| it.opens_group)
        && sample.is_free(next);
    (is_fit && sample.page.exchange_rows(&pair[0], &pair[1])).then(|| sample.touch([row, next]))
}
