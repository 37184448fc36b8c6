//! A letter or two of a label are gone. No two labels of the form become one by that.

use crate::damage::sample::Sample;

pub(super) fn apply(sample: &mut Sample<'_>) -> Option<()> {
    sample.spoil_label(&[None])
}
