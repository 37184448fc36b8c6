//! Options of reading.

/// Options of reading: limits, for sources that nobody vouches for, and what is read.
///
/// ```
/// let options = ogi_parse::ReadOptions { max_bytes: 1 << 20, ..Default::default() };
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// The most bytes that are read; 64 MiB by default.
    pub max_bytes: usize,
    /// Whether sentences are read for what they say about figures ([`Claim`](ogi_model::Claim)); they are by default.
    pub claims: bool,
    /// Whether the reading keeps why it was read so ([`Decision`](ogi_model::Decision)); not by default.
    pub explain: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { max_bytes: 64 << 20, claims: true, explain: false }
    }
}
