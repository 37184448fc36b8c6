//! Two heads in each other's place: figures are those of the head over them. 总计 stays, which would be contradicted by
//! every sum, and so do 自然人 and 其他, one of which lies beside a merged head and the other is the name of a row.

use ogi_model::Column;

use crate::damage::rows::PageHead;
use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    let block = sample.below(sample.heads.len());
    let heads = sample.heads.get(block)?.clone();
    sample.exchange_heads(&heads)
}

/// Whether the head can be exchanged for another of its block.
pub(in crate::damage) fn is_movable(head: &PageHead) -> bool {
    let fixed = [Column::Total, Column::NaturalPerson, Column::OtherOrganization];
    head.below.first().is_some_and(|it| !fixed.contains(&it.column()))
}
