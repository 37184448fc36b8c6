//! A letter or two of a label are others, as from a bad font.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    sample.spoil_label(&['某', '□', '丶', '巳'].map(Some))
}
