//! Limits, for sources that nobody vouches for.

/// How much of a source is read.
///
/// ```
/// let limits = ogi_import::Limits { bytes: 1 << 20, ..Default::default() };
/// let error = ogi_import::import(&vec![b' '; 2 << 20], &limits).unwrap_err();
/// assert_eq!(error.kind(), "too-large");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a source; 64 MiB by default.
    pub bytes: usize,
    /// The most bytes that anything packed may have when unpacked; 256 MiB by default.
    pub unpacked_bytes: u64,
    /// The most entries of an archive; 10,000 by default.
    pub entries: usize,
    /// The deepest nesting of elements; 512 by default, as in browsers.
    pub depth: usize,
    /// The most elements and texts of a page together; 2,000,000 by default.
    pub nodes: usize,
    /// The most cells of all tables together; 200,000 by default.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked_bytes: 256 << 20,
            entries: 10_000,
            depth: 512,
            nodes: 2_000_000,
            cells: 200_000,
        }
    }
}
