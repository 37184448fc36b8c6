//! Whether a table stands there twice, and whether that is for two reports.

use super::posterior::Readings;
use super::zone::Zone;

/// How a table stands there twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Twice {
    /// With other figures, or with one row beside itself: for two reports.
    ForTwo,
    /// For all that its figures tell, it may be the same table: where it begins, and where it begins again.
    Alike {
        /// Where its first row is.
        first: usize,
        /// Where its first row is that was there before.
        again: usize,
    },
}

/// How often most rows are there, by their labels.
pub(super) fn tell(zone: &Zone, readings: &[Readings<'_>]) -> Option<Twice> {
    let _ = (zone, readings);
    None
}
