//! The last rows of table three are not there any more: the page ended.

use ogi_model::{Cell, TableId};

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    // Digits that run on into the next part are cut nowhere.
    if sample.medium.is_glued() || !sample.medium.has_one_reading() {
        return None;
    }
    let end = sample.rows.iter().rposition(|it| it.table == TableId::Applications)? + 1;
    let many = 1 + sample.below(3);
    let first = end - many;
    let rest = sample.rows[first..end].to_vec();
    let is_fit = (first..end).all(|it| sample.is_free(it)) && !rest.iter().any(|it| it.opens_group);
    (is_fit && sample.page.cut(&rest)).then(|| {
        for figure in rest.iter().flat_map(|it| &it.figures) {
            sample.set(figure.id, Cell::Absent);
        }
        sample.touch(first..end);
    })
}
