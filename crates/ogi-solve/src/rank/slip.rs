//! How one figure comes to be wrong.

/// A way in which one figure comes to be wrong, seen in its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// One digit is another: 28, 23.
    Substituted,
    /// Two neighbouring digits changed places: 28, 82.
    Transposed,
    /// A digit was left out: 128, 18.
    Dropped,
    /// A digit was typed twice: 128, 1228.
    Doubled,
    /// All digits were printed twice: 28, 2828.
    Repeated,
    /// A digit was added: 28, 208.
    Inserted,
    /// Several digits at an end went elsewhere: 1280, 12.
    Split,
    /// One or two more or less.
    Miscounted,
    /// A value was left at 0.
    Omitted,
    /// 0 is right, and a value stands there.
    Spurious,
    /// Nothing known leads from one to the other.
    Other,
}

impl Slip {
    /// Its slug.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Substituted => "digit-substituted",
            Self::Transposed => "digits-transposed",
            Self::Dropped => "digit-dropped",
            Self::Doubled => "digit-doubled",
            Self::Repeated => "value-repeated",
            Self::Inserted => "digit-inserted",
            Self::Split => "digits-split",
            Self::Miscounted => "miscounted",
            Self::Omitted => "value-omitted",
            Self::Spurious => "value-spurious",
            Self::Other => "other",
        }
    }
}
