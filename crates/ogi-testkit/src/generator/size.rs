//! How much an agency has to report.

use rand::{Rng, RngExt as _};

/// The size of a report: how many requests were newly received. Other figures go with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Size {
    /// 3 to 60 requests: a department of a county, a town.
    Small,
    /// 80 to 900 requests: a county, a department of a city.
    Medium,
    /// 2,000 to 30,000 requests: a city, a province.
    Large,
    /// Exactly so many requests.
    Requests(u32),
}

impl Size {
    pub(super) fn requests(self, rng: &mut impl Rng) -> u32 {
        match self {
            Self::Small => rng.random_range(3..=60),
            Self::Medium => rng.random_range(80..=900),
            Self::Large => rng.random_range(2_000..=30_000),
            Self::Requests(n) => n,
        }
    }
}
