//! Indicators: what the figures of a report come to, one definition each.

mod catalogue;
mod measure;

pub use catalogue::INDICATORS;
pub use measure::{Measure, measure};

use core::fmt;

use crate::{Quantity, Words};

/// An indicator: one key, one stable definition. Another denominator is another indicator.
///
/// ```
/// use ogi_check::Indicator;
///
/// let share = Indicator::find("disclosed-of-concluded").unwrap();
/// assert_eq!(share.definition.zh, "（予以公开＋部分公开）÷办理结果总计");
/// ```
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Indicator {
    /// Its key: a slug, `PART-of-WHOLE` for a share and `WHAT-per-WHAT` for a rate.
    pub id: &'static str,
    /// What it is called.
    pub name: Words,
    /// How it is computed, in words.
    pub definition: Words,
    /// What kind of number it is.
    pub kind: IndicatorKind,
    /// What is counted, or the part of a share.
    pub numerator: Quantity,
    /// The whole of a share or the base of a rate; none for a count.
    pub denominator: Option<Quantity>,
    /// The first version of this crate that has it.
    pub since: &'static str,
}

/// What kind of number an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum IndicatorKind {
    /// A number of things (件).
    Count,
    /// A part of a whole, from 0 to 1.
    Share,
    /// So many for each of something else; it may be above 1.
    Rate,
}

impl Indicator {
    /// The indicator of this key.
    pub fn find(id: &str) -> Option<&'static Self> {
        INDICATORS.iter().find(|it| it.id == id)
    }
}

impl PartialEq for Indicator {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Indicator {}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}
