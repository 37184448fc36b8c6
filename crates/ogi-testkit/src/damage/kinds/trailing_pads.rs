//! Empty cells behind the last column: of one row that is complete, or of every row of a table, so that nobody takes
//! them for cells of the form.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let many = 1 + sample.below(2);
    if sample.below(2) == 0 {
        let row = sample.row(|it| it.is_complete() && it.label.is_some())?;
        let it = sample.rows[row].clone();
        return sample.page.pad(&it, many).then(|| sample.touch([row]));
    }
    let row = sample.row(|it| it.label.is_some())?;
    let table = sample.rows[row].table;
    let rows: Vec<usize> =
        (0..sample.rows.len()).filter(|it| sample.rows[*it].table == table).collect();
    // Where the last cell of a row is blank it has no letter to be found by.
    let has_last = |it: &usize| sample.rows[*it].is_complete();
    if !rows.iter().all(|it| has_last(it) && sample.is_free(*it)) {
        return None;
    }
    let all: Vec<_> = rows.iter().map(|it| sample.rows[*it].clone()).collect();
    let padded = all.iter().filter(|it| sample.page.pad(it, many)).count();
    (padded > 0).then(|| sample.touch(rows))
}
