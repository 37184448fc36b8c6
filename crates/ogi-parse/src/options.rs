//! How a source is read.

use crate::Limits;

/// How a source is read.
///
/// ```
/// use ogi_parse::{Limits, ReadOptions};
///
/// let options = ReadOptions::default().with_limits(Limits::default().with_bytes(1 << 20)).with_explain(true);
/// assert!(options.claims && options.explain);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// How much is read, and until when.
    pub limits: Limits,
    /// Whether sentences are read for what they say about figures ([`Claim`](ogi_model::Claim)); they are by default.
    pub claims: bool,
    /// Whether the reading keeps why it was read so ([`Decision`](ogi_model::Decision)); not by default.
    pub explain: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { limits: Limits::default(), claims: true, explain: false }
    }
}

impl ReadOptions {
    /// How much is read, and until when.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// With or without what sentences say about figures.
    pub const fn with_claims(mut self, yes: bool) -> Self {
        self.claims = yes;
        self
    }

    /// With or without why it was read so.
    pub const fn with_explain(mut self, yes: bool) -> Self {
        self.explain = yes;
        self
    }
}
