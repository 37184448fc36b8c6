//! All heads of a block on one line with single blanks between them, two of them in each other's place.

use ogi_model::Column;

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let block = sample.below(sample.heads.len());
    let heads = sample.heads.get(block)?.clone();
    // 自然人 and 总计 of table three stand beside merged heads.
    let all = heads.iter().filter(|it| {
        it.below
            .first()
            .is_some_and(|it| it.column() != Column::NaturalPerson && it.column() != Column::Total)
    });
    let all: Vec<usize> = all.map(|it| it.cell).collect();
    if all.len() < 3 || !sample.has_own_heads(heads.first()?.below.first()?.table()) {
        return None;
    }
    if !sample.page.join_heads(&all) {
        return None;
    }
    // They are on one line now, whether two of them can be exchanged or not.
    let _ = sample.exchange_heads(&heads);
    Some(())
}
