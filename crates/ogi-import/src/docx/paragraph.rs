//! A paragraph that is being read.

use crate::seen::Print;

/// A paragraph: what it prints so far, and what its properties say.
#[derive(Default)]
pub(super) struct Paragraph {
    /// Line breaks within it are line feeds.
    pub(super) print: Print,
    pub(super) style: Option<String>,
    /// The list that it says it is in; 0 takes it out of its style's.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u32>,
    /// The number that it says it has (Word 2003).
    pub(super) number: Option<String>,
    /// Whether it has a ground that is not white.
    pub(super) is_grounded: bool,
    /// Whether its end is deleted, so that the next one continues it.
    pub(super) goes_on: bool,
}
